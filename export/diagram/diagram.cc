// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/diagram.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <ostream>
#include <stdexcept>

#include "export/diagram/child.h"
#include "export/diagram/drawing.h"
#include "export/diagram/plan.h"
#include "export/diagram/well_formed.h"
#include "graph/error.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 7> kEngines = {"dot",   "neato", "fdp",  "sfdp",
                                                      "circo", "twopi", "osage"};

constexpr double kWide = 2.2, kGoodAspect = 1.5;  // of a sheet's width to its height

struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};

const char* name_of(DiagramFormat format) {
  switch (format) {
    case DiagramFormat::svg:
      return "svg";
    case DiagramFormat::png:
      return "png";
    case DiagramFormat::pdf:
      return "pdf";
  }
  return "svg";
}

void require(int code, const char* what) {
  if (code == 0) return;
  const char* said = aglasterr();
  throw OutputError(std::string(what) + (said == nullptr ? "" : std::string(": ") + said));
}

// A PDF bears the time of its making; equal graphs are to give equal bytes.
void forget_date(std::string& pdf) {
  constexpr std::string_view kDate = "/CreationDate (D:", kDigits = "19700101000000";
  const auto at = pdf.find(kDate);
  if (at != pdf.npos && at + kDate.size() + kDigits.size() < pdf.size()) {
    pdf.replace(at + kDate.size(), kDigits.size(), kDigits);
  }
}

// The others would draw a group's box around whatever stands between its actors.
bool keeps_groups(std::string_view engine) {
  return engine == "dot" || engine == "fdp" || engine == "osage";
}

struct LaidOut {
  CgraphPtr graph;
  double aspect = 1;  // width by height
};

LaidOut lay_out(GVC_t* context, const DiagramPlan& plan, const std::string& engine, const char* direction) {
  LaidOut out{draw_plan(plan, keeps_groups(engine)), 1};
  if (plan.nodes.empty()) return out;
  const GraphvizNames names(out.graph.get());
  names.set(out.graph.get(), "rankdir", direction);
  require(gvLayout(context, out.graph.get(), engine.c_str()), "layout");
  attach_attrs(out.graph.get());
  move_words(out.graph.get(), names);
  const boxf box = GD_bb(out.graph.get());
  out.aspect = (box.UR.x - box.LL.x) / std::max(1.0, box.UR.y - box.LL.y);
  gvFreeLayout(context, out.graph.get());
  return out;
}

// From the top down; from the left where that makes a better sheet.
CgraphPtr lay_out_well(GVC_t* context, const DiagramPlan& plan, const std::string& engine) {
  LaidOut down = lay_out(context, plan, engine, "TB");
  if (engine != "dot" || down.aspect <= kWide) return std::move(down.graph);
  LaidOut across = lay_out(context, plan, engine, "LR");
  const auto fault = [](const LaidOut& one) { return std::abs(std::log(one.aspect / kGoodAspect)); };
  return std::move(fault(across) < fault(down) ? across.graph : down.graph);
}

// Two passes: the engine places the actors; then title and legend are put around them, where they stand in
// the way of nothing, and all is drawn where it is.
std::string draw(const DiagramPlan& plan, DiagramFormat format, const std::string& engine) {
  ::setenv("SOURCE_DATE_EPOCH", "0", 1);  // for newer Graphviz; see forget_date
  ::setenv("TZ", "UTC0", 1);
  agseterr(AGMAX);
  const std::unique_ptr<GVC_t, FreeContext> context(gvContext());
  const CgraphPtr graph = lay_out_well(context.get(), plan, engine);
  const GraphvizNames names(graph.get());
  names.set(graph.get(), "rankdir", "TB");
  if (format == DiagramFormat::png) names.set(graph.get(), "dpi", "150");
  add_title_and_legend(graph.get(), plan);
  require(gvLayout(context.get(), graph.get(), "nop2"), "drawing");
  char* bytes = nullptr;
  unsigned size = 0;
  require(gvRenderData(context.get(), graph.get(), name_of(format), &bytes, &size), "drawing");
  std::string picture(bytes, size);
  if (format == DiagramFormat::pdf) forget_date(picture);
  gvFreeRenderData(bytes);
  gvFreeLayout(context.get(), graph.get());
  return picture;
}

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
  const DiagramPlan plan = plan_diagram(graph, options);
  std::string picture;
  {
    const std::lock_guard lock(graphviz_mutex());  // no thread is inside Graphviz when the child is forked
    picture = run_in_child([&] { return draw(plan, format, engine); }, options.time_limit,
                           "the layout (" + engine + ")");
  }
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
