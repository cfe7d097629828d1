// SPDX-License-Identifier: Apache-2.0
#include "graph/algorithms.h"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <limits>

#include "graph/pair_graph.h"

namespace entente {
namespace {

constexpr std::size_t kFar = std::numeric_limits<std::size_t>::max();

// Steps from the nearest of `from` to every actor; kFar where there is no way.
std::vector<std::size_t> distances(const PairGraph& pairs, std::span<const std::size_t> from) {
  std::vector<std::size_t> steps(boost::num_vertices(pairs), kFar);
  std::vector<boost::default_color_type> colours(steps.size(), boost::white_color);
  for (const std::size_t actor : from) steps[actor] = 0;
  boost::queue<std::size_t> queue;
  boost::breadth_first_visit(
      pairs, from.begin(), from.end(), queue,
      boost::make_bfs_visitor(boost::record_distances(steps.data(), boost::on_tree_edge())), colours.data());
  return steps;
}

std::vector<std::size_t> relations_between(const KnowledgeGraph& graph, std::size_t a, std::size_t b) {
  std::vector<std::size_t> between;
  for (const std::size_t relation : graph.relations_of(a)) {
    const KnowledgeGraph::Ends ends = graph.ends(relation);
    if (ends.source == b || ends.target == b) between.push_back(relation);
  }
  return between;
}

}  // namespace

std::vector<std::size_t> within(const KnowledgeGraph& graph, std::span<const std::size_t> from,
                                std::size_t steps) {
  const std::vector<std::size_t> distance = distances(pair_graph(graph), from);
  std::vector<std::size_t> near;
  for (std::size_t i = 0; i < distance.size(); ++i) {
    if (distance[i] != kFar && distance[i] <= steps) near.push_back(i);
  }
  return near;
}

KnowledgeGraph neighbourhood(const KnowledgeGraph& graph, std::size_t actor, std::size_t steps) {
  const std::vector<std::size_t> near = within(graph, std::span(&actor, 1), steps);
  std::vector<std::size_t> relations;
  for (const std::size_t i : near) {
    for (const std::size_t relation : graph.relations_of(i)) {
      const KnowledgeGraph::Ends ends = graph.ends(relation);
      if (ends.source == i && std::ranges::binary_search(near, ends.target)) relations.push_back(relation);
    }
  }
  return subgraph(graph, near, relations);
}

std::optional<Path> shortest_path(const KnowledgeGraph& graph, std::size_t from, std::size_t to) {
  const PairGraph pairs = pair_graph(graph);
  const std::vector<std::size_t> distance = distances(pairs, std::span(&to, 1));
  if (distance[from] == kFar) return std::nullopt;
  Path path;
  path.actors.push_back(from);
  // From every actor on to the first by id of those that are nearer.
  for (std::size_t at = from; at != to;) {
    std::size_t next = kFar;
    for (const auto neighbour : boost::make_iterator_range(boost::adjacent_vertices(at, pairs))) {
      if (distance[neighbour] + 1 == distance[at]) next = std::min(next, std::size_t{neighbour});
    }
    path.actors.push_back(next);
    path.relations.push_back(relations_between(graph, at, next));
    at = next;
  }
  return path;
}

std::vector<std::vector<std::size_t>> connected_components(const KnowledgeGraph& graph) {
  const PairGraph pairs = pair_graph(graph);
  std::vector<std::size_t> component(boost::num_vertices(pairs));
  const std::size_t count = component.empty() ? 0 : boost::connected_components(pairs, component.data());
  std::vector<std::vector<std::size_t>> components(count);
  for (std::size_t i = 0; i < component.size(); ++i) components[component[i]].push_back(i);
  std::ranges::stable_sort(components, std::greater(), &std::vector<std::size_t>::size);
  return components;
}

}  // namespace entente
