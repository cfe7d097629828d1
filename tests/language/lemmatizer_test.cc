// SPDX-License-Identifier: Apache-2.0
#include "extract/language/lemmatizer.h"

#include <gtest/gtest.h>

#include <cstring>

#include "graph/error.h"
#include "tests/language/language_fixture.h"

namespace entente {
namespace {

Lemmatizer shipped() {
  return {model().section("lemmas"), "model"};
}

TEST(Lemmatizer, Words) {
  struct Case {
    const char* form;
    Upos upos;
    const char *feats, *lemma;
  } const cases[] = {
      {"met", Upos::verb, "Mood=Ind|Tense=Past|VerbForm=Fin", "meet"},
      {"has", Upos::aux, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "have"},
      {"n't", Upos::part, "Polarity=Neg", "not"},
      {"ca", Upos::aux, "VerbForm=Fin", "can"},
      {"wo", Upos::aux, "VerbForm=Fin", "will"},
      {"accusing", Upos::verb, "Tense=Pres|VerbForm=Part", "accuse"},
      {"supplied", Upos::verb, "Mood=Ind|Tense=Past|VerbForm=Fin", "supply"},
      {"banned", Upos::verb, "Tense=Past|VerbForm=Part|Voice=Pass", "ban"},
      {"expelled", Upos::verb, "Tense=Past|VerbForm=Part|Voice=Pass", "expel"},
      {"annexed", Upos::verb, "Tense=Past|VerbForm=Part|Voice=Pass", "annex"},
      {"provoked", Upos::verb, "Mood=Ind|Tense=Past|VerbForm=Fin", "provoke"},
      {"withdrew", Upos::verb, "Mood=Ind|Tense=Past|VerbForm=Fin", "withdraw"},
      {"vetoes", Upos::verb, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "veto"},
      {"countries", Upos::noun, "Number=Plur", "country"},
      {"Officials", Upos::noun, "Number=Plur", "official"},
      {"embassies", Upos::noun, "Number=Plur", "embassy"},
      {"women", Upos::noun, "Number=Plur", "woman"},
      {"crises", Upos::noun, "Number=Plur", "crisis"},
      {"Russia", Upos::propn, "Number=Sing", "Russia"},
      {"NATO", Upos::propn, "Abbr=Yes|Number=Sing", "NATO"},
      {"its", Upos::pron, "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs", "its"},
      {"Them", Upos::pron, "Case=Acc|Number=Plur|Person=3|PronType=Prs", "they"},
      {"worse", Upos::adj, "Degree=Cmp", "bad"},
      {"largest", Upos::adj, "Degree=Sup", "large"},
      {"Russian", Upos::adj, "Degree=Pos", "Russian"},
      {"An", Upos::det, "Definite=Ind|PronType=Art", "a"},
      {"400", Upos::num, "NumForm=Digit|NumType=Card", "400"},
      {"\u00C9tats", Upos::propn, "Number=Sing", "\u00C9tats"},
      {"", Upos::x, "", ""},
  };
  const Lemmatizer lemmatizer = shipped();
  for (const auto& c : cases) EXPECT_EQ(lemmatizer.lemma(c.form, c.upos, c.feats), c.lemma) << c.form;
}

TEST(Lemmatizer, AContractedAuxiliaryFollowsItsVerb) {
  Analysis analysis;
  Lemmatizer::Scratch scratch;
  Sentence sentence;
  sentence.tokens.resize(2);
  sentence.tokens[0].form = "'s";
  sentence.tokens[0].upos = Upos::aux;
  sentence.tokens[0].deprel = Deprel::aux;
  sentence.tokens[0].head = 1;
  sentence.tokens[1].form = "gone";
  sentence.tokens[1].upos = Upos::verb;
  sentence.tokens[1].morphology = parse_morphology("Tense=Past|VerbForm=Part");
  shipped().annotate(sentence, analysis, scratch);
  EXPECT_EQ(sentence.tokens[0].lemma, "have");
  sentence.tokens[1].morphology = parse_morphology("Tense=Pres|VerbForm=Part");
  shipped().annotate(sentence, analysis, scratch);
  EXPECT_EQ(sentence.tokens[0].lemma, "be");
}

TEST(Lemmatizer, ALemmaIsKeptOnce) {
  Analysis analysis;
  Lemmatizer::Scratch scratch;
  Sentence sentence;
  sentence.tokens.resize(3);
  for (Token& t : sentence.tokens) t.form = "countries", t.feats = "Number=Plur", t.upos = Upos::noun;
  shipped().annotate(sentence, analysis, scratch);
  EXPECT_EQ(sentence.tokens[2].lemma, "country");
  EXPECT_EQ(sentence.tokens[1].lemma.data(), sentence.tokens[2].lemma.data());
}

TEST(Lemmatizer, ADamagedSectionIsAnError) {
  const auto good = model().section("lemmas");
  std::vector<std::byte> bytes(good.begin(), good.end());
  for (std::size_t size : {0u, 3u, 20u, 1000u, 100000u})
    EXPECT_THROW(Lemmatizer(std::span(bytes).first(size), "m"), InputError) << size;
  for (std::size_t at = 0; at < 64;
       ++at) {  // whatever a byte says, it is an error or a lemmatizer that works
    std::vector<std::byte> changed = bytes;
    changed[at] = std::byte{0xFF};
    try {
      Lemmatizer(changed, "m").lemma("countries", Upos::noun, "Number=Plur");
    } catch (const InputError&) {
    }
  }
}

}  // namespace
}  // namespace entente
