// SPDX-License-Identifier: Apache-2.0
#include "extract/document/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "graph/error.h"
#include "tests/document/document_text.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string error_of(std::string bytes, const ReaderOptions& options = {}) {
  try {
    read_text("a.txt", std::move(bytes), options);
  } catch (const InputError& error) {
    return error.what();
  }
  return "(no error)";
}

TEST(ReadText, LeavesAGoodTextAsItIs) {
  const Document document = read_text("a.txt", "Envoys meet\n\nFran\xC3\xA7ois met Wang Yi.\n");
  EXPECT_TRUE(document.offsets.is_identity());
  EXPECT_EQ(document.text, "Envoys meet\n\nFran\xC3\xA7ois met Wang Yi.\n");
  EXPECT_EQ(document.title, "Envoys meet");
  EXPECT_THAT(document.notes, IsEmpty());
  EXPECT_EQ(document.sha256.size(), 64u);
}

TEST(ReadText, RepairsInvalidBytesAndTellsHowMany) {
  const Document document = read_text("a.txt",
                                      "Erdo\xF0"
                                      "an met \xE2\x82 Putin in Sochi.");
  EXPECT_EQ(document.text,
            "Erdo\xEF\xBF\xBD"
            "an met \xEF\xBF\xBD Putin in Sochi.");
  EXPECT_THAT(document.notes, ElementsAre("2 byte sequences were not UTF-8 and became U+FFFD"));
  EXPECT_EQ(original_of(document, "Putin in Sochi"), "Putin in Sochi");
  EXPECT_EQ(original_of(document, "Erdo\xEF\xBF\xBD"), "Erdo\xF0");
  expect_sound_map(document);
}

TEST(ReadText, ReplacesOneSequenceOnceAsTheUnicodeStandardSays) {
  struct {
    std::string bytes;
    std::size_t sequences;
  } const cases[] = {
      {"\xC0\xAF", 2},          // overlong: no byte of it begins anything
      {"\xED\xA0\x80", 3},      // a surrogate
      {"\xF4\x90\x80\x80", 4},  // past U+10FFFF
      {"\xF0\x9F\x98", 1},      // a truncated emoji
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", 4},
      {"\xF0\x9F\x98\x80", 0},
  };
  for (const auto& c : cases) {
    const Document document = read_text("a.txt", "Some words before it " + c.bytes + " and after.");
    std::size_t count = 0;
    for (auto at = document.text.find("\xEF\xBF\xBD"); at != std::string::npos;
         at = document.text.find("\xEF\xBF\xBD", at + 3))
      ++count;
    EXPECT_EQ(count, c.sequences) << testing::PrintToString(c.bytes);
  }
}

TEST(ReadText, TakesOffAByteOrderMarkAndWindowsLineEnds) {
  const Document document = read_text("a.txt", "\xEF\xBB\xBFTitle here\r\n\r\nChina met\rRussia.\r\n");
  EXPECT_EQ(document.text, "Title here\n\nChina met\nRussia.\n");
  EXPECT_EQ(original_of(document, "here\n\nChina"), "here\r\n\r\nChina");
  EXPECT_EQ(original_of(document, "Title"), "Title");
  EXPECT_THAT(document.notes, IsEmpty());
  expect_sound_map(document);
}

TEST(ReadText, TurnsControlCharactersIntoSpacesAndTellsIt) {
  std::string bytes = "China met Russia. " + std::string(200, 'x') + " Iran";
  bytes[5] = '\0';
  bytes[17] = '\x1B';
  const Document document = read_text("a.txt", bytes);
  EXPECT_EQ(document.text.substr(0, 18), "China met Russia. ");
  EXPECT_THAT(document.notes, ElementsAre("2 control characters became spaces"));
  EXPECT_EQ(original_of(document, "Iran"), "Iran");
}

TEST(ReadText, LeavesOutSoftHyphensAndDirectionMarksButKeepsTheirPlaces) {
  const Document document =
      read_text("a.txt", "Nego\xC2\xADtia\xC2\xADtors of \xE2\x80\x8FIran\xE2\x80\x8E met.");
  EXPECT_EQ(document.text, "Negotiators of Iran met.");
  EXPECT_EQ(original_of(document, "Negotiators"), "Nego\xC2\xADtia\xC2\xADtors");
  EXPECT_EQ(original_of(document, "Iran"), "Iran");
  expect_sound_map(document);
}

TEST(ReadText, MakesOddSpacesPlain) {
  const Document document = read_text("a.txt", "Wang\xC2\xA0Yi met\xE2\x80\xA8Sergei\xE2\x80\x89Lavrov.");
  EXPECT_EQ(document.text, "Wang Yi met\nSergei Lavrov.");
  EXPECT_EQ(original_of(document, "Wang Yi"), "Wang\xC2\xA0Yi");
}

TEST(ReadText, SaysWhyBytesAreNoText) {
  EXPECT_EQ(error_of(""), "a.txt: is empty");
  EXPECT_EQ(error_of(" \n\t\r\n"), "a.txt: is empty");
  EXPECT_EQ(error_of("%PDF-1.7 ..."), "a.txt: is a PDF; turn it into text first");
  EXPECT_EQ(error_of("\x7F"
                     "ELF\x02\x01\x01"),
            "a.txt: is a program, not a text");
  EXPECT_EQ(error_of(std::string("a\0b\0c\0", 6)), "a.txt: is a binary file, not a text");
  EXPECT_EQ(error_of(std::string("\xFF\xFE"
                                 "a\0b\0",
                                 6)),
            "a.txt: is UTF-16; convert it to UTF-8 first");
}

TEST(ReadText, RefusesADocumentOverTheLimit) {
  ReaderOptions options;
  options.max_bytes = std::size_t{1} << 20U;
  EXPECT_EQ(error_of(std::string((1U << 20U) + 1, 'a'), options),
            "a.txt: is longer than 1 MiB; split it into documents");
}

TEST(ReadText, TheDateGivenWinsOverTheDateline) {
  const std::string text = "Talks\n\nNovember 10, 2019\n\nThey talked.";
  EXPECT_EQ(read_text("a", text).date, "2019-11-10");
  ReaderOptions options;
  options.date = "2020-01-02";
  EXPECT_EQ(read_text("a", text, options).date, "2020-01-02");
}

TEST(ReadText, AnyBytesGiveValidTextWithASoundMap) {
  std::mt19937 random(20230221);
  const std::string alphabet = std::string(
      "ab \n\r\t\0\x1B\x7F\xC2\xAD\xA0\x85\xE2\x80\x8B\xA8\xEF\xBB\xBF\xBD\xF0\x9F\x98\x80\xFF", 27);
  for (int round = 0; round < 300; ++round) {
    std::string bytes = std::string(300, 'x') + "\n";
    for (int i = 0; i < 60; ++i)
      bytes.insert(random() % bytes.size(), 1, alphabet[random() % alphabet.size()]);
    ReaderOptions options;
    try {
      expect_sound_map(read_text("round " + std::to_string(round), bytes, options));
    } catch (const InputError&) {  // enough of the bytes were controls
    }
  }
}

TEST(ReadFile, SaysWhatIsWrongWithAFile) {
  const auto dir = std::filesystem::temp_directory_path() / "entente_reader_test";
  std::filesystem::create_directories(dir);
  std::ofstream(dir / "empty.txt");
  std::ofstream(dir / "long.txt") << std::string(2000, 'a');
  const auto error = [](const std::filesystem::path& path, std::size_t limit) -> std::string {
    try {
      return read_file(path, limit);
    } catch (const InputError& e) {
      return e.message();
    }
  };
  EXPECT_EQ(error(dir / "missing.txt", 1000), "No such file or directory");
  EXPECT_EQ(error(dir, 1000), "is a directory");
  EXPECT_EQ(error(dir / "empty.txt", 1000), "is empty");
  EXPECT_THAT(error(dir / "long.txt", 1000), HasSubstr("is longer than"));
  EXPECT_EQ(error(dir / "long.txt", 4000).size(), 2000u);
  std::filesystem::remove_all(dir);
}

TEST(GuessInputFormat, GoesByTheEndingAndTheBeginning) {
  EXPECT_EQ(guess_input_format("a.txt", "China met"), InputFormat::text);
  EXPECT_EQ(guess_input_format("a.JSONL", ""), InputFormat::jsonl);
  EXPECT_EQ(guess_input_format("a.htm", ""), InputFormat::html);
  EXPECT_EQ(guess_input_format("page", "\xEF\xBB\xBF \n<!DOCTYPE HTML>"), InputFormat::html);
}

}  // namespace
}  // namespace entente
