// SPDX-License-Identifier: Apache-2.0
#include "export/formats/gexf_writer.h"

#include <algorithm>

#include "export/formats/json_fields.h"
#include "export/text/day_span.h"
#include "export/text/escape.h"
#include "export/text/walk.h"
#include "export/text/xml_fields.h"

namespace entente {
namespace {

constexpr std::string_view kAttributes = R"(<attributes class="node">
<attribute id="kind" title="kind" type="string"/>
<attribute id="country" title="country" type="string"/>
<attribute id="aliases" title="aliases" type="string"/>
<attribute id="alias_counts" title="alias_counts" type="string"/>
<attribute id="offices" title="offices" type="string"/>
<attribute id="external_ids" title="external_ids" type="string"/>
<attribute id="mentions" title="mentions" type="integer"/>
</attributes>
<attributes class="edge">
<attribute id="type" title="type" type="string"/>
<attribute id="mode" title="mode" type="string"/>
<attribute id="quad" title="quad" type="string"/>
<attribute id="score" title="score" type="double"/>
<attribute id="status" title="status" type="string"/>
<attribute id="by" title="by" type="string"/>
<attribute id="date" title="date" type="string"/>
<attribute id="title" title="title" type="string"/>
<attribute id="symmetric" title="symmetric" type="boolean"/>
<attribute id="confidence" title="confidence" type="double"/>
<attribute id="evidence" title="evidence" type="string"/>
</attributes>
)";

// The values of a node or an edge.
class Values : public XmlFields {
 public:
  explicit Values(TextBuffer& out) : XmlFields(out, "\"/>"), out_(out) { out_ += "<attvalues>"; }

  void close() { out_ += "</attvalues>"; }

 private:
  TextBuffer& out_;
};

void append_node(TextBuffer& out, const ActorView& actor, TextBuffer& list) {
  out += "<node id=\"";
  append_xml(out, actor.id);
  out += "\" label=\"";
  append_xml(out, actor.label);
  out += "\">";
  Values values(out);
  values.word(R"(<attvalue for="kind" value=")", to_string(actor.kind));
  values.text(R"(<attvalue for="country" value=")", actor.country);
  const auto json = [&](std::string_view opening, bool any, auto append) {
    if (!any) return;
    list.clear();
    append(list, actor);
    values.text(opening, list);
  };
  json(R"(<attvalue for="aliases" value=")", !actor.aliases.empty(), append_aliases);
  json(R"(<attvalue for="alias_counts" value=")", !actor.aliases.empty(), append_alias_counts);
  json(R"(<attvalue for="offices" value=")", !actor.offices.empty(), append_offices);
  json(R"(<attvalue for="external_ids" value=")", !actor.external_ids.empty(), append_external_ids);
  values.number(R"(<attvalue for="mentions" value=")", std::uint64_t{actor.mentions});
  values.close();
  out += "</node>\n";
}

// Edges of one pair differ in type, status or speaker, so these together are a kind of their own.
void append_kind(TextBuffer& out, const RelationView& relation) {
  out += "\" kind=\"";
  append_xml(out, relation.type);
  if (relation.status != Status::actual) {
    out += ' ';
    out += to_string(relation.status);
  }
  if (!relation.by.empty()) {
    out += " by ";
    append_xml(out, relation.by);
  }
}

void append_spell(TextBuffer& out, const DaySpan& days) {
  if (days.empty()) return;
  out += "<spells><spell";
  if (!days.first.empty()) out.append(" start=\"").append(days.first).append("\"");
  if (!days.last.empty()) out.append(" end=\"").append(days.last).append("\"");
  out += "/></spells>";
}

void append_edge_values(TextBuffer& out, const RelationView& relation, const WriteOptions& options,
                        TextBuffer& list) {
  Values values(out);
  values.text(R"(<attvalue for="type" value=")", relation.type);
  values.text(R"(<attvalue for="mode" value=")", relation.mode);
  if (const RelationType* type = options.ontology->find(relation.type)) {
    values.word(R"(<attvalue for="quad" value=")", to_string(type->quad));
    values.number(R"(<attvalue for="score" value=")", type->score);
  }
  values.word(R"(<attvalue for="status" value=")", to_string(relation.status));
  values.text(R"(<attvalue for="by" value=")", relation.by);
  values.text(R"(<attvalue for="date" value=")", relation.date);
  values.text(R"(<attvalue for="title" value=")", relation.title);
  values.word(R"(<attvalue for="symmetric" value=")", relation.symmetric ? "true" : "false");
  values.number(R"(<attvalue for="confidence" value=")", relation.confidence);
  if (options.evidence && !relation.evidence.empty()) {
    list.clear();
    append_evidence(list, relation);
    values.text(R"(<attvalue for="evidence" value=")", list);
  }
  values.close();
}

void append_edge(TextBuffer& out, std::size_t index, const RelationView& relation,
                 const WriteOptions& options, TextBuffer& list) {
  out += "<edge id=\"";
  append_edge_id(out, index);
  out += "\" source=\"";
  append_xml(out, relation.source);
  out += "\" target=\"";
  append_xml(out, relation.target);
  if (!options.gexf12) append_kind(out, relation);
  out += "\" label=\"";
  append_xml(out, relation.label);
  out += "\" weight=\"";
  append_number(out, std::uint64_t{std::max<std::size_t>(relation.evidence.size(),
                                                         1)});  // Gephi drops edges of no weight
  out += "\">";
  append_edge_values(out, relation, options, list);
  append_spell(out, day_span(relation.date));
  out += "</edge>\n";
}

// Without `timeformat` Gephi reads the dates of a dynamic graph as numbers.
void append_head(TextBuffer& out, bool dynamic, const WriteOptions& options) {
  out += R"(<?xml version="1.0" encoding="UTF-8"?>)";
  out += options.gexf12 ? "\n<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n"
                        : "\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n";
  out += "<meta><creator>Entente</creator>";
  if (!options.title.empty()) {
    out += "<description>";
    append_xml(out, options.title);
    out += "</description>";
  }
  out += "</meta>\n<graph defaultedgetype=\"directed\"";
  if (!options.gexf12) out += " idtype=\"string\"";
  out += dynamic ? " mode=\"dynamic\" timeformat=\"date\"" : " mode=\"static\"";
  if (dynamic && !options.gexf12) out += " timerepresentation=\"interval\"";
  out += ">\n";
  out += kAttributes;
}

bool has_dates(const KnowledgeGraph& graph) {
  RelationReader relations(graph);
  for (std::size_t index = 0; index < graph.relation_count(); ++index) {
    if (!day_span(relations.read(index).date).empty()) return true;
  }
  return false;
}

}  // namespace

void write_gexf(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  TextBuffer list;
  append_head(sink.text, has_dates(graph), options);
  sink.text += "<nodes>\n";
  write_actors(graph, sink, "",
               [&](std::size_t, const ActorView& actor) { append_node(sink.text, actor, list); });
  sink.text += "</nodes>\n<edges>\n";
  write_relations(graph, sink, "", [&](std::size_t index, const RelationView& relation) {
    append_edge(sink.text, index, relation, options, list);
  });
  sink.text += "</edges>\n</graph>\n</gexf>\n";
  sink.finish();
}

}  // namespace entente
