// SPDX-License-Identifier: Apache-2.0
#include "extract/language/network/tree_decoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace entente {
namespace {

using testing::ElementsAre;
using Heads = std::vector<std::int32_t>;

// Scores [dependent][head], the root first.
struct Scores {
  explicit Scores(int words) : n(words), values(static_cast<std::size_t>(words) * (words + 1)) {}
  std::int32_t& at(int dependent, int head) { return values[dependent * (n + 1) + head + 1]; }
  std::int64_t of(const Heads& heads) const {
    std::int64_t sum = 0;
    for (int d = 0; d < n; ++d) sum += values[d * (n + 1) + heads[d] + 1];
    return sum;
  }
  int n;
  std::vector<std::int32_t> values;
};

Heads decode(const Scores& s) {
  Heads heads(s.n);
  TreeDecoder().decode(s.values, s.n + 1, s.n, heads);
  return heads;
}

bool is_tree(const Heads& heads) {
  const int n = static_cast<int>(heads.size());
  if (std::count(heads.begin(), heads.end(), -1) != 1) return false;
  for (int d = 0; d < n; ++d) {
    int at = d, steps = 0;
    while (at >= 0 && steps <= n) at = heads[at], ++steps;
    if (at >= 0) return false;
  }
  return true;
}

// The plain reference: every assignment of heads.
std::int64_t best_by_trying_all(const Scores& s) {
  Heads heads(s.n, -1);
  std::int64_t best = std::numeric_limits<std::int64_t>::min();
  while (true) {
    if (is_tree(heads)) best = std::max(best, s.of(heads));
    int d = 0;
    while (d < s.n && ++heads[d] == s.n) heads[d++] = -1;
    if (d == s.n) return best;
  }
}

Scores random_scores(int n, int range, std::mt19937& random) {
  Scores s(n);
  for (auto& v : s.values) v = static_cast<std::int32_t>(random() % static_cast<unsigned>(range)) - range / 2;
  return s;
}

TEST(TreeDecoder, FindsTheBestTreeOfSmallSentences) {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    const int n = 1 + round % 5;
    const Scores s = random_scores(n, round % 2 ? 7 : 100000, random);  // few values: many ties
    const Heads heads = decode(s);
    ASSERT_TRUE(is_tree(heads)) << testing::PrintToString(heads);
    ASSERT_EQ(s.of(heads), best_by_trying_all(s)) << "round " << round;
  }
}

TEST(TreeDecoder, FindsTheBestTreeOfSixWords) {
  std::mt19937 random(12);
  for (int round = 0; round < 8; ++round) {
    const Scores s = random_scores(6, 1000, random);
    ASSERT_EQ(s.of(decode(s)), best_by_trying_all(s));
  }
}

TEST(TreeDecoder, TakesEachWordsBestHeadWhereThatIsATree) {
  Scores s(3);  // "Kerry met Lavrov"
  s.at(0, 1) = s.at(1, -1) = s.at(2, 1) = 9;
  EXPECT_THAT(decode(s), ElementsAre(1, -1, 1));
}

TEST(TreeDecoder, GivesCrossingArcs) {
  Scores s(5);  // "A hearing is scheduled today on": hearing <- on crosses scheduled -> today
  s.at(0, 2) = s.at(1, 2) = s.at(2, -1) = s.at(3, 2) = s.at(4, 0) = 9;
  EXPECT_THAT(decode(s), ElementsAre(2, 2, -1, 2, 0));
}

TEST(TreeDecoder, BreaksACycleWhereItCostsLeast) {
  Scores s(3);
  s.at(0, 1) = 10, s.at(1, 0) = 10;  // 0 and 1 want each other
  s.at(0, 2) = 3, s.at(1, 2) = 6;
  s.at(2, -1) = 5;
  EXPECT_THAT(decode(s), ElementsAre(1, 2, -1));
}

TEST(TreeDecoder, BreaksACycleWithinACycle) {
  Scores s(4);
  s.at(0, 1) = s.at(1, 0) = 100;
  s.at(1, 2) = s.at(2, 0) = 90;
  s.at(2, 3) = 10, s.at(3, 2) = 20;
  s.at(3, -1) = 1;
  const Heads heads = decode(s);
  EXPECT_TRUE(is_tree(heads));
  EXPECT_EQ(s.of(heads), best_by_trying_all(s));
}

TEST(TreeDecoder, KeepsOneRootWhereTwoScoreBest) {
  Scores s(2);
  s.at(0, -1) = s.at(1, -1) = 50;
  s.at(0, 1) = 1, s.at(1, 0) = 2;
  EXPECT_THAT(decode(s), ElementsAre(-1, 0));
}

TEST(TreeDecoder, GivesALoneWordTheRoot) {
  EXPECT_THAT(decode(Scores(1)), ElementsAre(-1));
}

TEST(TreeDecoder, MakesATreeOfALongSentenceThatIsAllTies) {
  EXPECT_TRUE(is_tree(decode(Scores(512))));
}

TEST(TreeDecoder, MakesATreeOfOneLongCycle) {
  Scores s(512);
  for (int d = 0; d < 512; ++d) s.at(d, (d + 1) % 512) = 1000;
  EXPECT_TRUE(is_tree(decode(s)));
}

TEST(TreeDecoder, MakesTreesOfRandomLongSentences) {
  std::mt19937 random(13);
  for (const int n : {40, 200, 512}) EXPECT_TRUE(is_tree(decode(random_scores(n, 1 << 20, random))));
}

}  // namespace
}  // namespace entente
