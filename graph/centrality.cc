// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/page_rank.hpp>
#include <numeric>
#include <utility>

#include "graph/algorithms.h"
#include "graph/knowledge_graph_impl.h"
#include "graph/pair_graph.h"

namespace entente {

PairGraph pair_graph(const KnowledgeGraph& graph) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const KnowledgeGraph::Ends ends = graph.ends(i);
    pairs.push_back(std::minmax(ends.source, ends.target));
  }
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return PairGraph(pairs.begin(), pairs.end(), graph.actor_count());
}

std::vector<Degree> degrees(const KnowledgeGraph& graph) {
  std::vector<Degree> degrees(graph.actor_count());
  Relation relation;
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    graph.read_relation(i, relation);
    auto [source, target] = graph.ends(i);
    for (int way = 0; way < (relation.symmetric ? 2 : 1); ++way) {
      ++degrees[source].out;
      ++degrees[target].in;
      std::swap(source, target);
    }
    ++degrees[source].relations;
    ++degrees[target].relations;
  }
  return degrees;
}

std::vector<double> pagerank(const KnowledgeGraph& graph, double damping, int iterations) {
  BoostGraph ways = boost_view(graph);
  Relation relation;
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    graph.read_relation(i, relation);
    if (relation.symmetric)
      boost::add_edge(graph.ends(i).target, graph.ends(i).source, RelationEdge{i}, ways);
  }
  std::vector<double> ranks(graph.actor_count());
  if (ranks.empty()) return ranks;
  boost::graph::page_rank(
      ways, boost::make_iterator_property_map(ranks.begin(), boost::get(boost::vertex_index, ways)),
      boost::graph::n_iterations(static_cast<std::size_t>(iterations)), damping);
  // Boost lets the rank of an actor with no way out seep away; the shares of the others are right.
  const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
  for (double& rank : ranks) rank /= sum;
  return ranks;
}

std::vector<double> betweenness(const KnowledgeGraph& graph) {
  const PairGraph pairs = pair_graph(graph);
  std::vector<double> through(graph.actor_count());
  boost::brandes_betweenness_centrality(
      pairs, boost::make_iterator_property_map(through.begin(), boost::get(boost::vertex_index, pairs)));
  return through;
}

}  // namespace entente
