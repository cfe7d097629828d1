// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "export/text/sink.h"
#include "export/text/text_buffer.h"
#include "export/writer.h"
#include "graph/view.h"

namespace entente {

// Pieces of JSON that the formats of other tools share. Names are those of Entente's own JSON
// (docs/formats.md), so a field means the same wherever one meets it; what is empty is left out.

void append_edge_id(TextBuffer& out, std::size_t index);  // "e1" for the first relation, without quotes

// `"kind":"official","country":"CHN","aliases":[…],…`: all of the actor but its id and label.
void append_actor_fields(TextBuffer& out, const ActorView& actor);

// The names under which a relation's type and label are written; empty where the format has a place of its
// own.
struct RelationNames {
  std::string_view type = "type";
  std::string_view label = "label";
};

// `"type":"CONSULT","label":"met",…`: all of the relation but its ends.
void append_relation_fields(TextBuffer& out, const RelationView& relation, const WriteOptions& options,
                            RelationNames names = {});

void append_aliases(TextBuffer& out, const ActorView& actor);       // ["PRC","China"]
void append_alias_counts(TextBuffer& out, const ActorView& actor);  // [2,5], in the same order
void append_offices(TextBuffer& out, const ActorView& actor);       // [{"title":…,"of":…,"current":true}]
void append_external_ids(TextBuffer& out, const ActorView& actor);  // [{"scheme":"wikidata","value":"Q148"}]
void append_evidence(TextBuffer& out, const RelationView& relation);  // [{"document":…,"begin":…,"end":…,…}]

void append_document_object(TextBuffer& out, const DocumentInfo& document);  // {"id":…,"title":…,…}

// `"documents":[…]`: what the graph was built from.
void write_documents_field(TextSink& sink, const KnowledgeGraph& graph);

}  // namespace entente
