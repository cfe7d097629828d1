// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <sstream>
#include <string>

#include "export/writer.h"
#include "graph/knowledge_graph.h"

namespace entente {

// "France accused Russia of an arrest, said Anna Weber on 2 March 2023", as a graph: two actors more than it
// takes.
inline KnowledgeGraph small_graph() {
  Fragment fragment;
  fragment.document = {"note-1", "A note", "2023-03-03", "https://example.org/note", ""};
  Actor france;
  france.id = "country:FRA";
  france.label = "France";
  france.kind = ActorKind::country;
  france.country = "FRA";
  france.aliases = {{"France", 1}, {"Paris", 2}};
  france.mentions = 3;
  france.external_ids = {{"iso3166-1-alpha-3", "FRA"}, {"wikidata", "Q142"}};
  Actor russia;
  russia.id = "country:RUS";
  russia.label = "Russia";
  russia.kind = ActorKind::country;
  russia.country = "RUS";
  russia.mentions = 1;
  Actor weber;
  weber.id = "official:anna-weber";
  weber.label = "Anna Weber";
  weber.kind = ActorKind::official;
  weber.offices = {{"envoy", "country:FRA", false}};
  weber.mentions = 1;
  fragment.actors = {france, russia, weber};
  Relation accuse;
  accuse.source = "country:FRA";
  accuse.target = "country:RUS";
  accuse.type = "ACCUSE";
  accuse.label = "accused \"of\" <arrest>";
  accuse.mode = "allege";
  accuse.status = Status::denied;
  accuse.by = "official:anna-weber";
  accuse.date = "2023-03";
  accuse.confidence = 0.5;
  accuse.evidence = {{"note-1", 4, 20, "France, \"accused\"", ""}};
  Relation meet;
  meet.source = "country:FRA";
  meet.target = "country:RUS";
  meet.type = "CONSULT";
  meet.label = "met";
  meet.symmetric = true;
  meet.evidence = {{"note-1", 0, 3, "met", ""}};
  fragment.relations = {accuse, meet};
  KnowledgeGraph graph;
  graph.add(fragment);
  return graph;
}

inline std::string written(void (*write)(const KnowledgeGraph&, std::ostream&, const WriteOptions&),
                           const KnowledgeGraph& graph, const WriteOptions& options = {}) {
  std::ostringstream out;
  write(graph, out, options);
  return out.str();
}

inline std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++found;
  return found;
}

}  // namespace entente
