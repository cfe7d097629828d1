// SPDX-License-Identifier: Apache-2.0
#include "graph/knowledge_graph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <stdexcept>
#include <thread>

#include "graph/normal_form.h"
#include "tests/graph/build.h"
#include "tests/graph/random_graph.h"

namespace entente {
namespace {

using testing::ElementsAre;

// The slow way to the same graph: every actor and relation from all parts at once.
struct NaiveGraph {
  std::vector<Actor> actors;
  std::vector<Relation> relations;

  explicit NaiveGraph(const std::vector<Fragment>& fragments) {
    std::map<std::string, std::vector<Actor>> actor_parts;
    std::map<std::tuple<std::string, std::string, std::string, Status, std::string>, std::vector<Relation>>
        relation_parts;
    for (const Fragment& fragment : fragments) {
      const Fragment normal = normal_form(fragment);
      for (const Actor& a : normal.actors) actor_parts[a.id].push_back(a);
      for (const Relation& r : normal.relations)
        relation_parts[{r.source, r.target, r.type, r.status, r.by}].push_back(r);
    }
    for (const auto& [id, parts] : actor_parts) actors.push_back(combine(parts));
    for (const auto& [key, parts] : relation_parts) relations.push_back(combine(parts));
  }
};

std::vector<Actor> actors_of(const KnowledgeGraph& graph) {
  std::vector<Actor> actors;
  for (const Actor& actor : graph.actors()) actors.push_back(actor);
  return actors;
}

std::vector<Relation> relations_of(const KnowledgeGraph& graph) {
  std::vector<Relation> relations;
  for (const Relation& relation : graph.relations()) relations.push_back(relation);
  return relations;
}

void expect_same(const KnowledgeGraph& a, const KnowledgeGraph& b) {
  EXPECT_TRUE(a == b);
  EXPECT_EQ(render(a), render(b));
  EXPECT_EQ(actors_of(a), actors_of(b));
  EXPECT_EQ(relations_of(a), relations_of(b));
}

TEST(KnowledgeGraph, EmptyGraphHasNothing) {
  const KnowledgeGraph graph;
  EXPECT_TRUE(graph.empty());
  EXPECT_EQ(graph.relation_count(), 0u);
  EXPECT_FALSE(graph.find_actor("x"));
  EXPECT_FALSE(graph.find_relation({"x", "y", "CONSULT", Status::actual, ""}));
}

TEST(KnowledgeGraph, EqualsTheNaiveGraph) {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    const std::vector<Fragment> fragments = FragmentMaker(seed).make_many(6);
    const KnowledgeGraph graph = gather(fragments);
    const NaiveGraph naive(fragments);
    EXPECT_EQ(actors_of(graph), naive.actors);
    EXPECT_EQ(relations_of(graph), naive.relations);
  }
}

TEST(KnowledgeGraph, OrderOfDocumentsDoesNotShow) {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    FragmentMaker maker(seed);
    std::vector<Fragment> fragments = maker.make_many(6);
    const KnowledgeGraph graph = gather(fragments);
    maker.shuffle(fragments);
    expect_same(graph, gather(fragments));
  }
}

TEST(KnowledgeGraph, ARemovedDocumentIsAsIfItHadNeverBeen) {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    std::vector<Fragment> fragments = FragmentMaker(seed).make_many(6);
    KnowledgeGraph graph = gather(fragments);
    graph.actor_count();  // gathered before the removal too
    EXPECT_TRUE(graph.remove("d3"));
    EXPECT_FALSE(graph.remove("d3"));
    fragments.erase(fragments.begin() + 3);
    expect_same(graph, gather(fragments));
  }
}

TEST(KnowledgeGraph, MergeIsAssociativeCommutativeIdempotent) {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    FragmentMaker maker(seed);
    // Documents that two graphs have, with other content in each.
    const KnowledgeGraph a = gather({maker.make("1"), maker.make("2")});
    const KnowledgeGraph b = gather({maker.make("2"), maker.make("3")});
    const KnowledgeGraph c = gather({maker.make("1"), maker.make("3"), maker.make("4")});
    const auto merged = [](KnowledgeGraph x, const KnowledgeGraph& y) {
      x.merge(y);
      return x;
    };
    expect_same(merged(merged(a, b), c), merged(a, merged(b, c)));
    expect_same(merged(a, b), merged(b, a));
    expect_same(merged(a, a), a);
    expect_same(merged(merged(a, b), b), merged(a, b));
  }
}

TEST(KnowledgeGraph, AddingTwiceChangesNothing) {
  const Fragment fragment = FragmentMaker(1).make("d");
  KnowledgeGraph graph;
  EXPECT_TRUE(graph.add(fragment));
  EXPECT_FALSE(graph.add(fragment));
}

TEST(KnowledgeGraph, ReplaceTakesTheNewFragmentEvenIfPoorer) {
  KnowledgeGraph graph;
  graph.add(fragment_of("d", {related("x", "CONSULT", "y"), related("x", "ACCUSE", "y")}));
  EXPECT_FALSE(graph.add(fragment_of("d", {related("x", "AID", "y")})));
  graph.replace(fragment_of("d", {related("x", "AID", "y")}));
  EXPECT_EQ(render(graph), "x \"x\" person x1\ny \"y\" person x1\nx -> y AID actual x0\n");
}

TEST(KnowledgeGraph, ARefusedFragmentLeavesNoTrace) {
  KnowledgeGraph graph;
  EXPECT_THROW(graph.add(fragment_of("d", {related("x", "CONSULT", "x")})), std::invalid_argument);
  EXPECT_EQ(graph.document_count(), 0u);
}

TEST(KnowledgeGraph, SymmetricRelationsMeetInEitherOrder) {
  Relation one = related("wang", "CONSULT", "patrushev"), other = related("patrushev", "CONSULT", "wang");
  one.symmetric = other.symmetric = true;
  const KnowledgeGraph graph = gather({fragment_of("1", {one}), fragment_of("2", {other})});
  EXPECT_EQ(graph.relation_count(), 1u);
  EXPECT_EQ(graph.relation_parts(0).size(), 2u);
  EXPECT_TRUE(graph.find_relation({"patrushev", "wang", "CONSULT", Status::actual, ""}));
}

TEST(KnowledgeGraph, ParallelRelationsDifferInTypeStatusOrSource) {
  Relation said = related("x", "ACCUSE", "y");
  said.by = "z";
  const KnowledgeGraph graph =
      gather({fragment_of("1", {related("x", "ACCUSE", "y"), related("x", "ACCUSE", "y", Status::denied),
                                related("x", "AID", "y"), said, related("x", "ACCUSE", "y")})});
  EXPECT_EQ(graph.relation_count(), 4u);
}

TEST(KnowledgeGraph, FindsEveryActorAndRelationThatItHas) {
  const KnowledgeGraph graph = gather(FragmentMaker(7).make_many(5));
  for (std::size_t i = 0; i < graph.actor_count(); ++i) EXPECT_EQ(graph.find_actor(graph.actor(i).id), i);
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    EXPECT_EQ(graph.find_relation(graph.relation_key(i)), i);
    EXPECT_EQ(graph.actor(graph.ends(i).source).id, graph.relation(i).source);
  }
  EXPECT_FALSE(graph.find_actor("a:99"));
}

TEST(KnowledgeGraph, FindsActorsByAnyName) {
  Fragment fragment = fragment_of("d", {});
  fragment.actors = {named("official:wang-yi"), named("official:wang-wenbin")};
  fragment.actors[0].label = "Wang Yi";
  fragment.actors[0].aliases = fragment.actors[1].aliases = {{"Wang", 1}};
  const KnowledgeGraph graph = gather({fragment});
  EXPECT_THAT(graph.find_named("wang yi"), ElementsAre(1));
  EXPECT_THAT(graph.find_named("WANG"), ElementsAre(0, 1));
  EXPECT_THAT(graph.find_named("official:wang-wenbin"), ElementsAre(0));
  EXPECT_THAT(graph.find_named("Li"), ElementsAre());
}

TEST(KnowledgeGraph, FragmentsComeBackInNormalForm) {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    const Fragment fragment = FragmentMaker(seed).make("d");
    EXPECT_EQ(gather({fragment}).fragment("d"), normal_form(fragment));
  }
  EXPECT_EQ(KnowledgeGraph().fragment("d"), std::nullopt);
}

TEST(KnowledgeGraph, PartsAreWhatTheDocumentsSaid) {
  const std::vector<Fragment> fragments = FragmentMaker(3).make_many(4);
  const KnowledgeGraph graph = gather(fragments);
  for (std::size_t i = 0; i < graph.actor_count(); ++i) {
    for (const Part<Actor>& part : graph.actor_parts(i)) {
      const Fragment fragment = *graph.fragment(part.document);
      EXPECT_NE(std::find(fragment.actors.begin(), fragment.actors.end(), part.value), fragment.actors.end());
    }
  }
}

TEST(KnowledgeGraph, RelationsOfAnActorAreThoseThatItIsAnEndOf) {
  const KnowledgeGraph graph = gather(FragmentMaker(5).make_many(4));
  for (std::size_t actor = 0; actor < graph.actor_count(); ++actor) {
    std::vector<std::size_t> expected;
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
      if (graph.ends(i).source == actor || graph.ends(i).target == actor) expected.push_back(i);
    }
    EXPECT_EQ(graph.relations_of(actor), expected);
  }
}

TEST(KnowledgeGraph, CopiesAreIndependent) {
  KnowledgeGraph graph = gather({fragment_of("1", {related("x", "AID", "y")})});
  KnowledgeGraph copy = graph;
  copy.add(fragment_of("2", {related("x", "AID", "z")}));
  EXPECT_EQ(graph.actor_count(), 2u);
  EXPECT_EQ(copy.actor_count(), 3u);
  graph = copy;
  EXPECT_TRUE(graph == copy);
}

TEST(KnowledgeGraph, AConstGraphMayBeAskedByManyThreads) {
  const KnowledgeGraph graph = gather(FragmentMaker(9).make_many(20));
  std::vector<std::thread> threads;
  std::vector<std::string> answers(4);
  for (std::string& answer : answers) threads.emplace_back([&] { answer = render(graph); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(std::set<std::string>(answers.begin(), answers.end()).size(), 1u);
}

}  // namespace
}  // namespace entente
