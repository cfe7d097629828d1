// SPDX-License-Identifier: Apache-2.0
#include "export/formats/jgf_writer.h"

#include "export/formats/json_fields.h"
#include "export/text/escape.h"
#include "export/text/walk.h"

namespace entente {
namespace {

void append_node(TextBuffer& out, const ActorView& actor) {
  append_json_string(out, actor.id);
  out += ":{\"label\":";
  append_json_string(out, actor.label);
  out += ",\"metadata\":{";
  append_actor_fields(out, actor);
  out += "}}";
}

void append_edge(TextBuffer& out, std::size_t index, const RelationView& relation,
                 const WriteOptions& options) {
  out += R"({"id":")";
  append_edge_id(out, index);
  out += R"(","source":)";
  append_json_string(out, relation.source);
  out += ",\"target\":";
  append_json_string(out, relation.target);
  out += ",\"relation\":";
  append_json_string(out, relation.type);
  out += relation.symmetric ? ",\"directed\":false" : ",\"directed\":true";
  out += ",\"label\":";
  append_json_string(out, relation.label);
  out += ",\"metadata\":{";
  append_relation_fields(out, relation, options, {.type = "", .label = ""});
  out += "}}";
}

}  // namespace

void write_jgf(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  sink.text += R"({"graph":{"directed":true,"type":"diplomatic relations","label":)";
  append_json_string(sink.text, options.title);
  sink.text += ",\"metadata\":{";
  write_documents_field(sink, graph);
  sink.text += "},\n\"nodes\":{\n";
  write_actors(graph, sink, ",\n",
               [&](std::size_t, const ActorView& actor) { append_node(sink.text, actor); });
  sink.text += "},\n\"edges\":[\n";
  write_relations(graph, sink, ",\n", [&](std::size_t index, const RelationView& relation) {
    append_edge(sink.text, index, relation, options);
  });
  sink.text += "]}}\n";
  sink.finish();
}

}  // namespace entente
