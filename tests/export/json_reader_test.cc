// SPDX-License-Identifier: Apache-2.0
#include "export/json_reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "export/json_writer.h"
#include "graph/error.h"
#include "graph/utf8.h"
#include "tests/export/nasty_graph.h"
#include "tests/export/random_text.h"
#include "tests/graph/build.h"
#include "tests/graph/random_graph.h"

namespace entente {
namespace {

std::string json_of(const KnowledgeGraph& graph, bool pretty = false) {
  std::ostringstream out;
  write_json(graph, out, {.pretty = pretty});
  return out.str();
}

std::string error_of(const std::string& json) {
  try {
    read_json(json, "g.json");
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

std::string with(const std::string& nodes, const std::string& links = "") {
  return "{\"nodes\": [" + nodes + "],\n\"links\": [" + links + "]}";
}

const std::string kTwo = R"({"id": "a"}, {"id": "b"})";

TEST(JsonReader, WhatWasWrittenComesBackDocumentByDocument) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const KnowledgeGraph graph = gather(FragmentMaker(seed).make_many(seed % 6));
    const KnowledgeGraph back = read_json(json_of(graph, seed % 2 == 0), "g");
    EXPECT_TRUE(back == graph) << seed;
    EXPECT_EQ(json_of(back), json_of(graph));
  }
}

TEST(JsonReader, ADocumentCanBeRemovedFromAGraphReadBack) {
  const std::vector<Fragment> fragments = FragmentMaker(11).make_many(4);
  KnowledgeGraph back = read_json(json_of(gather(fragments)), "g");
  back.remove("d2");
  EXPECT_TRUE(back == gather({fragments[0], fragments[1], fragments[3]}));
}

TEST(JsonReader, ReadsAStreamInPiecesOfAnySize) {
  const KnowledgeGraph graph = gather(FragmentMaker(12).make_many(60));  // longer than a buffer
  const std::string json = json_of(graph);
  ASSERT_GT(json.size(), 100'000u);
  std::istringstream in(json);
  EXPECT_TRUE(read_json(in, "g") == graph);
}

TEST(JsonReader, NastyNamesComeBackRepaired) {
  const KnowledgeGraph graph = nasty_graph();
  const KnowledgeGraph back = read_json(json_of(graph), "g");
  ASSERT_EQ(back.actor_count(), graph.actor_count());
  for (std::size_t i = 0; i < graph.actor_count(); ++i)
    EXPECT_EQ(back.actor(i).label, repair_utf8(graph.actor(i).label));
  EXPECT_EQ(back.relation_count(), graph.relation_count());
}

TEST(JsonReader, AnyBytesComeBackRepaired) {
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    Fragment fragment = fragment_of("d", {related("node", "CONSULT", "strict")});
    const std::string text = random_bytes(random);
    fragment.actors[0].label = fragment.relations[0].label = text;
    fragment.relations[0].evidence = {{"", 0, 1, text, text}};
    const KnowledgeGraph back = read_json(json_of(gather({fragment})), "g");
    EXPECT_EQ(back.actor(0).label, text.empty() ? "" : repair_utf8(text));
    EXPECT_EQ(back.relation(0).evidence[0].quote, repair_utf8(text));
  }
}

TEST(JsonReader, TakesOtherMakersGraphs) {
  const KnowledgeGraph graph = read_json(
      R"({"directed": true, "nodes": [{"id": "a", "size": {"x": [1, 2]}}, {"id": "b", "label": "B"}],
          "edges": [{"source": "a", "target": "b", "type": "AID", "colour": "red"}]})",
      "g");
  EXPECT_EQ(render(graph), "a \"a\" institution x0\nb \"B\" institution x0\na -> b AID actual x0\n");
  EXPECT_EQ(graph.document_ids(), std::vector<std::string>{""});
}

TEST(JsonReader, NodesWithoutDocumentsGoWithTheirRelations) {
  const KnowledgeGraph graph = read_json(
      R"({"nodes": [{"id": "a", "mentions": 3}, {"id": "b"}, {"id": "c"}], "links": [
          {"source": "a", "target": "b", "type": "AID", "evidence": [{"document": "1", "begin": 0, "end": 1, "quote": "x"}]},
          {"source": "a", "target": "c", "type": "AID", "evidence": [{"document": "2", "begin": 0, "end": 1, "quote": "x"}]}]})",
      "g");
  EXPECT_EQ(graph.fragment("1")->actors.size(), 2u);
  EXPECT_EQ(graph.fragment("2")->actors.size(), 2u);
  EXPECT_EQ(graph.actor(0).mentions, 3u);
}

TEST(JsonReader, LinksMayComeBeforeNodes) {
  EXPECT_EQ(
      read_json(R"({"links": [{"source": "a", "target": "b", "type": "AID"}], "nodes": [)" + kTwo + "]}", "g")
          .relation_count(),
      1u);
}

TEST(JsonReader, SkipsAByteOrderMark) {
  EXPECT_EQ(read_json("\xEF\xBB\xBF" + with(kTwo), "g").actor_count(), 2u);
}

TEST(JsonReader, DeepNestingIsNoTrouble) {
  const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
  EXPECT_EQ(read_json("{\"x\": " + deep + ", \"nodes\": []}", "g").actor_count(), 0u);
}

TEST(JsonReader, SaysWhatIsWrongAndWhere) {
  const struct {
    std::string json;
    const char* error;
  } cases[] = {
      {"", "g.json:1:1: The document is empty."},
      {"[]", "g.json:1:1: the file is a list, no object"},
      {"3", "g.json:1:1: the file is no object"},
      {"{\"nodes\": [],\n \"links\": [}", "g.json:2:12: Invalid value."},
      {"{\"nodes\": []} x", "g.json:1:15: The document root must not be followed by other values."},
      {std::string("{\"nodes\": []}\0x", 15), "g.json:1:14: a NUL byte"},
      {"{}", "g.json:1:3: \"nodes\" is missing"},
      {"{\"schema\": \"entente-graph/2\"}",
       "g.json:1:12: schema \"entente-graph/2\" is not \"entente-graph/1\""},
      {with(R"({"id": "a", "kind": "planet"})"), "g.json:1:32: unknown kind of actor \"planet\""},
      {with(R"({"id": 7})"), "g.json:1:19: \"id\" must be a string"},
      {with(R"({"id": "Wang Yi"})"),
       "g.json:1:19: \"Wang Yi\" is not an actor id, 1 to 256 characters of [A-Za-z0-9_:.-]"},
      {with(R"({"label": "a"})"), "g.json:1:25: \"id\" is missing"},
      {with(R"({"id": "a"}, {"id": "a"})"), "g.json:1:35: node \"a\" is there twice"},
      {with(R"({"id": "a", "mentions": -1})"), "g.json:1:37: \"mentions\" must be a whole number below 2^32"},
      {with(R"({"id": "a", "aliases": "b"})"), "g.json:1:35: \"aliases\" must be a list"},
      {with(R"({"id": "a", "aliases": [[]]})"), "g.json:1:36: an item of this list must be a string"},
      {with(R"({"id": "a", "aliases": ["b"], "alias_counts": [1, 2]})"),
       "g.json:1:64: \"aliases\" and \"alias_counts\" differ in length"},
      {with(kTwo, R"({"source": "a", "target": "b", "type": "TALK"})"),
       "g.json:2:50: unknown relation type \"TALK\""},
      {with(kTwo, R"({"source": "a", "target": "b"})"), "g.json:2:40: \"type\" is missing"},
      {with(kTwo, R"({"source": "a", "target": "a", "type": "AID"})"),
       "g.json:2:55: the link joins \"a\" to itself"},
      {with(kTwo, R"({"source": "a", "target": "c", "type": "AID"})"),
       "g.json:2:55: the link's end \"c\" is not among the nodes"},
      {with(kTwo, R"({"source": "a", "target": "b", "type": "AID", "status": "done"})"),
       "g.json:2:67: unknown status \"done\""},
      {with(kTwo, R"({"source": "a", "target": "b", "type": "AID", "confidence": 2})"),
       "g.json:2:71: confidence is not from 0 to 1"},
      {with(kTwo, R"({"source": "a", "target": "b", "type": "AID", "evidence": [{"begin": 3}]})"),
       "g.json:2:81: \"document\" is missing"},
      {with(
           kTwo,
           R"({"source": "a", "target": "b", "type": "AID", "evidence": [{"document": "d", "begin": 3, "end": 2}]})"),
       "g.json:2:108: the evidence ends before it begins"},
  };
  for (const auto& c : cases) EXPECT_EQ(error_of(c.json), c.error) << c.json;
}

TEST(JsonReader, InvalidUtf8IsAnError) {
  EXPECT_NE(error_of(with("{\"id\": \"a\", \"label\": \"\xFF\"}")), "no error");
}

TEST(JsonReader, NoTruncatedFileIsRead) {
  const std::string json = json_of(gather({FragmentMaker(2).make("d")}));
  for (std::size_t size = 0; size + 2 < json.size(); ++size)
    EXPECT_NE(error_of(json.substr(0, size)), "no error") << size;
}

// Bytes changed at random: an error with its place or a graph, never a crash.
TEST(JsonReader, DamagedFilesDoNoHarm) {
  std::mt19937 random(3);
  const std::string json = json_of(gather(FragmentMaker(3).make_many(2)));
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = json;
    for (int k = 0; k < 3; ++k) damaged[random() % damaged.size()] = "\"{}[],:0a\\"[random() % 10];
    error_of(damaged);
  }
}

TEST(JsonReader, AMissingFileOrAFolderIsAnError) {
  EXPECT_THROW(read_json_file("/no/such/file.json"), InputError);
  EXPECT_THROW(read_json_file(std::filesystem::temp_directory_path()), InputError);
}

TEST(JsonLines, MergesGraphsAndCountsLines) {
  const std::vector<Fragment> fragments = FragmentMaker(5).make_many(2);
  const std::string first = json_of(gather({fragments[0]})), second = json_of(gather({fragments[1]}));
  std::istringstream in(first + "\n" + second);
  EXPECT_TRUE(read_json_lines(in, "g") == gather(fragments));
  std::istringstream broken(first + "\n{\"nodes\": 3}\n");
  try {
    read_json_lines(broken, "g.jsonl");
    FAIL();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "g.jsonl:3:11: \"nodes\" must be a list");
  }
}

}  // namespace
}  // namespace entente
