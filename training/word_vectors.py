# SPDX-License-Identifier: Apache-2.0
"""Learns word vectors for the relation network from analysed text, and from them what the lexicon would say of any word.

    entente parse TEXT ... > text.conllu      # the raw text: news, statements, speeches
    python word_vectors.py words.vectors text.conllu ... --lexicon ../data/lexicon.tsv --wordnet /usr/share/wordnet

A word is a lemma and its class. Its contexts are the words within three places and, twice as heavy, its neighbours in the
tree with the relation between them. The matrix of positive pointwise mutual information (contexts smoothed by the power
0.75) is cut to its 100 strongest dimensions: Levy, Goldberg, Dagan (2015), Improving Distributional Similarity with Lessons
Learned from Word Embeddings. To them come the 16 event types that a small network, trained on the lexicon's words, gives the
word from its vector and its WordNet categories; words of the lexicon get what networks say that have not seen them.

The file: count and width, sorted keys (extract/relations/network_inputs.h, word_key), rows of signed bytes, 64 steps to one.
"""

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # sums in one order: the same bytes at every run

import argparse
import collections
import random
import struct

import numpy as np
import scipy.sparse as sparse
import torch
from scipy.sparse.linalg import svds

CLASSES = {"VERB": "V", "NOUN": "N", "ADJ": "J", "PROPN": "P", "ADV": "R"}  # others: x
KEYS = {"V": 1, "N": 2, "J": 3, "P": 4, "R": 5, "x": 6}
KEPT = "VNJR"  # names would teach who is friend with whom
TYPES = ["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
         "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
WINDOW, LEAST_WORD, LEAST_CONTEXT, SMOOTHING, TREE_WEIGHT, DIMENSIONS = 3, 4, 6, 0.75, 2, 100
CATEGORIES = 45  # WordNet's lexicographer files
MASK = (1 << 32) - 1


def sentences(paths):
    """Each a list of (word, head, relation, tag)."""
    for path in paths:
        rows = []
        with open(path, encoding="utf-8") as f:
            for line in f:
                if line == "\n":
                    if rows:
                        yield rows
                    rows = []
                elif line[0] != "#":
                    c = line.split("\t")
                    if "-" not in c[0]:
                        rows.append((c[2].lower() + "|" + CLASSES.get(c[3], "x"), int(c[6]), c[7], c[3]))


def count(paths):
    words = collections.Counter()
    for s in sentences(paths):
        words.update(r[0] for r in s)
    vocabulary = {w: i for i, w in enumerate(w for w, n in words.most_common() if n >= LEAST_WORD)}
    context_of, rows, columns = {}, [], []

    def context(*key):
        return context_of.setdefault(key, len(context_of)) + 1_000_000

    for s in sentences(paths):
        ids = [vocabulary.get(r[0], -1) for r in s]
        for i, word in enumerate(ids):
            if word < 0 or s[i][3] == "PUNCT":
                continue
            for j in range(max(0, i - WINDOW), min(len(s), i + WINDOW + 1)):
                if j != i and ids[j] >= 0 and s[j][3] != "PUNCT":
                    rows.append(word)
                    columns.append(ids[j])
            head, relation = s[i][1] - 1, s[i][2]
            if head >= 0 and ids[head] >= 0:
                for _ in range(TREE_WEIGHT):
                    rows += [word, ids[head]]
                    columns += [context("h", relation, ids[head]), context("d", relation, word)]
    ones = np.ones(len(rows), np.float32)
    return vocabulary, sparse.coo_matrix((ones, (np.array(rows, np.int32), np.array(columns, np.int32)))).tocsr()


def vectors_of(counts):
    sums = np.asarray(counts.sum(0)).ravel()
    counts = counts[:, sums >= LEAST_CONTEXT]
    word_sums, total = np.asarray(counts.sum(1)).ravel(), counts.sum()
    context_sums = sums[sums >= LEAST_CONTEXT] ** SMOOTHING
    context_sums *= total / context_sums.sum()
    counts = counts.tocoo()
    information = np.log(np.maximum(counts.data * total / (word_sums[counts.row] * context_sums[counts.col]), 1e-9))
    positive = information > 0
    matrix = sparse.csr_matrix((information[positive], (counts.row[positive], counts.col[positive])), counts.shape, np.float32)
    u, s, _ = svds(matrix.astype(np.float64), k=DIMENSIONS, v0=np.ones(min(matrix.shape)), rng=0)
    u *= np.sign(u[np.abs(u).argmax(0), np.arange(DIMENSIONS)])  # either sign would do
    vectors = (u * np.sqrt(s)).astype(np.float32)
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def categories_of(vocabulary, wordnet):
    found = collections.defaultdict(lambda: np.zeros(CATEGORIES, np.float32))
    for pos, cls in (("verb", "V"), ("noun", "N"), ("adj", "J")):
        category = {}
        for line in open(f"{wordnet}/data.{pos}", errors="replace"):
            if not line.startswith("  "):
                offset, number, _ = line.split(" ", 2)
                category[offset] = int(number)
        for line in open(f"{wordnet}/index.{pos}"):
            if not line.startswith("  "):
                fields = line.split()
                for rank, offset in enumerate(fields[-int(fields[2]):][:4]):
                    found[fields[0] + "|" + cls][category[offset]] += 1 / (rank + 1)
    rows = np.stack([found[w] if w in found else np.zeros(CATEGORIES, np.float32) for w in vocabulary])
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-6)


def lexicon_types(path, vocabulary):
    types = collections.defaultdict(set)
    for line in open(path, encoding="utf-8"):
        if line.startswith("#") or "\t" not in line:
            continue
        lemma, pos, kind = line.rstrip("\n").split("\t")[:3]
        word = lemma + "|" + {"verb": "V", "noun": "N", "adj": "J", "adjective": "J"}[pos]
        if word in vocabulary:
            types[word] |= {kind} if kind in TYPES else set()
    return types


def learn_types(x, y):
    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(x.shape[1], 96), torch.nn.ReLU(), torch.nn.Dropout(0.4), torch.nn.Linear(96, 16))
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.05)
    x, y = torch.tensor(x * 2), torch.tensor(y)
    for _ in range(250):
        i = torch.randint(0, len(x), (512,))
        loss = torch.nn.functional.binary_cross_entropy_with_logits(model(x[i]), y[i])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    model.eval()
    return lambda z: torch.sigmoid(model(torch.tensor(z * 2))).detach().numpy()


def types_of(vocabulary, vectors, categories, lexicon):
    x = np.concatenate([vectors, categories * 0.7], 1).astype(np.float32)
    lemmas = {w.split("|")[0] for w in lexicon}
    others = [i for w, i in vocabulary.items() if w[-1] in "VNJ" and w not in lexicon and w.split("|")[0] not in lemmas][:3000]
    others = random.Random(1).sample(others, min(1500, len(others)))
    known = np.array([vocabulary[w] for w in lexicon] + others)
    y = np.array([[t in lexicon[w] for t in TYPES] for w in lexicon] + [[False] * 16] * len(others), np.float32)
    fold = np.random.RandomState(0).randint(0, 5, len(known))
    unseen = np.zeros((len(known), 16), np.float32)
    for k in range(5):
        unseen[fold == k] = learn_types(x[known[fold != k]], y[fold != k])(x[known[fold == k]])
    stated = y.sum(1) > 0
    print(f"{stated.sum()} words of the lexicon, likeliest type right: {np.mean([y[i, unseen[i].argmax()] for i in np.where(stated)[0]]):.3f}")
    types = learn_types(x[known], y)(x)
    types[known] = unseen
    return types


def hash_text(data):
    h = 2166136261
    for c in data:
        h = (h ^ c) * 16777619 & MASK
    return h


def mix(a, b):
    h = (a * 0x9E3779B1 & MASK) ^ (b + 0x7F4A7C15 + (a << 6 & MASK) + (a >> 2) & MASK)
    h ^= h >> 15
    h = h * 0x85EBCA77 & MASK
    return h ^ h >> 13


def write(path, vocabulary, rows):
    keyed = sorted((mix(hash_text(w.rsplit("|", 1)[0].encode()), KEYS[w[-1]]), i) for w, i in vocabulary.items() if w[-1] in KEPT)
    keys = np.array([k for k, _ in keyed], dtype="<u4")
    data = np.clip(np.round(rows[[i for _, i in keyed]] * 64), -127, 127).astype(np.int8)
    with open(path, "wb") as f:
        f.write(struct.pack("<II", *data.shape) + keys.tobytes() + data.tobytes())
    print(f"{path}: {data.shape[0]} words, {data.shape[1]} bytes each")


def main():
    p = argparse.ArgumentParser()
    p.add_argument("out")
    p.add_argument("text", nargs="+")
    p.add_argument("--lexicon", required=True)
    p.add_argument("--wordnet", required=True)
    a = p.parse_args()
    torch.set_num_threads(1)
    vocabulary, counts = count(a.text)
    vectors = vectors_of(counts)
    lexicon = lexicon_types(a.lexicon, vocabulary)
    types = types_of(vocabulary, vectors, categories_of(vocabulary, a.wordnet), lexicon)
    write(a.out, vocabulary, np.concatenate([vectors * 3, types * 1.5], 1))


if __name__ == "__main__":
    main()
