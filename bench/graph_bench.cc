// SPDX-License-Identifier: Apache-2.0
// Gathering fragments and asking: `held_MiB` is what the graph keeps.
#include <benchmark/benchmark.h>

#include <vector>

#include "bench/big_graph.h"
#include "bench/memory.h"
#include "graph/algorithms.h"
#include "graph/boost_view.h"

namespace entente {
namespace {

void AddOneDocument(benchmark::State& state) {
  const Fragment fragment = big_fragment(40, 30);
  for (auto _ : state) {
    KnowledgeGraph graph;
    graph.add(fragment);
    benchmark::DoNotOptimize(graph.relation_count());
  }
}

// So many documents of 40 actors and 30 relations each.
std::vector<Fragment> corpus(std::int64_t documents) {
  std::vector<Fragment> fragments;
  for (std::int64_t i = 0; i < documents; ++i) {
    Fragment fragment = big_fragment(40, 30);
    fragment.document.id = "d" + std::to_string(i);
    for (Relation& relation : fragment.relations) relation.evidence[0].document = fragment.document.id;
    fragments.push_back(std::move(fragment));
  }
  return fragments;
}

void GatherCorpus(benchmark::State& state) {
  const std::vector<Fragment> fragments = corpus(state.range(0));
  for (auto _ : state) {
    KnowledgeGraph graph;
    for (const Fragment& fragment : fragments) graph.add(fragment);
    benchmark::DoNotOptimize(graph.relation_count());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void HoldBigGraph(benchmark::State& state) {
  for (auto _ : state) {
    const MemoryPeak peak;
    KnowledgeGraph graph;
    graph.add(big_fragment(100'000, 1'000'000));
    benchmark::DoNotOptimize(graph.relation_count());
    state.counters["peak_MiB"] = peak.mebibytes();
    malloc_trim(0);
    state.counters["held_MiB"] = peak.now();
  }
}

const KnowledgeGraph& middle_graph() {
  static const KnowledgeGraph graph = [] {
    KnowledgeGraph graph;
    graph.add(big_fragment(2'000, 10'000));
    return graph;
  }();
  return graph;
}

void ShortestPath(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(shortest_path(middle_graph(), 0, 1'999));
}
void PageRank(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(pagerank(middle_graph()));
}
void Betweenness(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(betweenness(middle_graph()));
}

BENCHMARK(AddOneDocument)->Unit(benchmark::kMicrosecond);
BENCHMARK(GatherCorpus)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(HoldBigGraph)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(ShortestPath)->Unit(benchmark::kMicrosecond);
BENCHMARK(PageRank)->Unit(benchmark::kMillisecond);
BENCHMARK(Betweenness)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente
