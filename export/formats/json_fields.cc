// SPDX-License-Identifier: Apache-2.0
#include "export/formats/json_fields.h"

#include <string_view>
#include <vector>

#include "export/text/escape.h"
#include "export/text/walk.h"

namespace entente {
namespace {

// Names are our own constants and need no escaping.
void append_name(TextBuffer& out, std::string_view name) {
  const char before = out.empty() ? '{' : out.back();
  if (before != '{' && before != '[' && before != ',') out += ',';
  out += '"';
  out += name;
  out += "\":";
}

void append_field(TextBuffer& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  append_name(out, name);
  append_json_string(out, text);
}

void append_field(TextBuffer& out, std::string_view name, std::uint64_t number) {
  append_name(out, name);
  append_number(out, number);
}

void append_field(TextBuffer& out, std::string_view name, bool flag) {
  append_name(out, name);
  out += flag ? "true" : "false";
}

template <typename T, typename Append>
void append_list(TextBuffer& out, const std::vector<T>& values, Append&& append) {
  out += '[';
  for (const T& value : values) {
    out += out.back() == '[' ? "{" : ",{";
    append(value);
    out += '}';
  }
  out += ']';
}

}  // namespace

void append_edge_id(TextBuffer& out, std::size_t index) {
  out += 'e';
  append_number(out, std::uint64_t{index} + 1);
}

void append_aliases(TextBuffer& out, const ActorView& actor) {
  char before = '[';
  for (const AliasView& alias : actor.aliases) {
    out += before;
    append_json_string(out, alias.name);
    before = ',';
  }
  out += ']';
}

void append_alias_counts(TextBuffer& out, const ActorView& actor) {
  char before = '[';
  for (const AliasView& alias : actor.aliases) {
    out += before;
    append_number(out, std::uint64_t{alias.count});
    before = ',';
  }
  out += ']';
}

void append_offices(TextBuffer& out, const ActorView& actor) {
  append_list(out, actor.offices, [&](const OfficeView& office) {
    append_field(out, "title", office.title);
    append_field(out, "of", office.of);
    append_field(out, "current", office.current);
  });
}

void append_external_ids(TextBuffer& out, const ActorView& actor) {
  append_list(out, actor.external_ids, [&](const ExternalIdView& id) {
    append_field(out, "scheme", id.scheme);
    append_field(out, "value", id.value);
  });
}

void append_evidence(TextBuffer& out, const RelationView& relation) {
  append_list(out, relation.evidence, [&](const EvidenceView& evidence) {
    append_field(out, "document", evidence.document);
    append_field(out, "begin", evidence.begin);
    append_field(out, "end", evidence.end);
    append_field(out, "quote", evidence.quote);
    append_field(out, "sentence", evidence.sentence);
  });
}

void append_actor_fields(TextBuffer& out, const ActorView& actor) {
  append_field(out, "kind", to_string(actor.kind));
  append_field(out, "country", actor.country);
  if (!actor.aliases.empty()) {
    append_name(out, "aliases"), append_aliases(out, actor);
    append_name(out, "alias_counts"), append_alias_counts(out, actor);
  }
  if (!actor.offices.empty()) append_name(out, "offices"), append_offices(out, actor);
  if (!actor.external_ids.empty()) append_name(out, "external_ids"), append_external_ids(out, actor);
  append_field(out, "mentions", std::uint64_t{actor.mentions});
}

void append_relation_fields(TextBuffer& out, const RelationView& relation, const WriteOptions& options,
                            RelationNames names) {
  if (!names.type.empty()) append_field(out, names.type, relation.type);
  if (!names.label.empty()) append_field(out, names.label, relation.label);
  append_field(out, "mode", relation.mode);
  if (const RelationType* type = options.ontology->find(relation.type)) {
    append_field(out, "quad", to_string(type->quad));
    append_name(out, "score");
    append_number(out, type->score);
  }
  append_field(out, "status", to_string(relation.status));
  append_field(out, "by", relation.by);
  append_field(out, "date", relation.date);
  append_field(out, "title", relation.title);
  append_field(out, "symmetric", relation.symmetric);
  append_name(out, "confidence");
  append_number(out, relation.confidence);
  append_field(out, "weight", std::uint64_t{relation.evidence.size()});
  if (options.evidence && !relation.evidence.empty())
    append_name(out, "evidence"), append_evidence(out, relation);
}

void append_document_object(TextBuffer& out, const DocumentInfo& document) {
  out += '{';
  append_field(out, "id", document.id);
  append_field(out, "title", document.title);
  append_field(out, "date", document.date);
  append_field(out, "source", document.source);
  append_field(out, "sha256", document.sha256);
  out += '}';
}

void write_documents_field(TextSink& sink, const KnowledgeGraph& graph) {
  append_name(sink.text, "documents");
  sink.text += '[';
  write_documents(graph, sink, ",", [&](std::size_t, const DocumentInfo& document) {
    append_document_object(sink.text, document);
  });
  sink.text += ']';
}

}  // namespace entente
