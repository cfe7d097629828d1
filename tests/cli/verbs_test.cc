// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "tests/cli/program_run.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr std::string_view article =
    "Russian President Vladimir Putin met Chinese President Xi Jinping in Moscow on Tuesday.\n\n"
    "The United States condemned Russia's invasion of Ukraine.\n\nFrance sent weapons to Ukraine.\n";

// A workplace with the article and its graph.
class Verbs : public ::testing::Test {
 protected:
  void SetUp() override {
    place.write("a.txt", article);
    const ProgramRun run = place.run("build a.txt --reasons -o graph.json --date 2023-03-22");
    ASSERT_EQ(run.exit, 0) << run.err;
  }

  Workplace place;
};

void expect_quotes_from(const std::string& graph, std::string_view original) {
  rapidjson::Document json;
  json.Parse(graph.c_str());
  ASSERT_FALSE(json.HasParseError());
  std::size_t seen = 0;
  for (const auto& link : json["links"].GetArray())
    for (const auto& evidence : link["evidence"].GetArray()) {
      const auto begin = evidence["begin"].GetUint64();
      EXPECT_EQ(original.substr(begin, evidence["end"].GetUint64() - begin), evidence["quote"].GetString());
      ++seen;
    }
  EXPECT_GT(seen, 0u);
}

TEST_F(Verbs, BuildQuotesTheInputsBytes) {
  expect_quotes_from(place.read("graph.json"), article);
}

TEST_F(Verbs, BuildQuotesTheBytesOfARepairedInput) {
  const std::string original =
      "\xEF\xBB\xBFNews\xC2\xADpaper\r\n\r\nThe United\xC2\xA0States condemned\r\nRussia's invasion of "
      "\xE2\x80\x8FUkraine.\r\n";
  place.write("b.txt", original);
  expect_quotes_from(place.run("build b.txt").out, original);
}

TEST_F(Verbs, BuildQuotesTheBytesOfAPage) {
  const std::string original =
      "<html><head><title>News</title></head><body><nav>Home</nav><p>The <b>United States</b> condemned "
      "Russia&#8217;s invasion of <a href='x'>Ukraine</a>.</p></body></html>";
  place.write("b.html", original);
  expect_quotes_from(place.run("build b.html").out, original);
}

TEST_F(Verbs, BuildGivesTheSameBytesTwiceAndOnAnyNumberOfThreads) {
  std::string lines;
  for (int i = 0; i < 30; ++i)
    lines += "{\"id\": \"d" + std::to_string(i) + "\", \"text\": \"France sent weapons to Ukraine on day " +
             std::to_string(i) + ". Russia condemned France.\"}\n";
  place.write("a.jsonl", lines);
  for (const char* verb : {"build", "extract"}) {
    const std::string once = place.run(std::string(verb) + " a.jsonl -j 1").out;
    EXPECT_EQ(once, place.run(std::string(verb) + " a.jsonl -j 1").out);
    EXPECT_EQ(once, place.run(std::string(verb) + " a.jsonl -j 4").out);
    EXPECT_THAT(once, HasSubstr("d29"));
  }
}

TEST_F(Verbs, BuildDoesNotMindTheOrderOfItsInputs) {
  place.write("b.txt", "Iran rejected a proposal by Germany.\n");
  EXPECT_EQ(place.run("build a.txt b.txt").out, place.run("build b.txt a.txt b.txt").out);
}

TEST_F(Verbs, BuildReadsStandardInputAndWritesStandardOutput) {
  const ProgramRun run = place.run("build - -o - -f json", article);
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.out, HasSubstr("\"stdin\""));
}

TEST_F(Verbs, BuildWritesSeveralFilesByTheirEndings) {
  EXPECT_EQ(place.run("build a.txt -o x.json -o x.dot -o x.graphml").exit, 0);
  EXPECT_THAT(place.read("x.json"), StartsWith("{"));
  EXPECT_THAT(place.read("x.dot"), HasSubstr("digraph"));
  EXPECT_THAT(place.read("x.graphml"), HasSubstr("<graphml"));
}

TEST_F(Verbs, ExtractGivesALineADocumentInInputOrder) {
  const ProgramRun run = place.run("extract - --input-format jsonl",
                                   "{\"id\": \"z\", \"text\": \"France sent weapons to Ukraine.\"}\n{\"id\": "
                                   "\"a\", \"text\": \"Hello.\"}\n");
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.out, StartsWith("{\"id\":\"z\""));
  EXPECT_THAT(run.out, HasSubstr("\n{\"id\":\"a\""));
}

TEST_F(Verbs, ExtractTraceTellsWhatEveryStageMade) {
  const ProgramRun run = place.run("extract a.txt --trace");
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.out, HasSubstr("sentence 1 (body)"));
  EXPECT_THAT(run.out, HasSubstr("nsubj"));
  EXPECT_THAT(run.out, HasSubstr("mention    "));
  EXPECT_THAT(run.out, HasSubstr("statement  "));
}

TEST_F(Verbs, ExportAndShowTakeAPartOfAGraph) {
  EXPECT_THAT(place.run("show graph.json").out, HasSubstr("Xi Jinping"));
  const std::string part = place.run("show graph.json --around France").out;
  EXPECT_THAT(part, HasSubstr("Ukraine"));
  EXPECT_THAT(part, Not(HasSubstr("Xi Jinping")));
  EXPECT_THAT(place.run("show graph.json --type conflict").out, Not(HasSubstr("AID")));
  EXPECT_THAT(place.run("show graph.json --top 2").out, HasSubstr("2 actors"));
  EXPECT_THAT(place.run("export graph.json -f dot --kind official").out, HasSubstr("Putin"));
  EXPECT_THAT(place.run("export - -f dot", place.read("graph.json")).out, HasSubstr("digraph"));
}

TEST_F(Verbs, ShowHasNoColoursOutsideATerminal) {
  EXPECT_THAT(place.run("show graph.json").out, Not(HasSubstr("\x1B")));
}

TEST_F(Verbs, ShowEscapesWhatWouldSteerATerminal) {
  place.write(
      "bad.json",
      "{\"schema\": \"entente-graph/1\", \"directed\": true, \"multigraph\": true, \"graph\": "
      "{\"documents\": [{\"id\": "
      "\"d\", \"title\": \"\\u001b]0;owned\\u0007\"}]}, \"nodes\": [{\"id\": \"country:FRA\", \"label\": "
      "\"\\u001b[31mFra\\nnce\\u202e\\u009b\", \"kind\": \"country\", \"mentions\": 1}], \"links\": []}");
  for (const char* verb : {"show bad.json", "around bad.json country:FRA", "explain bad.json country:FRA"}) {
    const ProgramRun run = place.run(verb);
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_THAT(run.out, Not(HasSubstr("\x1B"))) << verb;
    EXPECT_THAT(run.out, HasSubstr("\\x1B[31mFra\\nnce\\u202E\\u009B")) << verb;
  }
}

TEST_F(Verbs, PathTellsHowTwoActorsAreJoined) {
  const ProgramRun run = place.run("path graph.json \"United States\" France");
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.out, HasSubstr("AID"));
  EXPECT_THAT(run.out, HasSubstr("Ukraine"));
}

TEST_F(Verbs, AnActorMayBeNamedByIdLabelOrAlias) {
  const std::string by_id = place.run("around graph.json country:UKR").out;
  EXPECT_NE(by_id, "");
  EXPECT_EQ(place.run("around graph.json Ukraine").out, by_id);
  EXPECT_EQ(place.run("around graph.json ukraine").out, by_id);
  const ProgramRun run = place.run("around graph.json Ukrane");
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("did you mean \"Ukraine\"?"));
}

TEST_F(Verbs, AroundWritesAPictureWhenAskedTo) {
  EXPECT_EQ(place.run("around graph.json Ukraine -o ukraine.dot").exit, 0);
  EXPECT_THAT(place.read("ukraine.dot"), HasSubstr("Ukraine"));
}

TEST_F(Verbs, DiffTellsWhatChangedAndNothingWhereNothingDid) {
  EXPECT_EQ(place.run("diff graph.json graph.json").out, "");
  place.write("b.txt", "Iran rejected a proposal by Germany.\n");
  ASSERT_EQ(place.run("build a.txt b.txt -o both.json --reasons --date 2023-03-22").exit, 0);
  const std::string changes = place.run("diff graph.json both.json").out;
  EXPECT_THAT(changes, HasSubstr("+ document b.txt"));
  EXPECT_THAT(changes, HasSubstr("+ Iran"));
  EXPECT_THAT(place.run("diff both.json graph.json").out, HasSubstr("- Iran"));
}

TEST_F(Verbs, ExplainTellsTheSentenceTheTreeAndTheRule) {
  const ProgramRun run = place.run("explain graph.json France Ukraine");
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("in: France sent weapons to Ukraine."));
  EXPECT_THAT(run.out, HasSubstr("nsubj"));
  EXPECT_THAT(run.out, HasSubstr("because: "));
  EXPECT_THAT(place.run("explain graph.json France").out, HasSubstr("named  \"France\" 1"));
  EXPECT_EQ(place.run("explain graph.json France \"Xi Jinping\"").exit, 2);
}

TEST_F(Verbs, FormatsListsThemAll) {
  const ProgramRun run = place.run("formats");
  for (const char* name :
       {"json", "dot", "svg", "png", "pdf", "html", "cytoscape", "jgf", "graphology", "d3", "graphml", "gexf",
        "csv", "cypher", "turtle", "jsonld", "ftm", "mermaid", "events"})
    EXPECT_THAT(run.out, HasSubstr(name));
}

TEST_F(Verbs, HelpHasExamplesAndVersionIsOneLine) {
  EXPECT_THAT(place.run("--help").out, HasSubstr("Examples:"));
  for (const char* verb : {"build", "extract", "export", "show", "path", "around", "diff", "explain"}) {
    const ProgramRun run = place.run(std::string(verb) + " --help");
    EXPECT_EQ(run.exit, 0) << verb;
    EXPECT_THAT(run.out, HasSubstr("Example")) << verb;
  }
  EXPECT_THAT(place.run("--version").out, StartsWith("entente "));
}

TEST_F(Verbs, AUsersGazetteerAndLexiconWin) {
  place.write("mine.tsv",
              "institution:golden-crescent\tinstitution\tGolden Crescent League\t\tGolden Crescent\t\n");
  place.write("b.txt", "The Golden Crescent condemned France.\n");
  const ProgramRun run = place.run("build b.txt --gazetteer mine.tsv");
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("institution:golden-crescent"));
}

TEST_F(Verbs, JudgementsSayWhoIsWho) {
  place.write("who.txt", "# one and the same\nsame country:FRA country:UKR\n");
  const ProgramRun run = place.run("build a.txt --judgements who.txt");
  EXPECT_EQ(run.exit, 0) << run.err;
  const bool one_of_them = run.out.find("\"id\":\"country:FRA\"") == std::string::npos ||
                           run.out.find("\"id\":\"country:UKR\"") == std::string::npos;
  EXPECT_TRUE(one_of_them);
  place.write("broken.txt", "same country:FRA\n");
  EXPECT_THAT(place.run("build a.txt --judgements broken.txt").err, HasSubstr("broken.txt:1"));
  EXPECT_EQ(place.run("build a.txt --judgements broken.txt").exit, 3);
}

}  // namespace
}  // namespace entente
