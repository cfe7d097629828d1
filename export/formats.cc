// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "export/diagram/diagram.h"
#include "export/dot_writer.h"
#include "export/formats/csv_writer.h"
#include "export/formats/cypher_writer.h"
#include "export/formats/cytoscape_writer.h"
#include "export/formats/d3_writer.h"
#include "export/formats/events_writer.h"
#include "export/formats/ftm_writer.h"
#include "export/formats/gexf_writer.h"
#include "export/formats/graphml_writer.h"
#include "export/formats/graphology_writer.h"
#include "export/formats/jgf_writer.h"
#include "export/formats/jsonld_writer.h"
#include "export/formats/mermaid_writer.h"
#include "export/formats/turtle_writer.h"
#include "export/json_writer.h"
#include "export/page/html_writer.h"
#include "export/writer.h"
#include "graph/nearest.h"

namespace entente {
namespace {

// Every format: a line each, in the order in which --help lists them.
const Format kFormats[] = {
    {"json", ".json", "node-link JSON, schema entente-graph/1; d3 and networkx load it", false, write_json,
     nullptr},
    {"dot", ".dot", "Graphviz digraph, styled so that `dot -Tsvg` draws a diagram", false, write_dot,
     nullptr},
    {"svg", ".svg", "a diagram to print or to show, drawn by Graphviz", false, write_svg, nullptr,
     "what the picture does not show; quotes are tooltips"},
    {"png", ".png", "the same as pixels, 150 to the inch", true, write_png, nullptr,
     "what the picture does not show"},
    {"pdf", ".pdf", "the same as PDF", true, write_pdf, nullptr, "what the picture does not show"},
    {"html", ".html",
     "one page to explore in a browser, with filters, search and every quote; needs no network", false,
     write_html, nullptr},
    {"cytoscape", ".cyjs", "Cytoscape.js JSON, for Cytoscape and web pages", false, write_cytoscape, nullptr},
    {"jgf", ".jgf", "JSON Graph Format 2", false, write_jgf, nullptr},
    {"graphology", ".graphology.json", "graphology's JSON, for sigma.js", false, write_graphology, nullptr},
    {"d3", ".d3.json", "nodes and links for d3-force", false, write_d3, nullptr},
    {"graphml", ".graphml", "GraphML, for igraph, networkx, yEd, Gephi", false, write_graphml, nullptr,
     "lists (they are strings of JSON), control characters"},
    {"gexf", ".gexf", "GEXF 1.3 with time spells, for Gephi; --gexf 1.2 for old readers", false, write_gexf,
     nullptr, "documents, lists (they are strings of JSON), control characters"},
    {"csv", "", "a folder of tables, plain and for neo4j-admin import; --spreadsheet guards formulas", false,
     nullptr, write_csv},
    {"cypher", ".cypher", "a Cypher script for Neo4j, one statement a line", false, write_cypher, nullptr,
     "alias counts, sentences"},
    {"turtle", ".ttl", "RDF: schema.org, PROV-O, Wikidata", false, write_turtle, nullptr, "alias counts"},
    {"jsonld", ".jsonld", "the same RDF as JSON-LD, its context inside", false, write_jsonld, nullptr,
     "alias counts"},
    {"ftm", ".ftm.json", "FollowTheMoney entities, JSON lines, for Aleph", false, write_ftm, nullptr,
     "direction (but for the order), byte offsets, sentences, confidence, counts"},
    {"mermaid", ".mmd", "a flow chart for Markdown", false, write_mermaid, nullptr,
     "more than 500 relations, evidence, dates, all but label, kind and status"},
    {"events", ".tsv", "tab-separated event records", false, write_events, nullptr,
     "actors without a relation, aliases, offices, evidence but the first"},
};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* find_format(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &Format::name);
  return found == std::end(kFormats) ? nullptr : found;
}

const Format* format_of(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  const Format* best = nullptr;
  for (const Format& format : kFormats) {
    const bool fits = !format.extension.empty() && name.ends_with(format.extension);
    if (fits && (best == nullptr || format.extension.size() > best->extension.size())) best = &format;
  }
  return best;
}

std::string_view nearest_format(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Format& format : kFormats) names.push_back(format.name);
  return nearest_name(name, names);
}

}  // namespace entente
