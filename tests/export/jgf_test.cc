// SPDX-License-Identifier: Apache-2.0
#include "export/formats/jgf_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// Its schema allows no other fields than its own.
TEST(Jgf, WhatTheFormatDoesNotNameIsMetadata) {
  const std::string text = written(write_jgf, small_graph());
  EXPECT_THAT(
      text,
      HasSubstr(
          R"("country:RUS":{"label":"Russia","metadata":{"kind":"country","country":"RUS","mentions":1}})"));
  EXPECT_THAT(text,
              HasSubstr(R"({"id":"e2","source":"country:FRA","target":"country:RUS","relation":"CONSULT",)"
                        R"("directed":false,"label":"met","metadata":{)"));
}

}  // namespace
}  // namespace entente
