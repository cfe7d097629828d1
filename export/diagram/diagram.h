// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

#include "export/writer.h"

namespace entente {

enum class DiagramFormat { svg, png, pdf };

// How a graph is drawn. What of it is drawn, the caller chooses before, with graph/algorithms.h; a graph that
// is still too large to read is cut to its most important part, and the picture says so.
struct DiagramOptions {
  const Ontology* ontology = &Ontology::builtin();
  std::string title;                     // empty: the document's, or how many documents there are
  std::string engine;                    // Graphviz's: dot, neato, fdp, sfdp, circo, twopi, osage; empty: dot
  bool merge_parallel = true;            // relations of a pair in one direction are one line with a list
  std::size_t most_actors = 45;          // more than these are cut, by PageRank
  std::size_t most_lines = 90;           // likewise, by how often they are stated
  std::chrono::seconds time_limit{20};   // of the layout and drawing together; at most a day
  std::filesystem::path layout_program;  // entente-layout; empty: found as below
};

// Draws the graph for print and screen: shape and colour by kind, actors grouped by country, lines by what
// they say, with title and legend. Nothing is told by colour alone.
//
// Graphviz works in a program of its own, entente-layout, since it cannot be interrupted, and its state is
// global: the call may be made from any thread, and neither a layout that takes too long nor one that crashes
// hurts the caller. The program is looked for as `layout_program`, then as the environment's ENTENTE_LAYOUT,
// beside the running program (in its folder, or in ../libexec/entente), where the library was to be installed
// and where it was built.
//
// Throws OutputError when the limit is passed, Graphviz fails, there is no such program, the SVG is not
// well-formed or `out` fails, and std::invalid_argument for an engine that there is not. Equal graphs give
// equal bytes with the same Graphviz and fonts, but for fdp, which goes by the order of addresses in memory.
void write_diagram(const KnowledgeGraph& graph, std::ostream& out, DiagramFormat format,
                   const DiagramOptions& options = {});

// The engines that `engine` may name.
bool is_diagram_engine(std::string_view name);

// The same as entries of export/formats.cc.
void write_svg(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options = {});
void write_png(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options = {});
void write_pdf(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options = {});

}  // namespace entente
