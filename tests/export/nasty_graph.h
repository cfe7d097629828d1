// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

// Names that are mark-up, code, commands or broken bytes to one format or another, and must stay names in
// all.
inline std::vector<std::string> nasty_names() {
  using namespace std::string_literals;
  return {
      "\"quoted\" & <b>bold</b> 'single' \\back\\slash"s,
      "=HYPERLINK(\"http://x.test\",\"y\")"s,
      "+1+cmd|' /C calc'!A0"s,
      "-2+3"s,
      "@SUM(A1:A9)"s,
      "\\u0022}) DETACH DELETE n //"s,
      "\\\\u0022 \\\\\\u0022 \\\""s,
      "`) DETACH DELETE (n)-[:`"s,
      "%%{init: {\"theme\":\"dark\"}}%%"s,
      "%% comment"s,
      "javascript:alert(1)"s,
      "</script><img src=x onerror=alert(1)>"s,
      "<!ENTITY x SYSTEM \"file:///etc/passwd\"> ]]> &x; &#x41; &eacute;"s,
      "tab\there, line\nend, carriage\rreturn, both\r\n"s,
      "C\u00F4te d\u2019Ivoire \u4E2D\u83EF\u4EBA\u6C11\u5171\u548C\u570B \U0001F1FA\U0001F1F3"s,
      "\u0639\u0631\u0628\u064A \u202Egnp.exe\u202C \u2028 \u0085"s,
      "bell\a escape\x1B[31mred\x7F one\x01 unit\x1Fseparator"s,
      "noncharacters \uFFFE \uFFFF and byte order mark \uFEFF"s,
      "not UTF-8 \xFF\xFE \xC3( \xE2\x82 \xED\xA0\x80 \xC0\xAF"s,
      "nul\0inside"s,
      "end"s,
      "subgraph"s,
      "1. a list"s,
      "- a list"s,
      "# heading #quot; #35;"s,
      "`markdown` **bold** $$x^2$$"s,
      "style:#f00; classDef x fill:#f00;"s,
      "A---oB; A-->B | C {} [] () ((x))"s,
      "\"\"\" @prefix ex: <http://x> . ^^xsd:date"s,
      "\\N \\G \\E \\T \\l trailing \\"s,
      "  spaces around  "s,
      "; DROP TABLE actors; -- $kg0$"s,
      "comma, semicolon; pipe| 'apostrophe'"s,
      "\uFF1Dwide formula"s,
      "long "s + std::string(20000, 'x'),
  };
}

// A graph of those names: each is an actor's label and alias, an office, a relation's predicate and a quote.
// There are parallel relations, every status and kind, dates of every precision, and a document with a nasty
// id.
inline KnowledgeGraph nasty_graph() {
  const std::vector<std::string> names = nasty_names();
  const std::vector<std::string> dates = {"",    "2023-02-21", "2024-02", "2023", "2023-04-01/2023-05-10",
                                          "soon"};
  const std::vector<std::string> types = {"CONSULT", "COERCE", "AGREE", "holds_office", "ACCUSE"};
  Fragment fragment;
  fragment.document = {"doc 1/\u00FC?#\"<x>", names[0], "2023-02-22", "https://example.org/a?b=c",
                       std::string(64, 'a')};
  const auto id_of = [](std::size_t i) { return "institution:n" + std::to_string(i); };
  for (std::size_t i = 0; i < names.size(); ++i) {
    Actor actor;
    actor.id = id_of(i);
    actor.label = names[i];
    actor.kind = static_cast<ActorKind>(i % 5);
    actor.aliases = {{"alias " + names[i], 2}, {names[i], 3}};
    actor.mentions = static_cast<std::uint32_t>(5 + i);
    if (i % 3 == 0) actor.country = "FRA";
    if (i % 4 == 1) actor.offices = {{names[i], id_of(0), true}, {"Minister", id_of(2), false}};
    if (i % 5 == 0) actor.external_ids = {{"iso3166-1-alpha-3", "FRA"}, {"wikidata", "Q142"}};
    fragment.actors.push_back(actor);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    Relation relation;
    relation.source = id_of(i);
    relation.target = id_of((i + 1) % names.size());
    relation.type = types[i % types.size()];
    relation.label = names[i];
    relation.status = static_cast<Status>(i % 4);
    relation.date = dates[i % dates.size()];
    if (i % 2 == 1) relation.by = id_of(3);
    if (i % 7 == 0) relation.mode = "visit";
    if (relation.type == "holds_office") relation.title = names[i];
    relation.symmetric = relation.type == "CONSULT";
    relation.confidence = 0.25 + 0.5 * static_cast<double>(i % 2);
    relation.evidence = {{fragment.document.id, 10 * i, 10 * i + 5, names[i], "Sentence: " + names[i]}};
    fragment.relations.push_back(relation);
    relation.type = "THREATEN";  // the same pair again
    relation.symmetric = false;
    relation.evidence.push_back({fragment.document.id, 7, 9, "second; quote", ""});
    fragment.relations.push_back(relation);
  }
  KnowledgeGraph graph;
  graph.add(fragment);
  return graph;
}

}  // namespace entente
