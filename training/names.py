# SPDX-License-Identifier: Apache-2.0
"""Trains the names network: a small recurrent network of its own over the frozen encoder of train.py.

    x0 = tanh(W [e; s])    e: own embeddings of the word's features and lists, s: the encoder's last layer
    two layers of two-way gated recurrence (network.py), then one score for each label
    the best sequence by these scores and learned transitions

    python names.py CHECKPOINT --data DATA --cache WORK/cache --out WORK/names.pt

The encoder has learned the names of its training sentences nearly by heart, and is surer of them than of others'. So this
network hears little of it in training: the encoder loses channels and words' spellings, and most of its last layer is hidden.
"""

import argparse
import copy
import json
import math
import time

import numpy as np
import torch
from torch import nn

import corpus
from batches import Substitutes, Vocabulary, collate
from features import TABLES
from network import EMBED_TOP, Linear, Mode, Network, Recur, lose_channels, round_ste

WIDTHS = [64, 8, 16, 16, 16, 8, 16, 24, 24, 32]  # of the own tables, as TABLES
LISTS = 32  # width of the row for each set of word lists
INPUT = sum(WIDTHS) + LISTS
LABELS = len(corpus.UNER)
SOURCES = {"ewt": 0, "news": 0, "state": 0, "gum": 1, "names": 2, "taught": 0}  # who draws names alike shares the last layer


class NamesNetwork(nn.Module):
    def __init__(self, words, states, hidden=192, layers=2):
        super().__init__()
        self.config = dict(words=words, states=states, hidden=hidden, layers=layers)
        self.tables = nn.ModuleList()
        for (kind, rows, _), width in zip(TABLES, WIDTHS):
            t = nn.Embedding(words if kind == "word" else rows, width)
            nn.init.uniform_(t.weight, -0.15, 0.15)
            self.tables.append(t)
        self.lists = nn.Embedding(256, LISTS)
        nn.init.normal_(self.lists.weight, 0, 0.1)
        self.input = Linear(INPUT + states, hidden)
        self.layers = nn.ModuleList(Linear(hidden, 3 * hidden) for _ in range(layers))
        with torch.no_grad():
            for l in self.layers:
                l.bias[hidden : 2 * hidden] = torch.linspace(-0.5, 2.0, hidden // 2).repeat(2)
        self.outputs = nn.ModuleList(Linear(hidden, LABELS) for _ in range(3))
        self.moves = nn.Parameter(torch.zeros(LABELS, LABELS))  # [from][to]

    def forward(self, rows, states, mask, mode, source=0, drop=0.0, drop_states=0.0):
        q = (lambda v: round_ste(v, 127, 1.0)) if mode.quantise else (lambda v: v)
        lose = lose_channels if self.training else (lambda v, p: v)
        e = torch.cat([t(rows[..., i]) for i, t in enumerate(self.tables)] + [self.lists(rows[..., -1])], -1)
        e = round_ste(e, 127, EMBED_TOP) if mode.quantise else e
        x = torch.cat([lose(e, drop), lose(states, drop_states)], -1)
        x = q(torch.tanh(self.input(x, mode)))
        for layer in self.layers:
            x = q(Recur.apply(layer(lose(x, drop), mode), x, mask))
        return self.outputs[source](lose(x, drop), mode)


def allowed_moves():
    """What no sequence may do: go on with a name that has not begun."""
    no = torch.zeros(LABELS, LABELS)
    for to in range(2, LABELS, 2):
        for frm in range(LABELS):
            if frm not in (to, to - 1):
                no[frm, to] = -1e4
    return no


FORBIDDEN = allowed_moves()
FORBIDDEN_START = torch.tensor([-1e4 if i and i % 2 == 0 else 0.0 for i in range(LABELS)])


def crf_loss(scores, gold, mask, moves):
    """Negative log-likelihood of each sentence; scores: [time, sentence, label]; gold with -1 outside."""
    moves = moves + FORBIDDEN
    alpha = scores[0] + FORBIDDEN_START
    g = gold.clamp_min(0)
    path = scores[0].gather(1, g[0][:, None])[:, 0]
    for t in range(1, scores.shape[0]):
        new = torch.logsumexp(alpha[:, :, None] + moves, 1) + scores[t]
        on = mask[t][:, None]
        alpha = torch.where(on, new, alpha)
        step = scores[t].gather(1, g[t][:, None])[:, 0] + moves[g[t - 1], g[t]]
        path = path + torch.where(mask[t], step, torch.zeros_like(step))
    return torch.logsumexp(alpha, 1) - path


def soft_loss(scores, soft, mask, moves):
    """The same where each word has probabilities of its labels, [time, sentence, label]: expected over them, neighbours apart."""
    alpha = scores[0] + FORBIDDEN_START
    path = (scores * soft * mask[..., None]).sum((0, 2))
    for t in range(1, scores.shape[0]):
        new = torch.logsumexp(alpha[:, :, None] + moves + FORBIDDEN, 1) + scores[t]
        alpha = torch.where(mask[t][:, None], new, alpha)
    both = soft[:-1, :, :, None] * soft[1:, :, None, :] * (FORBIDDEN == 0)
    both = both / both.sum((2, 3), keepdim=True).clamp_min(1e-6) * mask[1:, :, None, None]
    return torch.logsumexp(alpha, 1) - path - (both.sum(0) * moves).sum((1, 2))


def add_taught(d, paths):
    """Adds the sentences that names_teacher.py labelled, as one more source; gives the labels' probabilities, a row a word."""
    files = [np.load(p) for p in paths]
    t = {k: np.concatenate([f[k] for f in files]) for k in ("type", "soft")}
    t["start"] = np.cumsum([0] + [n for f in files for n in np.diff(f["start"])])
    words, sentences = len(t["type"]), len(t["start"]) - 1
    soft = np.concatenate([np.zeros((len(d["type"]), LABELS), np.float16), t["soft"]])
    fill = {"type": t["type"], "uner": t["soft"].argmax(1).astype(np.int8), "head": np.zeros(words, np.int16)}
    for key in ("type", "upos", "joint", "head", "deprel", "uner", "news"):
        d[key] = np.concatenate([d[key], fill.get(key, np.full(words, -1, d[key].dtype))])
    d["start"] = np.concatenate([d["start"], d["start"][-1] + t["start"][1:]])
    d["source"] = np.concatenate([d["source"], np.full(sentences, len(d["sources"]), np.int8)])
    d["weight"] = np.concatenate([d["weight"], np.ones(sentences, np.float32)])
    d["sources"] = d["sources"] + ["taught"]
    return soft


def viterbi(scores, moves):
    """The best labels of one sentence: scores [time, label]."""
    moves = moves + FORBIDDEN.numpy()
    best, back = scores[0] + FORBIDDEN_START.numpy(), []
    for t in range(1, len(scores)):
        total = best[:, None] + moves
        back.append(total.argmax(0))
        best = total.max(0) + scores[t]
    out = [int(best.argmax())]
    for b in reversed(back):
        out.append(int(b[out[-1]]))
    return out[::-1]


@torch.no_grad()
def encode(net, rows, mask, mode, drop=0.0):
    """The encoder's last layer, as Network.forward computes it."""
    q = (lambda v: round_ste(v, 127, 1.0)) if mode.quantise else (lambda v: v)
    lose = (lambda v: lose_channels(v, drop)) if drop else (lambda v: v)
    x = q(torch.tanh(net.input(lose(net.embed(rows, mode)), mode, net.input_lexicon)))
    for layer in net.layers:
        x = q(Recur.apply(layer(lose(x), mode), x, mask))
    return x


class Feed:
    """Batches of one source each, sentences of like length together."""

    def __init__(self, d, rng, tokens):
        self.d, self.rng, self.tokens = d, rng, tokens
        self.length = np.diff(d["start"])
        named = d["uner"][d["start"][:-1]] >= 0
        known = [s for s in SOURCES if s in d["sources"]]
        self.pools = {s: np.flatnonzero((d["source"] == d["sources"].index(s)) & (self.length <= 120) & named) for s in known}
        self.queues = {s: [] for s in known}

    def next(self, source):
        if not self.queues[source]:
            pool = self.rng.permutation(self.pools[source])[: 4000]
            pool = pool[np.argsort(self.length[pool] * self.rng.uniform(0.8, 1.2, len(pool)), kind="stable")]
            batch, longest, out = [], 0, []
            for i in pool:
                longest = max(longest, self.length[i])
                if batch and longest * (len(batch) + 1) > self.tokens:
                    out.append(batch)
                    batch, longest = [], self.length[i]
                batch.append(i)
            out.append(batch)
            self.queues[source] = [out[i] for i in self.rng.permutation(len(out))]
        return self.queues[source].pop()


def mend(d):
    """Lets every name begin with B-: what the teacher or a cut leaves as a stray I- becomes one."""
    labels = d["uner"]
    before = np.concatenate([[0], labels[:-1]])
    before[d["start"][:-1].clip(max=len(labels) - 1)] = 0
    within = (labels > 0) & (labels % 2 == 0)
    stray = within & (before != labels) & (before != labels - 1)
    labels[stray] -= 1


def measure(names, net, d, vocab, quantise):
    names.eval()
    mode = Mode(False, quantise, True)
    pick = np.flatnonzero(d["source"] == d["sources"].index("ewt_dev"))
    pick = pick[np.argsort(np.diff(d["start"])[pick], kind="stable")]
    moves = names.moves.detach().numpy()
    hits, gold_n, found_n = {}, {}, {}
    with torch.no_grad():
        for at in range(0, len(pick), 60):
            batch = pick[at : at + 60]
            rows, mask, gold, _ = collate(d, vocab, batch)
            m = mask[..., None].float()
            scores = names(rows, encode(net, rows, m, mode), m, mode).numpy()
            for b in range(len(batch)):
                n = int(mask[:, b].sum())
                if gold["uner"][0, b] < 0:
                    continue
                g = set(corpus.spans([corpus.UNER[i] for i in gold["uner"][:n, b].tolist()]))
                s = set(corpus.spans([corpus.UNER[i] for i in viterbi(scores[:n, b], moves)]))
                for into, spans in ((gold_n, g), (found_n, s), (hits, g & s)):
                    for x in spans:
                        into[x[2]] = into.get(x[2], 0) + 1
    names.train()
    out = {k: round(200 * hits.get(k, 0) / max(1, gold_n[k] + found_n.get(k, 0)), 2) for k in gold_n}
    total = sum(gold_n.values()) + sum(found_n.values())
    out["all"] = round(200 * sum(hits.values()) / total, 2)
    out["P"] = round(100 * sum(hits.values()) / max(1, sum(found_n.values())), 2)
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkpoint")
    p.add_argument("--data", required=True)
    p.add_argument("--cache", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--steps", type=int, default=1000)
    p.add_argument("--tokens", type=int, default=1000)
    p.add_argument("--lr", type=float, default=3e-3)
    p.add_argument("--drop", type=float, default=0.3)
    p.add_argument("--drop-states", type=float, default=0.7)
    p.add_argument("--drop-encoder", type=float, default=0.3)
    p.add_argument("--drop-words", type=float, default=0.5, help="share of words whose spelling the own tables do not see")
    p.add_argument("--hide", type=float, default=0.0, help="share of words whose spelling the encoder does not see either")
    p.add_argument("--hidden", type=int, default=128)
    p.add_argument("--layers", type=int, default=2)
    p.add_argument("--shares", type=float, nargs=5, default=(0.45, 0.2, 0.1, 0.13, 0.12), help="of ewt, news, state, gum, names")
    p.add_argument("--taught", nargs="*", help="labels of names_teacher.py")
    p.add_argument("--taught-share", type=float, default=0.5, help="of the words, beside the other corpora's shares")
    p.add_argument("--quantise-from", type=float, default=0.85)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--eval-every", type=int, default=500)
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    rng = np.random.default_rng(a.seed)
    d = corpus.load(a.data, a.cache)
    mend(d)
    s = torch.load(a.checkpoint, weights_only=False)
    c = s["config"]
    net = Network(c["words"], c["joints"], c["deprels"], c["uner"], c["news"], c["hidden"], c["layers"])
    net.load_state_dict(s["net"])
    net.eval()
    lexicon = dict(s["lexicon"])
    vocab = Vocabulary(d, s["args"]["least"], lexicon)
    assert (vocab.hashes == s["hashes"]).all()
    substitutes = Substitutes(d, vocab)
    soft = add_taught(d, a.taught) if a.taught else None
    names = NamesNetwork(c["words"], c["hidden"], a.hidden, a.layers)
    shadow = copy.deepcopy(names)
    opt = torch.optim.Adam(names.parameters(), lr=a.lr, betas=(0.9, 0.98), eps=1e-8, fused=True)
    feed = Feed(d, rng, a.tokens)
    kinds, shares = ["ewt", "news", "state", "gum", "names"], np.array(a.shares) / sum(a.shares)
    if a.taught:
        kinds, shares = kinds + ["taught"], np.append(shares * (1 - a.taught_share), a.taught_share)
    shares = np.cumsum(shares)
    total, began, words = 0.0, time.time(), 0
    for step in range(a.steps):
        t = step / a.steps
        rate = a.lr * (0.5 + 0.5 * math.cos(math.pi * t)) * min(1.0, (step + 1) / 100) + 1e-6
        for g in opt.param_groups:
            g["lr"] = rate
        source = kinds[int(np.searchsorted(shares, rng.random()))]
        batch = feed.next(source)
        rows, mask, gold, weight = collate(d, vocab, batch, rng, substitutes=None if source == "taught" else substitutes)
        spelled = rows[..., 0].clone()
        rows[..., 0] = spelled.masked_fill(torch.rand(spelled.shape) < vocab.drop[spelled].clamp_min(a.hide), 0)
        m = mask[..., None].float()
        mode = Mode(True, t >= a.quantise_from, True)
        states = encode(net, rows, m, mode, a.drop_encoder)
        own = rows.clone()
        own[..., 0] = rows[..., 0].masked_fill(torch.rand(spelled.shape) < a.drop_words, 0)
        scores = names(own, states, m, mode, SOURCES[source], a.drop, a.drop_states)
        if source == "taught":
            at = d["start"][batch][None, :] + np.arange(len(mask))[:, None]
            loss = soft_loss(scores, torch.from_numpy(soft[at.clip(max=len(soft) - 1)]).float(), mask, names.moves)
        else:
            loss = crf_loss(scores, gold["uner"], mask, names.moves)
        loss = (loss * weight[0]).sum() / mask.sum()
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(names.parameters(), 1.0)
        opt.step()
        words += int(mask.sum())
        with torch.no_grad():
            keep = min(0.998, (1 + step) / (10 + step))
            for e, q in zip(shadow.parameters(), names.parameters()):
                e.lerp_(q, 1 - keep)
        total += loss.item()
        if (step + 1) % a.eval_every == 0:
            print(step + 1, words, f"{words / (time.time() - began):.0f}/s", f"{total / a.eval_every:.4f}",
                  json.dumps(measure(shadow, net, d, vocab, mode.quantise)), flush=True)
            total = 0.0
    torch.save({"net": shadow.state_dict(), "config": names.config, "args": vars(a)}, a.out)


if __name__ == "__main__":
    main()
