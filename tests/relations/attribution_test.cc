// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/attribution.h"

#include <gtest/gtest.h>

#include "extract/language/language_engine.h"
#include "tests/relations/relation_fixture.h"

namespace entente {
namespace {

// Who says the text's first attack, by the lexicon alone.
std::string speaker(const std::string& text) {
  static const LanguageEngine engine = LanguageEngine::load(project_path("data/english.model"));
  static const RelationModel none;
  LanguageEngine::Scratch scratch;
  Document document;
  document.text = text;
  const Analysis analysis = engine.analyse(document, scratch);
  const ResolvedActors actors = project_resolver().resolve(document, analysis);
  for (const Statement& s : RelationExtractor(project_lexicon(), none).extract(document, analysis, actors)) {
    if (s.type != "ASSAULT") continue;
    return s.by < 0 ? "nobody" : actors.actors[static_cast<std::size_t>(s.by)].label;
  }
  return "no relation";
}

TEST(Attribution, IsWhatTheTableSays) {
  const struct {
    const char *text, *speaker;
  } cases[] = {
      {"Norway says Russia attacked Ukraine.", "Norway"},
      {"Norway slept while Russia attacked Ukraine.", "nobody"},
      {"Russia attacked Ukraine.", "nobody"},
      {"Russia attacked Ukraine, Norway said.", "Norway"},
      {"Russia attacked Ukraine, and Norway wept.", "nobody"},
      {"\"Russia has attacked Ukraine,\" Norway said.", "Norway"},
      {"According to Norway, Russia attacked Ukraine.", "Norway"},
      {"Russia attacked Ukraine according to Norway.", "Norway"},
      {"Russia attacked Ukraine according to plan.", "nobody"},
      {"In a statement, Norway said that Russia had attacked Ukraine.", "Norway"},
      {"In a storm, Russia attacked Ukraine.", "nobody"},
      {"Norway denied that Russia attacked Ukraine.", "Norway"},
      {"Norway proved wrong, for Russia attacked Ukraine.", "nobody"},
      {"Norway said that Sweden believes that Russia attacked Ukraine.", "Sweden"},
      {"Norway told Sweden that Russia attacked Ukraine.", "Norway"},
      {"Analysts say Russia attacked Ukraine.", "nobody"},
      {"Norway fell asleep, as analysts say, when Russia attacked Ukraine.", "nobody"},
      {"Norway's claim that Russia attacked Ukraine is new.", "Norway"},
      {"Norway's coast is where Russia attacked Ukraine.", "nobody"},
  };
  for (const auto& c : cases) EXPECT_EQ(speaker(c.text), c.speaker) << c.text;
}

}  // namespace
}  // namespace entente
