// SPDX-License-Identifier: Apache-2.0
#include "export/json_writer.h"

#include <gtest/gtest.h>

#include <ostream>
#include <sstream>
#include <streambuf>

#include "graph/error.h"
#include "graph/normal_form.h"
#include "tests/export/nasty_graph.h"
#include "tests/export/schema.h"
#include "tests/graph/build.h"
#include "tests/graph/random_graph.h"

namespace entente {
namespace {

template <typename Source>
std::string json_of(const Source& source, const WriteOptions& options = {}) {
  std::ostringstream out;
  write_json(source, out, options);
  return out.str();
}

Fragment meeting() {
  Relation told = related("official:wang-yi", "CONSULT", "official:patrushev");
  told.label = "told";
  told.evidence = {{"", 5, 9, "told", "Wang told Patrushev."}};
  told.date = "2023-02-21";
  Fragment fragment = fragment_of("wire.txt", {told});
  fragment.document.date = "2023-02-22";
  fragment.actors[0].label = "Wang Yi";
  fragment.actors[0].kind = ActorKind::official;
  fragment.actors[0].country = "CHN";
  fragment.actors[0].aliases = {{"Wang", 2}};
  return fragment;
}

TEST(JsonWriter, WritesNodeLink) {
  EXPECT_EQ(
      json_of(gather({meeting()})),
      R"({"schema":"entente-graph/1","directed":true,"multigraph":true,"graph":{"documents":[)"
      R"({"id":"wire.txt","title":null,"date":"2023-02-22","source":null,"sha256":null}]},"nodes":[)"
      R"({"id":"official:patrushev","label":"official:patrushev","kind":"person","country":null,"aliases":[],)"
      R"("alias_counts":[],"offices":[],"mentions":1},)"
      R"({"id":"official:wang-yi","label":"Wang Yi","kind":"official","country":"CHN","aliases":["Wang"],)"
      R"("alias_counts":[2],"offices":[],"mentions":1}],"links":[)"
      R"({"source":"official:wang-yi","target":"official:patrushev","key":"CONSULT/actual","type":"CONSULT",)"
      R"("label":"told","status":"actual","by":null,"date":"2023-02-21","weight":1,"confidence":1.0,)"
      R"("evidence":[{"document":"wire.txt","begin":5,"end":9,"quote":"told","sentence":"Wang told Patrushev."}]}]})"
      "\n");
}

TEST(JsonWriter, AFragmentIsTheGraphOfItsDocument) {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    const Fragment fragment = normal_form(FragmentMaker(seed).make("d"));
    EXPECT_EQ(json_of(fragment, {.id = "d"}), json_of(gather({fragment}), {.id = "d"}));
  }
}

TEST(JsonWriter, OptionsDoWhatTheySay) {
  EXPECT_TRUE(json_of(meeting(), {.id = "wire"}).starts_with(R"({"id":"wire","schema":)"));
  EXPECT_NE(json_of(meeting(), {.pretty = true}).find("\n    \"nodes\": ["), std::string::npos);
  EXPECT_EQ(json_of(meeting(), {.evidence = false}).find("\"evidence\""), std::string::npos);
}

TEST(JsonWriter, WhatItWritesIsOfTheSchema) {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    EXPECT_EQ(schema_fault(json_of(gather(FragmentMaker(seed).make_many(1 + seed % 4)))), "");
  }
  EXPECT_EQ(schema_fault(json_of(nasty_graph())), "");
  EXPECT_EQ(schema_fault(json_of(KnowledgeGraph())), "");
  EXPECT_EQ(schema_fault(json_of(meeting(), {.id = "x", .pretty = true, .evidence = false})), "");
}

TEST(JsonSchema, RefusesWhatIsNone) {
  EXPECT_EQ(schema_fault("{}"), "required at #");
  std::string bad = json_of(meeting());
  bad.replace(bad.find("\"actual\",\"by\""), 8, "\"maybe\"");
  EXPECT_EQ(schema_fault(bad), "enum at #/links/0/status");
}

TEST(JsonWriter, ControlCharactersAreEscaped) {
  Fragment fragment = meeting();
  fragment.actors[0].label = std::string("nul\0 sub\x1A unit\x1F", 15);
  EXPECT_NE(json_of(normal_form(fragment)).find("nul\\u0000 sub\\u001A unit\\u001F"), std::string::npos);
}

class FullDisk : public std::streambuf {};

TEST(JsonWriter, AFullDiskIsAnError) {
  FullDisk disk;
  std::ostream out(&disk);
  EXPECT_THROW(write_json(meeting(), out), OutputError);
}

}  // namespace
}  // namespace entente
