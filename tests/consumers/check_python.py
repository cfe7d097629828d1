# SPDX-License-Identifier: Apache-2.0
"""Loads every format with the Python tools that read it and compares with our own JSON.

Usage: check_python.py FOLDER. Prints `ok NAME` or `FAILED NAME: why`, a line a check."""

import csv
import json
import os
import subprocess
import sys
import xml.etree.ElementTree

import igraph
import networkx
import rdflib
import rdflib.compare

FOLDER = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
XML_FORBIDS = {**{c: "\ufffd" for c in range(32) if c not in (9, 10, 13)}, 0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}


def path(name):
    return os.path.join(FOLDER, name)


def load(name):
    with open(path(name), encoding="utf-8", newline="") as file:
        return file.read()


GRAPH = json.loads(load("json"))


def same(text):
    return text


def as_xml(text):
    return text.translate(XML_FORBIDS)


def without_nul(text):
    return text.replace("\0", "\ufffd")


def nodes(spelling=same):
    return sorted((n["id"], spelling(n["label"]), n["kind"]) for n in GRAPH["nodes"])


def quotes(evidence, spelling=same):
    return [spelling(e["quote"]) for e in evidence]


def edges(spelling=same):
    return sorted(
        (e["source"], e["target"], e["type"], spelling(e["label"]), e["status"], e["by"] or "", e["date"] or "",
         tuple(quotes(e["evidence"], spelling)))
        for e in GRAPH["links"])


def equal(got, want):
    got, want = sorted(got), sorted(want)
    if got == want:
        return
    extra = [g for g in got if g not in want][:1]
    missing = [w for w in want if w not in got][:1]
    raise AssertionError(f"{len(got)} for {len(want)}; not ours {extra!r:.300}; missing {missing!r:.300}")


def edge_of(source, target, data, type_name="type"):
    evidence = data.get("evidence", [])
    if isinstance(evidence, str):
        evidence = json.loads(evidence)
    return (source, target, data[type_name], data["label"], data["status"], data.get("by") or "", data.get("date") or "",
            tuple(quotes(evidence)))


# JSON within XML: JSON's own escapes keep control characters; the rest is as XML has it.
def edges_in_xml():
    def quote(text):
        return text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    return sorted((*e[:3], as_xml(e[3]), *e[4:7], tuple(quote(q) for q in e[7])) for e in edges())


def networkx_graph(graph, spelling, want_edges):
    equal([(n, d["label"], d["kind"]) for n, d in graph.nodes(data=True)], nodes(spelling))
    equal([edge_of(s, t, d) for s, t, d in graph.edges(data=True)], want_edges)
    assert graph.is_directed() and graph.is_multigraph()


def check_networkx_json():
    networkx_graph(networkx.node_link_graph(GRAPH, edges="links"), same, edges())


def check_networkx_d3():
    networkx_graph(networkx.node_link_graph(json.loads(load("d3")), edges="links"), same, edges())


def check_networkx_cytoscape():
    networkx_graph(networkx.cytoscape_graph(json.loads(load("cytoscape"))), same, edges())


def check_networkx_graphml():
    networkx_graph(networkx.read_graphml(path("graphml"), force_multigraph=True), as_xml, edges_in_xml())


def check_networkx_gexf():
    graph = networkx.read_gexf(path("gexf"))
    networkx_graph(graph, as_xml, edges_in_xml())
    dated = [e for e in GRAPH["links"] if e["date"] and e["date"] != "soon"]
    assert len([1 for *_, d in graph.edges(data=True) if d.get("spells")]) == len(dated), "spells"


def check_networkx_gexf12():
    networkx_graph(networkx.read_gexf(path("gexf12"), version="1.2draft"), as_xml, edges_in_xml())


def check_igraph_graphml():
    graph = igraph.Graph.Read_GraphML(path("graphml"))
    equal([(v["id"], v["label"], v["kind"]) for v in graph.vs], nodes(as_xml))
    ids = graph.vs["id"]
    equal([edge_of(ids[e.source], ids[e.target], e.attributes()) for e in graph.es], edges_in_xml())


def check_xml_parser():
    for name in ("graphml", "gexf", "gexf12"):
        xml.etree.ElementTree.parse(path(name))


def check_xmllint():
    for name in ("gexf", "gexf12", "graphml"):
        schema = os.path.join(HERE, "schemas", name + ".xsd")
        run = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, path(name)], capture_output=True,
                             text=True)
        assert run.returncode == 0, run.stderr[:400]


# dot decodes what the DOT holds: a label's newlines and backslashes are its own escapes.
def check_dot():
    run = subprocess.run(["dot", "-Tjson0", path("dot")], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[:400]
    drawn = json.loads(run.stdout)
    ends = [(drawn["objects"][e["tail"]]["name"], drawn["objects"][e["head"]]["name"]) for e in drawn["edges"]]
    equal([o["name"] for o in drawn["objects"] if "nodes" not in o], [n[0] for n in nodes()])
    equal(ends, [e[:2] for e in edges()])
    assert "javascript:" not in json.dumps([o.get("URL", "") for o in drawn["objects"] + drawn["edges"]])


def rows(folder, name, encoding="utf-8"):
    with open(os.path.join(path(folder), name), encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, strict=True))


def check_csv():
    equal([(r["id"], r["label"], r["kind"]) for r in rows("csv", "actors.csv")], nodes(without_nul))
    quoted = {}
    for row in rows("csv", "evidence.csv"):
        quoted.setdefault(row["relation"], []).append(row["quote"])
    equal([(r["source"], r["target"], r["type"], r["label"], r["status"], r["by"], r["date"], tuple(quoted[r["id"]]))
           for r in rows("csv", "relations.csv")], edges(without_nul))


def check_spreadsheet():
    for row in rows("spreadsheet", "actors.csv", "utf-8-sig") + rows("spreadsheet", "relations.csv", "utf-8-sig"):
        for cell in row.values():
            number = cell.lstrip("-").replace(".", "", 1).isdigit()
            assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d")), cell
    assert {"'" + n["label"] for n in GRAPH["nodes"] if n["label"].startswith("=")} <= {
        r["label"] for r in rows("spreadsheet", "actors.csv", "utf-8-sig")}


def check_events():
    lines = load("events").split("\n")
    assert lines.pop() == ""
    names = lines.pop(0).split("\t")
    plain = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}

    def field(text):
        out, i = "", 0
        while i < len(text):
            pair = text[i:i + 2]
            out += plain.get(pair, text[i])
            i += 2 if pair in plain else 1
        return out
    records = [dict(zip(names, map(field, line.split("\t")))) for line in lines]
    equal([(r["source"], r["target"], r["type"], r["predicate"], r["status"], r["by"], r["date"], r["quote"])
           for r in records], [(*e[:7], e[7][0]) for e in edges(without_nul)])
    label = {n["id"]: without_nul(n["label"]) for n in GRAPH["nodes"]}
    assert all(label[r["source"]] == r["source_name"] and label[r["target"]] == r["target_name"] for r in records)


RDFS_LABEL = rdflib.RDFS.label
ENT = rdflib.Namespace("urn:entente:ontology:")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")


def turtle():
    return rdflib.Graph().parse(path("turtle"), format="turtle")


def check_rdflib_turtle():
    graph = turtle()
    labels = {str(s).removeprefix("urn:entente:actor:"): str(o) for s, o in graph.subject_objects(RDFS_LABEL)
              if str(s).startswith("urn:entente:actor:")}
    equal(labels.items(), [n[:2] for n in nodes(without_nul)])
    found = []
    for statement in graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement):
        source, target, kind = (str(graph.value(statement, p)) for p in (
            rdflib.RDF.subject, rdflib.RDF.object, rdflib.RDF.predicate))
        pieces = graph.objects(statement, PROV.wasDerivedFrom)
        found.append((source.removeprefix("urn:entente:actor:"), target.removeprefix("urn:entente:actor:"),
                      kind.removeprefix(str(ENT)), str(graph.value(statement, RDFS_LABEL)),
                      str(graph.value(statement, ENT.status)),
                      str(graph.value(statement, PROV.wasAttributedTo) or "").removeprefix("urn:entente:actor:"),
                      tuple(sorted(str(graph.value(p, PROV.value)) for p in pieces))))
    equal(found, [(*e[:6], tuple(sorted(e[7]))) for e in edges(without_nul)])


def check_rdflib_jsonld():
    from_json = rdflib.Graph().parse(data=load("jsonld").replace("\\u0000", "\ufffd"), format="json-ld")
    assert rdflib.compare.isomorphic(turtle(), from_json), "Turtle and JSON-LD differ"


def main():
    failed = 0
    for name, check in list(globals().items()):
        if not name.startswith("check_"):
            continue
        try:
            check()
            print("ok", name.removeprefix("check_"), flush=True)
        except Exception as error:  # one broken consumer must not hide the others
            failed += 1
            print(f"FAILED {name.removeprefix('check_')}: {type(error).__name__}: {error}", flush=True)
    return 1 if failed else 0


sys.exit(main())
