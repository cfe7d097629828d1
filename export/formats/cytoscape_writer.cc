// SPDX-License-Identifier: Apache-2.0
#include "export/formats/cytoscape_writer.h"

#include "export/formats/json_fields.h"
#include "export/text/escape.h"
#include "export/text/walk.h"

namespace entente {
namespace {

// Classes are separated by spaces; a type from a user's ontology could hold one.
void append_class(TextBuffer& out, std::string_view name) {
  for (const char c : name)
    out += c == ' ' || c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 ? '-' : c;
}

void append_node(TextBuffer& out, const ActorView& actor) {
  out += R"({"data":{"id":)";
  append_json_string(out, actor.id);
  // networkx wants `name` and `value`, Cytoscape Desktop shows `name`.
  for (const std::string_view name : {"label", "name"}) {
    out += ",\"";
    out += name;
    out += "\":";
    append_json_string(out, actor.label);
  }
  out += ",\"value\":";
  append_json_string(out, actor.id);
  append_actor_fields(out, actor);
  out += R"(},"classes":")";
  out += to_string(actor.kind);
  out += "\"}";
}

void append_edge(TextBuffer& out, std::size_t index, const RelationView& relation,
                 const WriteOptions& options) {
  out += R"({"data":{"id":")";
  append_edge_id(out, index);
  out += R"(","key":")";  // without it networkx joins parallel edges
  append_edge_id(out, index);
  out += R"(","source":)";
  append_json_string(out, relation.source);
  out += ",\"target\":";
  append_json_string(out, relation.target);
  append_relation_fields(out, relation, options);
  out += R"(},"classes":")";
  append_class(out, relation.type);
  if (const RelationType* type = options.ontology->find(relation.type)) {
    out += ' ';
    out += to_string(type->quad);
  }
  out += ' ';
  out += to_string(relation.status);
  out += "\"}";
}

}  // namespace

void write_cytoscape(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  sink.text += R"({"directed":true,"multigraph":true,"data":{"name":)";
  append_json_string(sink.text, options.title);
  write_documents_field(sink, graph);
  sink.text += "},\"elements\":{\"nodes\":[\n";
  write_actors(graph, sink, ",\n",
               [&](std::size_t, const ActorView& actor) { append_node(sink.text, actor); });
  sink.text += "],\"edges\":[\n";
  write_relations(graph, sink, ",\n", [&](std::size_t index, const RelationView& relation) {
    append_edge(sink.text, index, relation, options);
  });
  sink.text += "]}}\n";
  sink.finish();
}

}  // namespace entente
