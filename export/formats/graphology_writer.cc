// SPDX-License-Identifier: Apache-2.0
#include "export/formats/graphology_writer.h"

#include <cmath>

#include "export/formats/json_fields.h"
#include "export/text/escape.h"
#include "export/text/walk.h"

namespace entente {
namespace {

// In whole hundredths, so that the last bits of a C library's cosine never show.
void append_hundredths(TextBuffer& out, double value) {
  append_number(out, static_cast<double>(std::lround(value * 100)) / 100);
}

// The seeds of a sunflower: evenly spread however many there are.
void append_place(TextBuffer& out, std::size_t index) {
  constexpr double kGoldenAngle = 2.399963229728653;
  const double radius = 10 * std::sqrt(static_cast<double>(index));
  const double angle = kGoldenAngle * static_cast<double>(index);
  out += "\"x\":";
  append_hundredths(out, radius * std::cos(angle));
  out += ",\"y\":";
  append_hundredths(out, radius * std::sin(angle));
}

void append_node(TextBuffer& out, std::size_t index, const ActorView& actor) {
  out += "{\"key\":";
  append_json_string(out, actor.id);
  out += ",\"attributes\":{\"label\":";
  append_json_string(out, actor.label);
  append_actor_fields(out, actor);
  out += ',';
  append_place(out, index);
  out += ",\"size\":";
  append_hundredths(out, 3 + std::log2(1.0 + actor.mentions));
  out += "}}";
}

void append_edge(TextBuffer& out, std::size_t index, const RelationView& relation,
                 const WriteOptions& options) {
  out += R"({"key":")";
  append_edge_id(out, index);
  out += R"(","source":)";
  append_json_string(out, relation.source);
  out += ",\"target\":";
  append_json_string(out, relation.target);
  out += ",\"attributes\":{";
  // sigma takes `type` for the name of a program that draws.
  append_relation_fields(out, relation, options, {.type = "relation"});
  out += "}}";
}

}  // namespace

void write_graphology(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  sink.text += R"({"options":{"type":"directed","multi":true,"allowSelfLoops":true},"attributes":{"name":)";
  append_json_string(sink.text, options.title);
  write_documents_field(sink, graph);
  sink.text += "},\n\"nodes\":[\n";
  write_actors(graph, sink, ",\n",
               [&](std::size_t index, const ActorView& actor) { append_node(sink.text, index, actor); });
  sink.text += "],\n\"edges\":[\n";
  write_relations(graph, sink, ",\n", [&](std::size_t index, const RelationView& relation) {
    append_edge(sink.text, index, relation, options);
  });
  sink.text += "]}\n";
  sink.finish();
}

}  // namespace entente
