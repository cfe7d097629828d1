// SPDX-License-Identifier: Apache-2.0
#include "export/formats/mermaid_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Mermaid, DrawsActorsAndRelations) {
  const std::string text = written(write_mermaid, small_graph());
  EXPECT_THAT(text, StartsWith("flowchart LR\n  n1[\"France\"]:::country\n"));
  EXPECT_THAT(text, HasSubstr("n1 -.->|\"not accused #34;of#34; #60;arrest#62;\"| n2\n"));
  EXPECT_THAT(text, HasSubstr("n1 <-->|\"met\"| n2\n"));
}

// Mermaid takes %%{init}%% for settings even inside a quoted label.
TEST(Mermaid, DirectivesInNamesStayText) {
  const std::string text = written(write_mermaid, nasty_graph());
  EXPECT_THAT(text, Not(HasSubstr("%%{")));
  EXPECT_THAT(text, HasSubstr("#37;#37;#123;init#58; #123;#34;theme#34;#58;#34;dark#34;#125;#125;#37;#37;"));
}

KnowledgeGraph star(std::size_t points) {
  Fragment fragment;
  fragment.document.id = "d";
  Actor centre;
  centre.id = "country:AAA";
  fragment.actors = {centre};
  for (std::size_t i = 0; i < points; ++i) {
    Actor point;
    point.id = "person:p" + std::to_string(i);
    point.label = "P" + std::to_string(i);
    fragment.actors.push_back(point);
    Relation relation;
    relation.source = centre.id;
    relation.target = point.id;
    relation.type = "CONSULT";
    relation.evidence = {{"d", 0, 1, "x", ""}};
    if (i == points - 1) relation.evidence.push_back({"d", 2, 3, "y", ""});
    fragment.relations.push_back(relation);
  }
  KnowledgeGraph graph;
  graph.add(fragment);
  return graph;
}

TEST(Mermaid, OfALargeGraphItDrawsTheWeightiestPart) {
  const std::string text = written(write_mermaid, star(3000));
  EXPECT_THAT(text, HasSubstr("%% 500 of 3000 relations"));
  EXPECT_EQ(count(text, "-->"), 500U);
  EXPECT_THAT(text, HasSubstr("[\"P2999\"]"));  // it has more evidence than the others
  EXPECT_LT(text.size(), 50000U);
}

}  // namespace
}  // namespace entente
