# SPDX-License-Identifier: Apache-2.0
"""Reads the corpora into flat arrays: one row a word, one type id a distinct form."""

import collections
import hashlib
import io
import lzma
import os
import pickle
import re

import numpy as np

from features import features

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
# Names as UNER draws them, and as the Groningen Meaning Bank does (with nationalities set apart from countries).
UNER = ["O"] + [p + t for t in ("PER", "ORG", "LOC") for p in ("B-", "I-")]
NEWS = ["O"] + [p + t for t in ("PER", "ORG", "GEO", "GPE", "NORP", "TIM", "MISC") for p in ("B-", "I-")]
GMB = {"per": "PER", "org": "ORG", "geo": "GEO", "gpe": "GPE", "tim": "TIM", "art": "MISC", "eve": "MISC", "nat": "MISC"}
NEWS_SENTENCES = 47230
PARSE_HELD_OUT = NEWS_SENTENCES - NEWS_SENTENCES // 20  # the last twentieth: never trained on
GMB_SENTENCES = 47241
NAMES_HELD_OUT = GMB_SENTENCES - GMB_SENTENCES // 10  # the last tenth: no names trained on


def lines_of(path):
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as f:
        yield from (line.rstrip("\n") for line in f)


def read_conllu(path):
    """Yields (comments, rows of ten columns), multiword ranges and empty nodes dropped."""
    comments, rows = [], []
    for line in lines_of(path):
        if not line:
            if rows:
                yield comments, rows
            comments, rows = [], []
        elif line[0] == "#":
            comments.append(line)
        else:
            cols = line.split("\t")
            if cols[0].isdigit():
                rows.append(cols)
    if rows:
        yield comments, rows


def read_iob(path, form=0, tag=-1):
    """Yields (sent_id, forms, tags, the second column)."""
    sid, forms, tags, mid = None, [], [], []
    for line in lines_of(path):
        if not line:
            if forms:
                yield sid, forms, tags, mid
            sid, forms, tags, mid = None, [], [], []
        elif line.startswith("# "):
            if line.startswith("# sent_id = "):
                sid = line[12:]
        else:
            cols = line.split("\t")
            forms.append(cols[form])
            tags.append(cols[tag])
            mid.append(cols[1])
    if forms:
        yield sid, forms, tags, mid


def read_pairs(path, separator):
    """Yields (forms, tags) of a file with a word and its tag in each line."""
    forms, tags = [], []
    with open(path, encoding="utf-8") as f:
        for line in f:
            cols = line.rstrip("\n").split(separator)
            if len(cols) == 2 and cols[0]:
                forms.append(cols[0])
                tags.append(cols[1])
            elif forms:
                yield forms, tags
                forms, tags = [], []
    if forms:
        yield forms, tags


def misc(col, key):
    for part in col.split("|"):
        if part.startswith(key + "="):
            return part[len(key) + 1 :]
    return "O"


def spans(tags):
    """Half-open (begin, end, type) of a BIO sequence; a stray I- begins a span."""
    out, start, kind = [], None, None
    for i, t in enumerate(list(tags) + ["O"]):
        if start is not None and not (t[0] == "I" and t[2:] == kind):
            out.append((start, i, kind))
            start = None
        if t[0] == "B" or (t[0] == "I" and start is None):
            start, kind = i, t[2:]
    return out


def to_bio(n, found):
    tags = ["O"] * n
    for b, e, k in found:
        tags[b] = "B-" + k
        for i in range(b + 1, e):
            tags[i] = "I-" + k
    return tags


def news_tags(forms, tags, xpos, demonym):
    """GMB's types, with the nationalities taken out of gpe."""
    found = []
    for b, e, k in spans(tags):
        kind = GMB[k]
        if kind == "GPE" and e - b == 1 and (xpos[b] in ("JJ", "NNS", "NNPS") or (b in demonym)) and forms[b] not in (
            "Philippines", "Netherlands", "Maldives", "States", "Emirates"):
            kind = "NORP"
        found.append((b, e, kind))
    return to_bio(len(forms), found)


def project(forms, other_forms, found):
    """Spans over other_forms carried to forms by characters; None where the texts differ."""
    if "".join(forms) != "".join(other_forms):
        return None
    starts, ends, at = {}, {}, 0
    for i, f in enumerate(forms):
        starts[at] = i
        at += len(f)
        ends[at] = i + 1
    edges = [0]
    for f in other_forms:
        edges.append(edges[-1] + len(f))
    out = []
    for b, e, k in found:
        if edges[b] in starts and edges[e] in ends:
            out.append((starts[edges[b]], ends[edges[e]], k))
    return out


KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}
TITLES = {"President", "Chair", "Chairman", "Minister", "Secretary", "Speaker", "Judge", "General", "Captain", "Senator", "Doctor"}
WITHIN = {"PER": ("flat",), "LOC": ("flat", "compound", "nmod", "amod"), "ORG": ("flat", "compound", "nmod", "amod", "nummod", "conj")}


def mentions(rows):
    """GUM's nested mentions in one sentence, those that begin and end in it: (begin, end, type)."""
    out, open_ = [], {}
    for i, r in enumerate(rows):
        entity = misc(r[9], "Entity")
        if entity == "O":
            continue
        for piece in re.findall(r"\([^()]*\)?|[^()]+\)", entity):
            if piece[0] == "(":
                fields = piece.strip("()").split("-")
                kind = fields[1] if len(fields) > 1 else ""
                if piece[-1] == ")":
                    out.append((i, i + 1, kind))
                else:
                    open_.setdefault(fields[0], []).append((i, kind))
            elif open_.get(piece[:-1]):
                begin, kind = open_[piece[:-1]].pop()
                out.append((begin, i + 1, kind))
    return out


def gum_names(rows):
    """Names as UNER draws them, from GUM's mentions: those headed by a proper noun, cut down to the name."""
    children = collections.defaultdict(list)
    for i, r in enumerate(rows):
        children[int(r[6]) - 1].append(i)
    found, taken = [], set()
    for begin, end, kind in sorted(mentions(rows), key=lambda m: m[0] - m[1]):
        head = next(i for i in range(begin, end) if not begin <= int(rows[i][6]) - 1 < end)
        if kind not in KINDS or rows[head][3] != "PROPN" or (kind == "person" and ("Plur" in rows[head][5] or rows[head][1] in TITLES)):
            continue
        parts, queue = {head}, [head]
        while queue:
            for c in children[queue.pop()]:
                relation = rows[c][7].split(":")[0] if rows[c][7] != "nmod:desc" else "desc"
                named = rows[c][3] == "PROPN" or (relation in ("amod", "nummod") and rows[c][1][:1].isupper())
                if begin <= c < end and relation in WITHIN[KINDS[kind]] and named and c not in parts:
                    parts.add(c)
                    queue.append(c)
        b, e = min(parts), max(parts) + 1
        if not taken & set(range(b, e)):
            taken |= set(range(b, e))
            found.append((b, e, KINDS[kind]))
    return to_bio(len(rows), sorted(found))


class Builder:
    def __init__(self):
        self.types, self.sentences = {}, []
        self.joint, self.deprel = collections.Counter(), collections.Counter()

    def type_of(self, form):
        return self.types.setdefault(form, len(self.types))

    def add(self, source, rows, uner, news, weight):
        self.sentences.append(
            (source, [self.type_of(r[1]) for r in rows], [r[3] for r in rows], [r[3] + "|" + r[5] for r in rows],
             [int(r[6]) for r in rows], [r[7] for r in rows], uner, news, weight))


def cased(form, how):
    return form.upper() if how == "u" else form.lower() if how == "l" else form[:1].upper() + form[1:]


def build(data):
    """All corpora as one dict of arrays. Sources: ewt, gum, news, state, then the held-out ewt_dev, gum_dev, news_dev, gmb_dev."""
    b = Builder()
    train = os.path.join(data, "train")
    ner = {}
    for part in ("train", "dev"):
        for sid, forms, tags, _ in read_iob(f"{train}/uner_ewt/en_ewt-ud-{part}.iob2.xz", 1, 2):
            ner[sid] = (forms, tags)

    def gold(source, path, with_names):
        for comments, rows in read_conllu(path):
            sid = next((c[12:] for c in comments if c.startswith("# sent_id = ")), None)
            uner = None
            if with_names and sid in ner and ner[sid][0] == [r[1] for r in rows]:
                uner = [t if t in UNER else "O" for t in ner[sid][1]]
            if source == "gum":
                uner = gum_names(rows)
            b.add(source, rows, uner, None, 1.0)

    gold("ewt", f"{train}/ud_ewt/en_ewt-ud-train.conllu.xz", True)
    gold("gum", f"{train}/gum_open/gum_open-train.conllu.xz", False)
    gold("ewt_dev", f"{train}/ud_ewt/en_ewt-ud-dev.conllu.xz", True)
    gold("gum_dev", f"{train}/gum_open/gum_open-dev.conllu.xz", False)

    # Names alone, in Wikipedia's prose: no trees.
    def names_only(path, separator, kinds):
        for forms, tags in read_pairs(path, separator):
            found = [(x, y, kinds[k]) for x, y, k in spans(tags) if k in kinds]
            rows = [[str(k + 1), f, "_", "_", "_", "_", "-1", "_", "_", "_"] for k, f in enumerate(forms)]
            b.add("names", rows, to_bio(len(forms), found), None, 0.7)

    names_only(f"{train}/wikigold/wikigold.conll.txt", " ", {"PER": "PER", "ORG": "ORG", "LOC": "LOC"})
    for part in ("train", "dev"):
        names_only(f"{train}/crossner_politics/{part}.txt", "\t",
                   {"politician": "PER", "person": "PER", "organisation": "ORG", "politicalparty": "ORG", "country": "LOC",
                    "location": "LOC"})

    gmb = collections.defaultdict(list)
    raw = list(read_iob(f"{train}/gmb_silver/gmb_ner.iob2.xz"))
    for i, (_, forms, tags, xpos) in enumerate(raw):
        gmb["".join(forms)].append(i)
    held_text = {"".join(raw[i][1]) for i in range(NAMES_HELD_OUT, len(raw))}
    matched = 0
    seen = set()
    for i, (comments, rows) in enumerate(read_conllu(f"{data}/silver/silver_news.conllu.xz")):
        forms = [r[1] for r in rows]
        text = "".join(forms)
        conf = float(next(c for c in comments if c.startswith("# confidence"))[15:])
        uner = [misc(r[9], "Uner") for r in rows]
        demonym = {k for k, r in enumerate(rows) if misc(r[9], "Ent").endswith("NORP")}
        news = None
        if text in gmb:
            _, gforms, gtags, gx = raw[gmb[text][0]]
            gdem = {k for k, f in enumerate(gforms) if any(rows[j][1] == f for j in demonym)}
            found = project(forms, gforms, spans(news_tags(gforms, gtags, gx, gdem)))
            if found is not None:
                news = to_bio(len(forms), found)
                matched += 1
        if text in held_text:
            uner = news = None
        if i >= PARSE_HELD_OUT:
            b.add("news_dev", rows, None, None, 1.0)
        elif text not in seen:
            b.add("news", rows, uner, news, conf)
        seen.add(text)
    print("news sentences with projected names:", matched, flush=True)
    for i in range(NAMES_HELD_OUT, len(raw)):
        _, forms, tags, xpos = raw[i]
        rows = [[str(k + 1), f, "_", "X", "_", "_", "0", "dep", "_", "_"] for k, f in enumerate(forms)]
        b.add("gmb_dev", rows, None, news_tags(forms, tags, xpos, set()), 1.0)
    for comments, rows in read_conllu(f"{data}/silver/silver_state.conllu.xz"):
        text = "".join(r[1] for r in rows)
        if text in seen:
            continue
        seen.add(text)
        conf = float(next(c for c in comments if c.startswith("# confidence"))[15:])
        b.add("state", rows, [misc(r[9], "Uner") for r in rows], None, conf)
    return arrays(b)


def arrays(b):
    sources = sorted({s[0] for s in b.sentences})
    joint, deprel = collections.Counter(), collections.Counter()
    for s in b.sentences:
        if s[0] in ("ewt", "gum", "news", "state"):
            k = 20 if s[0] in ("ewt", "gum") else 1
            for j, d in zip(s[3], s[5]):
                joint[j] += k
                deprel[d] += k
    joints = sorted(j for j, c in joint.items() if c >= 60)
    deprels = sorted(d for d, c in deprel.items() if c >= 20)
    ji = {j: i for i, j in enumerate(joints)}
    di = {d: i for i, d in enumerate(deprels)}
    forms = list(b.types)
    for how in "ult":  # the cased variants are types too
        for f in list(forms):
            b.type_of(cased(f, how))
    forms = list(b.types)
    variants = np.array([[b.types.get(cased(f, how), i) for how in "ult"] for i, f in enumerate(forms)], dtype=np.int32)
    rows = [features(f) for f in forms]
    out = {
        "forms": forms,
        "variants": variants,
        "hash": np.array([r[0] for r in rows], dtype=np.uint64),
        "buckets": np.array([r[1:] for r in rows], dtype=np.int32),
        "joints": joints,
        "deprels": deprels,
        "sources": sources,
        "source": np.array([sources.index(s[0]) for s in b.sentences], dtype=np.int8),
        "weight": np.array([s[8] for s in b.sentences], dtype=np.float32),
        "start": np.cumsum([0] + [len(s[1]) for s in b.sentences]).astype(np.int64),
        "type": np.concatenate([np.array(s[1], dtype=np.int32) for s in b.sentences]),
        "upos": np.array([UPOS.index(u) if u != "_" else -1 for s in b.sentences for u in s[2]], dtype=np.int8),
        "joint": np.array([ji.get(j, -1) for s in b.sentences for j in s[3]], dtype=np.int16),
        "head": np.concatenate([np.array(s[4], dtype=np.int16) for s in b.sentences]),
        "deprel": np.array([di.get(d, -1) for s in b.sentences for d in s[5]], dtype=np.int8),
        "uner": np.array([UNER.index(t) if s[6] else -1 for s in b.sentences for t in (s[6] or s[1])], dtype=np.int8),
        "news": np.array([NEWS.index(t) if s[7] else -1 for s in b.sentences for t in (s[7] or s[1])], dtype=np.int8),
    }
    return out


def load(data, cache):
    key = hashlib.sha256(io.open(__file__, "rb").read()
                         + io.open(os.path.join(os.path.dirname(__file__), "features.py"), "rb").read()).hexdigest()[:16]
    path = os.path.join(cache, f"corpus-{key}.pickle")
    if not os.path.exists(path):
        os.makedirs(cache, exist_ok=True)
        with open(path + ".part", "wb") as f:
            pickle.dump(build(data), f, protocol=4)
        os.replace(path + ".part", path)
    with open(path, "rb") as f:
        return pickle.load(f)


if __name__ == "__main__":
    import sys

    d = load(sys.argv[1], sys.argv[2])
    for i, s in enumerate(d["sources"]):
        at = np.flatnonzero(d["source"] == i)
        n = (d["start"][at + 1] - d["start"][at]).sum()
        print(s, len(at), "sentences", n, "words")
    print(len(d["forms"]), "types", len(d["joints"]), "tag classes", len(d["deprels"]), "relations")
