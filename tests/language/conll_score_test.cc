// SPDX-License-Identifier: Apache-2.0
#include "extract/language/conll_score.h"

#include <gtest/gtest.h>

#include "graph/error.h"

namespace entente {
namespace {

// Words "form/UPOS/head/deprel" parted by blanks, sentences by "|"; "(...)" around words is a multiword
// token.
std::vector<ConlluSentence> sentences(std::string_view text) {
  std::vector<ConlluSentence> out(1);
  std::string item;
  std::uint32_t open = 0;
  const auto add = [&](std::string_view word) {
    std::vector<std::string> parts(1);
    for (const char c : word) {
      if (c == '/')
        parts.emplace_back();
      else
        parts.back() += c;
    }
    ConlluWord w;
    w.form = parts[0];
    if (parts.size() > 1) w.upos = parts[1];
    if (parts.size() > 2) w.head = std::stoi(parts[2]) - 1;
    if (parts.size() > 3) w.deprel = parts[3];
    out.back().words.push_back(w);
  };
  std::string word;
  for (const char c : std::string(text) + " ") {
    if (c != ' ' && c != '(' && c != ')' && c != '|') {
      word += c;
      continue;
    }
    if (!word.empty()) add(word), word.clear();
    const auto size = static_cast<std::uint32_t>(out.back().words.size());
    if (c == '(') open = size;
    if (c == ')') {
      ConlluRange range{open, size, ""};
      for (auto i = open; i < size; ++i) range.form += out.back().words[i].form;
      out.back().ranges.push_back(range);
    }
    if (c == '|') out.emplace_back();
  }
  return out;
}

ConllScore score(std::string_view gold, std::string_view found) {
  return score_conll(sentences(gold), sentences(found), "f");
}

TEST(ConllScore, TheSameIsRight) {
  const auto s = score("a/X/0/root b/X/1/dep|c/X/0/root", "a/X/0/root b/X/1/dep|c/X/0/root");
  for (const F1& f : {s.tokens, s.words, s.upos, s.uas, s.las}) EXPECT_EQ(f, (F1{3, 3, 3}));
  EXPECT_EQ(s.sentences, (F1{2, 2, 2}));
}

TEST(ConllScore, ATokenCutOtherwiseIsWrongOnBothSides) {
  const auto s = score("ab/X/0/root c/X/1/dep", "a/X/0/root b/X/1/dep c/X/1/dep");
  EXPECT_EQ(s.tokens, (F1{2, 3, 1}));
  EXPECT_EQ(s.words, (F1{2, 3, 1}));
  EXPECT_EQ(s.uas, (F1{2, 3, 0}));  // c's head is not there
}

TEST(ConllScore, ASentenceThatIsCutCostsItsArcs) {
  const auto s = score("a/X/2/dep b/X/0/root c/X/2/dep", "a/X/2/dep b/X/0/root|c/X/0/root");
  EXPECT_EQ(s.sentences, (F1{1, 2, 0}));
  EXPECT_EQ(s.las, (F1{3, 3, 2}));
}

TEST(ConllScore, SubtypesDoNotCount) {
  EXPECT_EQ(score("a/X/0/root b/X/1/nsubj:pass", "a/X/0/root b/X/1/nsubj").las.right, 2u);
  EXPECT_EQ(score("a/X/0/root b/X/1/obj", "a/X/0/root b/X/1/nsubj").las.right, 1u);
}

TEST(ConllScore, WordsOfMultiwordTokensAreAlignedByForm) {
  auto s = score("x/X/0/root (do/AUX/1/dep n't/PART/1/dep)", "x/X/0/root (do/AUX/1/dep n't/PART/1/dep)");
  EXPECT_EQ(s.tokens, (F1{2, 2, 2}));
  EXPECT_EQ(s.upos, (F1{3, 3, 3}));
  // one side sees a multiword token, the other two tokens
  s = score("x/X/0/root (do/AUX/1/dep n't/PART/1/dep)", "x/X/0/root do/AUX/1/dep n't/PART/1/dep");
  EXPECT_EQ(s.tokens, (F1{2, 3, 1}));
  EXPECT_EQ(s.words, (F1{3, 3, 3}));
  // and where it is cut otherwise the longest common subsequence counts
  s = score("(a/X/0/root bc/X/1/dep d/X/1/dep)", "a/X/0/root b/X/1/dep c/X/1/dep d/X/1/dep");
  EXPECT_EQ(s.words, (F1{3, 4, 2}));
}

TEST(ConllScore, FeaturesAndLemmas) {
  auto gold = sentences("a/X/0/root b/X/1/dep"), found = gold;
  gold[0].words[0].feats = "Number=Sing|Xyz=Yes";
  found[0].words[0].feats = "Number=Sing";
  gold[0].words[1].feats = "Number=Sing";
  found[0].words[0].lemma = "anything";
  gold[0].words[1].lemma = "b";
  const auto s = score_conll(gold, found, "f");
  EXPECT_EQ(s.feats.right, 1u);
  EXPECT_EQ(s.lemmas.right, 1u);
}

TEST(ConllScore, OtherCharactersAreAnError) {
  EXPECT_THROW(score("a b", "a c"), InputError);
}

TEST(NameScore, SpansAndTypesMustBeRight) {
  auto gold = sentences("a b c d"), found = gold;
  gold[0].words[0].misc = "Name=B-PER";
  gold[0].words[1].misc = "Name=I-PER";
  gold[0].words[3].misc = "Uner=B-LOC";
  found[0].words[0].misc = "Name=B-PER";
  found[0].words[2].misc = "Name=B-NORP";
  found[0].words[3].misc = "Name=B-LOC";
  const auto s = score_names(gold, found);
  EXPECT_EQ(s.at("PER"), (F1{1, 1, 0}));
  EXPECT_EQ(s.at("LOC"), (F1{1, 1, 1}));
  EXPECT_EQ(s.at("all"), (F1{2, 2, 1}));
  EXPECT_FALSE(s.contains("NORP"));
}

TEST(Iob2, NumberedAndPlainLinesAreRead) {
  const char* const numbered = "# sent_id = 1\n1\tOslo\tB-LOC\n2\tleft\tO\n\n1\tNo\tO\n";
  const char* const plain = "Oslo NNP B-LOC\nleft VBD O\n\nNo UH O\n";
  EXPECT_TRUE(looks_like_iob2(numbered));
  EXPECT_EQ(read_iob2(numbered, "f").at(0).words, read_iob2(plain, "f").at(0).words);
  EXPECT_EQ(read_iob2(plain, "f").size(), 2u);
  EXPECT_EQ(read_iob2(plain, "f")[0].words[0].misc, "Name=B-LOC");
  EXPECT_THROW(read_iob2("Oslo NNP PLACE\n", "f"), InputError);
  EXPECT_THROW(read_iob2("Oslo\n", "f"), InputError);
}

}  // namespace
}  // namespace entente
