// SPDX-License-Identifier: Apache-2.0
#include "graph/check_evidence.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "graph/actor.h"
#include "graph/utf8.h"
#include "tests/graph/build.h"

namespace entente {
namespace {

Fragment quoting(std::uint64_t begin, std::uint64_t end, std::string quote) {
  Relation relation = related("wang", "CONSULT", "patrushev");
  relation.evidence = {{"d", begin, end, std::move(quote), ""}};
  return fragment_of("d", {relation});
}

TEST(CheckEvidence, AQuoteMustStandInTheOriginal) {
  const std::string original = "Wang told Patrushev.";
  EXPECT_FALSE(check_evidence(quoting(5, 9, "told"), original));
  const auto fault = check_evidence(quoting(4, 8, "told"), original);
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->found, " tol");
  EXPECT_EQ(fault->message(), "document d: bytes 4 to 8 are \" tol\", not the quote \"told\"");
}

TEST(CheckEvidence, ARangeOutsideTheOriginalIsAFault) {
  EXPECT_TRUE(check_evidence(quoting(5, 900, "told"), "Wang told"));
  EXPECT_TRUE(check_evidence(quoting(~0ull, ~0ull, ""), "Wang told"));
}

TEST(CheckEvidence, ARepairedQuoteStandsForItsBytes) {
  EXPECT_FALSE(check_evidence(quoting(0, 3,
                                      "a\uFFFD"
                                      "b"),
                              "a\xFF"
                              "b"));
  EXPECT_FALSE(check_evidence(quoting(0, 3,
                                      "a\xFF"
                                      "b"),
                              "a\xFF"
                              "b"));
}

TEST(CheckEvidence, OfAGraphTakesOneDocument) {
  KnowledgeGraph graph;
  graph.add(quoting(0, 4, "told"));
  EXPECT_FALSE(check_evidence(graph, "d", "told"));
  EXPECT_TRUE(check_evidence(graph, "d", "tell"));
  EXPECT_THROW(check_evidence(graph, "e", "told"), std::invalid_argument);
}

TEST(Utf8, RepairsEveryMaximalInvalidPiece) {
  const struct {
    const char* bytes;
    const char* repaired;
  } cases[] = {
      {"plain", "plain"},
      {"\u00e9\u4e2d\U0001F1FA", "\u00e9\u4e2d\U0001F1FA"},
      {"\xFF", "\uFFFD"},
      {"a\x80\x80z", "a\uFFFD\uFFFDz"},
      {"\xE2\x82", "\uFFFD"},  // a euro sign cut short is one piece
      {"\xE2\x82z", "\uFFFDz"},
      {"\xC0\xAF", "\uFFFD\uFFFD"},                      // over-long
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // a surrogate
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // beyond U+10FFFF
      {"\xF0\x9F\x87", "\uFFFD"},
  };
  for (const auto& c : cases) EXPECT_EQ(repair_utf8(c.bytes), c.repaired);
  EXPECT_EQ(valid_utf8_prefix("eight bytes and \xFF"), 16u);
}

TEST(ActorId, IsPlain) {
  EXPECT_TRUE(is_actor_id("official:wang-yi"));
  EXPECT_TRUE(is_actor_id("-._:"));
  EXPECT_FALSE(is_actor_id(""));
  EXPECT_FALSE(is_actor_id("wang yi"));
  EXPECT_FALSE(is_actor_id("caf\u00e9"));
  EXPECT_FALSE(is_actor_id(std::string(257, 'a')));
}

TEST(Names, OfKindsAndStatusesReadBack) {
  for (const ActorKind kind : {ActorKind::country, ActorKind::official, ActorKind::person,
                               ActorKind::institution, ActorKind::bloc}) {
    EXPECT_EQ(parse_actor_kind(to_string(kind)), kind);
  }
  for (const Status status : {Status::actual, Status::planned, Status::possible, Status::denied}) {
    EXPECT_EQ(parse_status(to_string(status)), status);
  }
  EXPECT_FALSE(parse_status("ACTUAL"));
  EXPECT_FALSE(parse_actor_kind(""));
}

}  // namespace
}  // namespace entente
