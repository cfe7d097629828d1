// SPDX-License-Identifier: Apache-2.0
#include "export/formats/cypher_writer.h"

#include "export/formats/json_fields.h"
#include "export/formats/neo4j_names.h"
#include "export/text/day_span.h"
#include "export/text/escape.h"
#include "export/text/walk.h"

namespace entente {
namespace {

constexpr std::string_view kHead =
    "CREATE CONSTRAINT entente_actor IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE;\n"
    "CREATE CONSTRAINT entente_document IF NOT EXISTS FOR (d:Document) REQUIRE d.id IS UNIQUE;\n";

// Assignments to the properties of one node or relation: `, x.name = …`.
class Assignments {
 public:
  Assignments(TextBuffer& out, char variable) : out_(out), variable_(variable) {}

  void text(std::string_view name, std::string_view text) {
    if (text.empty()) return;
    begin(name);
    append_cypher_string(out_, text);
  }

  void day(std::string_view name, std::string_view day) {
    if (day.empty()) return;
    begin(name);
    out_ += "date(\"";
    out_ += day;
    out_ += "\")";
  }

  void number(std::string_view name, std::uint64_t number) {
    begin(name);
    append_number(out_, number);
  }

  void real(std::string_view name, double number) {  // "5.0", as "5" would be an integer
    begin(name);
    const std::size_t start = out_.size();
    append_number(out_, number);
    if (out_.view().substr(start).find_first_not_of("-0123456789") == std::string_view::npos) out_ += ".0";
  }

  void edge_id(std::size_t index) {
    begin("id");
    out_ += '"';
    append_edge_id(out_, index);
    out_ += '"';
  }

  void flag(std::string_view name, bool flag) {
    begin(name);
    out_ += flag ? "true" : "false";
  }

  template <typename Values, typename Append>
  void list(std::string_view name, const Values& values, Append&& append) {
    if (values.empty()) return;
    begin(name);
    char before = '[';
    for (const auto& value : values) {
      out_ += before;
      append(value);
      before = ',';
    }
    out_ += ']';
  }

 private:
  void begin(std::string_view name) {
    out_ += first_ ? " SET " : ", ";
    first_ = false;
    out_ += variable_;
    out_ += '.';
    out_ += name;
    out_ += " = ";
  }

  TextBuffer& out_;
  char variable_;
  bool first_ = true;
};

void append_node(TextBuffer& out, const ActorView& actor) {
  out += "MERGE (a:Actor {id: ";
  append_cypher_string(out, actor.id);
  out += "}) SET a:";
  out += neo4j_label(actor.kind);
  Assignments set(out, 'a');
  set.text("label", actor.label);
  set.text("kind", to_string(actor.kind));
  set.text("country", actor.country);
  set.number("mentions", std::uint64_t{actor.mentions});
  set.list("aliases", actor.aliases, [&](const AliasView& alias) { append_cypher_string(out, alias.name); });
  set.list("offices", actor.offices,
           [&](const OfficeView& office) { append_cypher_string(out, office_text(office)); });
  set.list("identifiers", actor.external_ids,
           [&](const ExternalIdView& id) { append_cypher_string(out, identifier_text(id)); });
  out += ";\n";
}

void append_document(TextBuffer& out, const DocumentInfo& document) {
  out += "MERGE (d:Document {id: ";
  append_cypher_string(out, document.id);
  out += "})";
  Assignments set(out, 'd');
  set.text("title", document.title);
  set.text("date", document.date);
  set.text("source", document.source);
  set.text("sha256", document.sha256);
  out += ";\n";
}

// What makes it the same edge is merged on, so that a second run finds it again.
void append_merge(TextBuffer& out, const RelationView& relation) {
  out += "MATCH (a:Actor {id: ";
  append_cypher_string(out, relation.source);
  out += "}) MATCH (b:Actor {id: ";
  append_cypher_string(out, relation.target);
  out += "}) MERGE (a)-[r:";
  append_cypher_name(out, relation.type);
  out += " {status: \"";
  out += to_string(relation.status);
  out += "\", by: ";
  append_cypher_string(out, relation.by);
  out += "}]->(b)";
}

void append_edge(TextBuffer& out, std::size_t index, const RelationView& relation,
                 const WriteOptions& options) {
  append_merge(out, relation);
  Assignments set(out, 'r');
  set.edge_id(index);
  set.text("label", relation.label);
  set.text("mode", relation.mode);
  if (const RelationType* type = options.ontology->find(relation.type)) {
    set.text("quad", to_string(type->quad));
    set.real("score", type->score);
  }
  set.text("date", relation.date);
  const DaySpan days = day_span(relation.date);
  set.day("first_day", days.first);
  set.day("last_day", days.last);
  set.text("title", relation.title);
  set.flag("symmetric", relation.symmetric);
  set.real("confidence", relation.confidence);
  set.number("weight", std::uint64_t{relation.evidence.size()});
  if (options.evidence) {
    set.list("quotes", relation.evidence, [&](const EvidenceView& e) { append_cypher_string(out, e.quote); });
    set.list("documents", relation.evidence,
             [&](const EvidenceView& e) { append_cypher_string(out, e.document); });
    set.list("begins", relation.evidence, [&](const EvidenceView& e) { append_number(out, e.begin); });
    set.list("ends", relation.evidence, [&](const EvidenceView& e) { append_number(out, e.end); });
  }
  out += ";\n";
}

}  // namespace

void write_cypher(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  sink.text += kHead;
  write_documents(graph, sink, "",
                  [&](std::size_t, const DocumentInfo& document) { append_document(sink.text, document); });
  write_actors(graph, sink, "", [&](std::size_t, const ActorView& actor) { append_node(sink.text, actor); });
  write_relations(graph, sink, "", [&](std::size_t index, const RelationView& relation) {
    append_edge(sink.text, index, relation, options);
  });
  sink.finish();
}

}  // namespace entente
