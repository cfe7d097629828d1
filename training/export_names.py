# SPDX-License-Identifier: Apache-2.0
"""Writes the names network into a model file, in integers; other sections stay.

    python export_names.py NAMES MODEL [CAUTION]

CAUTION (0.9) is taken off the score of every label of a name: the network has learned over an encoder that knew its
sentences, and finds names too readily in others.
"""

import os
import sys

import numpy as np
import torch

import model_file
from network import EMBED_TOP, WEIGHT_LEVELS


def main():
    checkpoint, path = sys.argv[1:3]
    caution = float(sys.argv[3]) if len(sys.argv) > 3 else 0.9
    s = torch.load(checkpoint, weights_only=False)
    net, c = {k: v.float().numpy() for k, v in s["net"].items()}, s["config"]
    out = {k: v for k, v in model_file.read(path).items() if not k.startswith("names/")}

    def table(name, key):
        e = np.rint(np.clip(net[key + ".weight"], -EMBED_TOP, EMBED_TOP) * (127 / EMBED_TOP))
        out["names/" + name] = (e + 128).astype("u1").tobytes()

    def dense(name, key):
        w = net[key + ".weight"]
        scale = np.maximum(np.abs(w).max(1, keepdims=True) / WEIGHT_LEVELS, 1e-8).astype(np.float32)
        out[f"names/{name}.w"] = np.rint(w / scale).astype("i1").tobytes()
        out[f"names/{name}.s"] = (scale[:, 0] / np.float32(127)).astype("<f4").tobytes()
        out[f"names/{name}.b"] = net[key + ".bias"].astype("<f4").tobytes()

    out["names/config"] = np.array([c["hidden"], c["layers"]], dtype="<u4").tobytes()
    tables = sum(k.startswith("tables.") for k in net)
    for i in range(tables):
        table(f"table{i}", f"tables.{i}")
    table(f"table{tables}", "lists")
    net["outputs.0.bias"][1:] -= np.float32(caution)
    dense("input", "input")
    for i in range(c["layers"]):
        dense(f"layer{i}", f"layers.{i}")
    dense("labels", "outputs.0")
    out["names/moves"] = net["moves"].astype("<f4").tobytes()
    model_file.write(path, out)
    print(path, os.path.getsize(path), "bytes")


if __name__ == "__main__":
    main()
