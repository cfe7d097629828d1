// SPDX-License-Identifier: Apache-2.0
// CompactJson against RapidJSON's own writer.
#include "export/compact_json.h"

#include <gtest/gtest.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <random>
#include <string>

#include "tests/export/nasty_graph.h"

namespace entente {
namespace {

std::string compact(double number) {
  TextBuffer out;
  CompactJson(out).Double(number);
  return std::string(out.view());
}

std::string rapid(double number) {
  rapidjson::StringBuffer out;
  rapidjson::Writer<rapidjson::StringBuffer>(out).Double(number);
  return out.GetString();
}

TEST(CompactJson, WritesNumbersAsRapidJsonDoes) {
  for (int i = 0; i <= 100'000; ++i) ASSERT_EQ(compact(i / 1e4), rapid(i / 1e4));
  std::mt19937_64 random(3);
  for (int i = 0; i < 10'000; ++i) {
    const double number = std::uniform_real_distribution<>(0, 1)(random);
    ASSERT_EQ(compact(number), rapid(number));
  }
  for (const double number : {1.0, 12345.0, 99999.9999, 1e5, 1e-9, 1e300})
    EXPECT_EQ(compact(number), rapid(number));
}

TEST(CompactJson, WritesStringsAsRapidJsonDoes) {
  std::vector<std::string> texts = nasty_names();
  for (int byte = 0; byte < 256; ++byte) texts.push_back("a" + std::string(1, static_cast<char>(byte)) + "b");
  for (const std::string& text : texts) {
    const std::string valid = repair_utf8(text);
    rapidjson::StringBuffer expected;
    rapidjson::Writer<rapidjson::StringBuffer>(expected).String(
        valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
    TextBuffer out;
    CompactJson(out).String(text);
    EXPECT_EQ(out.view(), std::string_view(expected.GetString(), expected.GetSize()));
  }
}

TEST(CompactJson, PutsCommasBetween) {
  TextBuffer out;
  CompactJson json(out);
  json.StartObject();
  json.Key("a"), json.StartArray(), json.EndArray();
  json.Key("b"), json.StartArray(), json.Uint64(1), json.Null(), json.Bool(true), json.EndArray();
  json.Key("c"), json.StartObject(), json.EndObject();
  json.EndObject();
  EXPECT_EQ(out.view(), R"({"a":[],"b":[1,null,true],"c":{}})");
}

}  // namespace
}  // namespace entente
