// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

// Questions to a graph. Actors and relations are named by their index in it. Paths, neighbours, components
// and betweenness take an edge in both directions: a relation joins its ends, whoever did it. All answers are
// deterministic: where several are equally good, the one whose actors come first by id.

// A part of a graph to keep. An empty list asks nothing.
struct Filter {
  std::vector<std::string> documents = {};  // only what these documents say
  std::vector<ActorKind> kinds = {};        // only actors of these kinds
  std::vector<std::string> countries = {};  // only relations with an end of one of these countries (alpha-3)
  std::vector<std::string> types = {};      // only relations of these types
  std::vector<Status> statuses = {};
  // ISO 8601 dates, inclusive: only relations whose date or, without one, whose document's date falls into the period
  // in part. Undated ones go.
  std::string from = {};
  std::string to = {};
  double min_confidence = 0;
};

// Actors that the filter lets through, with the relations among them. Where it asks something of relations,
// actors that are left with none go too.
KnowledgeGraph filter(const KnowledgeGraph& graph, const Filter& filter);

// These actors and relations, with the ends of the latter, and the documents that speak of them.
KnowledgeGraph subgraph(const KnowledgeGraph& graph, std::span<const std::size_t> actors,
                        std::span<const std::size_t> relations);

// Actors at most `steps` relations away from one of `from`, sorted.
std::vector<std::size_t> within(const KnowledgeGraph& graph, std::span<const std::size_t> from,
                                std::size_t steps);

// The subgraph of the actors within `steps` of the actor and every relation among them.
KnowledgeGraph neighbourhood(const KnowledgeGraph& graph, std::size_t actor, std::size_t steps);

// A way from one actor to another: n + 1 actors and, for each of the n steps, all relations between the two.
struct Path {
  std::vector<std::size_t> actors;
  std::vector<std::vector<std::size_t>> relations;
};

// A path with fewest steps; none where the actors are not connected.
std::optional<Path> shortest_path(const KnowledgeGraph& graph, std::size_t from, std::size_t to);

// Sets of connected actors, the largest first, each sorted.
std::vector<std::vector<std::size_t>> connected_components(const KnowledgeGraph& graph);

// How many relations an actor is the source and the target of; a symmetric one counts as one of each.
struct Degree {
  std::size_t in = 0;
  std::size_t out = 0;
  std::size_t relations = 0;  // distinct
  bool operator==(const Degree&) const = default;
};
std::vector<Degree> degrees(const KnowledgeGraph& graph);

// Boost's PageRank over the directed multigraph, a symmetric relation going both ways; the ranks sum to 1.
std::vector<double> pagerank(const KnowledgeGraph& graph, double damping = 0.85, int iterations = 50);

// Brandes' betweenness over pairs of actors that a relation joins; O(actors x pairs). Not normalised: the
// number of shortest paths through the actor.
std::vector<double> betweenness(const KnowledgeGraph& graph);

}  // namespace entente
