# SPDX-License-Identifier: Apache-2.0
"""Trains the relation network on what `entente_train_relations --dump DIR` wrote.

    python relation_network.py DIR --vectors words.vectors --scores DIR/scores.bin --out relations.network

The network (extract/relations/relation_network.h has its twin) sees an ordered pair of actors through frames, each a
predicate with the roles of the two:

    s, t  = relu of a layer over the heads of the two mentions             (64 each)
    u     = relu of a layer over a token near the path between them, its place and order; two means of all u under the
            attention relu(u + layer over s, t), and the greatest of each  (3 x 64)
    g     = relu of a layer over s, t, those, kinds, forms, numbers        (128)
    f     = relu(layer over the predicate + role rows of both + relu(role pair) + lexicon fits + s' + t' + g')
    z[k]  = log sum over frames of exp(out(f)[k] + weight of the lexicon's fit for k)  +  pair(g)[k]  +  pair(g)[16]

where a token is the language network's last layer, the vector of its lemma and its rows (tag, relation, lexicon). It is
trained on the log-loss of each type. `--scores` gives each pair the log-odds of networks that have not seen its document
(five folds), from which the judge of all evidence learns; `--out` is a network of all documents.
"""

import argparse
import concurrent.futures
import json
import multiprocessing
import struct

import numpy as np
import torch
from torch import nn

TYPES = 16
STATE, TOKEN_ROWS, ROLE_ROWS, FIT_ROWS, FITS, KINDS, FORMS, NUMBERS, PLACES, ORDERS = 256, 108, 66, 112, 7, 25, 49, 10, 11, 10
FOLDS = 5
MAGIC = b"ENTRELN1"


class Corpus:
    """The pairs of all documents as flat tensors; frames of pair i are rows first[i]:first[i + 1]."""

    def __init__(self, folder, keys):
        states = np.fromfile(folder + "/states.bin", dtype=np.uint8).reshape(-1, STATE)
        word_of = {int(k): i + 1 for i, k in enumerate(keys)}  # 0: unknown
        tokens, rows, words = [], [], []  # tokens of sentences with pairs: row of states, multi-hot, word
        frames, roles, fits, first, pairs, labels, weights, fold = [], [], [], [0], [], [], [], []
        context, context_first = [], [0]
        begin = 0
        for line in open(folder + "/documents.jsonl", encoding="utf-8"):
            document = json.loads(line)
            starts = np.concatenate([[0], np.cumsum(document["sentences"])]) + begin
            begin = int(starts[-1])
            base = {}
            for sentence, described in document["tokens"]:
                base[sentence] = len(tokens)
                for i, (key, active) in enumerate(described):
                    tokens.append(starts[sentence] + i)
                    rows.append(active)
                    words.append(word_of.get(key, 0))
            for (sentence, _, _), label, (s, t, kinds, forms, numbers, framed, near) in document["pairs"]:
                b = base[sentence]
                for p, fs, ft, source_role, target_role, fit in framed:
                    frames.append((b + p, b + fs, b + ft))
                    roles.append((source_role, target_role))
                    fits.append(fit)
                first.append(len(frames))
                context.extend((b + i, place, order) for i, place, order in near)
                context_first.append(len(context))
                pairs.append((b + s, b + t, kinds, forms, *numbers))
                y, w = np.zeros(TYPES, np.float32), np.ones(TYPES, np.float32)
                for k in label:
                    if k >= 200:
                        w[k - 200] = 0  # stated in another sentence
                    else:
                        y[k % 100] = 1
                        w[k % 100] = 1 if k >= 100 else 0.3  # one that need not be found
                labels.append(y)
                weights.append(w)
                fold.append(document["fold"])
        self.states = torch.from_numpy(states[np.array(tokens)])
        self.rows = many_hot(rows, TOKEN_ROWS)
        self.words = torch.tensor(words)
        self.frames = torch.tensor(frames)
        self.source_roles = many_hot([r[0] for r in roles], ROLE_ROWS)
        self.target_roles = many_hot([r[1] for r in roles], ROLE_ROWS)
        self.fits = many_hot(fits, FIT_ROWS)
        self.first = np.array(first)
        self.context, self.context_first = torch.tensor(context), np.array(context_first)
        pairs = np.array(pairs)
        self.ends, self.kinds, self.forms = (torch.from_numpy(pairs[:, i].astype(np.int64)) for i in (slice(0, 2), 2, 3))
        self.numbers = torch.from_numpy(pairs[:, 4:].astype(np.float32))
        self.labels, self.weights = torch.from_numpy(np.array(labels)), torch.from_numpy(np.array(weights))
        self.fold = np.array(fold)


def many_hot(rows, width):
    out = torch.zeros(len(rows), width, dtype=torch.uint8)
    i = torch.tensor([i for i, r in enumerate(rows) for _ in r])
    out[i, torch.tensor([v for r in rows for v in r])] = 1
    return out


def ragged(first, pairs):
    """The rows of `pairs`, to which of them each belongs, and its place among that one's rows."""
    begin, count = first[pairs.numpy()], first[pairs.numpy() + 1] - first[pairs.numpy()]
    place = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    return (torch.from_numpy(np.repeat(begin, count) + place), torch.from_numpy(np.repeat(np.arange(len(pairs)), count)),
            torch.from_numpy(place))


class Network(nn.Module):
    def __init__(self, vectors, end=64, hidden=128, role=48, drop=0.5):
        super().__init__()
        self.register_buffer("vectors", torch.cat([torch.zeros(1, vectors.shape[1]), vectors]))
        token = STATE + vectors.shape[1] + TOKEN_ROWS
        self.source, self.target, self.predicate = nn.Linear(token, end), nn.Linear(token, end), nn.Linear(token, hidden)
        self.source_role, self.target_role = (nn.Linear(ROLE_ROWS, hidden, bias=False) for _ in range(2))
        self.role_source, self.role_target = nn.Linear(ROLE_ROWS, role, bias=False), nn.Linear(ROLE_ROWS, role)
        self.roles = nn.Linear(role, hidden, bias=False)
        self.fits = nn.Linear(FIT_ROWS, hidden, bias=False)
        self.frame_source, self.frame_target = (nn.Linear(end, hidden, bias=False) for _ in range(2))
        self.frame_pair = nn.Linear(hidden, hidden, bias=False)
        self.frame_out = nn.Linear(hidden, TYPES)
        self.fit_weight = nn.Parameter(torch.tensor([0, 0.2, 0.5, 0.5, 0.2, 0.8, 2.0]))
        self.kinds, self.forms = nn.Embedding(KINDS, 16), nn.Embedding(FORMS, 12)
        self.context, self.query, self.attention = nn.Linear(token, end), nn.Linear(2 * end, end), nn.Linear(end, 2)
        self.places, self.orders = nn.Embedding(PLACES, end), nn.Embedding(ORDERS, end)
        nn.init.normal_(self.places.weight, 0, 0.1)
        nn.init.normal_(self.orders.weight, 0, 0.1)
        self.pair = nn.Linear(5 * end + 16 + 12 + NUMBERS, hidden)
        self.pair_out = nn.Linear(hidden, TYPES + 1)
        self.drop = nn.Dropout(drop)
        nn.init.constant_(self.frame_out.bias, -2)
        nn.init.constant_(self.pair_out.bias, -1)

    def token(self, c, at):
        return self.drop(torch.cat([(c.states[at].float() - 128) / 127, self.vectors[c.words[at]], c.rows[at].float()], -1))

    def pooled(self, c, pairs, s, t):
        at, owner, place = ragged(c.context_first, pairs)
        tokens, places, orders = c.context[at].unbind(1)
        unique, back = tokens.unique(return_inverse=True)
        u = torch.relu(self.context(self.token(c, unique))[back] + self.places(places) + self.orders(orders))
        query = self.query(torch.cat([s, t], -1))
        shape = (len(pairs), int(place.max()) + 1)
        score = torch.full((*shape, 2), -1e9).index_put((owner, place), self.attention(torch.relu(u + query[owner])))
        values = torch.zeros(*shape, u.shape[1]).index_put((owner, place), u)
        return torch.cat([(score.softmax(1).transpose(1, 2) @ values).flatten(1), values.max(1)[0]], -1)

    def forward(self, c, pairs):
        """pairs: indices into the corpus. Gives the log-odds of each type."""
        s = torch.relu(self.source(self.token(c, c.ends[pairs, 0])))
        t = torch.relu(self.target(self.token(c, c.ends[pairs, 1])))
        g = torch.cat([s, t, self.pooled(c, pairs, s, t), self.kinds(c.kinds[pairs]), self.forms(c.forms[pairs]), c.numbers[pairs]], -1)
        g = self.drop(torch.relu(self.pair(self.drop(g))))
        at, owner, place = ragged(c.first, pairs)
        p, fs, ft = c.frames[at].unbind(1)
        source_roles, target_roles, fits = c.source_roles[at].float(), c.target_roles[at].float(), c.fits[at].float()
        r = torch.relu(self.role_source(source_roles) + self.role_target(target_roles))
        f = (self.predicate(self.token(c, p)) + self.source_role(source_roles) + self.target_role(target_roles)
             + self.roles(r) + self.fits(fits)
             + self.frame_source(torch.relu(self.source(self.token(c, fs))))
             + self.frame_target(torch.relu(self.target(self.token(c, ft)))) + self.frame_pair(g)[owner])
        z = self.frame_out(self.drop(torch.relu(f))) + fits.view(-1, TYPES, FITS) @ self.fit_weight
        padded = torch.full((len(pairs), int(place.max()) + 1, TYPES), -1e9)
        padded = padded.index_put((owner, place), z)
        out = self.pair_out(g)
        return torch.logsumexp(padded, 1) + out[:, :TYPES] + out[:, TYPES:]


def train(corpus, vectors, chosen, epochs, seed, batch=64, rate=2e-3):
    torch.manual_seed(seed)
    network = Network(vectors)
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.02)
    order = torch.Generator().manual_seed(seed)
    steps, step = epochs * (len(chosen) // batch), 0
    for _ in range(epochs):
        network.train()
        for at in chosen[torch.randperm(len(chosen), generator=order)].split(batch)[: len(chosen) // batch]:
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, (step + 1) / 100) * max(0.02, 1 - step / steps)
            loss = nn.functional.binary_cross_entropy_with_logits(network(corpus, at), corpus.labels[at], reduction="none")
            loss = (loss * corpus.weights[at]).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            step += 1
    network.eval()
    return network


def scores(network, corpus, chosen):
    with torch.no_grad():
        return torch.cat([network(corpus, at) for at in chosen.split(512)])


def log_loss(z, corpus, chosen):
    loss = nn.functional.binary_cross_entropy_with_logits(z, corpus.labels[chosen], reduction="none")
    return float((loss * corpus.weights[chosen]).sum(1).mean())


def read_vectors(path):
    """Keys and int8 rows, 64 steps to one (word_vectors.py writes them)."""
    with open(path, "rb") as f:
        count, width = struct.unpack("<II", f.read(8))
        keys = np.frombuffer(f.read(4 * count), dtype="<u4")
        rows = np.frombuffer(f.read(count * width), dtype=np.int8).reshape(count, width)
    return keys, rows


def write(path, keys, rows, networks):
    """Little-endian: magic; the words' count and width, keys, rows; the number of networks; each one's tensors as float32."""
    with open(path, "wb") as f:
        f.write(MAGIC + struct.pack("<II", *rows.shape) + keys.tobytes() + rows.tobytes() + struct.pack("<I", len(networks)))
        for network in networks:
            for t in tensors(network):
                f.write(t.detach().numpy().astype("<f4").tobytes())


def tensors(n):
    """In the order of the C++ twin, each product's matrix with the inputs as rows; embeddings are folded into the layer."""
    for layer in (n.source, n.target, n.predicate, n.context):
        yield from (layer.bias, layer.weight.t())
    yield from (n.places.weight, n.orders.weight, n.query.bias, n.query.weight.t(), n.attention.bias, n.attention.weight.t())
    yield from (n.source_role.weight.t(), n.target_role.weight.t())
    yield from (n.role_target.bias, n.role_source.weight.t(), n.role_target.weight.t(), n.roles.weight.t(), n.fits.weight.t())
    yield from (n.frame_source.weight.t(), n.frame_target.weight.t(), n.frame_pair.weight.t())
    yield from (n.frame_out.bias, n.frame_out.weight.t(), n.fit_weight)
    end = n.source.out_features
    w = n.pair.weight.t()
    yield from (n.pair.bias, w[: 2 * end], w[2 * end : 5 * end],
                n.kinds.weight @ w[5 * end : 5 * end + 16], n.forms.weight @ w[5 * end + 16 : 5 * end + 28], w[5 * end + 28 :])
    yield from (n.pair_out.bias, n.pair_out.weight.t())


class Trainings:
    """The trainings of one run, each to be done in a process that is forked from here and shares the corpus."""

    corpus = vectors = epochs = networks = None

    @classmethod
    def run(cls, fold):
        """The pairs of a fold and what networks that have not seen it give them; of no fold (-1), networks of everything."""
        everything = torch.arange(len(cls.corpus.fold))
        seen, kept = everything[cls.corpus.fold != fold], everything[cls.corpus.fold == fold]
        networks = [train(cls.corpus, cls.vectors, seen, cls.epochs, seed) for seed in range(cls.networks)]
        if fold < 0:
            return networks
        return kept, sum(scores(network, cls.corpus, kept) for network in networks) / cls.networks


def main():
    p = argparse.ArgumentParser()
    p.add_argument("folder")
    p.add_argument("--vectors", required=True)
    p.add_argument("--scores")
    p.add_argument("--out")
    p.add_argument("--epochs", type=int, default=6)
    p.add_argument("--networks", type=int, default=1, help="how many networks give their mean")
    p.add_argument("--jobs", type=int, default=2, help="how many trainings at once; any number gives the same bytes")
    p.add_argument("--folds", type=int, default=FOLDS, help="measure on the first so many folds only")
    a = p.parse_args()
    torch.set_num_threads(1)
    keys, rows = read_vectors(a.vectors)
    corpus = Trainings.corpus = Corpus(a.folder, keys)
    Trainings.vectors = torch.from_numpy(rows.astype(np.float32) / 64)
    Trainings.epochs, Trainings.networks = a.epochs, a.networks
    folds = list(range(a.folds))
    with concurrent.futures.ProcessPoolExecutor(a.jobs, multiprocessing.get_context("fork")) as pool:
        learnt = list(pool.map(Trainings.run, folds + ([-1] if a.out else [])))
    unseen = torch.zeros(len(corpus.fold), TYPES)
    for fold, (kept, z) in zip(folds, learnt):
        unseen[kept] = z
        print(f"fold {fold}: log-loss {log_loss(z, corpus, kept):.4f}", flush=True)
    if a.scores:
        unseen.numpy().astype("<f4").tofile(a.scores)
    if a.out:
        write(a.out, keys, rows, learnt[-1])


if __name__ == "__main__":
    main()
