// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "cli/terminal.h"
#include "graph/knowledge_graph.h"

namespace entente {

// Graphs as lines that a person reads. Everything that comes from a text is printable (see cli/terminal.h).

// "Wang Yi —told→ Nikolai Patrushev  CONSULT  actual  2023-02-21  by Xinhua"; a symmetric relation has an
// arrow at both ends.
std::string relation_line(const KnowledgeGraph& graph, const Relation& relation, const Style& style);

// "Nikolai Patrushev (3 mentions), secretary of Security Council (Russia)"
std::string actor_line(const KnowledgeGraph& graph, const Actor& actor, const Style& style);

// The label of an actor of the graph, or the id where the graph has none of that id.
std::string label_of(const KnowledgeGraph& graph, std::string_view id);

// Documents, actors by kind, ties and relations.
void show_graph(const KnowledgeGraph& graph, std::ostream& out, const Style& style);

// "3 relations", "1 relation"
std::string count_of(std::size_t count, std::string_view noun);

}  // namespace entente
