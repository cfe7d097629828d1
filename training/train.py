# SPDX-License-Identifier: Apache-2.0
"""Trains the language network: see README.md for the commands."""

import argparse
import json
import math
import os
import re
import time

import numpy as np
import torch
from torch.nn import functional as F

import corpus
from features import features
from lexicon import MODIFIER, NOUN, VERB
from network import Mode, Network


STRIDE = 50


class Vocabulary:
    """Word rows: 0 is for words unknown, then those frequent enough in training."""

    def __init__(self, d, least, lexicon=None):
        train = [i for i, s in enumerate(d["sources"]) if not s.endswith("_dev")]
        lengths = np.diff(d["start"])
        source = np.repeat(d["source"], lengths)
        gold = np.isin(source, [d["sources"].index("ewt"), d["sources"].index("gum")])
        counts = np.bincount(d["type"], weights=np.where(gold, 2.0, 1.0) * np.isin(source, train), minlength=len(d["forms"]))
        hashes, inverse = np.unique(d["hash"], return_inverse=True)
        total = np.bincount(inverse, weights=counts)
        kept = np.flatnonzero(total >= least)
        row = np.zeros(len(hashes), dtype=np.int64)
        row[kept] = np.arange(1, len(kept) + 1)
        self.hashes = hashes[kept]  # row i + 1 is for hash i
        self.size = len(kept) + 1
        self.counts = np.concatenate([[1e9], total[kept]])
        # A type's row in each table, and last the bits of the word lists that it stands in.
        self.lexicon = lexicon or {"hashes": np.zeros(1, np.uint64), "bits": np.zeros(1, np.uint8)}
        at = np.searchsorted(self.lexicon["hashes"], d["hash"]).clip(max=len(self.lexicon["hashes"]) - 1)
        bits = np.where(self.lexicon["hashes"][at] == d["hash"], self.lexicon["bits"][at], 0).astype(np.int64)
        self.rows = np.concatenate([row[inverse][:, None], d["buckets"], bits[:, None]], 1)
        self.drop = torch.from_numpy(np.minimum(0.5, 0.03 + 0.6 / (self.counts + 1)).astype(np.float32))


class Substitutes:
    """Other names for the names of a sentence, so that the network learns the place of a name and not its letters alone."""

    def __init__(self, d, vocab):
        lists = vocab.lexicon
        bits = vocab.rows[:, -1]
        self.apt = np.array([re.fullmatch("[A-Z][a-z]{2,}", f) is not None for f in d["forms"]])
        self.rare = self.apt & (bits & (NOUN | VERB | MODIFIER) == 0)
        row = dict(zip(vocab.hashes.tolist(), range(1, vocab.size)))
        bits_of = dict(zip(lists["hashes"].tolist(), lists["bits"].tolist()))
        self.pools, more, at = {}, [], len(vocab.rows)
        for name in ("given", "surname", "place"):
            for form in lists[name].tolist():
                f = features(form)
                more.append([row.get(f[0], 0)] + f[1:] + [bits_of.get(f[0], 0)])
            self.pools[name] = (at, at + len(lists[name]))
            at += len(lists[name])
        vocab.rows = np.concatenate([vocab.rows, np.array(more, dtype=np.int64)])

    def draw(self, rng, name):
        return int(rng.integers(*self.pools[name]))

    def apply(self, types, tags, rng, share=0.3):
        """types, tags: [time, sentence]; in `share` of the sentences, changes types in place."""
        for k in np.flatnonzero((rng.random(types.shape[1]) < share) & (tags > 0).any(0)):
            new = {}
            for t in np.flatnonzero(tags[:, k] > 0):
                old, tag = int(types[t, k]), int(tags[t, k])
                goes_on = t + 1 < len(tags) and tags[t + 1, k] == tag + tag % 2
                if old >= len(self.apt) or not self.apt[old]:
                    continue
                if old not in new:
                    if tag in (1, 2):
                        given = goes_on if tag == 1 and goes_on else tag == 1 and rng.random() < 0.4
                        new[old] = self.draw(rng, "given" if given else "surname")
                    elif tag == 5 and not goes_on:
                        new[old] = self.draw(rng, "place")
                    elif tag in (3, 4) and self.rare[old]:
                        new[old] = self.draw(rng, "surname" if rng.random() < 0.5 else "place")
                    else:
                        new[old] = old
                types[t, k] = new[old]


class Feed:
    """Endless batches of about `tokens` words, sentences of like length together."""

    def __init__(self, d, seed, tokens, longest=160):
        self.d, self.tokens, self.longest = d, tokens, longest
        self.rng = np.random.default_rng(seed)
        length = np.diff(d["start"])
        fit = length <= longest

        def of(*names):
            return np.flatnonzero(np.isin(d["source"], [d["sources"].index(n) for n in names]) & fit)

        self.gold, self.silver = of("ewt", "gum", "names"), of("news", "state")
        self.length = length
        self.queue, self.gold_left, self.silver_left = [], [], []

    def take(self, pool, left, words):
        out, got = [], 0
        while got < words:
            if not len(left):
                left.extend(self.rng.permutation(pool).tolist())
            i = left.pop()
            out.append(i)
            got += self.length[i]
        return out

    def next(self, gold_share):
        if not self.queue:
            words = 60 * self.tokens
            chosen = np.array(self.take(self.gold, self.gold_left, words * gold_share)
                              + self.take(self.silver, self.silver_left, words * (1 - gold_share)))
            chosen = chosen[np.argsort(self.length[chosen] * self.rng.uniform(0.95, 1.05, len(chosen)), kind="stable")]
            batch, longest = [], 0
            for i in chosen:
                longest = max(longest, self.length[i])
                if batch and longest * (len(batch) + 1) > self.tokens * 1.05:
                    self.queue.append(batch)
                    batch, longest = [], self.length[i]
                batch.append(i)
            self.queue.append(batch)
            self.queue = [self.queue[i] for i in self.rng.permutation(len(self.queue))]
        return self.queue.pop()


def collate(d, vocab, batch, rng=None, weight_power=2.0, substitutes=None):
    """Arrays [time, sentence] of one batch; with rng, sentences are now and then recased or lose their full stop."""
    starts, ends = d["start"][batch].copy(), d["start"][np.array(batch) + 1].copy()
    if rng is not None:
        for k in np.flatnonzero(rng.random(len(batch)) < 0.03):
            s, e = starts[k], ends[k]
            if e - s > 3 and d["upos"][e - 1] == 12 and not (d["head"][s : e - 1] == e - s).any():
                ends[k] -= 1
    n = ends - starts
    T, B = int(n.max()), len(batch)
    at = starts[None, :] + np.arange(T)[:, None]
    real = np.arange(T)[:, None] < n[None, :]
    at = np.where(real, at, 0)
    types = d["type"][at]
    if rng is not None:
        how = rng.random(B)
        for low, k in ((0.0, 0), (0.015, 1), (0.025, 2)):
            pick = (how >= low) & (how < low + (0.015 if k == 0 else 0.01))
            if pick.any():
                types[:, pick] = d["variants"][types[:, pick], k]
        if substitutes:
            substitutes.apply(types, np.where(real, d["uner"][at], -1), rng)
    rows = torch.from_numpy(vocab.rows[types])
    mask = torch.from_numpy(real)

    def lab(key):
        return torch.from_numpy(np.where(real, d[key][at], -1).astype(np.int64))

    weight = torch.from_numpy(np.broadcast_to(d["weight"][batch] ** weight_power, (T, B)).astype(np.float32))
    return rows, mask, {k: lab(k) for k in ("upos", "joint", "head", "deprel", "uner", "news")}, weight


def weighted(logits, target, weight):
    keep = target >= 0
    if not keep.any():
        return logits.sum() * 0
    w = weight[keep]
    return (F.cross_entropy(logits[keep], target[keep], reduction="none") * w).sum()


def losses(net, rows, mask, gold, weight, mode, drop, names_weight=1.0):
    m = mask[..., None].float()
    dep, head, ld, lh, tags, names = net(rows, m, mode, drop)
    arcs = net.arcs(dep, head, mode)
    arcs = arcs.masked_fill(~torch.cat([torch.ones(mask.shape[1], 1, dtype=torch.bool), mask.t()], 1)[:, None, :], -1e4)
    heads = gold["head"].t()
    labels = net.labels(ld, lh, heads.clamp_min(0), mode)
    w = weight.t()
    u = net.config["uner"]
    parts = {
        "arc": weighted(arcs, heads, w),
        "label": weighted(labels, gold["deprel"].t(), w),
        "upos": weighted(tags[..., :17], gold["upos"], weight),
        "feats": weighted(tags[..., 17:], gold["joint"], weight) * 0.5,
        "uner": weighted(names[..., :u], gold["uner"], weight) * names_weight,
        "news": weighted(names[..., u:], gold["news"], weight) * names_weight,
    }
    n = mask.sum()
    return sum(parts.values()) / n, {k: float(v.detach()) / int(n) for k, v in parts.items()}


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


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--cache", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--steps", type=int, default=0, help="length of the run")
    p.add_argument("--minutes", type=float, default=0, help="or its length by the clock; its course is written to OUT/schedule.txt")
    p.add_argument("--schedule", help="or the course of an earlier run, to repeat it to the letter")
    p.add_argument("--tokens", type=int, default=3000)
    p.add_argument("--lr", type=float, default=2e-3)
    p.add_argument("--drop", type=float, default=0.05)
    p.add_argument("--layers", type=int, default=5)
    p.add_argument("--hidden", type=int, default=256)
    p.add_argument("--gold", type=float, nargs=2, default=(0.2, 0.5), help="share of gold words, at the start and in the last quarter")
    p.add_argument("--names", type=float, default=2.5, help="weight of names after the first quarter, in which trees come first")
    p.add_argument("--quantise-from", type=float, default=0.75)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--lexicon", help="word lists, as lexicon.py writes them")
    p.add_argument("--lexicon-from", type=float, default=0.5, help="when they join")
    p.add_argument("--substitutes-from", type=float, default=0.7, help="when names begin to be exchanged for others of the lists")
    p.add_argument("--least", type=int, default=4)
    p.add_argument("--eval-every", type=int, default=2000)
    p.add_argument("--resume", action="store_true")
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    os.makedirs(a.out, exist_ok=True)
    d = corpus.load(a.data, a.cache)
    vocab = Vocabulary(d, a.least, dict(np.load(a.lexicon)) if a.lexicon else None)
    substitutes = Substitutes(d, vocab) if a.lexicon else None
    net = Network(vocab.size, len(d["joints"]), len(d["deprels"]), len(corpus.UNER), len(corpus.NEWS), a.hidden, a.layers)
    print("words", vocab.size, "weights", sum(q.numel() for q in net.parameters()),
          "beside embeddings", sum(q.numel() for n, q in net.named_parameters() if "tables" not in n), flush=True)
    late = [net.lexicon.weight, net.input_lexicon]
    early = [q for q in net.parameters() if not any(q is x for x in late)]
    opt = torch.optim.Adam([{"params": early}, {"params": late}], lr=a.lr, betas=(0.9, 0.98), eps=1e-8, fused=True)
    feed, rng = Feed(d, a.seed, a.tokens), np.random.default_rng(a.seed + 1)
    step, seen, spent = 0, 0, 0.0
    last = os.path.join(a.out, "last.pt")
    if a.resume and os.path.exists(last):
        s = torch.load(last, weights_only=False)
        net.load_state_dict(s["net"], strict=False)
        if len(s["opt"]["param_groups"]) == 1:
            n = len(s["opt"]["param_groups"][0]["params"])
            s["opt"]["param_groups"].append({**s["opt"]["param_groups"][0], "params": [n, n + 1]})
        opt.load_state_dict(s["opt"])
        feed.rng.bit_generator.state, rng.bit_generator.state = s["rng"]
        feed.queue, feed.gold_left, feed.silver_left = s["feed"]
        torch.set_rng_state(s["torch"])
        step, seen, spent = s["step"], s["seen"], s["spent"]
    begun = since = time.time()
    sums, mark = {}, 0
    log = open(os.path.join(a.out, "curve.jsonl"), "a")

    # The course of the run, settled every STRIDE steps and written down: how much of it is done, learning rate, dropout,
    # weight of names, whether the word lists are in. So an interrupted run can go on with other settings, and the whole be repeated from the file.
    course = []
    if a.schedule or step:
        with open(a.schedule or os.path.join(a.out, "schedule.txt")) as f:
            course = [tuple(map(float, line.split())) for line in f]
        course = [row if len(row) == 5 else row + (0.0,) for row in course]
    if not a.schedule:
        del course[step // STRIDE + 1 :]

    def setting():
        if step % STRIDE == 0 and len(course) == step // STRIDE:
            t = round(step / a.steps if a.steps else (spent + time.time() - begun) / (60 * a.minutes), 5)
            rate = round(a.lr * (0.5 + 0.5 * math.cos(math.pi * min(1.0, t))) + 1e-6, 8)
            course.append((t, rate, a.drop, 1.0 if t < 0.25 else a.names, float(bool(a.lexicon) and t >= a.lexicon_from)))
            with open(os.path.join(a.out, "schedule.txt"), "w") as f:
                f.writelines(" ".join(f"{x:g}" for x in row) + "\n" for row in course)
        return course[step // STRIDE]

    while setting()[0] < 1:
        t, rate, drop, names_weight, lexicon = setting()
        mode = Mode(True, t >= a.quantise_from, lexicon > 0)
        warm = min(1.0, (step + 1) / 300)
        for g in opt.param_groups:
            g["lr"] = rate * warm
        share = a.gold[0] if t < 0.75 else a.gold[0] + (a.gold[1] - a.gold[0]) * min(1.0, (t - 0.75) / 0.1)
        rows, mask, gold, weight = collate(d, vocab, feed.next(share), rng, substitutes=substitutes if t >= a.substitutes_from else None)
        words = rows[..., 0]
        gone = torch.rand(words.shape) < vocab.drop[words]
        rows[..., 0] = words.masked_fill(gone, 0)
        loss, parts = losses(net, rows, mask, gold, weight, mode, drop, names_weight)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        opt.step()
        step += 1
        seen += int(mask.sum())
        mark += int(mask.sum())
        for k, v in parts.items():
            sums[k] = sums.get(k, 0.0) + v
        if step % 100 == 0:
            now = time.time()
            print(f"step {step} words {seen / 1e6:.2f}M {mark / (now - since):.0f}/s  "
                  + " ".join(f"{k} {v / 100:.3f}" for k, v in sums.items()), flush=True)
            since, sums, mark = now, {}, 0
        if step % a.eval_every == 0 or setting()[0] >= 1:
            figures = evaluate(net, d, vocab, Mode(False, mode.quantise, mode.lexicon))
            row = {"step": step, "words": seen, "seconds": round(spent + time.time() - begun), "figures": figures}
            print(json.dumps(row), flush=True)
            log.write(json.dumps(row) + "\n")
            log.flush()
            since = time.time()
        if step % 1000 == 0 or setting()[0] >= 1:
            torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "rng": (feed.rng.bit_generator.state, rng.bit_generator.state),
                        "feed": (feed.queue, feed.gold_left, feed.silver_left), "torch": torch.get_rng_state(), "step": step, "seen": seen,
                        "spent": spent + time.time() - begun, "config": net.config, "args": vars(a), "hashes": vocab.hashes, "lexicon": vocab.lexicon,
                        "joints": d["joints"], "deprels": d["deprels"]}, last + ".part")
            os.replace(last + ".part", last)


if __name__ == "__main__":
    main()
