// SPDX-License-Identifier: Apache-2.0
//
// Sentences that no reader writes: the work stays bounded and nothing breaks.
#include <gtest/gtest.h>

#include "extract/relations/pair_finder.h"
#include "tests/relations/relation_fixture.h"

namespace entente {
namespace {

// `actors` names, all conjuncts of the first, which is the subject of a verb with an object.
struct List {
  Document document;
  Analysis analysis;
  ResolvedActors actors;

  explicit List(std::uint32_t count) {
    Sentence sentence;
    for (std::uint32_t i = 0; i < count + 2; ++i) {
      Token& token = sentence.tokens.emplace_back();
      token.form = token.lemma = i == count ? "attack" : "Name";
      token.upos = i == count ? Upos::verb : Upos::propn;
      token.head = i == count ? -1 : i == 0 || i > count ? static_cast<std::int32_t>(count) : 0;
      token.deprel = i == count  ? Deprel::root
                     : i == 0    ? Deprel::nsubj
                     : i > count ? Deprel::obj
                                 : Deprel::conj;
      if (i == count) continue;
      Mention mention;
      mention.begin = mention.head = i;
      mention.end = i + 1;
      mention.actors = {static_cast<std::uint32_t>(actors.actors.size())};
      actors.mentions.push_back(mention);
      actors.actors.emplace_back().id = "country:" + std::to_string(i);
    }
    analysis.sentences.push_back(std::move(sentence));
  }
};

TEST(RelationLimits, AListOfFiftyActorsGivesNoCrossProduct) {
  const List list(50);
  const RelationModel none;
  const auto statements =
      RelationExtractor(project_lexicon(), none).extract(list.document, list.analysis, list.actors);
  EXPECT_LE(statements.size(), 50u);  // each of them attacks the one object
  EXPECT_GE(statements.size(), 30u);
}

TEST(RelationLimits, ASentenceOfManyHundredActorsIsBounded) {
  const List list(800);
  const SentenceView view(list.analysis.sentences[0], project_lexicon());
  std::vector<const Mention*> mentions;
  for (const Mention& mention : list.actors.mentions) mentions.push_back(&mention);
  EXPECT_LE(find_pairs(view, mentions).size(), max_pairs);
}

// Heads out of range, cycles, several roots, tokens that govern themselves.
TEST(RelationLimits, BrokenTreesBreakNothing) {
  const RelationModel none;
  const RelationExtractor extractor(project_lexicon(), none);
  for (std::uint32_t seed = 1; seed < 200; ++seed) {
    List list(20);
    std::uint32_t state = seed;
    for (Token& token : list.analysis.sentences[0].tokens) {
      state = state * 1664525u + 1013904223u;
      token.head = static_cast<std::int32_t>(state >> 16) % 30 - 4;
      token.deprel = static_cast<Deprel>((state >> 8) % deprel_count);
    }
    EXPECT_LE(extractor.extract(list.document, list.analysis, list.actors).size(), 500u);
  }
}

TEST(RelationLimits, AChainOfFiveHundredWordsIsWalked) {
  List list(2);
  Sentence& sentence = list.analysis.sentences[0];
  for (std::uint32_t i = 4; i < 500; ++i) {
    Token& token = sentence.tokens.emplace_back();
    token.form = token.lemma = "say";
    token.upos = Upos::verb;
    token.head = static_cast<std::int32_t>(i) - 1;
    token.deprel = Deprel::ccomp;
  }
  list.actors.mentions[1].head = list.actors.mentions[1].begin = 499;
  list.actors.mentions[1].end = 500;
  const RelationModel none;
  EXPECT_LE(
      RelationExtractor(project_lexicon(), none).extract(list.document, list.analysis, list.actors).size(),
      4u);
}

}  // namespace
}  // namespace entente
