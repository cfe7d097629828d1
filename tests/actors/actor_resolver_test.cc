// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/actor_resolver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/actors/resolver_fixture.h"

namespace entente {
namespace {

using ::testing::Contains;
using ::testing::Not;

// Every sentence of the table, each with what must and what must not come of it.
TEST(ActorResolver, MakesOfEachCaseWhatTheTableSays) {
  const ActorResolver resolver(project_gazetteer());
  const auto cases = read_cases("tests/data/actors/cases.conllu");
  ASSERT_GE(cases.size(), 120u);
  for (const ResolverCase& c : cases) {
    const Analysis analysis = analysis_from_conllu(c.sentences, c.document, "cases.conllu");
    const ResolvedActors resolved = resolver.resolve(c.document, analysis);
    if (c.asks_actors) EXPECT_EQ(render_actors(resolved), c.actors) << c.id << ": " << c.document.text;
    if (c.asks_ties) EXPECT_EQ(render_ties(resolved), c.ties) << c.id << ": " << c.document.text;
    if (c.asks_refers)
      EXPECT_EQ(render_references(resolved, analysis), c.refers) << c.id << ": " << c.document.text;
  }
}

// What other stages rely on, on every case of the table.
TEST(ActorResolver, GivesMentionsInOrderAndInRange) {
  const ActorResolver resolver(project_gazetteer());
  for (const ResolverCase& c : read_cases("tests/data/actors/cases.conllu")) {
    const Analysis analysis = analysis_from_conllu(c.sentences, c.document, "cases.conllu");
    const ResolvedActors resolved = resolver.resolve(c.document, analysis);
    std::pair<std::uint32_t, std::uint32_t> last{0, 0};
    std::vector<int> named(resolved.actors.size(), 0);
    for (const Mention& m : resolved.mentions) {
      const std::pair<std::uint32_t, std::uint32_t> place{m.sentence, m.begin};
      EXPECT_LE(last, place) << c.id;
      last = place;
      ASSERT_LT(m.begin, m.end) << c.id;
      ASSERT_LE(m.end, analysis.sentences[m.sentence].tokens.size()) << c.id;
      EXPECT_TRUE(m.begin <= m.head && m.head < m.end) << c.id;
      for (const std::uint32_t a : m.actors) {
        ASSERT_LT(a, resolved.actors.size()) << c.id;
        named[a] = 1;
      }
    }
    EXPECT_THAT(named, Not(Contains(0))) << c.id;
    for (const DocumentActor& actor : resolved.actors) EXPECT_TRUE(is_actor_id(actor.id)) << actor.id;
    for (const Tie& tie : resolved.ties) EXPECT_NE(tie.source, tie.target) << c.id;
  }
}

TEST(ActorResolver, GivesTheSameIdInEveryDocument) {
  const ActorResolver resolver(project_gazetteer());
  std::map<std::string, std::set<std::string>> ids;
  for (const ResolverCase& c : read_cases("tests/data/actors/cases.conllu")) {
    const Analysis analysis = analysis_from_conllu(c.sentences, c.document, "cases.conllu");
    for (const DocumentActor& actor : resolver.resolve(c.document, analysis).actors)
      if (actor.kind == ActorKind::country) ids[actor.label].insert(actor.id);
  }
  for (const auto& [label, seen] : ids) EXPECT_EQ(seen.size(), 1u) << label;
  EXPECT_EQ(ids["Japan"], std::set<std::string>{"country:JPN"});
}

// A user's entry wins over the built-in one and over the tagger.
TEST(ActorResolver, TakesTheUsersEntries) {
  const std::string path = ::testing::TempDir() + "own.tsv";
  std::ofstream(path) << "institution:border-office\tinstitution\tBorder Office\t\tspy\n";
  const ActorResolver resolver(
      Gazetteer::load({std::string(ENTENTE_SOURCE_DIR) + "/data/gazetteer.tsv", path}));
  for (const ResolverCase& c : read_cases("tests/data/actors/cases.conllu")) {
    if (c.id != "pronoun-they") continue;
    const Analysis analysis = analysis_from_conllu(c.sentences, c.document, "cases.conllu");
    EXPECT_EQ(render_actors(resolver.resolve(c.document, analysis)),
              "country Kenya; institution Border Office");
  }
}

}  // namespace
}  // namespace entente
