// SPDX-License-Identifier: Apache-2.0
#include "export/formats/ftm_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(FollowTheMoney, EveryPropertyIsAListOfStrings) {
  const std::string text = written(write_ftm, small_graph());
  EXPECT_THAT(text,
              HasSubstr(R"j({"id":"country:FRA","schema":"PublicBody","properties":{"name":["France"],)j"
                        R"j("alias":["Paris"],"country":["fr"],"wikidataId":["Q142"]}})j"));
  EXPECT_THAT(text, HasSubstr(R"j({"id":"official:anna-weber","schema":"Person","properties":{)j"
                              R"j("name":["Anna Weber"],"position":["envoy (former)"]}})j"));
  EXPECT_THAT(text,
              HasSubstr(R"j({"id":"e1","schema":"UnknownLink","properties":{"subject":["country:FRA"],)j"
                        R"j("object":["country:RUS"],"role":["ACCUSE","accused \"of\" <arrest>"],)j"
                        R"j("status":["denied"],"startDate":["2023-03"],"endDate":["2023-03"],)j"
                        R"j("description":["mode: allege","by: official:anna-weber"],)j"
                        R"j("summary":["France, \"accused\""],"proof":["document:note-1"]}})j"));
}

}  // namespace
}  // namespace entente
