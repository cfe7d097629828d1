// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "graph/algorithms.h"
#include "tests/graph/build.h"
#include "tests/graph/random_graph.h"

namespace entente {
namespace {

// China told Russia in February; a ministry of China may sanction Kyiv, says a paper of April.
KnowledgeGraph sample() {
  Fragment february = fragment_of("1", {related("china", "CONSULT", "russia")});
  february.document.date = "2023-02-21";
  february.actors = {named("china", ActorKind::country), named("russia", ActorKind::country), named("kyiv")};
  february.actors[0].country = "CHN";
  february.actors[1].country = "RUS";
  Fragment april = fragment_of(
      "2", {related("ministry", "SANCTION", "kyiv", Status::possible), related("kyiv", "ACCUSE", "russia")});
  april.relations[0].confidence = 0.5;
  april.relations[1].date = "2022-11";
  april.document.date = "2023-04-01";
  april.actors = {named("ministry", ActorKind::institution), named("kyiv"),
                  named("russia", ActorKind::country)};
  april.actors[0].country = "CHN";
  return gather({february, april});
}

std::string types_of(const KnowledgeGraph& graph) {
  std::string text;
  for (const Relation& relation : graph.relations()) text += relation.type + " ";
  return text + std::to_string(graph.actor_count());
}

struct Case {
  const char* claim;
  Filter filter;
  const char* kept;  // relation types, number of actors
};

TEST(Filter, KeepsWhatItAsksFor) {
  const Case cases[] = {
      {"nothing asked, all kept", {}, "CONSULT ACCUSE SANCTION 4"},
      {"countries only", {.kinds = {ActorKind::country}}, "CONSULT 2"},
      {"of a document", {.documents = {"2"}}, "ACCUSE SANCTION 3"},
      {"of an unknown document", {.documents = {"3"}}, "0"},
      {"with an end of China", {.countries = {"CHN"}}, "CONSULT SANCTION 4"},
      {"of a type, and only its actors", {.types = {"ACCUSE"}}, "ACCUSE 2"},
      {"of two types", {.types = {"ACCUSE", "CONSULT"}}, "CONSULT ACCUSE 3"},
      {"of a status", {.statuses = {Status::possible}}, "SANCTION 2"},
      {"since a day, by the document's date", {.from = "2023-03"}, "SANCTION 2"},
      {"until a day, by the relation's date", {.to = "2022-12-31"}, "ACCUSE 2"},
      {"between two days", {.from = "2023-02-01", .to = "2023-02-28"}, "CONSULT 2"},
      {"sure ones", {.min_confidence = 0.6}, "CONSULT ACCUSE 3"},
  };
  for (const Case& c : cases) EXPECT_EQ(types_of(filter(sample(), c.filter)), c.kept) << c.claim;
}

TEST(Filter, OfDocumentsEqualsRemovingTheOthers) {
  const KnowledgeGraph graph = gather(FragmentMaker(4).make_many(5));
  KnowledgeGraph without = graph;
  without.remove("d1");
  EXPECT_TRUE(filter(graph, {.documents = {"d0", "d2", "d3", "d4"}}) == without);
}

TEST(Filter, KeepsEvidenceAndCountsOfWhatItKeeps) {
  const KnowledgeGraph graph = gather(FragmentMaker(6).make_many(5));
  const KnowledgeGraph kept = filter(graph, {.types = {"CONSULT"}});
  for (std::size_t i = 0; i < kept.relation_count(); ++i) {
    EXPECT_EQ(kept.relation(i), graph.relation(*graph.find_relation(kept.relation_key(i))));
  }
}

TEST(Subgraph, BringsTheEndsOfItsRelations) {
  const KnowledgeGraph graph = sample();
  const std::size_t relation = *graph.find_relation({"kyiv", "russia", "ACCUSE", Status::actual, ""});
  EXPECT_EQ(types_of(subgraph(graph, {}, std::span(&relation, 1))), "ACCUSE 2");
}

}  // namespace
}  // namespace entente
