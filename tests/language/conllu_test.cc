// SPDX-License-Identifier: Apache-2.0
#include "extract/language/conllu.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/language/conllu_analysis.h"
#include "graph/error.h"

namespace entente {
namespace {

const std::string sample =
    "# newdoc id = talks\n"
    "# newpar\n"
    "# sent_id = 1\n"
    "# text = Norway's envoy didn't go.\n"
    "1-2\tNorway's\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tNorway\tNorway\tPROPN\tNNP\tNumber=Sing\t3\tnmod:poss\t_\tName=B-LOC\n"
    "2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_\n"
    "3\tenvoy\tenvoy\tNOUN\tNN\tNumber=Sing\t6\tnsubj\t6:nsubj\t_\n"
    "4-5\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "4\tdid\tdo\tAUX\tVBD\tTense=Past|VerbForm=Fin\t6\taux\t_\t_\n"
    "5\tn't\tnot\tPART\tRB\tPolarity=Neg\t6\tadvmod\t_\t_\n"
    "6\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "6.1\tthere\tthere\tADV\tRB\t_\t_\t_\t6:advmod\t_\n"
    "7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tOslo\tOslo\tPROPN\tNNP\tNumber=Sing\t0\troot\t_\tUner=B-LOC\n"
    "\n";

TEST(Conllu, WritesWhatItReads) {
  std::string out;
  for (const auto& sentence : read_conllu(sample, "talks.conllu")) write_conllu(sentence, out);
  EXPECT_EQ(out, sample);
}

TEST(Conllu, TakesCrlfAndAMissingLastLine) {
  std::string crlf;
  for (const char c : sample) (c == '\n' ? crlf += "\r\n" : crlf += c);
  crlf.resize(crlf.size() - 4);
  auto expected = read_conllu(sample, "f"), read = read_conllu(crlf, "f");
  EXPECT_EQ(read, expected);
}

TEST(Conllu, BadLinesAreToldWithTheirPlace) {
  const std::string good = "1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n";
  const std::pair<std::string, std::string> cases[] = {
      {"1\ta\ta\n", "f:1:5: only 3 of ten columns"},
      {good + "3\tb\tb\tX\t_\t_\t1\tdep\t_\t_\n", "f:2:1: the word's id is \"3\" where 2 is expected"},
      {"1\ta\ta\tX\t_\t_\tx\troot\t_\t_\n", "f:1:13: the head \"x\" is not a number"},
      {"1\ta\ta\tX\t_\t_\t1\troot\t_\t_\n", "f:1:13: the word is its own head"},
      {"1\ta\ta\tX\t_\t_\t7\tdep\t_\t_\n\n", "f:1:13: the head lies outside the sentence"},
      {"1\t\ta\tX\t_\t_\t0\troot\t_\t_\n", "f:1:3: column 2 is empty; write _"},
      {"2-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", "f:1:1: the range \"2-1\" is broken"},
      {"1\ta\xFF\ta\tX\t_\t_\t0\troot\t_\t_\n", "f:1:1: the line is not valid UTF-8"},
      {good.substr(0, good.size() - 1) + "\tmore\n", "f:1:22: more than ten columns"},
  };
  for (const auto& [bytes, message] : cases) {
    try {
      read_conllu(bytes, "f");
      ADD_FAILURE() << "taken: " << bytes;
    } catch (const InputError& error) {
      EXPECT_EQ(std::string(error.what()), message);
    }
  }
}

TEST(Conllu, AttributesAreFoundAndSetInOrder) {
  std::string misc = "_";
  set_attribute(misc, "SpaceAfter", "No");
  set_attribute(misc, "Name", "B-PER");
  set_attribute(misc, "TokenRange", "1:2");
  set_attribute(misc, "Name", "I-PER");
  EXPECT_EQ(misc, "Name=I-PER|SpaceAfter=No|TokenRange=1:2");
  EXPECT_EQ(attribute(misc, "TokenRange"), "1:2");
  EXPECT_EQ(attribute(misc, "Token"), "");
}

TEST(ConlluAnalysis, TokensPointIntoTheComposedText) {
  auto sentences = read_conllu(sample, "f");
  Document document;
  document.id = "talks";
  document.text = compose_text(sentences);
  EXPECT_EQ(document.text, "Norway's envoy didn't go.\n\nOslo");
  const Analysis analysis = analysis_from_conllu(sentences, document, "f");
  ASSERT_EQ(analysis.sentences.size(), 2u);
  for (const Sentence& s : analysis.sentences)
    for (const Token& t : s.tokens) EXPECT_EQ(t.form, document.text.substr(t.begin, t.end - t.begin));
  const Sentence& first = analysis.sentences[0];
  EXPECT_TRUE(first.tokens[0].joined_to_next);
  EXPECT_EQ(first.tokens[4].lemma, "not");
  EXPECT_TRUE(first.tokens[4].morphology.negative);
  EXPECT_EQ(first.tokens[5].head, -1);
  EXPECT_EQ(first.names, (std::vector<NameSpan>{{0, 1, NameType::place}}));
  EXPECT_EQ(analysis.sentences[1].paragraph, 1u);
}

TEST(ConlluAnalysis, WritingAnAnalysisAndBindingItAgainChangesNothing) {
  auto sentences = read_conllu(sample, "f");
  Document document;
  document.text = compose_text(sentences);
  const std::string written = to_conllu(analysis_from_conllu(sentences, document, "f"), document);
  const Analysis again = analysis_from_conllu(read_conllu(written, "g"), document, "g");
  EXPECT_EQ(to_conllu(again, document), written);
  EXPECT_THAT(written, testing::HasSubstr("1-2\tNorway's\t_"));
}

TEST(ConlluAnalysis, ARangeOutsideTheTextIsAnError) {
  Document document;
  document.text = "Oslo";
  const auto read = [](const char* misc) {
    return read_conllu(std::string("1\tOslo\t_\t_\t_\t_\t_\t_\t_\t") + misc + "\n", "f");
  };
  EXPECT_NO_THROW(analysis_from_conllu(read("TokenRange=0:4"), document, "f"));
  EXPECT_THROW(analysis_from_conllu(read("TokenRange=0:5"), document, "f"), InputError);
  EXPECT_THROW(analysis_from_conllu(read("TokenRange=4:2"), document, "f"), InputError);
  EXPECT_THROW(analysis_from_conllu(read("_"), document, "f"), InputError);
}

TEST(ConlluAnalysis, ASentenceHasOneRootWhateverTheFileSays) {
  const auto sentences = read_conllu(
      "1\ta\t_\t_\t_\t_\t0\troot\t_\tTokenRange=0:1\n2\tb\t_\t_\t_\t_\t0\troot\t_\tTokenRange=2:3\n\n"
      "1\ta\t_\t_\t_\t_\t2\tdep\t_\tTokenRange=4:5\n2\tb\t_\t_\t_\t_\t1\tdep\t_\tTokenRange=6:7\n",
      "f");
  Document document;
  document.text = "a b a b";
  const Analysis analysis = analysis_from_conllu(sentences, document, "f");
  EXPECT_EQ(analysis.sentences[0].tokens[1].head, 0);
  EXPECT_EQ(analysis.sentences[1].tokens[0].head, -1);
}

TEST(ConlluAnalysis, TagsDrawSpans) {
  const std::vector<std::string_view> tags = {"B-PER", "I-PER", "B-PER", "I-ORG", "O", "I-LOC", "", "B-TIM"};
  EXPECT_EQ(names_from_tags(tags), (std::vector<NameSpan>{{0, 2, NameType::person},
                                                          {2, 3, NameType::person},
                                                          {3, 4, NameType::organisation},
                                                          {5, 6, NameType::place}}));
}

}  // namespace
}  // namespace entente
