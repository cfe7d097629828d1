// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "graph/knowledge_graph.h"
#include "graph/ontology.h"

namespace entente {

// What a caller may ask of any format; a format ignores what it has no use for.
struct WriteOptions {
  const Ontology* ontology = &Ontology::builtin();
  std::string id;               // JSON: top-level "id" of the graph; empty: none
  bool pretty = false;          // JSON: one field a line, indented
  bool diagram = true;          // DOT: colours, shapes, tooltips
  std::string title;            // of a diagram or page; empty: none
  std::string layout;           // of a picture: the engine of Graphviz ("dot", "sfdp"); empty: dot
  bool merge_parallel = true;   // of a picture: relations of a pair as one line with a list
  std::size_t most_actors = 0;  // of a picture: more are cut, and it says so; 0: as many as can be read
  bool evidence = true;         // false leaves the evidence out, where the format has any
  bool gexf12 = false;          // GEXF: 1.2 instead of 1.3, for old readers
  bool spreadsheet = false;     // CSV: for a spreadsheet, with no cell that it takes for a formula
};

// One format that graphs are written in. `write` streams the graph to `out`: it needs little memory beyond
// the graph, gives the same bytes for equal graphs, and throws OutputError when `out` fails. A format of
// several files has `write_folder` instead, which writes them into a folder that is there.
struct Format {
  std::string_view name;         // "json": what -f takes
  std::string_view extension;    // ".json": by which a file name asks for it; empty: none
  std::string_view description;  // one line for --help
  bool binary = false;           // not text: never to a terminal
  void (*write)(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) = nullptr;
  void (*write_folder)(const KnowledgeGraph& graph, const std::filesystem::path& folder,
                       const WriteOptions& options) = nullptr;
  std::string_view lacks = {};  // what of a graph it cannot hold, for `entente formats`; empty: it holds all
};

// Every format, in the order in which --help lists them. A new one is a line of the table in
// export/formats.cc.
std::span<const Format> formats();

const Format* find_format(std::string_view name);            // nullptr where there is none
const Format* format_of(const std::filesystem::path& file);  // by the longest extension that fits
std::string_view nearest_format(std::string_view name);      // for "did you mean"; empty: none is near

}  // namespace entente
