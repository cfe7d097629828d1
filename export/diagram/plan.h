// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "export/diagram/diagram.h"
#include "graph/actor.h"
#include "graph/ontology.h"
#include "graph/relation.h"

namespace entente {

// What a diagram shows, before anything is drawn: plain values that a test can read.

struct DiagramNode {
  std::string id;
  std::string label;
  std::string note;  // an office, below the label
  ActorKind kind = ActorKind::institution;
  bool operator==(const DiagramNode&) const = default;
};

// One relation, or several of a pair that say the same.
struct DiagramWord {
  std::string text;  // the predicate, or the type where there is none
  Quad quad = Quad::tie;
  Status status = Status::actual;
  std::string by;  // who says so, where it is neither end
  std::size_t weight = 1;
  bool operator==(const DiagramWord&) const = default;
};

// A line from one node to another with its words, the most stated first.
struct DiagramLine {
  std::size_t source = 0, target = 0;  // indices of nodes
  bool both_ways = false;              // what it says is mutual: such lines and others do not mix
  std::size_t weight = 0;              // of all words
  std::vector<DiagramWord> words;
  std::string quote;  // the first that states it
  bool operator==(const DiagramLine&) const = default;
};

// A country's node with its officials and institutions. Only of two nodes and more.
struct DiagramGroup {
  std::string country;  // alpha-3
  std::string label;    // where the country itself is not among the nodes
  std::vector<std::size_t> nodes;
  bool operator==(const DiagramGroup&) const = default;
};

struct DiagramPlan {
  std::string title;
  std::string subtitle;  // how much, how many documents, from when to when
  std::string cut;       // what was left out for size; empty where nothing was
  std::string alone;     // actors without a relation, named and not drawn
  std::vector<DiagramNode> nodes;
  std::vector<DiagramLine> lines;
  std::vector<DiagramGroup> groups;
};

DiagramPlan plan_diagram(const KnowledgeGraph& graph, const DiagramOptions& options);

}  // namespace entente
