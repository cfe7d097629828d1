# SPDX-License-Identifier: Apache-2.0
"""Trains the language network: see README.md for the commands."""

import argparse
import json
import math
import os
import time

import numpy as np
import torch
from torch.nn import functional as F

import corpus
from batches import Feed, Substitutes, Vocabulary, collate
from evaluate import evaluate
from network import Mode, Network


STRIDE = 50  # steps between two looks at the clock


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


class Course:
    """How far a run is and what holds there, settled every STRIDE steps and written down, so that an interrupted run can
    go on, with other settings if need be, and the whole be repeated from the file.

    A row: share of the run that is done, learning rate, dropout, weight of names, whether the word lists are in.
    """

    def __init__(self, a):
        self.a, self.path = a, a.schedule or os.path.join(a.out, "schedule.txt")
        self.rows, self.begun, self.spent = [], time.time(), 0.0
        if a.schedule:
            self.read()

    def read(self):
        with open(self.path) as f:
            self.rows = [tuple(map(float, line.split())) for line in f]

    def go_on(self, step, spent):
        self.begun, self.spent = time.time(), spent
        if not self.a.schedule:
            self.read()
            del self.rows[step // STRIDE + 1 :]

    def seconds(self):
        return self.spent + time.time() - self.begun

    def at(self, step):
        a = self.a
        if len(self.rows) == step // STRIDE:
            t = round(step / a.steps if a.steps else self.seconds() / (60 * a.minutes), 5)
            rate = round(a.lr * (0.5 + 0.5 * math.cos(math.pi * min(1.0, t))) + 1e-6, 8)
            self.rows.append((t, rate, a.drop, 1.0 if t < 0.25 else a.names, float(bool(a.lexicon) and t >= a.lexicon_from)))
            with open(os.path.join(a.out, "schedule.txt"), "w") as f:
                f.writelines(" ".join(f"{x:g}" for x in row) + "\n" for row in self.rows)
        return self.rows[step // STRIDE]


class Run:
    def __init__(self, a):
        self.a, self.d = a, corpus.load(a.data, a.cache)
        d = self.d
        self.vocab = Vocabulary(d, a.least, dict(np.load(a.lexicon)) if a.lexicon else None)
        self.substitutes = Substitutes(d, self.vocab) if a.lexicon else None
        self.net = Network(self.vocab.size, len(d["joints"]), len(d["deprels"]), len(corpus.UNER), len(corpus.NEWS), a.hidden, a.layers)
        late = [self.net.lexicon.weight, self.net.input_lexicon]
        early = [q for q in self.net.parameters() if not any(q is x for x in late)]
        self.opt = torch.optim.Adam([{"params": early}, {"params": late}], lr=a.lr, betas=(0.9, 0.98), eps=1e-8, fused=True)
        self.feed, self.rng = Feed(d, a.seed, a.tokens), np.random.default_rng(a.seed + 1)
        self.step, self.seen = 0, 0
        self.course = Course(a)
        self.last = os.path.join(a.out, "last.pt")
        if a.resume and os.path.exists(self.last):
            self.resume()
        self.sums, self.since, self.seen_then = {}, time.time(), self.seen
        weights = sum(q.numel() for q in self.net.parameters())
        print("words", self.vocab.size, "weights", weights, "outside the tables",
              weights - sum(t.weight.numel() for t in self.net.tables), flush=True)

    def resume(self):
        s = torch.load(self.last, weights_only=False)
        self.net.load_state_dict(s["net"])
        self.opt.load_state_dict(s["opt"])
        self.feed.rng.bit_generator.state, self.rng.bit_generator.state = s["rng"]
        self.feed.queue, self.feed.gold_left, self.feed.silver_left = s["feed"]
        torch.set_rng_state(s["torch"])
        self.step, self.seen = s["step"], s["seen"]
        self.course.go_on(self.step, s["spent"])

    def save(self):
        torch.save({"net": self.net.state_dict(), "opt": self.opt.state_dict(),
                    "rng": (self.feed.rng.bit_generator.state, self.rng.bit_generator.state),
                    "feed": (self.feed.queue, self.feed.gold_left, self.feed.silver_left), "torch": torch.get_rng_state(),
                    "step": self.step, "seen": self.seen, "spent": self.course.seconds(), "config": self.net.config,
                    "args": vars(self.a), "hashes": self.vocab.hashes, "lexicon": self.vocab.lexicon,
                    "joints": self.d["joints"], "deprels": self.d["deprels"]}, self.last + ".part")
        os.replace(self.last + ".part", self.last)

    def batch(self, t):
        a = self.a
        share = a.gold[0] if t < 0.75 else a.gold[0] + (a.gold[1] - a.gold[0]) * min(1.0, (t - 0.75) / 0.1)
        rows, mask, gold, weight = collate(self.d, self.vocab, self.feed.next(share), self.rng,
                                           substitutes=self.substitutes if t >= a.substitutes_from else None)
        words = rows[..., 0]
        rows[..., 0] = words.masked_fill(torch.rand(words.shape) < self.vocab.drop[words], 0)
        return rows, mask, gold, weight

    def learn(self):
        t, rate, drop, names_weight, lexicon = self.course.at(self.step)
        self.mode = Mode(True, t >= self.a.quantise_from, lexicon > 0)
        for g in self.opt.param_groups:
            g["lr"] = rate * min(1.0, (self.step + 1) / 300)
        rows, mask, gold, weight = self.batch(t)
        loss, parts = losses(self.net, rows, mask, gold, weight, self.mode, drop, names_weight)
        self.opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 2.0)
        self.opt.step()
        self.step += 1
        self.seen += int(mask.sum())
        for k, v in parts.items():
            self.sums[k] = self.sums.get(k, 0.0) + v

    def report(self):
        now = time.time()
        print(f"step {self.step} words {self.seen / 1e6:.2f}M {(self.seen - self.seen_then) / (now - self.since):.0f}/s  "
              + " ".join(f"{k} {v / 100:.3f}" for k, v in self.sums.items()), flush=True)
        self.sums, self.since, self.seen_then = {}, now, self.seen

    def measure(self):
        figures = evaluate(self.net, self.d, self.vocab, Mode(False, self.mode.quantise, self.mode.lexicon))
        row = json.dumps({"step": self.step, "words": self.seen, "seconds": round(self.course.seconds()), "figures": figures})
        print(row, flush=True)
        with open(os.path.join(self.a.out, "curve.jsonl"), "a") as f:
            f.write(row + "\n")

    def go(self):
        while self.course.at(self.step)[0] < 1:
            self.learn()
            done = self.course.at(self.step)[0] >= 1
            if self.step % 100 == 0:
                self.report()
            if self.step % self.a.eval_every == 0 or done:
                self.measure()
            if self.step % 1000 == 0 or done:
                self.save()


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--cache", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--steps", type=int, default=0, help="length of the run")
    p.add_argument("--minutes", type=float, default=0, help="or its length by the clock; its course is written to OUT/schedule.txt")
    p.add_argument("--schedule", help="or the course of an earlier run, to repeat it")
    p.add_argument("--tokens", type=int, default=1500, help="words a batch")
    p.add_argument("--lr", type=float, default=2.5e-3)
    p.add_argument("--drop", type=float, default=0.05)
    p.add_argument("--layers", type=int, default=5)
    p.add_argument("--hidden", type=int, default=256)
    p.add_argument("--gold", type=float, nargs=2, default=(0.2, 0.45), help="share of gold words, at first and in the last quarter")
    p.add_argument("--names", type=float, default=2.5, help="weight of names after the first quarter, in which trees come first")
    p.add_argument("--quantise-from", type=float, default=0.85)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--lexicon", help="word lists, as lexicon.py writes them")
    p.add_argument("--lexicon-from", type=float, default=0.0, help="when they join")
    p.add_argument("--substitutes-from", type=float, default=0.3, help="when names begin to be exchanged for others of the lists")
    p.add_argument("--least", type=int, default=3, help="how often a word must occur to stand in the vocabulary")
    p.add_argument("--eval-every", type=int, default=6000)
    p.add_argument("--resume", action="store_true")
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    os.makedirs(a.out, exist_ok=True)
    Run(a).go()


if __name__ == "__main__":
    main()
