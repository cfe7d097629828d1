// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "export/text/sink.h"
#include "graph/knowledge_graph.h"

namespace entente {

// Writes every actor with `append(index, actor)`, and `between` before all but the first. One actor is in
// memory at a time.
template <typename Append>
void write_actors(const KnowledgeGraph& graph, TextSink& sink, std::string_view between, Append&& append) {
  Actor actor;
  for (std::size_t index = 0; index < graph.actor_count(); ++index) {
    graph.read_actor(index, actor);
    if (index > 0) sink.text += between;
    append(index, actor);
    sink.settle();
  }
}

// The same for every relation.
template <typename Append>
void write_relations(const KnowledgeGraph& graph, TextSink& sink, std::string_view between, Append&& append) {
  Relation relation;
  for (std::size_t index = 0; index < graph.relation_count(); ++index) {
    graph.read_relation(index, relation);
    if (index > 0) sink.text += between;
    append(index, relation);
    sink.settle();
  }
}

// And for every document.
template <typename Append>
void write_documents(const KnowledgeGraph& graph, TextSink& sink, std::string_view between, Append&& append) {
  for (std::size_t index = 0; index < graph.document_count(); ++index) {
    const DocumentInfo document = graph.document(index);
    if (index > 0) sink.text += between;
    append(index, document);
    sink.settle();
  }
}

}  // namespace entente
