// SPDX-License-Identifier: Apache-2.0
#include "export/formats/jsonld_writer.h"

#include <array>

#include "export/formats/rdf_names.h"
#include "export/text/escape.h"
#include "export/text/walk.h"
#include "graph/period.h"

namespace entente {
namespace {

constexpr std::string_view kHead = R"({"@context":{"@version":1.1,
"ent":"urn:entente:ontology:",
"schema":"https://schema.org/",
"prov":"http://www.w3.org/ns/prov#",
"rdf":"http://www.w3.org/1999/02/22-rdf-syntax-ns#",
"rdfs":"http://www.w3.org/2000/01/rdf-schema#",
"owl":"http://www.w3.org/2002/07/owl#",
"xsd":"http://www.w3.org/2001/XMLSchema#"},
"@graph":[
)";

// A node object, from its "{" to its "}".
class Node {
 public:
  explicit Node(TextBuffer& out) : out_(out) { out_ += '{'; }

  template <typename Append, typename Thing>
  void id(Append&& append, const Thing& thing) {
    key("@id");
    out_ += '"';
    append(out_, thing);
    out_ += '"';
  }

  void text(std::string_view name, std::string_view text) {
    if (text.empty()) return;
    key(name);
    append_json_string(out_, text);
  }

  void typed(std::string_view name, std::string_view text, std::string_view type) {
    if (text.empty()) return;
    if (type == "xsd:string") return this->text(name, text);
    key(name);
    out_ += "{\"@value\":";
    append_json_string(out_, text);
    out_ += ",\"@type\":\"";
    out_ += type;
    out_ += "\"}";
  }

  template <typename Append>
  void reference(std::string_view name, Append&& append, std::string_view id) {
    if (id.empty()) return;
    key(name);
    out_ += "{\"@id\":\"";
    append(out_, id);
    out_ += "\"}";
  }

  void number(std::string_view name, std::uint64_t number) {
    key(name);
    append_number(out_, number);
  }

  void flag(std::string_view name, bool flag) {
    key(name);
    out_ += flag ? "true" : "false";
  }

  template <typename Values, typename Append>
  void list(std::string_view name, const Values& values, Append&& append) {
    if (values.empty()) return;
    key(name);
    char before = '[';
    for (const auto& value : values) {
      out_ += before;
      append(value);
      before = ',';
    }
    out_ += ']';
  }

  void close() { out_ += '}'; }

 private:
  void key(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += '"';
    out_ += name;
    out_ += "\":";
  }

  TextBuffer& out_;
  bool first_ = true;
};

void append_plain(TextBuffer& out, std::string_view text) {
  out += text;
}

void append_office(TextBuffer& out, const OfficeView& office) {
  Node node(out);
  node.text("@type", "schema:Role");
  node.text("schema:roleName", office.title);
  node.reference("ent:of", append_actor_iri, office.of);
  node.flag("ent:current", office.current);
  node.close();
}

void append_identifier(TextBuffer& out, const ExternalIdView& id) {
  Node node(out);
  node.text("@type", "schema:PropertyValue");
  node.text("schema:propertyID", id.scheme);
  node.text("schema:value", id.value);
  node.close();
}

std::vector<std::string> wikidata_items(const ActorView& actor) {
  std::vector<std::string> items;
  for (const ExternalIdView& id : actor.external_ids) {
    if (is_wikidata_id(id)) items.push_back(std::string("http://www.wikidata.org/entity/").append(id.value));
  }
  return items;
}

void append_actor(TextBuffer& out, const ActorView& actor) {
  Node node(out);
  node.id(append_actor_iri, actor.id);
  node.list("@type", std::array{rdf_class(actor.kind), schema_class(actor.kind)},
            [&](std::string_view type) { append_json_string(out, type); });
  node.text("rdfs:label", actor.label);
  node.text("ent:country", actor.country);
  node.list("schema:alternateName", actor.aliases,
            [&](const AliasView& alias) { append_json_string(out, alias.name); });
  node.list("schema:hasOccupation", actor.offices,
            [&](const OfficeView& office) { append_office(out, office); });
  node.list("owl:sameAs", wikidata_items(actor),
            [&](const std::string& iri) { out += "{\"@id\":\"" + iri + "\"}"; });
  node.list("schema:identifier", actor.external_ids,
            [&](const ExternalIdView& id) { append_identifier(out, id); });
  node.number("ent:mentions", std::uint64_t{actor.mentions});
  node.close();
}

void append_document(TextBuffer& out, const DocumentInfo& document) {
  Node node(out);
  node.id(append_document_iri, document.id);
  out += R"(,"@type":["prov:Entity","schema:Article"])";
  node.text("schema:identifier", document.id);
  node.text("schema:headline", document.title);
  node.typed("schema:datePublished", document.date, date_type(document.date));
  if (is_web_address(document.source)) node.reference("schema:url", append_plain, document.source);
  node.text("ent:source", document.source);
  node.text("ent:sha256", document.sha256);
  node.close();
}

void append_evidence_node(TextBuffer& out, const EvidenceView& evidence) {
  Node node(out);
  node.text("@type", "prov:Entity");
  node.reference("prov:wasQuotedFrom", append_document_iri, evidence.document);
  node.text("prov:value", evidence.quote);
  node.text("ent:sentence", evidence.sentence);
  node.number("ent:begin", evidence.begin);
  node.number("ent:end", evidence.end);
  node.close();
}

void append_statement(TextBuffer& out, const RelationView& relation, const WriteOptions& options) {
  Node node(out);
  node.id(append_relation_iri, relation);
  node.text("@type", "rdf:Statement");
  node.reference("rdf:subject", append_actor_iri, relation.source);
  node.reference("rdf:predicate", append_type_iri, relation.type);
  node.reference("rdf:object", append_actor_iri, relation.target);
  node.text("rdfs:label", relation.label);
  node.text("ent:mode", relation.mode);
  if (const RelationType* type = options.ontology->find(relation.type))
    node.text("ent:quad", to_string(type->quad));
  node.text("ent:status", to_string(relation.status));
  node.reference("prov:wasAttributedTo", append_actor_iri, relation.by);
  const Period period = parse_period(relation.date);
  node.typed("schema:startDate", period.first, date_type(period.first));
  node.typed("schema:endDate", period.last, date_type(period.last));
  node.text("ent:title", relation.title);
  node.flag("ent:symmetric", relation.symmetric);
  TextBuffer confidence;
  append_decimal(confidence, relation.confidence);
  node.typed("ent:confidence", confidence, "xsd:decimal");
  if (options.evidence) {
    node.list("prov:wasDerivedFrom", relation.evidence,
              [&](const EvidenceView& e) { append_evidence_node(out, e); });
  }
  node.close();
}

void append_triple(TextBuffer& out, std::string_view subject, std::string_view type,
                   std::string_view object) {
  out += ",\n{\"@id\":\"";
  append_actor_iri(out, subject);
  out += "\",\"";
  append_type_iri(out, type);
  out += "\":{\"@id\":\"";
  append_actor_iri(out, object);
  out += "\"}}";
}

}  // namespace

void write_jsonld(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  std::string_view between = "";
  const auto separate = [&] {
    sink.text += between;
    between = ",\n";
  };
  sink.text += kHead;
  write_documents(graph, sink, "", [&](std::size_t, const DocumentInfo& document) {
    separate();
    append_document(sink.text, document);
  });
  write_actors(graph, sink, "", [&](std::size_t, const ActorView& actor) {
    separate();
    append_actor(sink.text, actor);
  });
  write_relations(graph, sink, "", [&](std::size_t, const RelationView& relation) {
    separate();
    append_statement(sink.text, relation, options);
    if (!is_asserted(relation)) return;
    append_triple(sink.text, relation.source, relation.type, relation.target);
    if (relation.symmetric) append_triple(sink.text, relation.target, relation.type, relation.source);
  });
  sink.text += "\n]}\n";
  sink.finish();
}

}  // namespace entente
