// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "export/text/sink.h"
#include "export/writer.h"

namespace entente {

// Pieces of JSON that the formats of other tools share. Names are those of Entente's own JSON
// (docs/formats.md), so a field means the same wherever one meets it; what is empty is left out.

void append_edge_id(std::string& out, std::size_t index);  // "e1" for the first relation, without quotes

// `"kind":"official","country":"CHN","aliases":[…],…`: all of the actor but its id and label.
void append_actor_fields(std::string& out, const Actor& actor);

// The names under which a relation's type and label are written; empty where the format has a place of its
// own.
struct RelationNames {
  std::string_view type = "type";
  std::string_view label = "label";
};

// `"type":"CONSULT","label":"met",…`: all of the relation but its ends.
void append_relation_fields(std::string& out, const Relation& relation, const WriteOptions& options,
                            RelationNames names = {});

void append_aliases(std::string& out, const Actor& actor);       // ["PRC","China"]
void append_alias_counts(std::string& out, const Actor& actor);  // [2,5], in the same order
void append_offices(std::string& out, const Actor& actor);       // [{"title":…,"of":…,"current":true}]
void append_external_ids(std::string& out, const Actor& actor);  // [{"scheme":"wikidata","value":"Q148"}]
void append_evidence(std::string& out, const Relation& relation);  // [{"document":…,"begin":…,"end":…,…}]

void append_document_object(std::string& out, const DocumentInfo& document);  // {"id":…,"title":…,…}

// `"documents":[…]`: what the graph was built from.
void write_documents_field(TextSink& sink, const KnowledgeGraph& graph);

}  // namespace entente
