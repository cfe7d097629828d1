// SPDX-License-Identifier: Apache-2.0
#include "graph/algorithms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "graph/boost_view.h"
#include "tests/graph/build.h"
#include "tests/graph/random_graph.h"

namespace entente {
namespace {

using testing::ElementsAre;

constexpr std::size_t kFar = 1000;

// All distances by Floyd and Warshall, the slow way.
std::vector<std::vector<std::size_t>> naive_distances(const KnowledgeGraph& graph) {
  const std::size_t n = graph.actor_count();
  std::vector<std::vector<std::size_t>> steps(n, std::vector<std::size_t>(n, kFar));
  for (std::size_t i = 0; i < n; ++i) steps[i][i] = 0;
  for (std::size_t r = 0; r < graph.relation_count(); ++r) {
    const auto [source, target] = graph.ends(r);
    steps[source][target] = steps[target][source] = 1;
  }
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) steps[i][j] = std::min(steps[i][j], steps[i][k] + steps[k][j]);
    }
  }
  return steps;
}

// a - b - c - d, and e - f apart.
KnowledgeGraph two_chains() {
  return gather(
      {fragment_of("1", {related("b", "CONSULT", "a"), related("b", "AID", "c"), related("c", "AID", "b"),
                         related("d", "ACCUSE", "c"), related("e", "AID", "f")})});
}

std::string path_text(const KnowledgeGraph& graph, const std::string& from, const std::string& to) {
  const auto path = shortest_path(graph, *graph.find_actor(from), *graph.find_actor(to));
  if (!path) return "none";
  std::string text;
  for (std::size_t i = 0; i < path->actors.size(); ++i) {
    text += graph.actor(path->actors[i]).id;
    if (i == path->relations.size()) break;
    for (const std::size_t relation : path->relations[i]) text += " " + graph.relation(relation).type;
    text += " ";
  }
  return text;
}

TEST(ShortestPath, BearsEveryRelationOfEachStep) {
  EXPECT_EQ(path_text(two_chains(), "a", "d"), "a CONSULT b AID AID c ACCUSE d");
  EXPECT_EQ(path_text(two_chains(), "a", "a"), "a");
  EXPECT_EQ(path_text(two_chains(), "a", "f"), "none");
}

TEST(ShortestPath, OfEquallyShortOnesTakesTheFirstById) {
  const KnowledgeGraph graph =
      gather({fragment_of("1", {related("a", "AID", "c"), related("a", "AID", "b"), related("c", "AID", "d"),
                                related("b", "AID", "d")})});
  EXPECT_EQ(path_text(graph, "a", "d"), "a AID b AID d");
  EXPECT_EQ(path_text(graph, "d", "a"), "d AID b AID a");
}

TEST(ShortestPath, IsAsShortAsTheNaiveOne) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const KnowledgeGraph graph = gather(FragmentMaker(seed).make_many(2));
    const auto steps = naive_distances(graph);
    for (std::size_t i = 0; i < graph.actor_count(); ++i) {
      for (std::size_t j = 0; j < graph.actor_count(); ++j) {
        const auto path = shortest_path(graph, i, j);
        EXPECT_EQ(path ? path->relations.size() : kFar, std::min(steps[i][j], kFar));
      }
    }
  }
}

TEST(Within, CountsSteps) {
  const KnowledgeGraph graph = two_chains();
  const std::size_t a = 0;
  EXPECT_THAT(within(graph, std::span(&a, 1), 0), ElementsAre(0));
  EXPECT_THAT(within(graph, std::span(&a, 1), 2), ElementsAre(0, 1, 2));
  EXPECT_THAT(within(graph, std::span(&a, 1), 9), ElementsAre(0, 1, 2, 3));
}

TEST(Neighbourhood, HoldsTheRelationsAmongItsActors) {
  EXPECT_EQ(render(neighbourhood(two_chains(), 0, 2)),
            "a \"a\" person x1\nb \"b\" person x3\nc \"c\" person x3\n"
            "b -> a CONSULT actual x0\nb -> c AID actual x0\nc -> b AID actual x0\n");
}

TEST(Components, TheLargestFirst) {
  EXPECT_THAT(connected_components(two_chains()), ElementsAre(ElementsAre(0, 1, 2, 3), ElementsAre(4, 5)));
  EXPECT_TRUE(connected_components(KnowledgeGraph()).empty());
}

TEST(Degrees, ASymmetricRelationCountsBothWays) {
  Relation meeting = related("a", "CONSULT", "b");
  meeting.symmetric = true;
  const KnowledgeGraph graph = gather({fragment_of("1", {meeting, related("a", "AID", "b")})});
  EXPECT_THAT(degrees(graph), ElementsAre(Degree{1, 2, 2}, Degree{2, 1, 2}));
}

TEST(PageRank, SumsToOneAndFavoursWhoIsSpokenTo) {
  const KnowledgeGraph graph = gather(
      {fragment_of("1", {related("a", "AID", "c"), related("b", "AID", "c"), related("c", "AID", "a")})});
  const std::vector<double> ranks = pagerank(graph);
  EXPECT_NEAR(std::accumulate(ranks.begin(), ranks.end(), 0.0), 1.0, 1e-9);
  EXPECT_GT(ranks[2], ranks[0]);
  EXPECT_GT(ranks[0], ranks[1]);
  EXPECT_TRUE(pagerank(KnowledgeGraph()).empty());
}

// How many shortest paths go through each actor, counted the slow way.
TEST(Betweenness, EqualsTheNaiveCount) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const KnowledgeGraph graph = gather(FragmentMaker(seed).make_many(2));
    const std::size_t n = graph.actor_count();
    const auto steps = naive_distances(graph);
    // ways[i][j]: number of shortest paths, by distance.
    std::vector<std::vector<double>> ways(n, std::vector<double>(n, 0));
    for (std::size_t i = 0; i < n; ++i) ways[i][i] = 1;
    for (std::size_t length = 1; length < n; ++length) {
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
          for (std::size_t k = 0; steps[i][j] == length && k < n; ++k) {
            if (steps[i][k] == length - 1 && steps[k][j] == 1) ways[i][j] += ways[i][k];
          }
        }
      }
    }
    const std::vector<double> through = betweenness(graph);
    for (std::size_t v = 0; v < n; ++v) {
      double expected = 0;
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 1; j < n; ++j) {
          if (i == v || j == v || steps[i][j] >= kFar || steps[i][v] + steps[v][j] != steps[i][j]) continue;
          expected += ways[i][v] * ways[v][j] / ways[i][j];
        }
      }
      EXPECT_NEAR(through[v], expected, 1e-9);
    }
  }
}

TEST(BoostView, HasAnEdgeARelation) {
  const KnowledgeGraph graph = gather(FragmentMaker(2).make_many(3));
  const BoostGraph& view = boost_view(graph);
  EXPECT_EQ(boost::num_vertices(view), graph.actor_count());
  EXPECT_EQ(boost::num_edges(view), graph.relation_count());
  for (const auto& edge : boost::make_iterator_range(boost::edges(view))) {
    EXPECT_EQ(boost::source(edge, view), graph.ends(view[edge].relation).source);
    EXPECT_EQ(boost::target(edge, view), graph.ends(view[edge].relation).target);
  }
}

}  // namespace
}  // namespace entente
