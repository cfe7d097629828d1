// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/algorithms.h"
#include "graph/knowledge_graph.h"

namespace CLI {
class App;
}

namespace entente {

// Which part of a graph is written: every option narrows what the ones before it leave.
struct Selection {
  std::vector<std::string> documents;
  std::vector<std::string> kinds;
  std::vector<std::string> countries;
  std::vector<std::string> types;
  std::vector<std::string> statuses;
  std::vector<std::string> between;  // two dates, or none
  double min_confidence = 0;
  std::string around;  // an actor
  std::size_t steps = 1;
  std::size_t top = 0;  // 0: all

  void add_to(CLI::App& verb);

  // Throws UsageError for a kind, type, status, date or actor that there is not; checked before the graph is
  // asked.
  Filter filter() const;

  KnowledgeGraph apply(KnowledgeGraph graph) const;
};

// The `count` actors of the highest PageRank, with the relations among them.
KnowledgeGraph most_important(const KnowledgeGraph& graph, std::size_t count);

}  // namespace entente
