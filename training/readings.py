# SPDX-License-Identifier: Apache-2.0
"""Puts the project's own readings of public domain texts together with the texts, in the form of the gold files.

    python readings.py readings/*.tsv --news silver_news.conllu.xz --releases state_releases.jsonl.xz > readings.jsonl

A readings file holds no text, only where each text is and what was read in it; tab-separated lines:

    document  news/35130               ten sentences of the news corpus from that one on, joined by spaces
    document  release/ID               the release of that id
    actor     NUMBER KIND NAME ...     an actor of the document: its label, then its other names
    relation  BEGIN-END SOURCE TARGET TYPES STATUSES BY FLAGS
                                       bytes of the sentence that states it; actors by number, BY "-" for the text's own voice;
                                       types and statuses with commas, the best first; flags: s symmetric, o may be drawn
"""

import argparse
import json
import lzma
import sys

SENTENCES = 10  # of a news document


def read_news(path):
    """The corpus's sentences as text."""
    sentences, text = [], ""
    with lzma.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            if line == "\n":
                sentences.append(text.strip())
                text = ""
            elif line[0] != "#":
                columns = line.rstrip("\n").split("\t")
                if columns[0].isdigit():
                    text += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
    return sentences


def read_releases(path):
    with lzma.open(path, "rt", encoding="utf-8") as f:
        return {str(release["id"]): release["text"] for release in map(json.loads, f)}


def text_of(name, news, releases):
    source, at = name.split("/", 1)
    return releases[at] if source == "release" else " ".join(news[int(at) : int(at) + SENTENCES])


def documents(path, news, releases):
    document = None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        fields = line.rstrip("\n").split("\t")
        if line.startswith("#"):
            continue
        if fields[0] == "document":
            if document:
                yield document
            text = text_of(fields[1], news, releases)
            document = {"id": fields[1].replace("/", "_") + "-1", "text": text, "date": "", "actors": [], "relations": []}
            octets = text.encode("utf-8")
        elif fields[0] == "actor":
            document["actors"].append({"id": fields[1], "kind": [fields[2]], "names": fields[3:], "optional": False})
        elif fields[0] == "relation":
            begin, end = map(int, fields[1].split("-"))
            document["relations"].append({
                "source": fields[2], "target": fields[3], "types": fields[4].split(","), "status": fields[5].split(","),
                "by": None if fields[6] == "-" else fields[6], "evidence": octets[begin:end].decode("utf-8"),
                "symmetric": "s" in fields[7], "optional": "o" in fields[7]})
        else:
            sys.exit(f"{path}:{number}:1: neither document nor actor nor relation")
    if document:
        yield document


def main():
    p = argparse.ArgumentParser()
    p.add_argument("readings", nargs="+")
    p.add_argument("--news", required=True)
    p.add_argument("--releases", required=True)
    a = p.parse_args()
    news, releases = read_news(a.news), read_releases(a.releases)
    for path in a.readings:
        for document in documents(path, news, releases):
            print(json.dumps(document, ensure_ascii=False))


if __name__ == "__main__":
    main()
