// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "graph/knowledge_graph.h"

namespace entente {

// A graph as lines, for a failure to print two strings that one can read: actors with their names, relations with
// status, source and quotes. Confidence stays out: it moves with every training.
std::string graph_text(const KnowledgeGraph& graph);

}  // namespace entente
