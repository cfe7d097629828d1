# SPDX-License-Identifier: Apache-2.0
"""Scores single sentences whose event is known: how often the graph holds an event of the right type, and how often with the
right two.

    python score_sentences.py SENTENCES.jsonl [--program ../build/release/entente]

Each line is {"id", "text", "events": [{"source", "target", "code"}]}: source and target as they stand in the text, the code
a PLOVER type (YIELD: CONCEDE or RETREAT). An end is right when one of the node's names shares a word of three letters or
more with the phrase, capital letters and plain words alike, or an abbreviation in capitals; symmetric types count in either order.
"""

import argparse
import collections
import json
import re
import subprocess
import tempfile

TIES = ("holds_office", "affiliated_with", "part_of", "member_of")


def wanted(code):
    return {"CONCEDE", "RETREAT"} if code == "YIELD" else {code}


def words(text):
    long = {w for w in re.findall(r"\w{3,}", text.casefold()) if w not in ("the", "and", "for", "with", "president", "minister")}
    letters = re.sub(r"\b(?:[A-Z]\.){2,}", lambda m: m[0].replace(".", ""), text)  # U.S.
    return long | set(re.findall(r"\b[A-Z]{2,}\b", letters))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("sentences")
    p.add_argument("--program", default="../build/release/entente")
    a = p.parse_args()
    cases = [json.loads(line) for line in open(a.sentences, encoding="utf-8")]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for case in cases:
            f.write(json.dumps({"id": case["id"], "text": case["text"]}) + "\n")
        f.flush()
        out = subprocess.run([a.program, "extract", f.name, "--input-format", "jsonl"], stdout=subprocess.PIPE, check=False).stdout
    graphs = {g["id"]: g for g in map(json.loads, out.decode("utf-8").splitlines())}
    typed = both = silent = 0
    by_type = collections.defaultdict(lambda: [0, 0])
    for case in cases:
        graph = graphs[case["id"]]
        names = {n["id"]: set().union(*(words(x) for x in [n["label"], *alias_names(n)])) for n in graph["nodes"]}
        links = [l for l in graph["links"] if l["type"] not in TIES]
        silent += not links
        right = [(l, e) for e in case["events"] for l in links if l["type"] in wanted(e["code"])]
        typed += bool(right)
        count = by_type[case["events"][0]["code"]]
        count[0] += bool(right)
        count[1] += 1
        both += any(meets(names, l, e) for l, e in right)
    n = len(cases)
    print(f"{n} sentences: right type {typed / n:.3f}, with source and target {both / n:.3f}, no event at all {silent / n:.3f}")
    for code, (hit, total) in sorted(by_type.items()):
        print(f"  {code:10s} {hit}/{total}")


def alias_names(node):
    return [x["name"] if isinstance(x, dict) else x for x in node.get("aliases") or []]


def meets(names, link, event):
    source, target = words(event["source"]), words(event["target"])
    straight = names[link["source"]] & source and names[link["target"]] & target
    return straight or (link.get("symmetric") and names[link["source"]] & target and names[link["target"]] & source)


if __name__ == "__main__":
    main()
