// SPDX-License-Identifier: Apache-2.0
#include "export/formats/cytoscape_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Cytoscape, CarriesActorsAndRelations) {
  const std::string text = written(write_cytoscape, small_graph());
  EXPECT_THAT(
      text, HasSubstr(R"({"data":{"id":"country:RUS","label":"Russia","name":"Russia","value":"country:RUS",)"
                      R"("kind":"country","country":"RUS","mentions":1},"classes":"country"})"));
  EXPECT_THAT(text,
              HasSubstr(R"("type":"ACCUSE","label":"accused \"of\" <arrest>","mode":"allege",)"
                        R"("quad":"verbal-conflict","score":-3,"status":"denied","by":"official:anna-weber",)"
                        R"("date":"2023-03","symmetric":false,"confidence":0.5,"weight":1,"evidence":[{)"
                        R"("document":"note-1","begin":4,"end":20,"quote":"France, \"accused\""}]},)"
                        R"("classes":"ACCUSE verbal-conflict denied"})"));
}

// networkx joins parallel edges that have no key.
TEST(Cytoscape, EveryEdgeHasAKey) {
  EXPECT_THAT(written(write_cytoscape, small_graph()), HasSubstr(R"({"data":{"id":"e2","key":"e2",)"));
}

TEST(Cytoscape, EvidenceCanBeLeftOut) {
  WriteOptions options;
  options.evidence = false;
  EXPECT_THAT(written(write_cytoscape, small_graph(), options), Not(HasSubstr("quote")));
}

}  // namespace
}  // namespace entente
