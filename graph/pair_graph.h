// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/graph/adjacency_list.hpp>

#include "graph/knowledge_graph.h"

namespace entente {

// Which actors any relation joins: undirected, one edge a pair, sorted. vecS twice: it is built once and only
// read. Internal to graph/.
using PairGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

PairGraph pair_graph(const KnowledgeGraph& graph);

}  // namespace entente
