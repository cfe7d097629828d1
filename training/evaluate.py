# SPDX-License-Identifier: Apache-2.0
"""Figures over the held-out sets during training."""

import numpy as np
import torch

import corpus
from batches import collate


def f1(gold, guess):
    hit = len(gold & guess)
    return 200.0 * hit / max(1, len(gold) + len(guess))


@torch.no_grad()
def evaluate(net, d, vocab, mode, tokens=3000):
    """Greedy figures over the held-out sets; the C++ program's are the ones that count."""
    net.eval()
    base = np.array([r.split(":")[0] for r in d["deprels"]])
    upos_of = np.array([corpus.UPOS.index(j.split("|")[0]) for j in d["joints"]])
    same = torch.from_numpy(upos_of)
    out = {}
    for source in ("ewt_dev", "gum_dev", "news_dev", "gmb_dev"):
        pick = np.flatnonzero(d["source"] == d["sources"].index(source))
        pick = pick[np.argsort(np.diff(d["start"])[pick], kind="stable")]
        hit = dict.fromkeys(("upos", "feats", "uas", "las", "clas"), 0)
        words, gu, su, gn, sn = 0, set(), set(), set(), set()
        at = 0
        while at < len(pick):
            k = at + 1
            while k < len(pick) and (k + 1 - at) * (d["start"][pick[k] + 1] - d["start"][pick[k]]) <= tokens:
                k += 1
            batch = pick[at:k]
            at = k
            rows, mask, gold, _ = collate(d, vocab, batch)
            dep, head, ld, lh, tags, names = net(rows, mask[..., None].float(), mode)
            arcs = net.arcs(dep, head, mode)
            arcs = arcs.masked_fill(~torch.cat([torch.ones(mask.shape[1], 1, dtype=torch.bool), mask.t()], 1)[:, None, :], -1e4)
            heads = arcs.argmax(-1)
            labels = net.labels(ld, lh, heads, mode).argmax(-1)
            m = mask.t()
            upos = tags[..., :17].argmax(-1)
            joint = tags[..., 17:].masked_fill(same[None, None] != upos[..., None], -1e4).argmax(-1)
            words += int(mask.sum())
            hit["upos"] += int(((upos == gold["upos"]) & mask).sum())
            hit["feats"] += int(((joint == gold["joint"]) & mask).sum())
            right = (heads == gold["head"].t()) & m
            hit["uas"] += int(right.sum())
            gd = gold["deprel"].t()
            hit["las"] += int((right & torch.from_numpy((base[labels] == base[gd.clamp_min(0)]) & (gd >= 0).numpy())).sum())
            hit["clas"] += int((right & (labels == gd)).sum())
            u = net.config["uner"]
            for key, tagset, logits, g, s in (("uner", corpus.UNER, names[..., :u], gu, su), ("news", corpus.NEWS, names[..., u:], gn, sn)):
                guess = logits.argmax(-1)
                for b in range(len(batch)):
                    n = int(mask[:, b].sum())
                    if gold[key][0, b] < 0:
                        continue
                    for into, ids in ((g, gold[key][:n, b]), (s, guess[:n, b])):
                        for x in corpus.spans([tagset[int(i)] for i in ids]):
                            kind = "LOC" if x[2] in ("GEO", "GPE", "NORP") else x[2]
                            if kind in ("PER", "ORG", "LOC"):
                                into.add((int(batch[b]), x[0], x[1], kind))
        r = {k: round(100.0 * v / words, 2) for k, v in hit.items()}
        if source == "gmb_dev":
            r = {}
        if gu:
            r["uner"] = round(f1(gu, su), 2)
        if gn:
            r["news"] = round(f1(gn, sn), 2)
        out[source] = r
    net.train()
    return out
