// SPDX-License-Identifier: Apache-2.0
#include "graph/boost_view.h"

#include <algorithm>

#include "graph/knowledge_graph_impl.h"

namespace entente {

const BoostGraph& KnowledgeGraph::Impl::topology() const {
  return topology_.get([this] {
    const Gathered& all = gathered();
    BoostGraph graph(all.actor_count());
    for (std::size_t i = 0; i < all.relation_count(); ++i) {
      boost::add_edge(all.edge(i).source, all.edge(i).target, RelationEdge{i}, graph);
    }
    return graph;
  });
}

const BoostGraph& boost_view(const KnowledgeGraph& graph) {
  return graph.impl().topology();
}

std::vector<std::size_t> KnowledgeGraph::relations_of(std::size_t actor) const {
  const BoostGraph& graph = impl_->topology();
  std::vector<std::size_t> relations;
  for (const auto& edge : boost::make_iterator_range(boost::out_edges(actor, graph))) {
    relations.push_back(graph[edge].relation);
  }
  for (const auto& edge : boost::make_iterator_range(boost::in_edges(actor, graph))) {
    relations.push_back(graph[edge].relation);
  }
  std::ranges::sort(relations);
  return relations;
}

}  // namespace entente
