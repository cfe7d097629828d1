// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "export/diagram/plan.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Actor actor(std::string id, ActorKind kind, std::string country = "", std::vector<Office> offices = {}) {
  Actor made;
  made.label = id.substr(id.find(':') + 1);
  made.id = std::move(id);
  made.kind = kind;
  made.country = std::move(country);
  made.offices = std::move(offices);
  return made;
}

Relation relation(std::string source, std::string type, std::string label, std::string target,
                  Status status = Status::actual) {
  Relation made;
  made.source = std::move(source);
  made.target = std::move(target);
  made.type = std::move(type);
  made.label = std::move(label);
  made.status = status;
  made.evidence = {{"d", 0, 3, "q" + made.label, ""}};
  return made;
}

KnowledgeGraph graph_of(std::vector<Relation> relations) {
  Fragment fragment;
  fragment.document = {"d", "Talks", "2023-02-21", "", ""};
  fragment.actors = {
      actor("country:France", ActorKind::country, "FRA"), actor("country:Ghana", ActorKind::country, "GHA"),
      actor("institution:Senate", ActorKind::institution, "FRA"),
      actor("official:Colonna", ActorKind::official, "FRA", {{"Foreign Minister", "country:France", true}}),
      actor("institution:Reuters", ActorKind::institution)};
  fragment.relations = std::move(relations);
  KnowledgeGraph graph;
  graph.add(fragment);
  return graph;
}

// "France -> Ghana: told, may aid (possible)"
std::vector<std::string> lines_of(const DiagramPlan& plan) {
  std::vector<std::string> lines;
  for (const DiagramLine& line : plan.lines) {
    std::string text = plan.nodes[line.source].label + (line.both_ways ? " <-> " : " -> ") +
                       plan.nodes[line.target].label + ":";
    for (const DiagramWord& word : line.words) {
      text += " " + word.text;
      if (word.weight > 1) text += " x" + std::to_string(word.weight);
      if (word.status != Status::actual) text += " (" + std::string(to_string(word.status)) + ")";
      if (!word.by.empty()) text += " by " + word.by;
    }
    lines.push_back(text);
  }
  return lines;
}

TEST(DiagramPlan, RelationsOfAPairInOneDirectionAreOneLineWithAList) {
  const KnowledgeGraph graph =
      graph_of({relation("country:France", "CONSULT", "told", "country:Ghana"),
                relation("country:France", "AID", "may aid", "country:Ghana", Status::possible),
                relation("country:Ghana", "ACCUSE", "blames", "country:France")});
  EXPECT_THAT(lines_of(plan_diagram(graph, {})),
              ElementsAre("France -> Ghana: may aid (possible) told", "Ghana -> France: blames"));
}

TEST(DiagramPlan, ParallelRelationsAreDrawnApartWhenAsked) {
  const KnowledgeGraph graph = graph_of({relation("country:France", "CONSULT", "told", "country:Ghana"),
                                         relation("country:France", "AID", "aids", "country:Ghana")});
  DiagramOptions options;
  options.merge_parallel = false;
  EXPECT_THAT(lines_of(plan_diagram(graph, options)),
              ElementsAre("France -> Ghana: aids", "France -> Ghana: told"));
}

TEST(DiagramPlan, WhatIsMutualDoesNotMixWithWhatIsNot) {
  Relation met = relation("country:France", "CONSULT", "met", "country:Ghana");
  met.symmetric = true;
  const KnowledgeGraph graph = graph_of({met, relation("country:France", "AID", "aids", "country:Ghana")});
  EXPECT_THAT(lines_of(plan_diagram(graph, {})),
              ElementsAre("France -> Ghana: aids", "France <-> Ghana: met"));
}

TEST(DiagramPlan, SaysWhoSaysItUnlessItIsAnEnd) {
  Relation own = relation("country:France", "AID", "aids", "country:Ghana");
  own.by = "country:France";
  Relation other = relation("country:Ghana", "ACCUSE", "blames", "country:France");
  other.by = "institution:Reuters";
  EXPECT_THAT(lines_of(plan_diagram(graph_of({own, other}), {})),
              ElementsAre("France -> Ghana: aids", "Ghana -> France: blames by Reuters"));
}

TEST(DiagramPlan, OfficialsAndInstitutionsStandWithTheirCountry) {
  const DiagramPlan plan =
      plan_diagram(graph_of({relation("institution:Senate", "part_of", "", "country:France"),
                             relation("official:Colonna", "CONSULT", "told", "country:Ghana")}),
                   {});
  ASSERT_EQ(plan.groups.size(), 1U);
  EXPECT_EQ(plan.groups[0].country, "FRA");
  EXPECT_EQ(plan.groups[0].label, "");  // France itself stands in it
  EXPECT_EQ(plan.groups[0].nodes.size(), 3U);
  EXPECT_EQ(plan.nodes.back().note, "Foreign Minister");
}

TEST(DiagramPlan, ActorsWithoutARelationAreNamedAndNotDrawn) {
  const DiagramPlan plan =
      plan_diagram(graph_of({relation("country:France", "CONSULT", "told", "country:Ghana")}), {});
  EXPECT_EQ(plan.nodes.size(), 2U);
  EXPECT_EQ(plan.alone, "Named without a relation: Reuters, Senate, Colonna");
}

TEST(DiagramPlan, WithoutAnyRelationAllActorsAreDrawn) {
  const DiagramPlan plan = plan_diagram(graph_of({}), {});
  EXPECT_EQ(plan.nodes.size(), 5U);
  EXPECT_THAT(plan.alone, IsEmpty());
}

TEST(DiagramPlan, SaysWhatItLeftOut) {
  std::vector<Relation> relations = {relation("country:France", "CONSULT", "told", "country:Ghana"),
                                     relation("institution:Senate", "ACCUSE", "blames", "country:Ghana"),
                                     relation("official:Colonna", "CONSULT", "told", "country:Ghana")};
  DiagramOptions options;
  options.most_actors = 2;
  const DiagramPlan plan = plan_diagram(graph_of(relations), options);
  EXPECT_EQ(plan.nodes.size(), 2U);
  EXPECT_THAT(plan.cut, HasSubstr("the 2 most important actors of 4"));
  options.most_actors = 4;
  EXPECT_THAT(plan_diagram(graph_of(relations), options).cut, IsEmpty());
  options.most_lines = 1;
  EXPECT_THAT(plan_diagram(graph_of(relations), options).cut, HasSubstr("joined by 1 line"));
}

TEST(DiagramPlan, TitleAndDates) {
  Relation told = relation("country:France", "CONSULT", "told", "country:Ghana");
  told.date = "2022-12";
  const DiagramPlan plan = plan_diagram(graph_of({told}), {});
  EXPECT_EQ(plan.title, "Talks");
  EXPECT_EQ(plan.subtitle, "5 actors, 1 relation \u00B7 December 2022 \u2013 21 February 2023");
}

}  // namespace
}  // namespace entente
