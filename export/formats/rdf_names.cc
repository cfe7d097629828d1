// SPDX-License-Identifier: Apache-2.0
#include "export/formats/rdf_names.h"

#include "export/text/day_span.h"
#include "export/text/escape.h"

namespace entente {

void append_actor_iri(TextBuffer& out, std::string_view id) {
  out += "urn:entente:actor:";
  append_iri_part(out, id);
}

void append_document_iri(TextBuffer& out, std::string_view id) {
  out += "urn:entente:document:";
  append_iri_part(out, id);
}

void append_relation_iri(TextBuffer& out, const RelationView& relation) {
  out += "urn:entente:relation:";
  append_iri_part(out, relation.source);
  out += '/';
  append_iri_part(out, relation.type);
  out += '/';
  append_iri_part(out, relation.target);
  out += '/';
  out += to_string(relation.status);
  if (relation.by.empty()) return;
  out += '/';
  append_iri_part(out, relation.by);
}

void append_type_iri(TextBuffer& out, std::string_view type) {
  out += kOntologyIri;
  append_iri_part(out, type);
}

std::string_view rdf_class(ActorKind kind) {
  switch (kind) {
    case ActorKind::country:
      return "ent:Country";
    case ActorKind::official:
      return "ent:Official";
    case ActorKind::person:
      return "ent:Person";
    case ActorKind::institution:
      return "ent:Institution";
    case ActorKind::bloc:
      return "ent:Bloc";
  }
  return "ent:Actor";
}

std::string_view schema_class(ActorKind kind) {
  switch (kind) {
    case ActorKind::country:
      return "schema:Country";
    case ActorKind::official:
    case ActorKind::person:
      return "schema:Person";
    case ActorKind::institution:
    case ActorKind::bloc:
      return "schema:Organization";
  }
  return "schema:Thing";
}

bool is_asserted(const RelationView& relation) {
  return relation.status == Status::actual && relation.by.empty();
}

std::string_view date_type(std::string_view date) {
  if (day_span(date).first.empty()) return "xsd:string";
  switch (date.size()) {
    case 4:
      return "xsd:gYear";
    case 7:
      return "xsd:gYearMonth";
    case 10:
      return "xsd:date";
    default:
      return "xsd:string";
  }
}

bool is_wikidata_id(const ExternalIdView& id) {
  return id.scheme == "wikidata" && id.value.size() > 1 && id.value.size() < 16 && id.value[0] == 'Q' &&
         id.value.find_first_not_of("0123456789", 1) == std::string::npos;
}

bool is_web_address(std::string_view source) {
  constexpr std::string_view kAllowed =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=";
  const bool is_web = source.starts_with("https://") || source.starts_with("http://");
  return is_web && source.size() > 8 && source.find_first_not_of(kAllowed) == std::string_view::npos;
}

}  // namespace entente
