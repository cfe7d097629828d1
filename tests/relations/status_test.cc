// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/status.h"

#include <gtest/gtest.h>

#include "extract/language/language_engine.h"
#include "tests/relations/relation_fixture.h"

namespace entente {
namespace {

// The status of the text's first relation of the type, by the lexicon alone.
std::string status(const std::string& text, std::string_view type) {
  static const LanguageEngine engine = LanguageEngine::load(project_path("data/english.model"));
  static const RelationModel none;
  LanguageEngine::Scratch scratch;
  Document document;
  document.text = text;
  const Analysis analysis = engine.analyse(document, scratch);
  const ResolvedActors actors = project_resolver().resolve(document, analysis);
  for (const Statement& s : RelationExtractor(project_lexicon(), none).extract(document, analysis, actors)) {
    if (s.type == type) return std::string(to_string(s.status));
  }
  return "no relation";
}

struct Case {
  const char *text, *type, *status;
};

// Each rule with its near miss after it.
TEST(Status, OfNegation) {
  const Case cases[] = {
      {"France did not attack Spain.", "ASSAULT", "denied"},
      {"France not only attacked Spain but burned its fleet.", "ASSAULT", "actual"},
      {"Peru has never invaded Chile.", "ASSAULT", "denied"},
      {"Peru never stopped attacking Chile.", "ASSAULT", "actual"},
      {"Syria no longer supports Iran.", "SUPPORT", "denied"},
      {"Syria has long supported Iran.", "SUPPORT", "actual"},
      {"Nobody in Norway attacked Denmark.", "ASSAULT", "denied"},
      {"There was no agreement between Kenya and Uganda.", "AGREE", "denied"},
      {"There was an agreement between Kenya and Uganda.", "AGREE", "actual"},
      {"Israel has no contacts with Libya.", "CONSULT", "denied"},
      {"Israel has many contacts with Libya.", "CONSULT", "actual"},
      {"Poland did not attack Hungary but it attacked Austria.", "ASSAULT", "denied"},
      {"Poland did not march but attacked Austria.", "ASSAULT", "actual"},
      {"Poland did not bomb or attack Austria.", "ASSAULT", "denied"},
      {"Greece left without attacking Turkey.", "ASSAULT", "denied"},
      {"Greece attacked Turkey without delay.", "ASSAULT", "actual"},
  };
  for (const Case& c : cases) EXPECT_EQ(status(c.text, c.type), c.status) << c.text;
}

TEST(Status, OfModalsTenseAndTime) {
  const Case cases[] = {
      {"Poland will attack Hungary.", "ASSAULT", "planned"},
      {"Poland willingly attacked Hungary.", "ASSAULT", "actual"},
      {"Italy may attack Austria.", "ASSAULT", "possible"},
      {"In May, Italy attacked Austria.", "ASSAULT", "actual"},
      {"Italy might attack Austria.", "ASSAULT", "possible"},
      {"Italy could attack Austria.", "ASSAULT", "possible"},
      {"Italy would attack Austria.", "ASSAULT", "possible"},
      {"Italy has attacked Austria.", "ASSAULT", "actual"},
      {"Italy is to attack Austria.", "ASSAULT", "planned"},
      {"Italy is attacking Austria.", "ASSAULT", "actual"},
      {"The Japanese president meets the Chinese president on Monday.", "CONSULT", "planned"},
      {"The Japanese president often meets the Chinese president.", "CONSULT", "actual"},
      {"The Japanese president met the Chinese president on Monday.", "CONSULT", "actual"},
      {"Japan rearmed before a meeting with China.", "CONSULT", "planned"},
      {"Japan rearmed after a meeting with China.", "CONSULT", "actual"},
  };
  for (const Case& c : cases) EXPECT_EQ(status(c.text, c.type), c.status) << c.text;
}

TEST(Status, OfConditionsQuestionsAndPurpose) {
  const Case cases[] = {
      {"If Chile attacks Peru, prices will rise.", "ASSAULT", "possible"},
      {"Prices rose even if Chile attacked Peru.", "ASSAULT", "possible"},
      {"Prices rose because Chile attacked Peru.", "ASSAULT", "actual"},
      {"Nobody knows whether Chile attacked Peru.", "ASSAULT", "possible"},
      {"Everybody knows that Chile attacked Peru.", "ASSAULT", "actual"},
      {"Did Chile attack Peru?", "ASSAULT", "possible"},
      {"Chile did attack Peru.", "ASSAULT", "actual"},
      {"Denmark sent ships to attack Sweden.", "ASSAULT", "planned"},
      {"Denmark used its ships to attack Sweden.", "ASSAULT", "actual"},
      {"Denmark managed to attack Sweden.", "ASSAULT", "actual"},
  };
  for (const Case& c : cases) EXPECT_EQ(status(c.text, c.type), c.status) << c.text;
}

TEST(Status, OfWhatGoverns) {
  const Case cases[] = {
      {"Japan is considering sanctions against China.", "SANCTION", "possible"},
      {"Japan announced sanctions against China.", "SANCTION", "actual"},
      {"Cuba refused to meet Panama.", "CONSULT", "denied"},
      {"Cuba managed to meet Panama.", "CONSULT", "actual"},
      {"Cuba ruled out talks with Panama.", "CONSULT", "denied"},
      {"Cuba does not rule out talks with Panama.", "CONSULT", "possible"},
      {"Cuba failed to support Panama.", "SUPPORT", "denied"},
      {"Cuba did not fail to support Panama.", "SUPPORT", "actual"},
      {"Cuba called off talks with Panama.", "CONSULT", "denied"},
      {"Cuba broke bread during talks with Panama.", "CONSULT", "actual"},
      {"Cuba canceled a scheduled trip to Panama.", "CONSULT", "denied"},
      {"Cuba postponed membership talks with Panama in March.", "CONSULT", "denied"},
      {"Cuba prepared for a meeting with Panama.", "CONSULT", "planned"},
      {"Cuba thanked the cook for a meeting with Panama.", "CONSULT", "actual"},
      {"Norway opposed the Danish invasion of Sweden.", "ASSAULT", "actual"},
      {"Norway prevented the Danish invasion of Sweden.", "ASSAULT", "denied"},
      {"Cuba is unwilling to support Panama.", "SUPPORT", "denied"},
      {"Cuba was proud to support Panama.", "SUPPORT", "actual"},
      {"Ghana plans to invade Togo.", "ASSAULT", "planned"},
      {"Ghana is expected to invade Togo.", "ASSAULT", "planned"},
      {"Ghana unexpectedly invaded Togo.", "ASSAULT", "actual"},
      {"Mali urged Niger to support Chad.", "SUPPORT", "possible"},
      {"Mali agreed to support Chad.", "SUPPORT", "planned"},
  };
  for (const Case& c : cases) EXPECT_EQ(status(c.text, c.type), c.status) << c.text;
}

TEST(Status, OfHedgesAndAdjectives) {
  const Case cases[] = {
      {"Ghana reportedly invaded Togo.", "ASSAULT", "possible"},
      {"Ghana repeatedly invaded Togo.", "ASSAULT", "actual"},
      {"Ghana allegedly bombed Togo.", "ASSAULT", "possible"},
      {"A possible Ghanaian attack on Togo worries the bank.", "ASSAULT", "possible"},
      {"A planned Ghanaian attack on Togo worries the bank.", "ASSAULT", "planned"},
      {"A bloody Ghanaian attack on Togo worries the bank.", "ASSAULT", "actual"},
      {"The next meeting between Ghana and Togo is in Accra.", "CONSULT", "planned"},
      {"The last meeting between Ghana and Togo was in Accra.", "CONSULT", "actual"},
  };
  for (const Case& c : cases) EXPECT_EQ(status(c.text, c.type), c.status) << c.text;
}

}  // namespace
}  // namespace entente
