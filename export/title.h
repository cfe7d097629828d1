// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "graph/knowledge_graph.h"

namespace entente {

// What a picture or page of the graph is called: what the caller says, else the title of its one document,
// else how many documents there are.
std::string title_of(const KnowledgeGraph& graph, std::string_view asked);

}  // namespace entente
