// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "extract/language/language_engine.h"
#include "extract/relations/sentence_view.h"
#include "tests/relations/relation_fixture.h"

namespace entente {
namespace {

const Lexicon& phrases() {
  static const Lexicon lexicon = Lexicon::parse(
      "call off\tverb\tREJECT\t-\tsubj\tobj\n"
      "hold talk\tverb\tCONSULT\t-\tsubj\twith\n"
      "step up patrol\tverb\tMOBILIZE\t-\tsubj\tnear\n"
      "hold war game\tverb\tMOBILIZE\t-\tsubj\tnear\n"
      "hold joint exercise\tverb\tCOOPERATE\t-\tsubj\twith\n"
      "remain on alert\tverb\tMOBILIZE\t-\tsubj\tnear\n"
      "pull out of treaty\tverb\tREJECT\t-\tsubj\twith\n"
      "pull\tverb\tCOERCE\t-\tsubj\tobj\n"
      "lift not\tverb\tREJECT\t-\tsubj\ton\n"
      "fail reach\tverb\tREJECT\t-\tsubj\twith\n"
      "say must\tverb\tREQUEST\t-\tsubj\tclause\n"
      "air strike\tnoun\tASSAULT\t-\tby\ton\n"
      "show of force\tnoun\tMOBILIZE\t-\tby\tnear\n",
      "phrases.tsv");
  return lexicon;
}

// The phrases of the lexicon that a text's tokens carry, in text order.
std::string found(const std::string& text) {
  static const LanguageEngine engine = LanguageEngine::load(project_path("data/english.model"));
  LanguageEngine::Scratch scratch;
  Document document;
  document.text = text;
  const Analysis analysis = engine.analyse(document, scratch);
  std::string out;
  for (const Sentence& sentence : analysis.sentences) {
    const SentenceView view(sentence, phrases());
    for (std::uint32_t token = 0; token < view.size(); ++token) {
      for (const LexiconEntry* entry : view.entries(token)) out += (out.empty() ? "" : ", ") + entry->lemma;
    }
  }
  return out;
}

TEST(Phrases, AreFoundInTheTreeAndNotInTheirNearMisses) {
  const struct {
    const char *text, *phrases;
  } cases[] = {
      {"Spain called off the match.", "call off"},
      {"Spain called the match a success.", ""},
      {"Spain held long talks with Peru.", "hold talk"},
      {"Spain held the cup while Peru talked.", ""},
      {"Norway stepped up patrols in the strait.", "step up patrol"},
      {"Norway stepped up to the patrols.", ""},
      {"Norway held war games near the border.", "hold war game"},
      {"Norway held games about the war.", ""},
      {"Norway held joint exercises with Finland.", "hold joint exercise"},
      {"Norwegian troops remained on alert.", "remain on alert"},
      {"Norwegian troops remained in alert spirits.", ""},
      {"Chile pulled out of the treaty.", "pull out of treaty"},
      {"Chile pulled a boat out of the water.", "pull"},
      {"Peru will not lift the ban on Chile.", "lift not"},
      {"Peru will lift the ban on Chile.", ""},
      {"Peru and Chile failed to reach a deal.", "fail reach"},
      {"Peru failed, though it tried to reach a deal.", ""},
      {"Peru said that Chile must open the port.", "say must"},
      {"Peru said that Chile opened the port.", ""},
      {"An air strike by Peru was feared.", "air strike"},
      {"A strike stopped the air traffic of Peru.", ""},
      {"It was a show of force by Peru.", "show of force"},
      {"It was a show about the force of habit.", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(found(c.text), c.phrases) << c.text;
}

}  // namespace
}  // namespace entente
