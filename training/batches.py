# SPDX-License-Identifier: Apache-2.0
"""From the corpora's arrays to batches: the vocabulary, exchanged names, the endless feed."""

import re

import numpy as np
import torch

from features import features
from lexicon import MODIFIER, NOUN, VERB


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
        self.drop = torch.from_numpy(np.minimum(0.5, 0.06 + 2.0 / (self.counts + 3)).astype(np.float32))


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

    def apply(self, types, tags, rng, share=0.5):
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
