// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/denials.h"

#include <gtest/gtest.h>

#include "extract/language/language_engine.h"
#include "tests/relations/relation_fixture.h"

namespace entente {
namespace {

std::string relations(const std::string& text) {
  static const LanguageEngine engine = LanguageEngine::load(project_path("data/english.model"));
  static const RelationModel none;
  LanguageEngine::Scratch scratch;
  Document document;
  document.text = text;
  const Analysis analysis = engine.analyse(document, scratch);
  const ResolvedActors actors = project_resolver().resolve(document, analysis);
  return render(RelationExtractor(project_lexicon(), none).extract(document, analysis, actors), actors);
}

TEST(Denials, AnswerWhoeverAccusedInTheSentenceBefore) {
  EXPECT_EQ(relations("Poland accuses Belarus of lying. Belarus denies the charge."),
            "Poland > Belarus ACCUSE actual; Belarus > Poland REJECT actual");
}

TEST(Denials, NeedAnAccusation) {
  EXPECT_EQ(relations("Poland is cold. Belarus denies the charge."), "nothing");
}

TEST(Denials, DoNotReachBackFurtherThanTwoSentences) {
  EXPECT_EQ(relations("Poland accuses Belarus of lying. Snow fell. It was cold. The sky was grey. Belarus "
                      "denies the charge."),
            "Poland > Belarus ACCUSE actual");
}

}  // namespace
}  // namespace entente
