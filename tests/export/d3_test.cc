// SPDX-License-Identifier: Apache-2.0
#include "export/formats/d3_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(D3, HasNodesAndLinks) {
  const std::string text = written(write_d3, small_graph());
  EXPECT_THAT(text, HasSubstr(R"({"id":"country:RUS","label":"Russia","group":"country","kind":"country",)"));
  EXPECT_THAT(
      text,
      HasSubstr(R"({"source":"country:FRA","target":"country:RUS","key":"e2","value":1,"type":"CONSULT",)"));
}

}  // namespace
}  // namespace entente
