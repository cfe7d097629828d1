// SPDX-License-Identifier: Apache-2.0
#include "export/formats/jsonld_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(JsonLd, HasItsContextInside) {
  EXPECT_THAT(written(write_jsonld, small_graph()), StartsWith(R"({"@context":{"@version":1.1,)"));
}

TEST(JsonLd, SaysWhatTurtleSays) {
  const std::string text = written(write_jsonld, small_graph());
  EXPECT_THAT(
      text,
      HasSubstr(
          R"({"@id":"urn:entente:actor:country:FRA","urn:entente:ontology:CONSULT":{"@id":"urn:entente:actor:country:RUS"}})"));
  EXPECT_THAT(
      text,
      HasSubstr(
          R"("prov:wasDerivedFrom":[{"@type":"prov:Entity","prov:wasQuotedFrom":{"@id":"urn:entente:document:note-1"},)"
          R"("prov:value":"France, \"accused\"","ent:begin":4,"ent:end":20}])"));
  EXPECT_THAT(text, Not(HasSubstr("\"urn:entente:ontology:ACCUSE\":")));
}

}  // namespace
}  // namespace entente
