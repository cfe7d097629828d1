// SPDX-License-Identifier: Apache-2.0
#include "extract/language/network/name_decoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace entente {

void PrintTo(const NameSpan& s, std::ostream* out) {
  *out << to_string(s.type) << "[" << s.begin << "," << s.end << ")";
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto person = NameType::person, place = NameType::place, nationality = NameType::nationality;

// Labels: O, B-person, I-person, B-place, I-place.
std::vector<NameSpan> decode(const std::vector<std::vector<float>>& rows,
                             std::vector<std::optional<NameType>> types = {person, place},
                             std::span<const float> moves = {}) {
  std::vector<float> flat;
  for (const auto& r : rows) flat.insert(flat.end(), r.begin(), r.end());
  std::vector<NameSpan> out;
  NameDecoder().decode(flat.data(), rows[0].size(), static_cast<int>(rows.size()), types, 10, out, moves);
  return out;
}

TEST(NameDecoder, ReadsNamesFromTheBestLabels) {
  EXPECT_THAT(decode({{0, 5, 0, 0, 0}, {0, 0, 5, 0, 0}, {5, 0, 0, 0, 0}, {0, 0, 0, 5, 0}}),
              ElementsAre(NameSpan{10, 12, person}, NameSpan{13, 14, place}));
}

TEST(NameDecoder, SplitsNeighboursWhereTheSecondBegins) {
  EXPECT_THAT(decode({{0, 5, 0, 0, 0}, {0, 5, 0, 0, 0}}),
              ElementsAre(NameSpan{10, 11, person}, NameSpan{11, 12, person}));
}

TEST(NameDecoder, NeverGoesOnWithAnotherType) {
  // Word by word the best would be B-person, I-place.
  EXPECT_THAT(decode({{0, 5, 0, 1, 0}, {0, 0, 2, 0, 4}}), ElementsAre(NameSpan{10, 12, person}));
}

TEST(NameDecoder, NeverGoesOnWithNothing) {
  EXPECT_THAT(decode({{0, 0, 9, 0, 0}, {5, 0, 0, 0, 0}}), IsEmpty());
}

TEST(NameDecoder, LeavesOutTypesThatAreNoNames) {
  EXPECT_THAT(decode({{0, 5, 0, 0, 0}, {0, 0, 0, 5, 0}}, {std::nullopt, place}),
              ElementsAre(NameSpan{11, 12, place}));
}

// The plain reference: every sequence of labels.
float best_by_trying_all(const std::vector<std::vector<float>>& rows, std::span<const float> moves = {}) {
  std::vector<int> labels(rows.size(), 0);
  float best = -1e9f;
  while (true) {
    float sum = 0;
    bool legal = true;
    for (std::size_t t = 0; t < rows.size(); ++t) {
      sum += rows[t][labels[t]];
      if (t > 0 && !moves.empty()) sum += moves[labels[t - 1] * 5 + labels[t]];
      if (labels[t] > 0 && labels[t] % 2 == 0)
        legal &= t > 0 && (labels[t - 1] == labels[t] || labels[t - 1] == labels[t] - 1);
    }
    if (legal) best = std::max(best, sum);
    std::size_t t = 0;
    while (t < labels.size() && ++labels[t] == 5) labels[t++] = 0;
    if (t == labels.size()) return best;
  }
}

float score(const std::vector<std::vector<float>>& rows, const std::vector<NameSpan>& names,
            std::span<const float> moves = {}) {
  std::vector<int> labels(rows.size(), 0);
  for (const NameSpan& s : names)
    for (std::uint32_t t = s.begin; t < s.end; ++t)
      labels[t - 10] = (s.type == place ? 3 : 1) + (t > s.begin);
  float sum = 0;
  for (std::size_t t = 0; t < rows.size(); ++t) {
    sum += rows[t][labels[t]];
    if (t > 0 && !moves.empty()) sum += moves[labels[t - 1] * 5 + labels[t]];
  }
  return sum;
}

TEST(NameDecoder, FindsTheBestSequence) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::vector<float>> rows(1 + round % 6, std::vector<float>(5));
    for (auto& row : rows)
      for (float& v : row) v = static_cast<float>(random() % 1000);
    EXPECT_FLOAT_EQ(score(rows, decode(rows)), best_by_trying_all(rows)) << "round " << round;
  }
}

TEST(NameDecoder, FindsTheBestSequenceWithMoves) {
  std::mt19937 random(4);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::vector<float>> rows(1 + round % 6, std::vector<float>(5));
    for (auto& row : rows)
      for (float& v : row) v = static_cast<float>(random() % 1000);
    std::vector<float> moves(25);
    for (float& v : moves) v = static_cast<float>(random() % 1000) - 500;
    EXPECT_FLOAT_EQ(score(rows, decode(rows, {person, place}, moves), moves), best_by_trying_all(rows, moves))
        << "round " << round;
  }
}

TEST(MergeNames, AddsNationalitiesWhereThereIsRoom) {
  std::vector<NameSpan> names = {{1, 3, person}, {6, 7, place}};
  const std::vector<NameSpan> more = {
      {0, 1, nationality}, {2, 4, nationality}, {4, 5, NameType::other}, {5, 6, person}, {8, 9, nationality}};
  merge_names(names, more);
  EXPECT_THAT(
      names, ElementsAre(NameSpan{0, 1, nationality}, NameSpan{1, 3, person}, NameSpan{4, 5, NameType::other},
                         NameSpan{6, 7, place}, NameSpan{8, 9, nationality}));
}

}  // namespace
}  // namespace entente
