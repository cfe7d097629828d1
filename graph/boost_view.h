// SPDX-License-Identifier: Apache-2.0
#pragma once

// Opt-in, for those who run Boost.Graph's algorithms on a graph themselves: the only public header that needs
// Boost, and one that takes seconds to compile.

#include <boost/graph/adjacency_list.hpp>
#include <cstddef>

#include "graph/knowledge_graph.h"

namespace entente {

// An edge's bundle: the relation's index in the graph. A vertex is the actor's index.
struct RelationEdge {
  std::size_t relation = 0;
};

// vecS for out-edges: parallel edges stay, in the order of relations. vecS for vertices: descriptors are 0 to
// n - 1, as PageRank and the like want them. bidirectionalS: in-edges too, which PageRank and neighbourhoods
// need.
using BoostGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, RelationEdge>;

// The graph's topology, one edge a relation (a symmetric one too, in its canonical direction). Made when
// first asked for, about 100 bytes a relation; good until the graph changes or goes.
const BoostGraph& boost_view(const KnowledgeGraph& graph);

}  // namespace entente
