# SPDX-License-Identifier: Apache-2.0
"""A large teacher for the names network: a pretrained transformer, fine-tuned on UNER, that labels sentences for names.py.

    python names_teacher.py train MODEL.onnx CHECKPOINT --data DATA --cache WORK/cache --out WORK/teacher.pt
    python names_teacher.py label MODEL.onnx CHECKPOINT --data DATA --cache WORK/cache --teacher WORK/teacher.pt --out WORK/labels.npz

MODEL.onnx holds weights of BERT's kind, uncased, 12 layers 384 wide; its tokenizer stands beside it. What the pieces do
not say, a word's outline and the word lists that it stands in, is added to them and given to the last layer again.
CHECKPOINT (of train.py) gives the word lists. Labels are probabilities of each word's label, for sentences of the corpora
and for sentences of EWT in which words were exchanged: those the encoder under the names network does not know by heart.
"""

import argparse
import json
import time

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch import nn
from transformers import BertConfig, BertModel

import corpus
import names
from batches import Vocabulary
from features import TABLES

WIDTH, CLS, SEP, UNKNOWN = 384, 101, 102, 100
SHAPE = [t[0] for t in TABLES].index("shape")
KINDS = ["ewt", "gum", "names"]  # the corpora with names by hand; each has a last layer of its own


def load_bert(path):
    graph = onnx.load(path).graph
    tensors = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    weights = {k: torch.from_numpy(v.copy()) for k, v in tensors.items() if k.startswith(("embeddings.", "encoder."))}
    for n in graph.node:
        if n.op_type == "MatMul" and n.input[1] in tensors:
            key = n.name[1:].replace("/MatMul", "").replace("/", ".") + ".weight"
            weights[key] = torch.from_numpy(tensors[n.input[1]].T.copy())
    bert = BertModel(BertConfig(vocab_size=30522, hidden_size=WIDTH, num_hidden_layers=12, num_attention_heads=12,
                                intermediate_size=1536), add_pooling_layer=False)
    missing, _ = bert.load_state_dict(weights, strict=False)
    assert not missing, missing
    return bert


class Pieces:
    """The pieces of every type of the corpora."""

    def __init__(self, path, forms):
        tokenizer = Tokenizer.from_file(path.removesuffix(".onnx") + "-tokenizer.json")
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self.of = [e.ids[:8] or [UNKNOWN] for e in tokenizer.encode_batch(forms, add_special_tokens=False)]
        self.count = np.array([len(p) for p in self.of])

    def batch(self, sentences, rows):
        """sentences: arrays of types. Gives pieces, mask, outlines, lists, and where each word's first piece is."""
        lines = [[(CLS, 0, 0)] + [(p, rows[t, SHAPE] + 1, rows[t, -1]) for t in s for p in self.of[t]] + [(SEP, 0, 0)] for s in sentences]
        longest = max(map(len, lines))
        grid = np.zeros((len(lines), longest, 3), dtype=np.int64)
        mask = np.zeros((len(lines), longest), dtype=np.int64)
        for i, line in enumerate(lines):
            grid[i, : len(line)] = line
            mask[i, : len(line)] = 1
        sentence = np.repeat(np.arange(len(lines)), [len(s) for s in sentences])
        first = np.concatenate([1 + np.concatenate([[0], np.cumsum(self.count[s])[:-1]]) for s in sentences])
        return torch.from_numpy(grid), torch.from_numpy(mask), torch.from_numpy(sentence), torch.from_numpy(first)


class Teacher(nn.Module):
    def __init__(self, bert):
        super().__init__()
        self.bert = bert
        self.shapes, self.lists = nn.Embedding(TABLES[SHAPE][1] + 1, WIDTH), nn.Embedding(256, WIDTH)
        self.last_shapes, self.last_lists = nn.Embedding(TABLES[SHAPE][1] + 1, 48), nn.Embedding(256, 48)
        for t in (self.shapes, self.lists):
            nn.init.zeros_(t.weight)
        self.hidden = nn.Linear(WIDTH + 96, 192)
        self.outputs = nn.ModuleList(nn.Linear(192, names.LABELS) for _ in KINDS)

    def forward(self, grid, mask, sentence, first, kind):
        e = self.bert.embeddings.word_embeddings(grid[..., 0]) + self.shapes(grid[..., 1]) + self.lists(grid[..., 2])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            h = self.bert(inputs_embeds=e, attention_mask=mask).last_hidden_state
        at = grid[sentence, first]
        x = torch.cat([h.float()[sentence, first], self.last_shapes(at[:, 1]), self.last_lists(at[:, 2])], -1)
        x = nn.functional.gelu(self.hidden(nn.functional.dropout(x, 0.1, self.training)))
        return self.outputs[kind](nn.functional.dropout(x, 0.1, self.training))


def cut(order, length, most):
    """Batches of at most `most` pieces with the padding, from sentences in order of length."""
    out, batch = [], []
    for i in order:
        if batch and max(length[i], length[batch[0]]) * (len(batch) + 1) > most:
            out.append(batch)
            batch = []
        batch.append(i)
    return out + [batch] if batch else out


@torch.no_grad()
def label(net, pieces, rows, sentences, kind=0):
    """Probabilities of the labels of each sentence's words."""
    net.eval()
    length = [int(pieces.count[s].sum()) + 2 for s in sentences]
    out = [None] * len(sentences)
    for batch in cut(sorted(range(len(sentences)), key=lambda i: length[i]), length, 3000):
        p = torch.softmax(net(*pieces.batch([sentences[i] for i in batch], rows), kind), -1).numpy()
        at = 0
        for i in batch:
            out[i] = p[at : at + len(sentences[i])]
            at += len(sentences[i])
    return out


def of(d, *sources):
    """Sentences of these sources that have names."""
    pick = np.flatnonzero(np.isin(d["source"], [d["sources"].index(s) for s in sources]))
    return [i for i in pick if 0 < d["start"][i + 1] - d["start"][i] <= 120 and d["uner"][d["start"][i]] >= 0]


def measure(net, pieces, rows, d):
    pick = of(d, "ewt_dev")
    tags = [[corpus.UNER[x] for x in d["uner"][d["start"][i] : d["start"][i + 1]]] for i in pick]
    gold, found, hits = {}, {}, {}
    none = np.zeros((names.LABELS, names.LABELS), np.float32)
    for t, p in zip(tags, label(net, pieces, rows, [d["type"][d["start"][i] : d["start"][i + 1]] for i in pick])):
        g = set(corpus.spans(t))
        s = set(corpus.spans([corpus.UNER[x] for x in names.viterbi(np.log(p + 1e-9), none)]))
        for into, spans in ((gold, g), (found, s), (hits, g & s)):
            for x in spans:
                into[x[2]] = into.get(x[2], 0) + 1
    out = {k: round(200 * hits.get(k, 0) / (gold[k] + found.get(k, 0)), 2) for k in gold}
    out["all"] = round(200 * sum(hits.values()) / (sum(gold.values()) + sum(found.values())), 2)
    return out


def train(net, pieces, rows, d, a):
    rng = np.random.default_rng(a.seed)
    own = {id(p) for p in net.bert.parameters()}
    groups = [{"params": list(net.bert.parameters()), "base": a.lr, "weight_decay": 0.01},
              {"params": [p for p in net.parameters() if id(p) not in own], "base": 1e-3, "weight_decay": 0.0}]
    opt = torch.optim.AdamW(groups, lr=a.lr, fused=True)
    length = np.add.reduceat(pieces.count[d["type"]], d["start"][:-1]) + 2
    named = np.add.reduceat((d["uner"] > 0).astype(int), d["start"][:-1]) > 0
    corpora = [np.array(of(d, k)) for k in KINDS]

    def plan(epoch):
        """Batches (corpus, sentences) of an epoch: EWT, half of what has no names, and now and then the others."""
        out = []
        for kind, pool in enumerate(corpora):
            share = [1.0, a.gum, a.names][kind]
            pool = pool[(rng.random(len(pool)) < share) & (named[pool] | (rng.random(len(pool)) < a.nameless))]
            pool = pool[np.argsort(length[pool] * rng.uniform(0.9, 1.1, len(pool)), kind="stable")]
            out += [(kind, b) for b in cut(pool, length, a.pieces)]
        return [out[i] for i in rng.permutation(len(out))]

    plans = [plan(e) for e in range(a.epochs)]
    steps, step = sum(map(len, plans)), 0
    print(steps, "steps", flush=True)
    for epoch, batches in enumerate(plans):
        net.train()
        began, total, words = time.time(), 0.0, 0
        for kind, batch in batches:
            t = step / steps
            for g in opt.param_groups:
                g["lr"] = g["base"] * min(1.0, 10 * (t + 1 / steps)) * max(0.02, 1 - t)
            sentences = [d["type"][d["start"][i] : d["start"][i + 1]] for i in batch]
            gold = torch.from_numpy(np.concatenate([d["uner"][d["start"][i] : d["start"][i + 1]] for i in batch]).astype(np.int64))
            loss = nn.functional.cross_entropy(net(*pieces.batch(sentences, rows), kind), gold, reduction="sum")
            total, words = total + loss.item(), words + len(gold)
            opt.zero_grad(set_to_none=True)
            (loss / 250).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            opt.step()
            step += 1
            if step % 20 == 0:
                print(step, words, f"{total / words:.4f}", f"{words / (time.time() - began):.0f}/s", flush=True)
        torch.save(net.state_dict(), a.out)
        print("epoch", epoch, json.dumps(measure(net, pieces, rows, d)), flush=True)


class Exchange:
    """Sentences of EWT with other names and other words in them, for the teacher to label anew."""

    def __init__(self, d, rng):
        self.d, self.rng = d, rng
        spans = {k: set() for k in ("PER", "ORG", "LOC")}
        for i in of(d, "ewt", "gum", "names", "news", "state"):
            at = slice(d["start"][i], d["start"][i + 1])
            if (d["uner"][at] > 0).any():
                for b, e, k in corpus.spans([corpus.UNER[x] for x in d["uner"][at]]):
                    if e - b <= 6:
                        spans[k].add(tuple(d["type"][at][b:e].tolist()))
        self.spans = {k: sorted(v) for k, v in spans.items()}
        first = np.array([f[:1].isupper() for f in d["forms"]])
        self.lower, self.upper = (np.array([getattr(f, how)() and len(f) > 1 for f in d["forms"]]) for how in ("islower", "isupper"))
        self.key = d["joint"].astype(np.int64) * 2 + first[d["type"]]  # tags, and whether a capital begins the word
        plain = np.flatnonzero((d["uner"] <= 0) & (d["joint"] >= 0))
        types, counts = np.unique(self.key[plain] * len(d["forms"]) + d["type"][plain], return_counts=True)
        keys = types // len(d["forms"])
        self.pools = {}
        for k in np.unique(keys):
            weight = np.sqrt(counts[keys == k])
            self.pools[int(k)] = (types[keys == k] % len(d["forms"]), np.cumsum(weight) / weight.sum())

    def apply(self, i, share):
        d, rng = self.d, self.rng
        begin, end = d["start"][i], d["start"][i + 1]
        types = d["type"][begin:end]
        out, at = [], 0
        for b, e, k in corpus.spans([corpus.UNER[x] for x in d["uner"][begin:end]]) + [(len(types), len(types), None)]:
            out += [self.word(begin + j, share) for j in range(at, b)]
            at = e
            if k is None or rng.random() > 0.8:
                out += types[b:e].tolist()
                continue
            new = self.name(k)
            if self.lower[types[b:e]].all():
                new = d["variants"][new, 1].tolist()
            elif self.upper[types[b:e]].all() and rng.random() < 0.7:
                new = d["variants"][new, 0].tolist()
            out += new
        return np.array(out)

    def name(self, kind):
        """Another name, of the same type mostly."""
        rng = self.rng
        pool = self.spans[kind if rng.random() < 0.6 else ("PER", "ORG", "LOC")[rng.integers(3)]]
        return list(pool[rng.integers(len(pool))])

    def word(self, j, share):
        if self.rng.random() < share and int(self.key[j]) in self.pools:
            types, sums = self.pools[int(self.key[j])]
            return int(types[min(np.searchsorted(sums, self.rng.random()), len(types) - 1)])
        return int(self.d["type"][j])


def write_labels(net, pieces, rows, d, a):
    rng = np.random.default_rng(a.seed)
    exchange = Exchange(d, rng)
    named = np.add.reduceat((d["uner"] > 0).astype(int), d["start"][:-1]) > 0
    ewt = [i for i in of(d, "ewt") if d["start"][i + 1] - d["start"][i] <= 80]
    sentences = []
    for i in ewt:
        for _ in range(a.copies if named[i] else rng.random() < a.nameless):
            sentences.append(exchange.apply(i, a.share))
    print(len(sentences), "sentences of EWT", flush=True)
    sentences += [d["type"][d["start"][i] : d["start"][i + 1]] for i in of(d, *a.plain)]
    began = time.time()
    found = []
    for at in range(0, len(sentences), 4000):
        found += label(net, pieces, rows, sentences[at : at + 4000])
        words = sum(map(len, sentences[: at + 4000]))
        print(at, words, f"{words / (time.time() - began):.0f}/s", flush=True)
        if at // 4000 % 2 or at + 4000 >= len(sentences):
            np.savez(a.out, type=np.concatenate(sentences[: len(found)]).astype(np.int32),
                     start=np.cumsum([0] + [len(s) for s in sentences[: len(found)]]),
                     soft=np.concatenate(found).astype(np.float16))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("what", choices=["train", "label"])
    p.add_argument("model")
    p.add_argument("checkpoint")
    p.add_argument("--data", required=True)
    p.add_argument("--cache", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--teacher")
    p.add_argument("--epochs", type=int, default=2)
    p.add_argument("--lr", type=float, default=1.5e-4)
    p.add_argument("--pieces", type=int, default=700)
    p.add_argument("--nameless", type=float, default=0.4, help="share of EWT's sentences without names")
    p.add_argument("--gum", type=float, default=0.0)
    p.add_argument("--names", type=float, default=0.34)
    p.add_argument("--copies", type=int, default=3, help="of each sentence of EWT with names, words exchanged")
    p.add_argument("--plain", nargs="*", default=["gum", "names"], help="corpora whose sentences are labelled as they are")
    p.add_argument("--share", type=float, default=0.15, help="of words exchanged beside names")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    d = corpus.load(a.data, a.cache)
    names.mend(d)
    s = torch.load(a.checkpoint, weights_only=False)
    vocab = Vocabulary(d, s["args"]["least"], dict(s["lexicon"]))
    pieces = Pieces(a.model, d["forms"])
    net = Teacher(load_bert(a.model))
    if a.what == "train":
        train(net, pieces, vocab.rows, d, a)
    else:
        net.load_state_dict(torch.load(a.teacher))
        write_labels(net, pieces, vocab.rows, d, a)


if __name__ == "__main__":
    main()
