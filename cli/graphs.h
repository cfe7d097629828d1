// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "graph/knowledge_graph.h"

namespace entente {

// The graph of a JSON file that Entente wrote, or of a file of such lines (.jsonl), merged; "-" is standard
// input. Throws InputError with file:line:col.
KnowledgeGraph read_graph(const std::string& path);

// The actor whom a person means by an id, a label or an alias. Throws UsageError where the graph has none,
// naming the nearest, or several.
std::size_t find_actor(const KnowledgeGraph& graph, std::string_view name);

}  // namespace entente
