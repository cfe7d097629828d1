# SPDX-License-Identifier: Apache-2.0
"""Writes a checkpoint's network into a model file, in integers; other sections of an existing file stay.

    python export.py CHECKPOINT MODEL
"""

import os
import sys

import numpy as np
import torch

import corpus
import model_file
from features import TABLES
from network import EMBED_TOP, RELU_TOP, WEIGHT_LEVELS


def hash_table(hashes):
    """Open addressing, half full at most: keys and the rows that they stand for."""
    size = 1 << (2 * len(hashes)).bit_length()
    keys, rows = np.zeros(size, dtype="<u8"), np.zeros(size, dtype="<u4")
    for row, h in enumerate(hashes.tolist(), 1):
        at = h & (size - 1)
        while keys[at]:
            at = (at + 1) & (size - 1)
        keys[at], rows[at] = h, row
    return keys, rows


def main():
    checkpoint, path = sys.argv[1:3]
    embed_top = float(sys.argv[3]) if len(sys.argv) > 3 else EMBED_TOP
    s = torch.load(checkpoint, weights_only=False)
    net, c = {k: v.float().numpy() for k, v in s["net"].items()}, s["config"]
    out = model_file.read(path) if os.path.exists(path) else {}
    out = {k: v for k, v in out.items() if not k.startswith("network/")}

    def dense(name, key, step):
        w = net[key + ".weight"]
        scale = np.maximum(np.abs(w).max(1, keepdims=True) / WEIGHT_LEVELS, 1e-8).astype(np.float32)
        out[f"network/{name}.w"] = np.rint(w / scale).astype("i1").tobytes()
        out[f"network/{name}.s"] = (scale[:, 0] * np.float32(step)).astype("<f4").tobytes()
        out[f"network/{name}.b"] = net[key + ".bias"].astype("<f4").tobytes()

    sizes = [c["hidden"], c["layers"], c["arc"], c["label"], c["tag"], c["name"], c["joints"], c["deprels"], c["uner"], c["news"]]
    out["network/config"] = np.array(sizes, dtype="<u4").tobytes()
    keys, rows = hash_table(s["hashes"])
    out["network/words"], out["network/rows"] = keys.tobytes(), rows.tobytes()
    for i in range(len(TABLES)):
        e = np.rint(np.clip(net[f"tables.{i}.weight"], -embed_top, embed_top) * (127 / embed_top))
        out[f"network/table{i}"] = (e + 128).astype("u1").tobytes()
    dense("input", "input", embed_top / 127)
    for i in range(c["layers"]):
        dense(f"layer{i}", f"layers.{i}", 1 / 127)
    dense("heads", "heads", 1 / 127)
    for name in ("label", "tags", "names"):
        dense("labels" if name == "label" else name, "to_" + name, RELU_TOP / 255)
    assert net["arc_scale"] > 0  # it does not change which tree is best, and is left out
    out["network/root_arc"] = np.rint(np.tanh(net["root_arc"]) * 63).astype("i1").tobytes()
    out["network/root_label"] = net["root_label"].astype("<f4").tobytes()
    out["network/feats"] = "\n".join(s["joints"]).encode()
    out["network/deprels"] = "\n".join(s["deprels"]).encode()
    out["network/uner"] = "\n".join(corpus.UNER).encode()
    out["network/news"] = "\n".join(corpus.NEWS).encode()
    model_file.write(path, out)
    print(path, os.path.getsize(path), "bytes")


if __name__ == "__main__":
    main()
