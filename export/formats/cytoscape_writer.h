// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/writer.h"

namespace entente {

// Cytoscape.js JSON: what `cytoscape({elements})`, Cytoscape Desktop and networkx.cytoscape_graph() load.
// Actor kinds, relation types, quads and statuses are classes too, for style sheets. Holds all that the graph
// does, but for fragments.
void write_cytoscape(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace entente
