// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/attribution.h"

#include <gtest/gtest.h>

#include "extract/language/language_engine.h"
#include "tests/relations/relation_fixture.h"

namespace entente {
namespace {

// Who says the text's first relation, by the lexicon alone.
std::string speaker(const std::string& text) {
  static const LanguageEngine engine = LanguageEngine::load(project_path("data/english.model"));
  static const RelationModel none;
  LanguageEngine::Scratch scratch;
  Document document;
  document.text = text;
  const Analysis analysis = engine.analyse(document, scratch);
  const ResolvedActors actors = project_resolver().resolve(document, analysis);
  const auto statements = RelationExtractor(project_lexicon(), none).extract(document, analysis, actors);
  if (statements.empty()) return "no relation";
  return statements[0].by < 0 ? "nobody" : actors.actors[static_cast<std::size_t>(statements[0].by)].label;
}

TEST(Attribution, IsTheSubjectOfTheVerbOfSaying) {
  EXPECT_EQ(speaker("Norway says Russia attacked Ukraine."), "Norway");
}

TEST(Attribution, IsNobodyInTheTextsOwnVoice) {
  EXPECT_EQ(speaker("Russia attacked Ukraine."), "nobody");
}

TEST(Attribution, FollowsTheRelationToo) {
  EXPECT_EQ(speaker("Russia attacked Ukraine, Norway said."), "Norway");
}

}  // namespace
}  // namespace entente
