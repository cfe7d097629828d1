// SPDX-License-Identifier: Apache-2.0
#include "export/formats/ftm_writer.h"

#include <algorithm>
#include <string>
#include <vector>

#include "export/formats/json_fields.h"
#include "export/formats/rdf_names.h"
#include "export/text/country_codes.h"
#include "export/text/escape.h"
#include "export/text/walk.h"
#include "graph/period.h"

namespace entente {
namespace {

// {"id":…,"schema":…,"properties":{…}}; every property is a list of strings.
class Entity {
 public:
  Entity(TextBuffer& out, std::string_view id, std::string_view schema) : out_(out) {
    out_ += "{\"id\":";
    append_json_string(out_, id);
    out_ += ",\"schema\":\"";
    out_ += schema;
    out_ += "\",\"properties\":{";
  }

  // Values that are equal or empty count once or not at all, as the model's own readers have it.
  void property(std::string_view name, const std::vector<std::string_view>& values) {
    bool any = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i].empty() || std::find(values.begin(), values.begin() + i, values[i]) != values.begin() + i)
        continue;
      if (!any) key(name);
      out_ += any ? "," : "[";
      append_json_string(out_, values[i]);
      any = true;
    }
    if (any) out_ += ']';
  }

  void close() { out_ += "}}\n"; }

 private:
  void key(std::string_view name) {
    if (out_.back() != '{') out_ += ',';
    out_ += '"';
    out_ += name;
    out_ += "\":";
  }

  TextBuffer& out_;
};

std::string_view schema_of(ActorKind kind) {
  switch (kind) {
    case ActorKind::country:
      return "PublicBody";
    case ActorKind::official:
    case ActorKind::person:
      return "Person";
    case ActorKind::institution:
    case ActorKind::bloc:
      return "Organization";
  }
  return "LegalEntity";
}

std::string document_id(std::string_view id) {
  TextBuffer out;
  out += "document:";
  append_iri_part(out, id);
  return std::string(out.view());
}

// A date of year, month or day, which the model takes, or nothing.
std::string_view partial_date(std::string_view date) {
  return date_type(date) == "xsd:string" ? std::string_view() : date;
}

void append_document(TextBuffer& out, const DocumentInfo& document) {
  Entity entity(out, document_id(document.id), "Article");
  entity.property("title", {document.title.empty() ? document.id : document.title});
  entity.property("publishedAt", {partial_date(document.date)});
  const bool is_web = is_web_address(document.source);
  entity.property(is_web ? "sourceUrl" : "fileName", {document.source});
  const std::string hash = document.sha256.empty() ? "" : "sha256: " + document.sha256;
  entity.property("notes", {hash});
  entity.close();
}

void append_actor(TextBuffer& out, const ActorView& actor) {
  Entity entity(out, actor.id, schema_of(actor.kind));
  entity.property("name", {actor.label});
  std::vector<std::string_view> values;
  for (const AliasView& alias : actor.aliases) {
    if (alias.name != actor.label) values.push_back(alias.name);
  }
  entity.property("alias", values);
  entity.property("country", {iso_alpha2(actor.country)});
  values.clear();
  for (const ExternalIdView& id : actor.external_ids) {
    if (is_wikidata_id(id)) values.push_back(id.value);
  }
  entity.property("wikidataId", values);
  if (schema_of(actor.kind) == "Person") {
    std::vector<std::string> positions;
    for (const OfficeView& office : actor.offices)
      positions.push_back(std::string(office.title) + (office.current ? "" : " (former)"));
    entity.property("position", {positions.begin(), positions.end()});
  }
  entity.property("notes", {actor.kind == ActorKind::bloc ? "bloc" : ""});
  entity.close();
}

void append_link(TextBuffer& out, std::size_t index, const RelationView& relation, bool evidence) {
  TextBuffer id;
  append_edge_id(id, index);
  Entity entity(out, id, "UnknownLink");
  entity.property("subject", {relation.source});
  entity.property("object", {relation.target});
  entity.property("role", {relation.type, relation.label, relation.title});
  entity.property("status", {to_string(relation.status)});
  const Period period = parse_period(relation.date);
  entity.property("startDate", {partial_date(period.first)});
  entity.property("endDate", {partial_date(period.last)});
  const std::string mode =
      relation.mode.empty() ? std::string() : std::string("mode: ").append(relation.mode);
  const std::string by = relation.by.empty() ? std::string() : std::string("by: ").append(relation.by);
  entity.property("description", {mode, by, relation.symmetric ? "symmetric" : ""});
  if (evidence) {
    std::vector<std::string_view> quotes;
    std::vector<std::string> documents;
    for (const EvidenceView& e : relation.evidence) {
      quotes.push_back(e.quote);
      documents.push_back(document_id(e.document));
    }
    entity.property("summary", quotes);
    entity.property("proof", {documents.begin(), documents.end()});
  }
  entity.close();
}

}  // namespace

void write_ftm(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  write_documents(graph, sink, "",
                  [&](std::size_t, const DocumentInfo& document) { append_document(sink.text, document); });
  write_actors(graph, sink, "", [&](std::size_t, const ActorView& actor) { append_actor(sink.text, actor); });
  write_relations(graph, sink, "", [&](std::size_t index, const RelationView& relation) {
    append_link(sink.text, index, relation, options.evidence);
  });
  sink.finish();
}

}  // namespace entente
