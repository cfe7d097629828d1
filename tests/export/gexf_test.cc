// SPDX-License-Identifier: Apache-2.0
#include "export/formats/gexf_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// Gephi joins parallel edges of one kind.
TEST(Gexf, ParallelEdgesDifferInKind) {
  const std::string text = written(write_gexf, small_graph());
  EXPECT_THAT(
      text,
      HasSubstr(
          R"(kind="ACCUSE denied by official:anna-weber" label="accused &quot;of&quot; &lt;arrest&gt;")"));
  EXPECT_THAT(text, HasSubstr(R"(kind="CONSULT" label="met" weight="1")"));
}

TEST(Gexf, DatesAreSpellsOfWholeDays) {
  const std::string text = written(write_gexf, small_graph());
  EXPECT_THAT(text, HasSubstr(R"(mode="dynamic" timeformat="date" timerepresentation="interval")"));
  EXPECT_THAT(text, HasSubstr(R"(<spells><spell start="2023-03-01" end="2023-03-31"/></spells>)"));
  EXPECT_EQ(count(text, "<spells>"), 1U);  // the other relation has no date
}

TEST(Gexf, AGraphWithoutDatesIsStatic) {
  EXPECT_THAT(written(write_gexf, KnowledgeGraph()), HasSubstr("mode=\"static\""));
}

TEST(Gexf, TheOldVersionHasNoKinds) {
  WriteOptions options;
  options.gexf12 = true;
  const std::string text = written(write_gexf, small_graph(), options);
  EXPECT_THAT(text, HasSubstr(R"(<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">)"));
  EXPECT_THAT(text, Not(HasSubstr(" kind=")));
  EXPECT_THAT(text, Not(HasSubstr("timerepresentation")));
}

TEST(Gexf, EntitiesInNamesStayText) {
  const std::string text = written(write_gexf, nasty_graph());
  EXPECT_THAT(text, Not(HasSubstr("<!ENTITY")));
  EXPECT_THAT(text, HasSubstr("label=\"&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;\""));
}

}  // namespace
}  // namespace entente
