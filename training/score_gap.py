#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores the resolution of pronouns on the GAP data set (Webster et al. 2018, Mind the GAP).

  score_gap.py PROGRAM GAP.tsv

PROGRAM is the built `entente`; GAP.tsv as published (gap-development.tsv). A pronoun is resolved to the name A (or B)
where one actor of the text's graph holds both the pronoun and a mention that overlaps the name. F1 is counted over both
names of every example, as the published scorer does; bias is the F1 of feminine pronouns over that of masculine ones.
"""
import collections
import csv
import json
import subprocess
import sys

FEMININE = {"she", "her", "hers", "herself"}


def graphs(program, rows):
    lines = "".join(json.dumps({"id": row["ID"], "text": row["Text"]}) + "\n" for row in rows)
    run = subprocess.run([program, "extract", "-", "--input-format", "jsonl", "--reasons", "-q"], input=lines, text=True,
                         capture_output=True, check=True)
    for line in run.stdout.splitlines():
        yield json.loads(line)


def spans(node):
    return [(reason["begin"], reason["end"]) for reason in node.get("reasons", [])]


def resolved(row, graph, name):
    """Whether an actor of the graph holds the pronoun and the name."""
    def byte(offset):
        return len(row["Text"][:offset].encode())

    pronoun = byte(int(row["Pronoun-offset"]))
    begin = int(row[name + "-offset"])
    begin, end = byte(begin), byte(begin + len(row[name]))
    for node in graph["nodes"]:
        if any(first == pronoun for first, _ in spans(node)) and \
                any(first < end and last > begin and first != pronoun for first, last in spans(node)):
            return True
    return False


def f1(counts):
    precision = counts["tp"] / max(1, counts["tp"] + counts["fp"])
    recall = counts["tp"] / max(1, counts["tp"] + counts["fn"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    counts = collections.defaultdict(collections.Counter)
    for row, graph in zip(rows, graphs(sys.argv[1], rows), strict=True):
        gender = "feminine" if row["Pronoun"].lower() in FEMININE else "masculine"
        for name in ("A", "B"):
            gold, found = row[name + "-coref"].upper() == "TRUE", resolved(row, graph, name)
            kind = ("tp" if found else "fn") if gold else ("fp" if found else "tn")
            counts["overall"][kind] += 1
            counts[gender][kind] += 1
    for part in ("masculine", "feminine", "overall"):
        print("%-10s precision %.3f recall %.3f F1 %.3f" % ((part,) + f1(counts[part])))
    print("bias       %.2f" % (f1(counts["feminine"])[2] / f1(counts["masculine"])[2]))


if __name__ == "__main__":
    main()
