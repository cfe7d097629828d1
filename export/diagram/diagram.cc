// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/diagram.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <stdexcept>

#include "export/diagram/job.h"
#include "export/diagram/layout_program.h"
#include "export/diagram/plan.h"
#include "export/diagram/program.h"
#include "export/diagram/well_formed.h"
#include "graph/error.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 7> kEngines = {"dot",   "neato", "fdp",  "sfdp",
                                                      "circo", "twopi", "osage"};

DiagramOptions options_of(const WriteOptions& options) {
  DiagramOptions diagram;
  diagram.ontology = options.ontology;
  diagram.title = options.title;
  diagram.engine = options.layout;
  diagram.merge_parallel = options.merge_parallel;
  if (options.most_actors > 0) {
    diagram.most_actors = options.most_actors;
    diagram.most_lines = std::max(diagram.most_lines, 2 * options.most_actors);
  }
  return diagram;
}

}  // namespace

bool is_diagram_engine(std::string_view name) {
  return std::find(kEngines.begin(), kEngines.end(), name) != kEngines.end();
}

void write_diagram(const KnowledgeGraph& graph, std::ostream& out, DiagramFormat format,
                   const DiagramOptions& options) {
  const std::string engine = options.engine.empty() ? "dot" : options.engine;
  if (!is_diagram_engine(engine)) throw std::invalid_argument("there is no layout engine \"" + engine + "\"");
  const auto limit = std::min<std::chrono::seconds>(options.time_limit, std::chrono::hours(24));
  const LayoutJob job{plan_diagram(graph, options), format, engine, static_cast<std::size_t>(limit.count())};
  const std::string picture = run_program(layout_program(options.layout_program), {}, bytes_of(job), limit,
                                          "the layout (" + engine + ")");
  if (format == DiagramFormat::svg) {
    if (const std::string fault = why_not_well_formed(picture); !fault.empty())
      throw OutputError("the SVG is not well-formed: " + fault);
  }
  out.write(picture.data(), static_cast<std::streamsize>(picture.size()));
  out.flush();
  if (!out) throw OutputError("cannot write the picture");
}

void write_svg(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  write_diagram(graph, out, DiagramFormat::svg, options_of(options));
}

void write_png(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  write_diagram(graph, out, DiagramFormat::png, options_of(options));
}

void write_pdf(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  write_diagram(graph, out, DiagramFormat::pdf, options_of(options));
}

}  // namespace entente
