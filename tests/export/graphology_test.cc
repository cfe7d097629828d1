// SPDX-License-Identifier: Apache-2.0
#include "export/formats/graphology_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// Without `multi` graphology refuses parallel edges; without places sigma refuses the graph.
TEST(Graphology, IsAMultigraphWithPlaces) {
  const std::string text = written(write_graphology, small_graph());
  EXPECT_THAT(text, StartsWith(R"({"options":{"type":"directed","multi":true,"allowSelfLoops":true})"));
  EXPECT_THAT(
      text,
      HasSubstr(R"({"key":"country:RUS","attributes":{"label":"Russia","kind":"country","country":"RUS",)"
                R"("mentions":1,"x":-7.37,"y":6.75,"size":4}})"));
}

TEST(Graphology, TheTypeIsCalledRelation) {
  const std::string text = written(write_graphology, small_graph());
  EXPECT_THAT(text, HasSubstr(R"("attributes":{"relation":"CONSULT","label":"met",)"));
}

}  // namespace
}  // namespace entente
