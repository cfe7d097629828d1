// SPDX-License-Identifier: Apache-2.0
#include "graph/ontology.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/error.h"

namespace entente {
namespace {

using testing::ElementsAre;

const std::string kHeader = "type\tquad\tscore\trecipient\tsymmetric\tcameo\tmodes\tdescription\n";

std::string error_of(const std::string& text) {
  try {
    Ontology::parse(text, "my.tsv");
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

TEST(Ontology, BuiltInHasFourTiesAndSixteenEvents) {
  int ties = 0, events = 0;
  for (const RelationType& type : Ontology::builtin().types()) ++(type.quad == Quad::tie ? ties : events);
  EXPECT_EQ(ties, 4);
  EXPECT_EQ(events, 16);
}

TEST(Ontology, BuiltInIsTheFile) {
  const Ontology file = Ontology::load(ENTENTE_SOURCE_DIR "/data/ontology.tsv");
  ASSERT_EQ(file.types().size(), Ontology::builtin().types().size());
  for (std::size_t i = 0; i < file.types().size(); ++i) {
    EXPECT_EQ(file.types()[i].name, Ontology::builtin().types()[i].name);
    EXPECT_EQ(file.types()[i].modes, Ontology::builtin().types()[i].modes);
  }
}

TEST(Ontology, KnowsWhatPloverSaysOfAType) {
  const RelationType* consult = Ontology::builtin().find("CONSULT");
  ASSERT_NE(consult, nullptr);
  EXPECT_EQ(consult->quad, Quad::verbal_cooperation);
  EXPECT_EQ(consult->score, 2.5);
  EXPECT_TRUE(consult->symmetric);
  EXPECT_THAT(consult->cameo, ElementsAre("04"));
  EXPECT_TRUE(consult->has_mode("phone"));
  EXPECT_FALSE(consult->has_mode("arrest"));
}

TEST(Ontology, ScoresAgreeWithTheQuad) {
  for (const RelationType& type : Ontology::builtin().types()) {
    if (is_cooperation(type.quad)) EXPECT_GT(type.score, 0) << type.name;
    if (is_conflict(type.quad)) EXPECT_LE(type.score, 0) << type.name;
  }
}

TEST(Ontology, FindsNothingUnderAnUnknownName) {
  EXPECT_EQ(Ontology::builtin().find("consult"), nullptr);
  EXPECT_EQ(Ontology::builtin().find(""), nullptr);
}

TEST(Ontology, AnUnknownTypeIsAnErrorWithItsPlace) {
  try {
    Ontology::builtin().require("CONSLUT", "lexicon.tsv", 7, 3);
    FAIL();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(),
                 "lexicon.tsv:7:3: unknown relation type \"CONSLUT\"; did you mean \"CONSULT\"?");
  }
}

TEST(Ontology, SaysWhatIsWrongAndWhere) {
  const struct {
    const char* row;
    const char* error;
  } cases[] = {
      {"A\ttie\t0\tyes\tno\t-\t-", "my.tsv:2:18: expected 8 columns, found 7"},
      {"A\tpeace\t0\tyes\tno\t-\t-\tx", "my.tsv:2:3: unknown quad category \"peace\""},
      {"A\ttie\t11\tyes\tno\t-\t-\tx", "my.tsv:2:7: score \"11\" is not a number from -10 to 10"},
      {"A\ttie\tnan\tyes\tno\t-\t-\tx", "my.tsv:2:7: score \"nan\" is not a number from -10 to 10"},
      {"A\ttie\t0\tmaybe\tno\t-\t-\tx", "my.tsv:2:9: \"maybe\" is neither yes nor no"},
      {"A\ttie\t0\tyes\tno\t01,,02\t-\tx", "my.tsv:2:19: empty item in a list"},
      {"A B\ttie\t0\tyes\tno\t-\t-\tx", "my.tsv:2:1: \"A B\" cannot name a type"},
  };
  for (const auto& c : cases) EXPECT_EQ(error_of(kHeader + c.row), c.error);
  const std::string row = "A\ttie\t0\tyes\tno\t-\t-\tx\n";
  EXPECT_EQ(error_of(kHeader + row + row), "my.tsv:3:1: type \"A\" is there twice");
  EXPECT_EQ(error_of(row), "my.tsv:1:1: expected the column \"type\"");
  EXPECT_EQ(error_of(""), "my.tsv: the ontology has no types");
}

TEST(Ontology, SkipsCommentsAndTakesWindowsLineEnds) {
  const Ontology ontology =
      Ontology::parse("# mine\r\n" + kHeader + "\r\nA\ttie\t-0.5\tyes\tno\t-\tx,y\tbe a\r\n", "f");
  ASSERT_EQ(ontology.types().size(), 1u);
  EXPECT_EQ(ontology.types()[0].score, -0.5);
  EXPECT_EQ(ontology.types()[0].description, "be a");
  EXPECT_THAT(ontology.types()[0].modes, ElementsAre("x", "y"));
}

TEST(Ontology, AMissingFileIsAnError) {
  EXPECT_THROW(Ontology::load("/no/such/file"), InputError);
}

}  // namespace
}  // namespace entente
