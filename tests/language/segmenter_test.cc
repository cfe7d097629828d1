// SPDX-License-Identifier: Apache-2.0
#include "extract/language/segmenter.h"

#include <gtest/gtest.h>

#include <ctime>

#include "graph/error.h"
#include "tests/language/language_fixture.h"

namespace entente {
namespace {

struct Case {
  const char *text, *tokens;
};

void check(std::span<const Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(segmented(c.text), c.tokens) << c.text;
}

TEST(Segmenter, Contractions) {
  const Case cases[] = {
      {"They don't agree.", "They do n't agree ."},
      {"Paris won’t sign.", "Paris wo n’t sign ."},
      {"Norway's king can't travel.", "Norway 's king ca n't travel ."},
      {"We've met; they'll meet again.", "We 've met ; they 'll meet again ."},
      {"The talks cannot go on.", "The talks can not go on ."},
      {"The Netherlands' envoy left.", "The Netherlands ' envoy left ."},
      {"Serbia’s and Kosovo’s leaders shook hands.", "Serbia ’s and Kosovo ’s leaders shook hands ."},
      {"I'm sure she'd go.", "I 'm sure she 'd go ."},
  };
  check(cases);
}

TEST(Segmenter, AbbreviationsKeepTheirPeriod) {
  const Case cases[] = {
      {"Mr. Sato met Gen. Mark Doe.", "Mr. Sato met Gen. Mark Doe ."},
      {"The U.S. and the U.N. agreed.", "The U.S. and the U.N. agreed ."},
      {"He arrived at 10 a.m. Tuesday.", "He arrived at 10 a.m. Tuesday ."},
      {"Lt. Gen. Anna Roe spoke on Jan. 5.", "Lt. Gen. Anna Roe spoke on Jan. 5 ."},
      {"Sen. Lou Vale, D-Calif., voted no.", "Sen. Lou Vale , D - Calif. , voted no ."},
      {"Dr. V. K. Rao leads the mission.", "Dr. V. K. Rao leads the mission ."},
      {"He lives in the U.S. It is far.", "He lives in the U.S. | It is far ."},
      {"She works in Washington D.C. and Rome.", "She works in Washington D.C. and Rome ."},
  };
  check(cases);
}

TEST(Segmenter, NumbersAndMoney) {
  const Case cases[] = {
      {"Oslo pledged $400 billion.", "Oslo pledged $ 400 billion ."},
      {"Trade grew 2.5% to 1,250 tons.", "Trade grew 2.5 % to 1,250 tons ."},
      {"It cost €3 million in 2014.", "It cost € 3 million in 2014 ."},
      {"The 24-year-old envoy spoke at 7:30.", "The 24 - year - old envoy spoke at 7:30 ."},
      {"Since the mid-1990s, trade has grown.", "Since the mid-1990s , trade has grown ."},
  };
  check(cases);
}

TEST(Segmenter, Hyphens) {
  const Case cases[] = {
      {"Sino-US ties cooled.", "Sino - US ties cooled ."},
      {"The U.S.-led force left.", "The U.S. - led force left ."},
      {"Pro-Russian and anti-government groups met.", "Pro-Russian and anti-government groups met ."},
      {"A non-aligned country re-elected him.", "A non-aligned country re-elected him ."},
      {"COVID-19's end let G-20 envoys meet.", "COVID-19 's end let G-20 envoys meet ."},
      {"Post-war Israeli-Palestinian talks.", "Post-war Israeli - Palestinian talks ."},
      {"The Franco-German plan failed.", "The Franco - German plan failed ."},
      {"Moscow — once more — said no.", "Moscow — once more — said no ."},
      {"The pact—signed in May—is dead.", "The pact — signed in May — is dead ."},
  };
  check(cases);
}

TEST(Segmenter, QuotesAndBrackets) {
  const Case cases[] = {
      {"\"We will go,\" she said.", "\" We will go , \" she said ."},
      {"“It is over,” he said. “It is done.”", "“ It is over , ” he said . | “ It is done . ”"},
      {"\"Is it true?\" he asked.", "\" Is it true ? \" he asked ."},
      {"The bloc (ten states) met.", "The bloc ( ten states ) met ."},
      {"\"We came. We saw. We left,\" he said.", "\" We came . | We saw . | We left , \" he said ."},
  };
  check(cases);
}

TEST(Segmenter, Sentences) {
  const Case cases[] = {
      {"Iran refused. Iraq agreed.", "Iran refused . | Iraq agreed ."},
      {"Will they meet? Yes! They will.", "Will they meet ? | Yes ! | They will ."},
      {"Talks failed\n\nEnvoys went home.", "Talks failed || Envoys went home ."},
      {"A line that the writer\nbroke goes on here.", "A line that the writer broke goes on here ."},
      {"They agreed on:\n- a truce\n- an exchange", "They agreed on : | - a truce | - an exchange"},
      {"Aims:\n1. Recognise the state.\n2. Open an embassy.",
       "Aims : | 1 . Recognise the state . | 2 . Open an embassy ."},
  };
  check(cases);
}

TEST(Segmenter, AddressesStayWhole) {
  const Case cases[] = {
      {"Write to press@mfa.example.org.", "Write to press@mfa.example.org ."},
      {"See https://www.example.org/a-b/c.html, please.",
       "See https://www.example.org/a-b/c.html , please ."},
      {"#Sweden is trending.", "#Sweden is trending ."},
      {"The Reuters/AP report is and/or was wrong.", "The Reuters / AP report is and / or was wrong ."},
  };
  check(cases);
}

TEST(Segmenter, CharactersOutsideAscii) {
  const Case cases[] = {
      {"Erdoğan met Søren Ågård in Århus.", "Erdoğan met Søren Ågård in Århus ."},
      {"Paris\u00A0and\u00A0Rome agreed.", "Paris and Rome agreed ."},
      {"\uFEFFParis said\u200Bno.", "Paris said no ."},
      {"The coop\u00ADer\u00ADation ended.", "The cooperation ended ."},
      {"قالت مصر لا.", "قالت مصر لا ."},
      {"Cafe\u0301 talks \U0001F469\u200D\U0001F469\u200D\U0001F467 began.",
       "Cafe\u0301 talks \U0001F469\U0001F469\U0001F467 began ."},
      {"Line one.\r\n\r\nLine two.", "Line one . || Line two ."},
      {"Line one.\r\rLine two.", "Line one . || Line two ."},
  };
  check(cases);
}

TEST(Segmenter, NothingGivesNothing) {
  for (const char* text : {"", " ", "\n\n\n", "\u00A0\u200B\uFEFF"}) EXPECT_EQ(segmented(text), "");
}

// Tokens ascend, do not touch white space, and leave out nothing that is visible.
TEST(Segmenter, EveryVisibleByteIsInOneToken) {
  const std::string hard[] = {std::string("a\xFF\xFE b \xC3", 7),
                              "'''\"\"\"`` ´´ ’’s n't 's",
                              "....!!!???---___===",
                              "a-b-c-d/e/f@g.h:i;j",
                              "\u0301\u200D\u00AD",
                              "\U0001F1FA\U0001F1F8\U0001F1F7\U0001F1FA",
                              std::string("nul\0inside", 10),
                              "x\u2028y\u2029z\u0085w"};
  const Segmenter segmenter(model().section("segmenter"), "model");
  Segmenter::Scratch scratch;
  for (const std::string& text : hard) {
    std::uint32_t last = 0;
    std::string rest = text;
    segmenter.segment(text, scratch,
                      [&](std::span<const RawToken> tokens, std::span<const std::uint32_t> starts) {
                        ASSERT_FALSE(tokens.empty());
                        EXPECT_EQ(starts.front(), 0u);
                        for (const RawToken& t : tokens) {
                          EXPECT_LE(last, t.begin);
                          EXPECT_LT(t.begin, t.end);
                          last = t.end;
                          for (auto i = t.begin; i < t.end; ++i) rest[i] = ' ';
                        }
                        EXPECT_LE(last, text.size());
                      });
    EXPECT_EQ(rest.find_first_of("abcdefghijxyzw'\".!-@"), std::string::npos) << text;
  }
}

// Processor time, so that other programs on the machine do not count.
double seconds_for(const Segmenter& segmenter, const std::string& piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  Segmenter::Scratch scratch;
  const std::clock_t start = std::clock();
  segmenter.segment(text, scratch, [](auto, auto) {});
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST(Segmenter, TimeGrowsWithTheBytes) {
  const Segmenter segmenter(model().section("segmenter"), "model");
  for (const char* piece :
       {"a", "a-", "'s", "\"", "A. ", "1.", "\n", "سلام", "\U0001F600", "(a", "x@y.", "http://a/"}) {
    double small = 1e9, large = 1e9;
    for (int i = 0; i < 2; ++i) {
      small = std::min(small, seconds_for(segmenter, piece, 30'000));
      large = std::min(large, seconds_for(segmenter, piece, 300'000));
    }
    EXPECT_LT(large, 12 * small + 0.1) << piece;
  }
}

TEST(Segmenter, WeightsOfAWrongSizeAreAnError) {
  EXPECT_THROW(Segmenter(model().section("segmenter").first(1000), "m"), InputError);
  EXPECT_THROW(Segmenter({}, "m"), InputError);
}

}  // namespace
}  // namespace entente
