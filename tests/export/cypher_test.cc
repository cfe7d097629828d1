// SPDX-License-Identifier: Apache-2.0
#include "export/formats/cypher_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Cypher, IsOneStatementALine) {
  const std::string text = written(write_cypher, nasty_graph());
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(line.starts_with("CREATE CONSTRAINT ") || line.starts_with("MERGE ") ||
                line.starts_with("MATCH "));
    EXPECT_TRUE(line.ends_with(";"));
  }
}

// So that a second run changes nothing.
TEST(Cypher, RelationsMergeOnWhatMakesThemTheSame) {
  EXPECT_THAT(
      written(write_cypher, small_graph()),
      HasSubstr(
          R"(MATCH (a:Actor {id: "country:FRA"}) MATCH (b:Actor {id: "country:RUS"}) )"
          R"(MERGE (a)-[r:`ACCUSE` {status: "denied", by: "official:anna-weber"}]->(b) SET r.id = "e1", )"
          R"(r.label = "accused \"of\" <arrest>", r.mode = "allege", r.quad = "verbal-conflict", )"
          R"(r.score = -3.0, r.date = "2023-03", r.first_day = date("2023-03-01"), )"
          R"(r.last_day = date("2023-03-31"), )"));
}

// Neo4j reads \u0022 as a quote before it looks for the end of the string.
TEST(Cypher, UnicodeEscapesInNamesStayText) {
  EXPECT_THAT(written(write_cypher, nasty_graph()), HasSubstr(R"(a.label = "\\u0022}) DETACH DELETE n //")"));
}

}  // namespace
}  // namespace entente
