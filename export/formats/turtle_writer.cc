// SPDX-License-Identifier: Apache-2.0
#include "export/formats/turtle_writer.h"

#include "export/formats/rdf_names.h"
#include "export/text/escape.h"
#include "export/text/walk.h"
#include "graph/period.h"

namespace entente {
namespace {

constexpr std::string_view kHead = R"(@prefix ent: <urn:entente:ontology:> .
@prefix schema: <https://schema.org/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
)";

void append_actor(TextBuffer& out, std::string_view id) {
  out += '<';
  append_actor_iri(out, id);
  out += '>';
}

void append_document(TextBuffer& out, std::string_view id) {
  out += '<';
  append_document_iri(out, id);
  out += '>';
}

void append_type(TextBuffer& out, std::string_view type) {
  out += '<';
  append_type_iri(out, type);
  out += '>';
}

void text(TextBuffer& out, std::string_view predicate, std::string_view text) {
  if (text.empty()) return;
  out += " ; ";
  out += predicate;
  out += ' ';
  append_turtle_string(out, text);
}

void typed(TextBuffer& out, std::string_view predicate, std::string_view text, std::string_view type) {
  if (text.empty()) return;
  out += " ; ";
  out += predicate;
  out += ' ';
  append_turtle_string(out, text);
  if (type == "xsd:string") return;
  out += "^^";
  out += type;
}

void number(TextBuffer& out, std::string_view predicate, std::uint64_t number) {
  out += " ; ";
  out += predicate;
  out += ' ';
  append_number(out, number);
}

void decimal(TextBuffer& out, std::string_view predicate, double number) {
  out += " ; ";
  out += predicate;
  out += " \"";
  append_decimal(out, number);
  out += "\"^^xsd:decimal";
}

void flag(TextBuffer& out, std::string_view predicate, bool flag) {
  out += " ; ";
  out += predicate;
  out += flag ? " true" : " false";
}

void append_node(TextBuffer& out, const ActorView& actor) {
  append_actor(out, actor.id);
  out += " a ";
  out += rdf_class(actor.kind);
  out += ", ";
  out += schema_class(actor.kind);
  text(out, "rdfs:label", actor.label);
  text(out, "ent:country", actor.country);
  for (const AliasView& alias : actor.aliases) text(out, "schema:alternateName", alias.name);
  for (const OfficeView& office : actor.offices) {
    out += " ; schema:hasOccupation [ a schema:Role";
    text(out, "schema:roleName", office.title);
    if (!office.of.empty()) out += " ; ent:of ", append_actor(out, office.of);
    flag(out, "ent:current", office.current);
    out += " ]";
  }
  for (const ExternalIdView& id : actor.external_ids) {
    if (is_wikidata_id(id)) {
      out += " ; owl:sameAs <http://www.wikidata.org/entity/";
      out += id.value;
      out += '>';
    }
    out += " ; schema:identifier [ a schema:PropertyValue";
    text(out, "schema:propertyID", id.scheme);
    text(out, "schema:value", id.value);
    out += " ]";
  }
  number(out, "ent:mentions", std::uint64_t{actor.mentions});
  out += " .\n";
}

void append_document_node(TextBuffer& out, const DocumentInfo& document) {
  append_document(out, document.id);
  out += " a prov:Entity, schema:Article";
  text(out, "schema:identifier", document.id);
  text(out, "schema:headline", document.title);
  typed(out, "schema:datePublished", document.date, date_type(document.date));
  if (is_web_address(document.source)) out += " ; schema:url <" + document.source + ">";
  text(out, "ent:source", document.source);
  text(out, "ent:sha256", document.sha256);
  out += " .\n";
}

void append_triple(TextBuffer& out, std::string_view subject, std::string_view type,
                   std::string_view object) {
  append_actor(out, subject);
  out += ' ';
  append_type(out, type);
  out += ' ';
  append_actor(out, object);
  out += " .\n";
}

void append_evidence_node(TextBuffer& out, const EvidenceView& evidence) {
  out += " ; prov:wasDerivedFrom [ a prov:Entity ; prov:wasQuotedFrom ";
  append_document(out, evidence.document);
  text(out, "prov:value", evidence.quote);
  text(out, "ent:sentence", evidence.sentence);
  number(out, "ent:begin", evidence.begin);
  number(out, "ent:end", evidence.end);
  out += " ]";
}

void append_statement(TextBuffer& out, const RelationView& relation, const WriteOptions& options) {
  out += '<';
  append_relation_iri(out, relation);
  out += "> a rdf:Statement ; rdf:subject ";
  append_actor(out, relation.source);
  out += " ; rdf:predicate ";
  append_type(out, relation.type);
  out += " ; rdf:object ";
  append_actor(out, relation.target);
  text(out, "rdfs:label", relation.label);
  text(out, "ent:mode", relation.mode);
  if (const RelationType* type = options.ontology->find(relation.type))
    text(out, "ent:quad", to_string(type->quad));
  text(out, "ent:status", to_string(relation.status));
  if (!relation.by.empty()) out += " ; prov:wasAttributedTo ", append_actor(out, relation.by);
  const Period period = parse_period(relation.date);
  typed(out, "schema:startDate", period.first, date_type(period.first));
  typed(out, "schema:endDate", period.last, date_type(period.last));
  text(out, "ent:title", relation.title);
  flag(out, "ent:symmetric", relation.symmetric);
  decimal(out, "ent:confidence", relation.confidence);
  if (options.evidence) {
    for (const EvidenceView& evidence : relation.evidence) append_evidence_node(out, evidence);
  }
  out += " .\n";
}

}  // namespace

void write_turtle(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  sink.text += kHead;
  write_documents(graph, sink, "", [&](std::size_t, const DocumentInfo& document) {
    append_document_node(sink.text, document);
  });
  write_actors(graph, sink, "", [&](std::size_t, const ActorView& actor) { append_node(sink.text, actor); });
  write_relations(graph, sink, "", [&](std::size_t, const RelationView& relation) {
    append_statement(sink.text, relation, options);
    if (!is_asserted(relation)) return;
    append_triple(sink.text, relation.source, relation.type, relation.target);
    if (relation.symmetric) append_triple(sink.text, relation.target, relation.type, relation.source);
  });
  sink.finish();
}

}  // namespace entente
