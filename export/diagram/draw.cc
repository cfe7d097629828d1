// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/draw.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <utility>

#include "export/diagram/drawing.h"
#include "export/diagram/numbered_names.h"
#include "graph/error.h"

namespace entente {
namespace {

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

}  // namespace

// Two passes: the engine places the actors; then title and legend are put around them, where they stand in
// the way of nothing, and all is drawn where it is.
std::string draw(const LayoutJob& job) {
  ::setenv("SOURCE_DATE_EPOCH", "0", 1);  // for newer Graphviz; see forget_date
  ::setenv("TZ", "UTC0", 1);
  agseterr(AGMAX);
  number_names();
  const std::unique_ptr<GVC_t, FreeContext> context(gvContext());
  const CgraphPtr graph = lay_out_well(context.get(), job.plan, job.engine);
  const GraphvizNames names(graph.get());
  names.set(graph.get(), "rankdir", "TB");
  if (job.format == DiagramFormat::png) names.set(graph.get(), "dpi", "150");
  add_title_and_legend(graph.get(), job.plan);
  require(gvLayout(context.get(), graph.get(), "nop2"), "drawing");
  char* bytes = nullptr;
  unsigned size = 0;
  require(gvRenderData(context.get(), graph.get(), name_of(job.format), &bytes, &size), "drawing");
  std::string picture(bytes, size);
  if (job.format == DiagramFormat::pdf) forget_date(picture);
  gvFreeRenderData(bytes);
  gvFreeLayout(context.get(), graph.get());
  return picture;
}

}  // namespace entente
