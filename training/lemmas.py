# SPDX-License-Identifier: Apache-2.0
"""Learns the lemmatizer and writes the section "lemmas" of the model file.

    python lemmas.py OUT --train A.conllu[.xz] ... --exceptions verb.exc noun.exc adj.exc adv.exc
        --words index.verb index.noun [--dev B.conllu ...]

Two questions, each answered by the longest known ending of the small-lettered word: which bytes to cut and to add
(asked a class of part of speech and features), and what becomes of capitals (asked a part of speech and a shape).
An ending is kept only where it says something else than the shorter one. The twin of extract/language/lemmatizer.cc.
"""

import argparse
import collections
import lzma
import os
import struct

KEYS = {
    "VERB": ("VerbForm", "Tense"), "AUX": ("VerbForm", "Tense"), "NOUN": ("Number",), "PROPN": ("Number",),
    "ADJ": ("Degree",), "ADV": ("Degree",), "PRON": ("Case", "Poss", "PronType", "Number"),
    "DET": ("Number", "PronType"),
}
LOWER, KEEP, TITLE, UPPER = range(4)
LONGEST = 10  # bytes of an ending
WHOLE = 0x5E  # '^': the ending is the whole word
SEED, FACTOR, MASK = 0xCBF29CE484222325, 0x100000001B3, (1 << 64) - 1


def sentences(path):
    rows = []
    with (lzma.open if path.endswith(".xz") else open)(path, "rt", encoding="utf-8", newline="\n") as f:
        for line in f:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield rows
                rows = []
            elif line[0].isdigit():
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append(row)
    if rows:
        yield rows


def edit_class(upos, feats):
    values = dict(f.split("=", 1) for f in feats.split("|")) if feats != "_" else {}
    return upos + "".join("|" + values.get(k, "") for k in KEYS.get(upos, ()))


def shape(form, place):
    letters = [c for c in form if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return "l"
    if upper == len(letters) and upper > 1:
        return "A" if upper < 6 else "U"  # "NATO", "SECRETARY"
    if form[0].isupper() and upper == 1:
        return place
    return "M"


def place(rows, i):
    """"S" where a sentence begins, "N" beside a name, else "C"."""
    if i + 1 < len(rows) and rows[i + 1][3] == "PROPN":
        return "N"
    if i == 0 or (i == 1 and rows[0][3] == "PUNCT"):
        return "S"
    return "N" if rows[i - 1][3] == "PROPN" else "C"


def small(text):
    """Small letters where they take as many bytes; the C++ does the same."""
    out = []
    for c in text:
        s = c.lower()
        out.append(s if len(s) == 1 and len(s.encode()) == len(c.encode()) else c)
    return "".join(out)


def with_capitals(op, form, strip, add):
    """The lemma: the form's beginning in the op's letters, and what is added."""
    begin = form.encode()[: len(form.encode()) - strip].decode(errors="ignore")
    if op == KEEP:
        return begin + add
    lemma = small(begin) + add
    if op == TITLE:
        return lemma[:1].upper() + lemma[1:]
    return lemma.upper() if op == UPPER else lemma


def edit(form, lemma):
    f, l = small(form), small(lemma)
    same = 0
    while same < min(len(f), len(l)) and f[same] == l[same]:
        same += 1
    return len(f[same:].encode()), l[same:]


class Endings:
    """Counts of answers by (class, ending); the longest kept ending wins."""

    def __init__(self):
        self.counts = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))

    def add(self, cls, word, answer, count=1):
        b = word.encode()
        for n in range(min(len(b), LONGEST) + 1):
            self.counts[cls][b[len(b) - n :]][answer] += count
        self.counts[cls][b"^" + b][answer] += count

    def prune(self, least):
        kept = {}
        for cls, endings in self.counts.items():
            best = {e: c.most_common(1)[0] for e, c in endings.items()}
            for e in sorted(endings, key=lambda e: (e[:1] == b"^", len(e), e)):
                answer, count = best[e]
                whole = e[:1] == b"^" and e != b"^"
                if e and not whole and (count < least or (isinstance(answer, tuple) and len(answer[1]) > 3)):
                    continue  # "tember" from "Sept." is no rule
                if e and not whole and cls.endswith(" A"):
                    continue  # nor do acronyms rhyme
                if answer != self.look_up(kept, cls, e[1:] if whole else e, whole_too=False) or not e:
                    kept[cls, e] = answer
        return kept

    @staticmethod
    def look_up(kept, cls, word, whole_too=True):
        if whole_too and (cls, b"^" + word) in kept:
            return kept[cls, b"^" + word]
        for n in range(min(len(word), LONGEST), -1, -1):
            answer = kept.get((cls, word[len(word) - n :]))
            if answer is not None:
                return answer
        return None


def hash_name(name):
    h = SEED
    for b in name.encode():
        h = (h ^ b) * FACTOR & MASK
    return h


def hash_key(cls, ending):
    """The class, then the bytes from the last to the first, then ^ for a whole word."""
    h = hash_name(cls)
    whole = ending[:1] == b"^" and len(ending) > 1
    for b in reversed(ending[1:] if whole else ending):
        h = (h ^ b) * FACTOR & MASK
    if whole:
        h = (h ^ WHOLE) * FACTOR & MASK
    h ^= h >> 32
    return h * 0x9E3779B97F4A7C15 & MASK


def table(kept, index):
    bits = 4
    while (1 << bits) * 6 < len(kept) * 10:
        bits += 1
    checks, values = [0] * (1 << bits), [0] * (1 << bits)
    for key in sorted(kept):
        h = hash_key(*key)
        at = h & ((1 << bits) - 1)
        while values[at]:
            at = (at + 1) & ((1 << bits) - 1)
        checks[at], values[at] = h >> 32, index[kept[key]] + 1
    return struct.pack("<I", bits) + struct.pack(f"<{1 << bits}I", *checks) + struct.pack(f"<{1 << bits}H", *values)


def slips(exceptions, words):
    """Tells lemmas that are an annotator's slip: no verb, where WordNet has one with that past ("freed": "fre")."""
    verbs = {line.split(" ", 1)[0] for path in words if path.endswith(".verb") for line in open(path, encoding="ascii")}
    pasts = {form for lemma in verbs if lemma.isalpha() for _, form in regular_forms("verb", lemma)}
    for path in exceptions:
        if os.path.basename(path) == "verb.exc":
            pasts |= {line.split(" ", 1)[0] for line in open(path, encoding="ascii")}
    return lambda upos, form, lemma: upos == "VERB" and small(form) in pasts and small(lemma) not in verbs


def learn(paths, exceptions, words):
    edits, capitals = Endings(), Endings()
    slip = slips(exceptions, words)
    for path in paths:
        for rows in sentences(path):
            for i, r in enumerate(rows):
                if (r[2] == "_" and r[1] != "_") or slip(r[3], r[1], r[2]):
                    continue
                strip, add = edit(r[1], r[2])
                op = next((o for o in range(4) if with_capitals(o, r[1], strip, add) == r[2]), None)
                if op is None:
                    continue
                word = small(r[1])
                edits.add(edit_class(r[3], r[5]), word, (strip, add))
                capitals.add(r[3] + " " + shape(r[1], place(rows, i)), word, op)
    classes = {"verb": ("VERB|Fin|Past", "VERB|Part|Past"), "noun": ("NOUN|Plur",), "adj": ("ADJ|Cmp", "ADJ|Sup"), "adv": ("ADV|Cmp", "ADV|Sup")}
    for path in exceptions:
        for line in open(path, encoding="ascii"):
            form, lemma = line.split()[:2]
            sup = form.endswith("st")
            for cls in classes[os.path.basename(path)[:-4]]:
                if "_" in form or (cls.endswith(("Cmp", "Sup")) and sup != cls.endswith("Sup")):
                    continue
                if form.endswith("ing") and cls.startswith("VERB"):
                    cls = "VERB|Part|Pres"
                if b"^" + form.encode() not in edits.counts[cls]:
                    edits.counts[cls][b"^" + form.encode()][edit(form, lemma)] += 2
    for path in words:
        add_words(edits, path)
    return edits.prune(2), capitals.prune(2)


def regular_forms(pos, lemma):
    """Classes and forms by the regular rules; where letters double WordNet lists the form as an exception."""
    stem, y = lemma[:-1], lemma[-1] == "y" and len(lemma) > 1 and lemma[-2] not in "aeiou"
    hiss = lemma.endswith(("s", "x", "z", "ch", "sh"))
    plural = stem + "ies" if y else lemma + "es" if hiss else lemma + "s"
    if pos == "noun":
        return [("NOUN|Plur", plural)]
    past = stem + "ied" if y else lemma + "d" if lemma[-1] == "e" else lemma + "ed"
    mute_e = lemma[-1] == "e" and not lemma.endswith(("ee", "ye", "oe"))
    ing = lemma[:-2] + "ying" if lemma.endswith("ie") else stem + "ing" if mute_e else lemma + "ing"
    return [("VERB|Fin|Past", past), ("VERB|Part|Past", past), ("VERB|Part|Pres", ing), ("VERB|Ger|", ing),
            ("VERB|Fin|Pres", plural)]


def add_words(edits, path):
    """Regular forms of WordNet's words that no corpus has shown."""
    pos = path.rsplit(".", 1)[1]
    lemmas = [line.split(" ", 1)[0] for line in open(path, encoding="ascii")]
    known = set(lemmas)
    for lemma in lemmas:
        if not lemma.isalpha() or len(lemma) < 3:
            continue
        doubles = lemma[-1] not in "aeiouwxy" and lemma[-2] in "aeiou" and lemma[-3] not in "aeiou"
        for cls, form in regular_forms(pos, lemma):
            if doubles and pos == "verb" and lemma + "e" in known and not form.endswith("s"):
                continue  # "staged" is of "stage", not of "stag"
            ending = b"^" + form.encode()
            if ending not in edits.counts[cls]:
                edits.counts[cls][ending][edit(form, lemma)] += 1


def lemma_of(model, rows, i):
    r, word = rows[i], small(rows[i][1]).encode()
    strip, add = Endings.look_up(model[0], edit_class(r[3], r[5]), word) or (0, "")
    op = Endings.look_up(model[1], r[3] + " " + shape(r[1], place(rows, i)), word)
    if strip > len(word):
        strip, add = 0, ""
    return with_capitals(op if op is not None else KEEP, r[1], strip, add)


def write(path, model):
    answers = sorted(set(model[0].values()), key=lambda a: (a[0], a[1]))
    strings = b"".join(a[1].encode() for a in answers)
    out = struct.pack("<4sIII", b"LEM1", len(answers), len(strings), 0)
    offset = 0
    for strip, add in answers:
        out += struct.pack("<IHH", offset, len(add.encode()), strip)
        offset += len(add.encode())
    out += table(model[0], {a: i for i, a in enumerate(answers)}) + table(model[1], {o: o for o in range(4)})
    with open(path, "wb") as f:
        f.write(out + strings)
    return len(out) + len(strings)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("out")
    p.add_argument("--train", nargs="+")
    p.add_argument("--exceptions", nargs="*", default=[])
    p.add_argument("--words", nargs="*", default=[])
    p.add_argument("--dev", nargs="*", default=[])
    a = p.parse_args()
    model = learn(a.train, a.exceptions, a.words)
    print(f"{len(model[0])} endings, {len(model[1])} endings for capitals, {write(a.out, model)} bytes")
    for path in a.dev:
        n = right = 0
        wrong = collections.Counter()
        for rows in sentences(path):
            for i, r in enumerate(rows):
                n += 1
                found = lemma_of(model, rows, i)
                right += found == r[2]
                if found != r[2]:
                    wrong[r[1], r[3], r[2], found] += 1
        print(f"{path}: {100 * right / n:.2f}", wrong.most_common(15))


if __name__ == "__main__":
    main()
