// SPDX-License-Identifier: Apache-2.0
// What the relation stage costs: to load, and per token of sentences full of actors.
#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>

#include "extract/actors/actor_resolver.h"
#include "extract/language/conllu.h"
#include "extract/language/conllu_analysis.h"
#include "extract/relations/relation_extractor.h"

namespace entente {
namespace {

const std::string source = ENTENTE_SOURCE_DIR;

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

void load_the_lexicon(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Lexicon::load(source + "/data/lexicon.tsv"));
}
BENCHMARK(load_the_lexicon)->Unit(benchmark::kMillisecond);

void load_the_model(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(RelationModel::load(source + "/data/relations.model"));
}
BENCHMARK(load_the_model)->Unit(benchmark::kMillisecond);

// The goal: at most 2 microseconds a token.
void extract_relations(benchmark::State& state) {
  const Lexicon lexicon = Lexicon::load(source + "/data/lexicon.tsv");
  const RelationModel model = RelationModel::load(source + "/data/relations.model");
  const RelationExtractor extractor(lexicon, model);
  const ActorResolver resolver(Gazetteer::load({source + "/data/gazetteer.tsv"}));
  const std::string path = source + "/tests/data/actors/cases.conllu";
  std::vector<ConlluSentence> sentences = read_conllu(read(path), path);
  Document document;
  document.text = compose_text(sentences);
  const Analysis analysis = analysis_from_conllu(sentences, document, path);
  const ResolvedActors actors = resolver.resolve(document, analysis);
  std::size_t tokens = 0;
  for (const Sentence& sentence : analysis.sentences) tokens += sentence.tokens.size();
  for (auto _ : state) benchmark::DoNotOptimize(extractor.extract(document, analysis, actors));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tokens));
}
BENCHMARK(extract_relations)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente
