// SPDX-License-Identifier: Apache-2.0
#include "graph/normal_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

#include "graph/period.h"
#include "tests/graph/build.h"
#include "tests/graph/random_graph.h"

namespace entente {
namespace {

using testing::ElementsAre;

Actor labelled(std::string label, std::uint32_t mentions) {
  Actor actor = named("a");
  actor.label = std::move(label);
  actor.mentions = mentions;
  return actor;
}

std::string common_label(std::vector<Actor> parts) {
  return combine(parts).label;
}

TEST(Combine, LabelIsTheMostMentionedThenTheLongestThenTheFirst) {
  EXPECT_EQ(common_label({labelled("Wang", 5), labelled("Wong", 2)}), "Wang");
  EXPECT_EQ(common_label({labelled("Wang", 5), labelled("Wang Yi", 2), labelled("Wang Yi", 4)}), "Wang Yi");
  EXPECT_EQ(common_label({labelled("Wang", 2), labelled("Wang Yi", 2)}), "Wang Yi");
  EXPECT_EQ(common_label({labelled("Wang Yu", 2), labelled("Wang Yi", 2)}), "Wang Yi");
  // A person's full name before a surname, small letters before a transcript's capitals.
  EXPECT_EQ(common_label({labelled("Wang", 5), labelled("Wang Yi", 2)}), "Wang Yi");
  EXPECT_EQ(common_label({labelled("WANG YI", 5), labelled("Wang Yi", 2)}), "Wang Yi");
  EXPECT_EQ(common_label({labelled("", 9), labelled("Wang", 1)}), "Wang");
}

TEST(Combine, SumsAliasesAndUnitesOffices) {
  Actor a = named("a"), b = named("a");
  a.aliases = {{"Wang", 2}, {"Wang Yi", 1}};
  b.aliases = {{"Wang", 3}};
  a.offices = b.offices = {{"Foreign Minister", "country:CHN", true}};
  const Actor both = combine(std::vector{a, b});
  EXPECT_THAT(both.aliases, ElementsAre(Alias{"Wang", 5}, Alias{"Wang Yi", 1}));
  EXPECT_EQ(both.offices.size(), 1u);
  EXPECT_EQ(both.mentions, 2u);
}

TEST(Combine, CountsDoNotOverflow) {
  const std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
  EXPECT_EQ(combine(std::vector{labelled("a", most), labelled("a", most)}).mentions, most);
}

TEST(Combine, RelationTakesSpanOfDatesAndHighestConfidence) {
  Relation a = related("x", "CONSULT", "y"), b = a;
  a.date = "2023-02-21";
  b.date = "2023-05";
  a.confidence = 0.5;
  b.confidence = 0.75;
  const Relation both = combine(std::vector{a, b});
  EXPECT_EQ(both.date, "2023-02-21/2023-05");
  EXPECT_EQ(both.confidence, 0.75);
}

TEST(Period, SpanOfDates) {
  EXPECT_EQ(span_of({}), "");
  EXPECT_EQ(span_of({"", "2023", ""}), "2023");
  EXPECT_EQ(span_of({"2023-04-01/2023-05-10", "2023-04-01/2023-05-10"}), "2023-04-01/2023-05-10");
  EXPECT_EQ(span_of({"2023-04-15", "2023-04"}), "2023-04");
  EXPECT_EQ(span_of({"2023-06-01", "2023-04-01/2023-05-10"}), "2023-04-01/2023-06-01");
  EXPECT_EQ(span_of({"2024", "2023-12-31"}), "2023-12-31/2024");
}

TEST(Period, OverlapKnowsPrecisionAndOpenEnds) {
  const auto meet = [](const char* a, const char* b) { return overlap(parse_period(a), parse_period(b)); };
  EXPECT_TRUE(meet("2023-04", "2023-04-15"));
  EXPECT_TRUE(meet("2023-04-15", "2023"));
  EXPECT_FALSE(meet("2023-04", "2023-05-01"));
  EXPECT_TRUE(meet("2023-04-01/2023-05-10", "2023-05-10"));
  EXPECT_FALSE(meet("2023-04-01/2023-05-10", "2023-05-11"));
  EXPECT_TRUE(overlap(parse_period("2023"), Period{"2020", ""}));
  EXPECT_FALSE(overlap(parse_period("2019"), Period{"2020", ""}));
}

TEST(NormalForm, PutsSymmetricEndsInOrder) {
  Relation meeting = related("b", "CONSULT", "a");
  meeting.symmetric = true;
  const Fragment fragment = normal_form(fragment_of("d", {meeting, related("b", "REQUEST", "a")}));
  EXPECT_EQ(fragment.relations[0].source, "a");
  EXPECT_EQ(fragment.relations[1].source, "b");
}

TEST(NormalForm, UnitesRepeatedRelationsAndTheirEvidence) {
  Relation a = related("x", "CONSULT", "y"), b = a;
  a.evidence = {{"", 5, 9, "told", ""}, {"", 0, 3, "met", ""}};
  b.evidence = {{"", 0, 3, "met", ""}};
  const Fragment fragment = normal_form(fragment_of("d", {a, b}));
  ASSERT_EQ(fragment.relations.size(), 1u);
  EXPECT_THAT(fragment.relations[0].evidence,
              ElementsAre(Evidence{"d", 0, 3, "met", ""}, Evidence{"d", 5, 9, "told", ""}));
}

TEST(NormalForm, IsItsOwnNormalForm) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const Fragment once = normal_form(FragmentMaker(seed).make("d"));
    EXPECT_EQ(normal_form(once), once);
  }
}

TEST(CheckFragment, RefusesWhatAGraphCannotHold) {
  const auto refuses = [](const Fragment& fragment) {
    try {
      check_fragment(fragment);
    } catch (const std::invalid_argument&) {
      return true;
    }
    return false;
  };
  EXPECT_FALSE(refuses(fragment_of("d", {related("x", "CONSULT", "y")})));
  Fragment bad_id = fragment_of("d", {});
  bad_id.actors.push_back(named("Wang Yi"));
  EXPECT_TRUE(refuses(bad_id));
  Fragment no_end = fragment_of("d", {related("x", "CONSULT", "y")});
  no_end.relations[0].target = "z";
  EXPECT_TRUE(refuses(no_end));
  EXPECT_TRUE(refuses(fragment_of("d", {related("x", "CONSULT", "x")})));
  Fragment stranger = fragment_of("d", {related("x", "CONSULT", "y")});
  stranger.relations[0].evidence = {{"e", 0, 1, "a", ""}};
  EXPECT_TRUE(refuses(stranger));
}

}  // namespace
}  // namespace entente
