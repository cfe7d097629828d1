// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "export/text/sink.h"
#include "graph/knowledge_graph.h"
#include "graph/view.h"

namespace entente {

// Writes every actor with `append(index, actor)`, and `between` before all but the first. One actor is in
// memory at a time.
template <typename Append>
void write_actors(const KnowledgeGraph& graph, TextSink& sink, std::string_view between, Append&& append) {
  ActorReader actors(graph);
  const std::size_t count = graph.actor_count();
  for (std::size_t index = 0; index < count; ++index) {
    const ActorView& actor = actors.read(index);
    if (index > 0) sink.text += between;
    append(index, actor);
    sink.settle();
  }
}

// The same for every relation.
template <typename Append>
void write_relations(const KnowledgeGraph& graph, TextSink& sink, std::string_view between, Append&& append) {
  RelationReader relations(graph);
  const std::size_t count = graph.relation_count();
  for (std::size_t index = 0; index < count; ++index) {
    const RelationView& relation = relations.read(index);
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
