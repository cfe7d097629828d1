// SPDX-License-Identifier: Apache-2.0
#include "export/formats/d3_writer.h"

#include "export/formats/json_fields.h"
#include "export/text/escape.h"
#include "export/text/walk.h"

namespace entente {
namespace {

void append_node(TextBuffer& out, const ActorView& actor) {
  out += "{\"id\":";
  append_json_string(out, actor.id);
  out += ",\"label\":";
  append_json_string(out, actor.label);
  out += ",\"group\":\"";
  out += to_string(actor.kind);
  out += '"';
  append_actor_fields(out, actor);
  out += '}';
}

void append_link(TextBuffer& out, std::size_t index, const RelationView& relation,
                 const WriteOptions& options) {
  out += "{\"source\":";
  append_json_string(out, relation.source);
  out += ",\"target\":";
  append_json_string(out, relation.target);
  out += ",\"key\":\"";
  append_edge_id(out, index);
  out += "\",\"value\":";
  append_number(out, std::uint64_t{relation.evidence.size()});
  append_relation_fields(out, relation, options);
  out += '}';
}

}  // namespace

void write_d3(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  sink.text += R"({"directed":true,"multigraph":true,"graph":{"name":)";
  append_json_string(sink.text, options.title);
  write_documents_field(sink, graph);
  sink.text += "},\n\"nodes\":[\n";
  write_actors(graph, sink, ",\n",
               [&](std::size_t, const ActorView& actor) { append_node(sink.text, actor); });
  sink.text += "],\n\"links\":[\n";
  write_relations(graph, sink, ",\n", [&](std::size_t index, const RelationView& relation) {
    append_link(sink.text, index, relation, options);
  });
  sink.text += "]}\n";
  sink.finish();
}

}  // namespace entente
