// SPDX-License-Identifier: Apache-2.0
#include "export/formats/graphml_writer.h"

#include "export/formats/json_fields.h"
#include "export/text/escape.h"
#include "export/text/walk.h"
#include "export/text/xml_fields.h"

namespace entente {
namespace {

constexpr std::string_view kHead = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<key id="gn" for="graph" attr.name="name" attr.type="string"/>
<key id="gd" for="graph" attr.name="documents" attr.type="string"/>
<key id="nl" for="node" attr.name="label" attr.type="string"/>
<key id="nk" for="node" attr.name="kind" attr.type="string"/>
<key id="nc" for="node" attr.name="country" attr.type="string"/>
<key id="na" for="node" attr.name="aliases" attr.type="string"/>
<key id="ns" for="node" attr.name="alias_counts" attr.type="string"/>
<key id="no" for="node" attr.name="offices" attr.type="string"/>
<key id="nx" for="node" attr.name="external_ids" attr.type="string"/>
<key id="nm" for="node" attr.name="mentions" attr.type="int"/>
<key id="et" for="edge" attr.name="type" attr.type="string"/>
<key id="el" for="edge" attr.name="label" attr.type="string"/>
<key id="em" for="edge" attr.name="mode" attr.type="string"/>
<key id="eq" for="edge" attr.name="quad" attr.type="string"/>
<key id="er" for="edge" attr.name="score" attr.type="double"/>
<key id="es" for="edge" attr.name="status" attr.type="string"/>
<key id="eb" for="edge" attr.name="by" attr.type="string"/>
<key id="ed" for="edge" attr.name="date" attr.type="string"/>
<key id="eo" for="edge" attr.name="title" attr.type="string"/>
<key id="ey" for="edge" attr.name="symmetric" attr.type="boolean"/>
<key id="ec" for="edge" attr.name="confidence" attr.type="double"/>
<key id="ew" for="edge" attr.name="weight" attr.type="int"/>
<key id="ev" for="edge" attr.name="evidence" attr.type="string"/>
<graph edgedefault="directed">
)";

// The data of a graph, a node or an edge.
class Element : public XmlFields {
 public:
  explicit Element(TextBuffer& out) : XmlFields(out, "</data>") {}
};

// `list` is memory that is used again from row to row.
void append_node(TextBuffer& out, const ActorView& actor, TextBuffer& list) {
  out += "<node id=\"";
  append_xml(out, actor.id);
  out += "\">";
  Element node(out);
  node.text(R"(<data key="nl">)", actor.label);
  node.word(R"(<data key="nk">)", to_string(actor.kind));
  node.text(R"(<data key="nc">)", actor.country);
  const auto json = [&](std::string_view opening, bool any, auto append) {
    if (!any) return;
    list.clear();
    append(list, actor);
    node.text(opening, list);
  };
  json(R"(<data key="na">)", !actor.aliases.empty(), append_aliases);
  json(R"(<data key="ns">)", !actor.aliases.empty(), append_alias_counts);
  json(R"(<data key="no">)", !actor.offices.empty(), append_offices);
  json(R"(<data key="nx">)", !actor.external_ids.empty(), append_external_ids);
  node.number(R"(<data key="nm">)", std::uint64_t{actor.mentions});
  out += "</node>\n";
}

void append_edge(TextBuffer& out, std::size_t index, const RelationView& relation,
                 const WriteOptions& options, TextBuffer& list) {
  out += "<edge id=\"";
  append_edge_id(out, index);
  out += "\" source=\"";
  append_xml(out, relation.source);
  out += "\" target=\"";
  append_xml(out, relation.target);
  out += "\">";
  Element edge(out);
  edge.text(R"(<data key="et">)", relation.type);
  edge.text(R"(<data key="el">)", relation.label);
  edge.text(R"(<data key="em">)", relation.mode);
  if (const RelationType* type = options.ontology->find(relation.type)) {
    edge.word(R"(<data key="eq">)", to_string(type->quad));
    edge.number(R"(<data key="er">)", type->score);
  }
  edge.word(R"(<data key="es">)", to_string(relation.status));
  edge.text(R"(<data key="eb">)", relation.by);
  edge.text(R"(<data key="ed">)", relation.date);
  edge.text(R"(<data key="eo">)", relation.title);
  edge.word(R"(<data key="ey">)", relation.symmetric ? "true" : "false");
  edge.number(R"(<data key="ec">)", relation.confidence);
  edge.number(R"(<data key="ew">)", std::uint64_t{relation.evidence.size()});
  if (options.evidence && !relation.evidence.empty()) {
    list.clear();
    append_evidence(list, relation);
    edge.text(R"(<data key="ev">)", list);
  }
  out += "</edge>\n";
}

}  // namespace

void write_graphml(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  TextBuffer list;
  sink.text += kHead;
  Element(sink.text).text(R"(<data key="gn">)", options.title);
  sink.text += "<data key=\"gd\">[";
  write_documents(graph, sink, ",", [&](std::size_t, const DocumentInfo& document) {
    list.clear();
    append_document_object(list, document);
    append_xml(sink.text, list);
  });
  sink.text += "]</data>\n";
  write_actors(graph, sink, "",
               [&](std::size_t, const ActorView& actor) { append_node(sink.text, actor, list); });
  write_relations(graph, sink, "", [&](std::size_t index, const RelationView& relation) {
    append_edge(sink.text, index, relation, options, list);
  });
  sink.text += "</graph>\n</graphml>\n";
  sink.finish();
}

}  // namespace entente
