// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "extract/document/document.h"

namespace entente {
namespace {

using Range = std::pair<std::uint64_t, std::uint64_t>;

TEST(OffsetMap, IsTheIdentityUntilPiecesAreAdded) {
  const OffsetMap map;
  EXPECT_TRUE(map.is_identity());
  EXPECT_EQ(map.to_original(7), 7u);
  EXPECT_EQ(map.to_original(3, 9), Range(3, 9));
}

TEST(OffsetMap, ARangeEndsAfterItsLastByteAndNotBeforeTheNextPiece) {
  OffsetMap map;  // input "ab--cd", text "abcd"
  map.add(2, 4);
  EXPECT_EQ(map.to_original(0, 2), Range(0, 2));
  EXPECT_EQ(map.to_original(2, 4), Range(4, 6));
  EXPECT_EQ(map.to_original(1, 3), Range(1, 5));
}

TEST(OffsetMap, ARangeThatTouchesAReplacedRunTakesAllOfIt) {
  OffsetMap map;  // input "a&eacute;b", text "a" + two bytes + "b"
  map.replace(1, 1, 9);
  map.add(3, 9);
  EXPECT_EQ(map.to_original(0, 2), Range(0, 9));
  EXPECT_EQ(map.to_original(2, 4), Range(1, 10));
  EXPECT_EQ(map.to_original(3, 4), Range(9, 10));
}

TEST(OffsetMap, AnEmptyRangeStaysEmpty) {
  OffsetMap map;
  map.add(0, 3);
  EXPECT_EQ(map.to_original(2, 2), Range(5, 5));
}

}  // namespace
}  // namespace entente
