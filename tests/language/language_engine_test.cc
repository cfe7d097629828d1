// SPDX-License-Identifier: Apache-2.0
#include "extract/language/language_engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "extract/language/conllu_analysis.h"
#include "graph/error.h"
#include "tests/language/language_fixture.h"

namespace entente {
namespace {

std::string parsed(const std::string& text) {
  const Document document = document_of(text);
  LanguageEngine::Scratch scratch;
  return to_conllu(engine().analyse(document, scratch), document);
}

const Token& token(const Analysis& analysis, std::string_view form) {
  for (const Sentence& s : analysis.sentences)
    for (const Token& t : s.tokens)
      if (t.form == form) return t;
  throw std::out_of_range(std::string(form));
}

TEST(LanguageEngine, ASentenceIsAnalysed) {
  const Document document =
      document_of("Norway's minister, Anna Lind, was received by Chad in Lagos. They didn't sign.");
  LanguageEngine::Scratch scratch;
  const Analysis a = engine().analyse(document, scratch);
  ASSERT_EQ(a.sentences.size(), 2u);
  EXPECT_EQ(token(a, "received").head, -1);
  EXPECT_EQ(token(a, "minister").deprel, Deprel::nsubj_pass);
  EXPECT_EQ(token(a, "Norway").deprel, Deprel::nmod_poss);
  EXPECT_EQ(token(a, "Chad").deprel, Deprel::obl_agent);
  EXPECT_EQ(token(a, "received").lemma, "receive");
  EXPECT_TRUE(token(a, "received").morphology.passive);
  EXPECT_TRUE(token(a, "n't").morphology.negative);
  EXPECT_EQ(token(a, "Norway").upos, Upos::propn);
}

TEST(LanguageEngine, TokensAndSentencesLieInTheText) {
  const std::string texts[] = {"",
                               "\n",
                               "x",
                               "NORWAY MET CHAD IN LAGOS. THEY DID NOT SIGN.",
                               "قالت مصر إنها ستجتمع.",
                               "\U0001F600 \U0001F680!",
                               "coop\u00ADeration \u200B\u200D of\u00A0states\r\n\r\n'quoted \"mixed” text’",
                               std::string(100000, 'a'),
                               "\uFEFF\u0301 \u00AD",
                               "a\u00AD"};
  LanguageEngine::Scratch scratch;
  for (const std::string& text : texts) {
    const Document document = document_of(text);
    const Analysis a = engine().analyse(document, scratch);
    std::uint32_t last = 0;
    for (const Sentence& s : a.sentences) {
      ASSERT_FALSE(s.tokens.empty());
      EXPECT_EQ(s.begin, s.tokens.front().begin);
      EXPECT_EQ(s.end, s.tokens.back().end);
      EXPECT_EQ(std::count_if(s.tokens.begin(), s.tokens.end(), [](const Token& t) { return t.head < 0; }),
                1);
      for (const Token& t : s.tokens) {
        EXPECT_LE(last, t.begin);
        EXPECT_LE(t.end, text.size());
        EXPECT_FALSE(t.form.empty());
        EXPECT_FALSE(t.lemma.empty());
        last = t.end;
      }
    }
  }
}

TEST(LanguageEngine, ALongSentenceIsCutAndTold) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "word ";
  const Document document = document_of(text);
  LanguageEngine::Scratch scratch;
  const Analysis a = engine().segment(document, scratch);
  EXPECT_THAT(a.notes, testing::ElementsAre(testing::HasSubstr("100000 tokens at byte 0 was cut")));
  EXPECT_EQ(a.sentences.size(), 196u);
  for (const Sentence& s : a.sentences) EXPECT_LE(s.tokens.size(), 512u);
}

TEST(LanguageEngine, ThreadsShareOneEngineAndSayTheSame) {
  const std::string text =
      "Chad recalled its envoy from Mali on Monday. \"We won't talk,\" the minister said.";
  const std::string alone = parsed(text);
  std::vector<std::string> together(4);
  std::vector<std::thread> threads;
  for (std::string& result : together) threads.emplace_back([&] { result = parsed(text); });
  for (std::thread& t : threads) t.join();
  EXPECT_THAT(together, testing::Each(alone));
}

TEST(LanguageEngine, AScratchThatWasUsedChangesNothing) {
  LanguageEngine::Scratch scratch;
  const Document first = document_of("The ministers of Chad and Mali met. They had children."),
                 second = document_of("The countries' envoys met again.");
  const std::string fresh = to_conllu(engine().analyse(second, scratch), second);
  engine().analyse(first, scratch);
  EXPECT_EQ(to_conllu(engine().analyse(second, scratch), second), fresh);
}

TEST(LanguageEngine, StatesStandWhereWordsDo) {
  const Document document = document_of("Chad met Mali.\n\n\"\"\" ( ( (\n\nThey left.");
  LanguageEngine::Scratch scratch;
  const Analysis a = engine().analyse(document, scratch);
  ASSERT_GE(a.sentences.size(), 3u);
  EXPECT_EQ(a.sentences.front().states.size(), a.sentences.front().tokens.size() * 256);
  EXPECT_TRUE(a.sentences[1].states.empty());
  EXPECT_FALSE(a.sentences.back().states.empty());
}

TEST(LanguageEngine, PiecesOfTheOutputAreTheOutput) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "The envoys of Chad and Mali met again.\n\n";
  const Document document = document_of(text);
  LanguageEngine::Scratch scratch;
  const Analysis a = engine().analyse(document, scratch);
  const std::vector<std::string> pieces = to_conllu_pieces(a, document);
  std::string joined;
  for (const std::string& piece : pieces) joined += piece;
  EXPECT_GT(pieces.size(), 2u);
  EXPECT_EQ(joined, to_conllu(a, document));
}

TEST(LanguageEngine, GivenTokensAreKept) {
  const auto given = read_conllu(
      "1\tU.S.-led\t_\t_\t_\t_\t_\t_\t_\tTokenRange=0:8\n2\tforces\t_\t_\t_\t_\t_\t_\t_\tTokenRange=9:15\n"
      "3\tleft\t_\t_\t_\t_\t_\t_\t_\tTokenRange=16:20\n",
      "f");
  const Document document = document_of("U.S.-led forces left");
  Analysis analysis = analysis_from_conllu(given, document, "f");
  LanguageEngine::Scratch scratch;
  engine().annotate(analysis, scratch);
  EXPECT_EQ(render_tokens(analysis), "U.S.-led forces left");
  EXPECT_EQ(analysis.sentences[0].tokens[1].lemma, "force");
}

TEST(LanguageEngine, AMissingModelIsAnError) {
  try {
    LanguageEngine::load("no/such.model");
    FAIL();
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("no/such.model: cannot read the model"));
  }
}

}  // namespace
}  // namespace entente
