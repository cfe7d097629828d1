// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/writer.h"

namespace entente {

// GraphML: what Gephi, yEd, Cytoscape Desktop, igraph and networkx read. Every edge is directed, as those
// readers refuse mixed graphs, and says in `symmetric` whether it holds both ways. Lists (aliases, offices,
// external ids, evidence) are strings of JSON, as GraphML has none. Control characters that XML cannot hold
// become U+FFFD.
void write_graphml(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace entente
