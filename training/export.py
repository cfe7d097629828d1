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
from features import LEXICON_WIDTH, TABLES
from network import EMBED_TOP, RELU_TOP, WEIGHT_LEVELS


def hash_table(hashes, lexicon):
    """Open addressing: keys, and for each its row in the vocabulary with the bits of its word lists above."""
    values = {h: b << 24 for h, b in zip(lexicon["hashes"].tolist(), lexicon["bits"].tolist()) if b}
    for row, h in enumerate(hashes.tolist(), 1):
        values[h] = values.get(h, 0) | row
    size = 1 << (len(values) * 4 // 3).bit_length()
    keys, rows = [0] * size, [0] * size
    for h in sorted(values):
        at = h & (size - 1)
        while keys[at]:
            at = (at + 1) & (size - 1)
        keys[at], rows[at] = h, values[h]
    return np.array(keys, dtype="<u8"), np.array(rows, dtype="<u4")


def main():
    checkpoint, path = sys.argv[1:3]
    embed_top = float(sys.argv[3]) if len(sys.argv) > 3 else EMBED_TOP
    s = torch.load(checkpoint, weights_only=False)
    net, c = {k: v.float().numpy() for k, v in s["net"].items()}, s["config"]
    out = model_file.read(path) if os.path.exists(path) else {}
    out = {k: v for k, v in out.items() if not k.startswith("network/")}

    if not s["args"].get("lexicon"):
        s["lexicon"] = {"hashes": np.zeros(0), "bits": np.zeros(0)}
        net["lexicon.weight"], net["input_lexicon"] = np.zeros((256, LEXICON_WIDTH)), np.zeros((c["hidden"], LEXICON_WIDTH), np.float32)

    def embedding(name, key):
        e = np.rint(np.clip(net[key + ".weight"], -embed_top, embed_top) * (127 / embed_top))
        out["network/" + name] = (e + 128).astype("u1").tobytes()

    def dense(name, key, step):
        w = net[key + ".weight"]
        if name == "input":
            w = np.concatenate([w, net["input_lexicon"]], 1)
        scale = np.maximum(np.abs(w).max(1, keepdims=True) / WEIGHT_LEVELS, 1e-8).astype(np.float32)
        out[f"network/{name}.w"] = np.rint(w / scale).astype("i1").tobytes()
        out[f"network/{name}.s"] = (scale[:, 0] * np.float32(step)).astype("<f4").tobytes()
        out[f"network/{name}.b"] = net[key + ".bias"].astype("<f4").tobytes()

    sizes = [c["hidden"], c["layers"], c["arc"], c["label"], c["tag"], c["name"], c["joints"], c["deprels"], c["uner"], c["news"]]
    out["network/config"] = np.array(sizes, dtype="<u4").tobytes()
    keys, rows = hash_table(s["hashes"], s["lexicon"])
    out["network/words"], out["network/rows"] = keys.tobytes(), rows.tobytes()
    for i in range(len(TABLES)):
        embedding(f"table{i}", f"tables.{i}")
    embedding("lexicon", "lexicon")
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
