// SPDX-License-Identifier: Apache-2.0
#include "graph/view.h"

#include <gtest/gtest.h>

#include "tests/graph/random_graph.h"

namespace entente {
namespace {

// Graphs of one document, where views lie in it, and of several, where readers put them together.
struct Views : testing::TestWithParam<int> {
  FragmentMaker maker{7};
  KnowledgeGraph graph = gather(maker.make_many(static_cast<std::size_t>(GetParam())));
};
INSTANTIATE_TEST_SUITE_P(Documents, Views, testing::Values(0, 1, 2, 9));

TEST_P(Views, RelationsAreThoseOfTheGraph) {
  RelationReader reader(graph);
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const Relation relation = graph.relation(i);
    RelationView expected;
    view(relation, expected);
    EXPECT_EQ(reader.read(i), expected);
  }
}

TEST_P(Views, ActorsAreThoseOfTheGraph) {
  ActorReader reader(graph);
  for (std::size_t i = 0; i < graph.actor_count(); ++i) {
    const Actor actor = graph.actor(i);
    ActorView expected;
    view(actor, expected);
    EXPECT_EQ(reader.read(i), expected);
  }
}

TEST_P(Views, SpeakersAreThoseOfTheirIds) {
  for (std::size_t i = 0; i < graph.relation_count(); ++i)
    EXPECT_EQ(graph.speaker(i), graph.find_actor(graph.relation(i).by));
}

}  // namespace
}  // namespace entente
