// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "extract/document/reader.h"
#include "graph/error.h"
#include "tests/document/document_text.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

// Documents as "id: text", errors as they read.
std::vector<std::string> read_all(const std::string& lines, const ReaderOptions& options = {}) {
  std::istringstream in(lines);
  JsonLinesReader reader(in, "news.jsonl", options);
  std::vector<std::string> all;
  while (true) {
    try {
      const auto document = reader.next();
      if (!document) return all;
      all.push_back(document->id + ": " + document->text);
    } catch (const InputError& error) {
      all.push_back(error.what());
    }
  }
}

Document read_one(const std::string& line) {
  std::istringstream in(line);
  return JsonLinesReader(in, "news.jsonl", {}).next().value();
}

TEST(JsonLines, GivesADocumentALine) {
  EXPECT_THAT(
      read_all("{\"id\": \"a\", \"text\": \"Iran met Oman.\"}\r\n\n{\"id\": 7, \"text\": \"Chad left.\"}"),
      ElementsAre("a: Iran met Oman.", "7: Chad left."));
}

TEST(JsonLines, GoesOnAfterABrokenLine) {
  EXPECT_THAT(read_all("{\"id\": \"a\", \"text\": \"Iran met Oman.\"}\n{\"id\": \"b\", \"text\": "
                       "oops}\n[1]\n{\"id\": \"c\"}\n"
                       "{\"id\": \"d\", \"text\": 5}\n{\"id\": \"e\", \"text\": \" \"}\n{\"id\": \"f\", "
                       "\"text\": \"Chad left.\"}\n"),
              ElementsAre("a: Iran met Oman.", StartsWith("news.jsonl:2:21: "),
                          StartsWith("news.jsonl:3:1: expected an object"),
                          "news.jsonl:4: \"text\" is missing", "news.jsonl:5: \"text\" must be a string",
                          "news.jsonl:6: \"text\" is empty", "f: Chad left."));
}

TEST(JsonLines, ALineOverTheLimitIsToldAndPassedOver) {
  ReaderOptions options;
  options.max_bytes = std::size_t{1} << 20U;
  EXPECT_THAT(
      read_all(
          "{\"text\": \"" + std::string(3U << 20U, 'a') + "\"}\n{\"id\": \"b\", \"text\": \"Chad left.\"}\n",
          options),
      ElementsAre("news.jsonl:1: line is longer than 1 MiB; split it into documents", "b: Chad left."));
}

TEST(JsonLines, TakesDateTitleAndSource) {
  const Document document = read_one(
      "{\"id\": \"a\", \"text\": \"Iran met Oman.\", \"date\": \"2020-01-02T03:04\", \"title\": \"Met\", "
      "\"source\": \"Agency\"}");
  EXPECT_EQ(document.date, "2020-01-02");
  EXPECT_EQ(document.title, "Met");
  EXPECT_EQ(document.source, "Agency");
}

TEST(JsonLines, NamesALineWithoutIdByItsPlace) {
  EXPECT_EQ(read_one("\n\n{\"text\": \"Iran met Oman.\"}").id, "news.jsonl:3");
}

TEST(JsonLines, OffsetsReferToTheDecodedString) {
  const Document document =
      read_one("{\"id\": \"a\", \"text\": \"\\u00c9lys\\u00e9e\\r\\nmet\\u00a0Oman.\"}");
  EXPECT_EQ(document.text,
            "\xC3\x89lys\xC3\xA9"
            "e\nmet Oman.");
  EXPECT_EQ(document.original,
            "\xC3\x89lys\xC3\xA9"
            "e\r\nmet\xC2\xA0Oman.");
  EXPECT_EQ(original_of(document, "met Oman"), "met\xC2\xA0Oman");
}

TEST(JsonLines, ADateThatIsNoneIsPassedOverAndTold) {
  const Document document =
      read_one("{\"id\": \"a\", \"text\": \"Iran met Oman.\", \"date\": \"last week\"}");
  EXPECT_EQ(document.date, "");
  EXPECT_THAT(document.notes, ElementsAre(HasSubstr("\"last week\"")));
}

TEST(JsonLines, AnIdWithControlCharactersOrBrokenBytesIsCleaned) {
  EXPECT_EQ(read_one("{\"id\": \"a\\n\xFF\", \"text\": \"Iran met Oman.\"}").id, "a \xEF\xBF\xBD");
}

}  // namespace
}  // namespace entente
