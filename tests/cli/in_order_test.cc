// SPDX-License-Identifier: Apache-2.0
#include "cli/in_order.h"

#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>

namespace entente {
namespace {

std::vector<int> squares(unsigned threads, int count, int fails_at = -1) {
  std::vector<int> results;
  int next = 0;
  const auto source = [&]() -> std::optional<int> {
    return next < count ? std::optional(next++) : std::nullopt;
  };
  const auto make_work = [fails_at] {
    return [fails_at](int item) {
      if (item == fails_at) throw std::runtime_error("item " + std::to_string(item));
      std::this_thread::sleep_for(std::chrono::microseconds((item * 37) % 300));
      return item * item;
    };
  };
  InOrder(threads, source, make_work, [&](int result) { results.push_back(result); }).run();
  return results;
}

TEST(InOrder, ResultsComeInTheOrderOfTheItemsOnAnyNumberOfThreads) {
  const std::vector<int> expected = squares(1, 200);
  ASSERT_EQ(expected.size(), 200u);
  EXPECT_EQ(expected[7], 49);
  for (const unsigned threads : {2U, 4U, 9U}) EXPECT_EQ(squares(threads, 200), expected);
}

TEST(InOrder, NothingInGivesNothing) {
  EXPECT_TRUE(squares(3, 0).empty());
}

TEST(InOrder, WhatAnItemThrowsIsThrownOnAndEndsTheRun) {
  EXPECT_THROW(squares(4, 100, 50), std::runtime_error);
  EXPECT_THROW(squares(1, 100, 0), std::runtime_error);
}

}  // namespace
}  // namespace entente
