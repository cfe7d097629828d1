// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "export/diagram/plan.h"
#include "export/dot_cgraph.h"

namespace entente {

// The plan as a cgraph graph, ready for an engine: nodes, lines and, where `grouped`, a cluster a group.
// Internal to export/.
CgraphPtr draw_plan(const DiagramPlan& plan, bool grouped);

// Puts title and notes above what has been laid out and the legend below it, as nodes that stand where they
// are put. Precondition: the graph carries the attributes of a layout ("bb", "pos"); the engine nop2 then
// keeps them all.
void add_title_and_legend(Agraph_t* graph, const DiagramPlan& plan);

// Attributes of cgraph objects, which want the names of their defaults first.
class GraphvizNames {
 public:
  explicit GraphvizNames(Agraph_t* graph) : graph_(graph) {}
  void set(void* object, const char* name, const std::string& value) const;
  void set_html(void* object, const char* name, const std::string& value) const;
  void fallback(int kind, const char* name, const char* value) const;  // AGRAPH, AGNODE or AGEDGE

 private:
  Agraph_t* graph_;
};

// Moves the words of lines to where they cover least. Precondition: the graph is laid out and carries the
// layout's attributes.
void move_words(Agraph_t* graph, const GraphvizNames& names);

}  // namespace entente
