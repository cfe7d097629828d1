// SPDX-License-Identifier: Apache-2.0
// What the gazetteer costs to load and the actors to find, per token.
#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>

#include "extract/actors/actor_resolver.h"
#include "extract/language/conllu.h"
#include "extract/language/conllu_analysis.h"

namespace entente {
namespace {

const std::string source = ENTENTE_SOURCE_DIR;

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

void load_the_projects_gazetteer(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Gazetteer::load({source + "/data/gazetteer.tsv"}));
}
BENCHMARK(load_the_projects_gazetteer)->Unit(benchmark::kMillisecond);

// The goal: 100,000 entries below 100 ms.
void load_many_entries(benchmark::State& state) {
  std::string text;
  for (int i = 0; i < state.range(0); ++i) {
    const std::string n = std::to_string(i);
    text += "official:person-" + n + "\tofficial\tAnna" + n + " Bergstrom" + n + "\tSWE\tA. Bergstrom" + n +
            "|Anna" + n + " B.\toffice=Minister@SWE@2020@\n";
  }
  for (auto _ : state) benchmark::DoNotOptimize(Gazetteer::parse(text));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(load_many_entries)->Arg(100000)->Unit(benchmark::kMillisecond);

void resolve_actors(benchmark::State& state) {
  const ActorResolver resolver(Gazetteer::load({source + "/data/gazetteer.tsv"}));
  const std::string path = source + "/tests/data/actors/cases.conllu";
  std::vector<ConlluSentence> sentences = read_conllu(read(path), path);
  Document document;
  document.text = compose_text(sentences);
  const Analysis analysis = analysis_from_conllu(sentences, document, path);
  std::size_t tokens = 0;
  for (const Sentence& sentence : analysis.sentences) tokens += sentence.tokens.size();
  for (auto _ : state) benchmark::DoNotOptimize(resolver.resolve(document, analysis));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * tokens));
}
BENCHMARK(resolve_actors)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace entente
