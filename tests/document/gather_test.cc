// SPDX-License-Identifier: Apache-2.0
#include "extract/gather.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/document/reader.h"
#include "graph/check_evidence.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Cuts a document into sentences at line ends and tokens at spaces: enough for the last stage.
Analysis cut(const Document& document) {
  Analysis analysis;
  const std::string& text = document.text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t line_end = std::min(text.find('\n', at), text.size());
    Sentence sentence;
    sentence.begin = static_cast<std::uint32_t>(at);
    sentence.end = static_cast<std::uint32_t>(line_end);
    while (at < line_end) {
      const std::size_t end = std::min(text.find(' ', at), line_end);
      Token token;
      token.begin = static_cast<std::uint32_t>(at);
      token.end = static_cast<std::uint32_t>(end);
      sentence.tokens.push_back(token);
      at = end + 1;
    }
    at = line_end + 1;
    if (!sentence.tokens.empty()) analysis.sentences.push_back(std::move(sentence));
  }
  return analysis;
}

DocumentActor actor(std::string id, std::string label, std::vector<std::string> names) {
  DocumentActor made;
  made.id = std::move(id);
  made.label = std::move(label);
  made.names = std::move(names);
  return made;
}

Mention mention(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end,
                std::vector<std::uint32_t> actors) {
  Mention made;
  made.sentence = sentence;
  made.begin = begin;
  made.end = end;
  made.actors = std::move(actors);
  made.rule = "test";
  return made;
}

Statement statement(std::uint32_t source, std::uint32_t target, std::uint32_t sentence, std::uint32_t begin,
                    std::uint32_t end) {
  Statement made;
  made.source = source;
  made.target = target;
  made.type = "CONSULT";
  made.label = "met";
  made.sentence = sentence;
  made.begin = begin;
  made.end = end;
  made.rule = "lexicon.tsv:1";
  return made;
}

ResolvedActors iran_and_oman() {
  ResolvedActors resolved;
  resolved.actors = {actor("country:IRN", "Iran", {"Iran"}),
                     actor("country:OMN", "Oman", {"Oman", "Sultanate of Oman"})};
  return resolved;
}

TEST(Gather, TokensBecomeEvidenceInTheInputsBytes) {
  const Document document = read_text("a",
                                      "\xEF\xBB\xBFIran met Oman in Mus\xC2\xAD"
                                      "cat.\r\n");
  const Analysis analysis = cut(document);
  const Fragment fragment = gather(document, analysis, iran_and_oman(), {statement(0, 1, 0, 0, 5)}, false);
  ASSERT_EQ(fragment.relations.size(), 1u);
  EXPECT_THAT(fragment.relations[0].evidence, ElementsAre(Evidence{"a", 3, 29,
                                                                   "Iran met Oman in Mus\xC2\xAD"
                                                                   "cat.",
                                                                   "Iran met Oman in Muscat."}));
  EXPECT_FALSE(check_evidence(fragment, document.original_bytes()));
}

TEST(Gather, AQuoteOfInvalidBytesIsTheirRepair) {
  const Document document = read_text("a", "Iran met\xFF Oman today.\n");
  const Fragment fragment =
      gather(document, cut(document), iran_and_oman(), {statement(0, 1, 0, 0, 3)}, false);
  EXPECT_EQ(fragment.relations.at(0).evidence.at(0).quote, "Iran met\xEF\xBF\xBD Oman");
  EXPECT_FALSE(check_evidence(fragment, document.original_bytes()));
}

TEST(Gather, NamesAreCountedAndPronounsAreMentions) {
  const Document document = read_text("a", "Iran met Oman .\nIt thanked Oman .\n");
  ResolvedActors resolved = iran_and_oman();
  resolved.mentions = {mention(0, 0, 1, {0}), mention(0, 2, 3, {1}), mention(1, 0, 1, {0}),
                       mention(1, 2, 3, {1})};
  const Fragment fragment = gather(document, cut(document), resolved, {}, true);
  EXPECT_EQ(fragment.actors[0].mentions, 2u);
  EXPECT_THAT(fragment.actors[0].aliases, ElementsAre(Alias{"Iran", 1}));
  EXPECT_THAT(fragment.actors[1].aliases, ElementsAre(Alias{"Oman", 2}, Alias{"Sultanate of Oman", 1}));
  EXPECT_EQ(fragment.actors[0].reasons.at(1), (MentionReason{"It", "a", 16, 18, "test"}));
}

TEST(Gather, WhatIsToldTwiceInOtherWordsIsOneEdgeWithTwoEvidences) {
  const Document document = read_text("a", "Iran met Oman .\nOman met Iran again .\n");
  auto second = statement(1, 0, 1, 0, 4);
  auto first = statement(0, 1, 0, 0, 3);
  first.symmetric = second.symmetric = true;
  const Fragment fragment = gather(document, cut(document), iran_and_oman(), {first, second}, true);
  ASSERT_EQ(fragment.relations.size(), 1u);
  EXPECT_EQ(fragment.relations[0].evidence.size(), 2u);
  EXPECT_THAT(fragment.relations[0].reasons, ElementsAre("lexicon.tsv:1"));
}

TEST(Gather, ARepeatedSentenceAddsNothing) {
  const Document document = read_text("a", "Iran met Oman\nIran met Oman\n");
  Analysis analysis = cut(document);
  analysis.sentences[1].duplicate = true;
  ResolvedActors resolved = iran_and_oman();
  resolved.mentions = {mention(0, 0, 1, {0}), mention(1, 0, 1, {0})};
  const Fragment fragment =
      gather(document, analysis, resolved, {statement(0, 1, 0, 0, 3), statement(0, 1, 1, 0, 3)}, false);
  EXPECT_EQ(fragment.relations.at(0).evidence.size(), 1u);
  EXPECT_EQ(fragment.actors[0].mentions, 1u);
}

TEST(Gather, AnOfficeIsATieAndStandsAtItsHolder) {
  const Document document = read_text("a", "Former Omani minister Said Khalil left .\n");
  ResolvedActors resolved;
  resolved.actors = {actor("official:said-khalil", "Said Khalil", {"Said Khalil"}),
                     actor("country:OMN", "Oman", {"Omani"})};
  Tie tie;
  tie.source = 0;
  tie.target = 1;
  tie.type = "holds_office";
  tie.title = "minister";
  tie.current = false;
  tie.end = 5;
  resolved.ties = {tie};
  const Fragment fragment = gather(document, cut(document), resolved, {}, false);
  const Actor& holder = fragment.actors.at(1);
  EXPECT_THAT(holder.offices, ElementsAre(Office{"minister", "country:OMN", false}));
  EXPECT_EQ(fragment.relations.at(0).type, "holds_office");
  EXPECT_EQ(fragment.relations.at(0).title, "minister");
  EXPECT_EQ(fragment.relations.at(0).evidence.at(0).quote, "Former Omani minister Said Khalil");
}

TEST(Gather, ARelationOfAnActorToItselfIsNone) {
  const Document document = read_text("a", "Iran met Iran .\n");
  EXPECT_THAT(gather(document, cut(document), iran_and_oman(), {statement(0, 0, 0, 0, 3)}, false).relations,
              IsEmpty());
}

}  // namespace
}  // namespace entente
