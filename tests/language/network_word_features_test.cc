// SPDX-License-Identifier: Apache-2.0
#include "extract/language/network/word_features.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace entente {
namespace {

WordFeatures features(std::string_view word) {
  WordFeatureScratch scratch;
  return word_features(word, scratch);
}

// tests/data/network_features.tsv is printed by training/feature_vectors.py.
TEST(WordFeatures, AgreeWithTheTrainingCode) {
  std::ifstream in(ENTENTE_SOURCE_DIR "/tests/data/network_features.tsv");
  ASSERT_TRUE(in);
  int lines = 0;
  for (std::string line; std::getline(in, line); ++lines) {
    const std::size_t tab = line.find('\t');
    std::istringstream fields(line.substr(tab));
    WordFeatures expected;
    fields >> std::hex >> expected.word >> std::dec;
    for (auto& row : expected.rows) fields >> row;
    ASSERT_TRUE(fields) << line;
    EXPECT_EQ(features(line.substr(0, tab)), expected) << line;
  }
  EXPECT_GT(lines, 70);
}

TEST(WordFeatures, FoldCaseQuotesAndDigits) {
  EXPECT_EQ(features("Kerry").word, features("KERRY").word);
  EXPECT_NE(features("Kerry"), features("KERRY"));  // the outline differs
  EXPECT_EQ(features("O’Neill"), features("O'Neill"));
  EXPECT_EQ(features("1984"), features("2014"));
}

TEST(WordFeatures, TakeAnyBytes) {
  for (const std::string_view word :
       {"", "\xff", "\xc3", "\xe2\x82", "\xf4\x90\x80\x80", "\xc0\x80", "a\x80z"})
    features(word);
  EXPECT_EQ(features("\xc0\x80").rows, features("\xef\xbf\xbd\xef\xbf\xbd").rows);
}

TEST(WordFeatures, StayInTheirTables) {
  for (const std::string_view word : {"", "x", "sanctions", "ЖУРНАЛ"})
    for (int t = 0; t < WordFeatures::hashed_tables; ++t)
      EXPECT_LT(features(word).rows[t], WordFeatures::table_rows[t]);
}

}  // namespace
}  // namespace entente
