// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/word_lists.h"

#include <gtest/gtest.h>

#include "graph/error.h"

namespace entente {
namespace {

TEST(WordLists, HoldTheWordsOfEveryLine) {
  const auto lists = WordLists::parse("# ranks\nrank\tmajor colonel\nrank\tmarshal\n", "w");
  EXPECT_TRUE(lists.has(WordList::rank, "colonel"));
  EXPECT_TRUE(lists.has(WordList::rank, "marshal"));
  EXPECT_FALSE(lists.has(WordList::office, "colonel"));
}

TEST(WordLists, KnowForenamesThatStandForOneAnother) {
  const auto lists = WordLists::parse("nickname\tsamuel sam\nnickname\tsamantha sam\n", "w");
  EXPECT_EQ(lists.nickname_classes("sam").size(), 2U);
  ASSERT_EQ(lists.nickname_classes("samuel").size(), 1U);
  EXPECT_EQ(lists.nickname_classes("samuel")[0], lists.nickname_classes("sam")[0]);
  EXPECT_TRUE(lists.nickname_classes("zoe").empty());
}

TEST(WordLists, SayWhereAFileIsWrong) {
  for (const auto& [text, message] : {std::pair{"# a\nranks\tmajor\n", "w:2:1: no list is called ranks"},
                                      {"rank\tmajor major\n", "w:1:12: major is in this list already"},
                                      {"rank\tMajor\n", "w:1:6: small letters expected: Major"},
                                      {"rank\n", "w:1:5: a tab and words expected"},
                                      {"rank\tmajor  marshal\n", "w:1:12: a word expected"}}) {
    try {
      WordLists::parse(text, "w");
      ADD_FAILURE() << text;
    } catch (const InputError& error) {
      EXPECT_STREQ(error.what(), message);
    }
  }
}

TEST(WordLists, AreBuiltIn) {
  EXPECT_TRUE(WordLists::built_in().has(WordList::office, "minister"));
  EXPECT_TRUE(WordLists::built_in().has(WordList::name_prefix, "amb"));
}

}  // namespace
}  // namespace entente
