// SPDX-License-Identifier: Apache-2.0
#include "graph/diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/graph/build.h"
#include "tests/graph/random_graph.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Diff, EqualGraphsDoNotDiffer) {
  const KnowledgeGraph graph = gather(FragmentMaker(1).make_many(4));
  EXPECT_TRUE(diff(graph, graph).empty());
  EXPECT_TRUE(diff(KnowledgeGraph(), KnowledgeGraph()).empty());
}

TEST(Diff, TellsWhatCameAndWhatWent) {
  const KnowledgeGraph before = gather({fragment_of("1", {related("a", "AID", "b")})});
  const KnowledgeGraph after = gather({fragment_of("2", {related("b", "AID", "c")})});
  const GraphDiff d = diff(before, after);
  ASSERT_EQ(d.actors_added.size(), 1u);
  EXPECT_EQ(d.actors_added[0].id, "c");
  ASSERT_EQ(d.actors_removed.size(), 1u);
  EXPECT_EQ(d.actors_removed[0].id, "a");
  ASSERT_EQ(d.relations_added.size(), 1u);
  EXPECT_EQ(d.relations_added[0].target, "c");
  EXPECT_EQ(d.relations_removed.size(), 1u);
  EXPECT_EQ(d.documents_added.size(), 1u);
  EXPECT_EQ(d.documents_removed.size(), 1u);
}

TEST(Diff, APlannedMeetingThatTookPlaceChangedItsStatus) {
  const KnowledgeGraph before = gather({fragment_of("1", {related("a", "CONSULT", "b", Status::planned)})});
  const KnowledgeGraph after = gather({fragment_of("1", {related("a", "CONSULT", "b")})});
  const GraphDiff d = diff(before, after);
  EXPECT_THAT(d.relations_added, IsEmpty());
  EXPECT_THAT(d.relations_removed, IsEmpty());
  ASSERT_EQ(d.statuses_changed.size(), 1u);
  EXPECT_EQ(d.statuses_changed[0].before.status, Status::planned);
  EXPECT_EQ(d.statuses_changed[0].after.status, Status::actual);
}

TEST(Diff, NamesTheFieldsThatChanged) {
  Fragment old_one = fragment_of("1", {related("a", "CONSULT", "b")}), new_one = old_one;
  new_one.relations[0].label = "met";
  new_one.relations[0].confidence = 0.5;
  new_one.actors[0].aliases = {{"Al", 2}};
  new_one.actors[0].kind = ActorKind::official;
  const GraphDiff d = diff(gather({old_one}), gather({new_one}));
  ASSERT_EQ(d.relations_changed.size(), 1u);
  EXPECT_THAT(d.relations_changed[0].fields,
              ElementsAre(FieldChange{"label", "", "met"}, FieldChange{"confidence", "1", "0.5"}));
  ASSERT_EQ(d.actors_changed.size(), 1u);
  EXPECT_THAT(d.actors_changed[0].fields,
              ElementsAre(FieldChange{"kind", "person", "official"}, FieldChange{"aliases", "", "Al (2)"}));
}

TEST(Diff, BackwardsIsTheMirrorImage) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    FragmentMaker maker(seed);
    const KnowledgeGraph a = gather({maker.make("1"), maker.make("2")}),
                         b = gather({maker.make("1"), maker.make("3")});
    const GraphDiff there = diff(a, b), back = diff(b, a);
    EXPECT_EQ(there.actors_added, back.actors_removed);
    EXPECT_EQ(there.actors_changed.size(), back.actors_changed.size());
    EXPECT_EQ(there.relations_changed.size(), back.relations_changed.size());
    EXPECT_EQ(there.relations_added.size() + there.statuses_changed.size(),
              back.relations_removed.size() + back.statuses_changed.size());
  }
}

}  // namespace
}  // namespace entente
