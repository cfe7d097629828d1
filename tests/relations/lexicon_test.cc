// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/lexicon.h"

#include <gtest/gtest.h>

#include "graph/error.h"
#include "tests/relations/relation_fixture.h"

namespace entente {
namespace {

std::string error_of(const std::string& text) {
  try {
    Lexicon::parse(text, "my.tsv");
  } catch (const InputError& error) {
    return error.what();
  }
  return "none";
}

TEST(Lexicon, HasPredicatesEnough) {
  EXPECT_GE(project_lexicon().size(), 1500u);
}

TEST(Lexicon, HasPredicatesOfEveryType) {
  for (int type = 0; type < event_type_count; ++type) {
    const auto name = to_string(static_cast<EventType>(type));
    EXPECT_NE(read_project_file("data/lexicon.tsv").find("\t" + std::string(name) + "\t"), std::string::npos)
        << name;
  }
}

TEST(Lexicon, ReadsAllFields) {
  const Lexicon lexicon =
      Lexicon::parse("call off\tverb\tREJECT\tmeet\tsubj\tobj,with\tsym\tdenied\n", "my.tsv");
  const LexiconEntry& entry = lexicon.find("call off", PredicatePos::verb).at(0);
  EXPECT_EQ(entry.type, EventType::reject);
  EXPECT_EQ(entry.mode, "meet");
  ASSERT_EQ(entry.target.size(), 2u);
  EXPECT_EQ(to_string(entry.target[1]), "with");
  EXPECT_TRUE(entry.symmetric);
  EXPECT_EQ(entry.complement, ComplementStatus::denied);
  EXPECT_TRUE(lexicon.begins_phrase("call", PredicatePos::verb));
  EXPECT_TRUE(lexicon.find("call off", PredicatePos::noun).empty());
}

TEST(Lexicon, TakesShortLinesCommentsAndWindowsLineEnds) {
  EXPECT_EQ(Lexicon::parse("# a comment\r\n\r\nhug\tverb\tSUPPORT\t-\tsubj\tobj\r\n", "my.tsv").size(), 1u);
}

TEST(Lexicon, SaysWhereALineIsWrong) {
  EXPECT_EQ(error_of("hug\tverb\tSUPPORT\t-\tsubj\tobj\nhug\tverbs\tSUPPORT\t-\tsubj\tobj\n"),
            "my.tsv:2:5: no part of speech: 'verbs'");
  EXPECT_EQ(error_of("hug\tverb\tHUG\t-\tsubj\tobj\n"), "my.tsv:1:10: no event type: 'HUG'");
  EXPECT_EQ(error_of("hug\tverb\tSUPPORT\t-\tsubj\t0bj\n"), "my.tsv:1:25: no slot: '0bj'");
  EXPECT_EQ(error_of("hug\tverb\tSUPPORT\n"), "my.tsv:1:18: a type but no slot");
  EXPECT_EQ(error_of("hug\tverb\n"), "my.tsv:1:10: neither a type nor a status");
}

TEST(Lexicon, LetsTheUsersEntryWin) {
  Lexicon lexicon =
      Lexicon::parse("hug\tverb\tSUPPORT\t-\tsubj\tobj\nhug\tnoun\tSUPPORT\t-\tposs\tof\n", "a.tsv");
  lexicon.add(Lexicon::parse("hug\tverb\tASSAULT\t-\tsubj\tobj\n", "b.tsv"));
  ASSERT_EQ(lexicon.find("hug", PredicatePos::verb).size(), 1u);
  EXPECT_EQ(lexicon.find("hug", PredicatePos::verb)[0].type, EventType::assault);
  EXPECT_EQ(lexicon.find("hug", PredicatePos::noun)[0].type, EventType::support);
  EXPECT_EQ(lexicon.size(), 2u);
}

}  // namespace
}  // namespace entente
