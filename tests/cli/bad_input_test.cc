// SPDX-License-Identifier: Apache-2.0
// What people feed to programs by mistake, each with the message and the exit code that it must give.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/cli/program_run.h"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view article =
    "China's Foreign Minister Wang Yi met Sergei Lavrov in Moscow on Tuesday.\n";

TEST(BadInput, AMissingFileIsToldAndNothingIsWritten) {
  const Workplace place;
  const ProgramRun run = place.run("build missing.txt -o graph.json");
  EXPECT_EQ(run.exit, 3);
  EXPECT_EQ(run.err, "entente: missing.txt: No such file or directory\n");
  EXPECT_FALSE(place.has("graph.json"));
}

TEST(BadInput, AMissingFileAmongGoodOnesLetsTheOthersThrough) {
  const Workplace place;
  place.write("a.txt", article);
  const ProgramRun run = place.run("build missing.txt a.txt -o graph.json");
  EXPECT_EQ(run.exit, 1);
  EXPECT_THAT(run.err, HasSubstr("missing.txt: No such file"));
  EXPECT_THAT(place.read("graph.json"), HasSubstr("\"a.txt\""));
}

TEST(BadInput, ADirectoryIsNoText) {
  const Workplace place;
  const ProgramRun run = place.run("build .");
  EXPECT_EQ(run.exit, 3);
  EXPECT_THAT(run.err, HasSubstr("is a directory"));
  EXPECT_EQ(place.run("extract . --input-format jsonl").exit, 3);
}

TEST(BadInput, AnEmptyFileSaysSo) {
  const Workplace place;
  place.write("empty.txt", "");
  place.write("white.txt", " \n\n");
  for (const char* name : {"empty.txt", "white.txt"}) {
    const ProgramRun run = place.run(std::string("build ") + name);
    EXPECT_EQ(run.exit, 3) << name;
    EXPECT_THAT(run.err, HasSubstr(": is empty")) << name;
  }
  EXPECT_EQ(place.run("build -").exit, 3);
}

TEST(BadInput, ABinaryIsToldApartFromText) {
  const Workplace place;
  place.write("a.out", std::string("\x7F"
                                   "ELF\x02\x01\x01\0\0\0",
                                   10));
  place.write("noise.txt", std::string("ab\0\0cd\0\0\x01\x02", 10));
  EXPECT_THAT(place.run("build a.out").err, HasSubstr("is a program, not a text"));
  const ProgramRun run = place.run("build noise.txt");
  EXPECT_EQ(run.exit, 3);
  EXPECT_THAT(run.err, HasSubstr("is a binary file, not a text"));
}

TEST(BadInput, InvalidUtf8IsRepairedCountedAndTold) {
  const Workplace place;
  place.write(
      "a.txt",
      "Caf\xE9 owners said China's Foreign Minister Wang Yi met Sergei Lavrov \xC3in Moscow on Tuesday.\n");
  const ProgramRun run = place.run("build a.txt -o graph.json");
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.err, HasSubstr("a.txt: 2 byte sequences were not UTF-8"));
  EXPECT_THAT(place.read("graph.json"), HasSubstr("2 byte sequences were not UTF-8"));
  EXPECT_EQ(place.run("--quiet build a.txt -o graph.json").err, "");
}

TEST(BadInput, ALineOfFiftyMegabytesIsRefusedInText) {
  const Workplace place;
  place.write("long.txt", std::string(50'000'000, 'a'));
  const ProgramRun run = place.run("build long.txt");
  EXPECT_EQ(run.exit, 3);
  EXPECT_THAT(run.err, HasSubstr("long.txt: is longer than 16 MiB"));
}

TEST(BadInput, ALineOfFiftyMegabytesAmongJsonLinesIsToldAndTheOthersDone) {
  const Workplace place;
  place.write("a.jsonl", "{\"id\": \"a\", \"text\": \"Iran met Oman.\"}\n{\"id\": \"b\", \"text\": \"" +
                             std::string(50'000'000, 'a') +
                             "\"}\n{\"id\": \"c\", \"text\": \"Chad left.\"}\n");
  const ProgramRun run = place.run("extract a.jsonl");
  EXPECT_EQ(run.exit, 1);
  EXPECT_THAT(run.err, HasSubstr("a.jsonl:2: line is longer than 16 MiB"));
  EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 2);
  EXPECT_THAT(run.out, HasSubstr("\"id\":\"c\""));
}

TEST(BadInput, ABrokenJsonLineIsToldWithItsNumberAndTheOthersAreDone) {
  const Workplace place;
  place.write(
      "a.jsonl",
      "{\"id\": \"a\", \"text\": \"Iran met Oman.\"}\n{\"id\": \"b\", \"text\": \nnull\n{\"id\": \"c\"}\n"
      "{\"id\": \"d\", \"text\": \"Chad left.\"}\n");
  const ProgramRun run = place.run("extract a.jsonl");
  EXPECT_EQ(run.exit, 1);
  EXPECT_THAT(run.err, HasSubstr("a.jsonl:2:"));
  EXPECT_THAT(run.err, HasSubstr("a.jsonl:3:"));
  EXPECT_THAT(run.err, HasSubstr("a.jsonl:4: \"text\" is missing"));
  EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 2);
}

TEST(BadInput, OnlyBrokenLinesAreUnreadableInput) {
  const Workplace place;
  EXPECT_EQ(place.run("extract - --input-format jsonl", "{\n[]\n").exit, 3);
}

TEST(BadInput, AnUnknownFormatNamesTheNearest) {
  const Workplace place;
  place.write("a.txt", article);
  const ProgramRun run = place.run("build a.txt -f jsn");
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("there is no format \"jsn\"; did you mean \"json\"?"));
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(place.run("build a.txt -o graph.unknown").exit, 2);
}

TEST(BadInput, AnUnwritableOutputFailsAndLeavesNothing) {
  const Workplace place;
  place.write("a.txt", article);
  const ProgramRun run = place.run("build a.txt -o no/such/folder/graph.json");
  EXPECT_EQ(run.exit, 4);
  EXPECT_THAT(run.err, HasSubstr("no/such/folder"));
  EXPECT_EQ(place.run("build a.txt -o /dev/full -f json").exit, 4);
  EXPECT_EQ(place.run("extract a.txt -o /dev/full").exit, 4);
}

TEST(BadInput, AFullStandardOutputIsAFailedOutput) {
  const Workplace place;
  place.write("a.txt", article);
  EXPECT_EQ(place.run("build a.txt > /dev/full; exit $?;").exit, 4);
}

TEST(BadInput, AFailureLeavesTheOldOutputWhole) {
  const Workplace place;
  place.write("graph.json", "old");
  EXPECT_EQ(place.run("build missing.txt -o graph.json").exit, 3);
  EXPECT_EQ(place.read("graph.json"), "old");
}

TEST(BadInput, ABrokenGraphIsToldWithLineAndColumn) {
  const Workplace place;
  place.write("graph.json", "{\"schema\": \"entente-graph/1\",\n \"nodes\": [oops]}");
  const ProgramRun run = place.run("show graph.json");
  EXPECT_EQ(run.exit, 3);
  EXPECT_THAT(run.err, HasSubstr("graph.json:2:"));
}

TEST(BadInput, UsageErrorsExitWithTwo) {
  const Workplace place;
  place.write("a.txt", article);
  EXPECT_EQ(place.run("").exit, 2);
  EXPECT_THAT(place.run("biuld a.txt").err, HasSubstr("did you mean \"build\"?"));
  EXPECT_EQ(place.run("build").exit, 2);
  EXPECT_EQ(place.run("build a.txt --no-such-option").exit, 2);
  EXPECT_EQ(place.run("build a.txt -j 0").exit, 2);
  EXPECT_THAT(place.run("build a.txt --date yesterday").err, HasSubstr("no date in ISO 8601"));
  EXPECT_THAT(place.run("build a.txt --kind contry").err, HasSubstr("did you mean \"country\"?"));
  EXPECT_THAT(place.run("build a.txt --type CONSLT").err, HasSubstr("did you mean \"CONSULT\"?"));
  EXPECT_THAT(place.run("build a.txt --status actaul").err, HasSubstr("did you mean \"actual\"?"));
  EXPECT_EQ(place.run("build a.txt --between 2023-05-01 2022-05-01").exit, 2);
  EXPECT_EQ(place.run("build a.txt --input-format docx").exit, 2);
}

TEST(BadInput, AMissingDataFolderIsTold) {
  const Workplace place;
  place.write("a.txt", article);
  const ProgramRun run = place.run("--data nowhere build a.txt");
  EXPECT_EQ(run.exit, 3);
  EXPECT_THAT(run.err, HasSubstr("nowhere"));
}

TEST(BadInput, ABrokenLexiconIsToldWithFileAndLine) {
  const Workplace place;
  place.write("a.txt", article);
  place.write("mine.tsv", "# mine\nflummox\tverb\tNONSENSE\t-\tsubj\tobj\t-\t-\n");
  const ProgramRun run = place.run("build a.txt --lexicon mine.tsv");
  EXPECT_EQ(run.exit, 3);
  EXPECT_THAT(run.err, HasSubstr("mine.tsv:2"));
}

}  // namespace
}  // namespace entente
