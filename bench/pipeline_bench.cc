// SPDX-License-Identifier: Apache-2.0
// From text to graph, stage by stage and as a whole, on the samples. "tokens" a second is what the goals
// speak of.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "extract/actors/actor_resolver.h"
#include "extract/document/reader.h"
#include "extract/extractor.h"
#include "extract/gather.h"
#include "extract/language/language_engine.h"
#include "extract/relations/lexicon.h"
#include "extract/relations/relation_extractor.h"
#include "extract/relations/relation_model.h"

namespace entente {
namespace {

const std::filesystem::path source_dir = ENTENTE_SOURCE_DIR;

std::vector<Document> read_samples() {
  std::vector<std::filesystem::path> texts;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir / "samples"))
    if (entry.path().extension() == ".txt") texts.push_back(entry.path());
  std::sort(texts.begin(), texts.end());
  std::vector<Document> documents;
  for (const auto& text : texts)
    documents.push_back(read_text(text.filename().string(), read_file(text, std::size_t{1} << 20U)));
  return documents;
}

const std::vector<Document>& samples() {
  static const std::vector<Document> documents = read_samples();
  return documents;
}

std::size_t token_count(const Analysis& analysis) {
  std::size_t count = 0;
  for (const Sentence& sentence : analysis.sentences) count += sentence.tokens.size();
  return count;
}

// Every stage's input for every sample.
struct Stages {
  LanguageEngine language = LanguageEngine::load(source_dir / "data/english.model");
  ActorResolver resolver{Gazetteer::load({source_dir / "data/gazetteer.tsv"})};
  Lexicon lexicon = Lexicon::load(source_dir / "data/lexicon.tsv");
  RelationModel model = load_model();
  RelationExtractor relations{lexicon, model};
  std::vector<Analysis> analyses;
  std::vector<ResolvedActors> actors;
  std::vector<std::vector<Statement>> statements;
  std::size_t tokens = 0;

  Stages() {
    LanguageEngine::Scratch scratch;
    for (const Document& document : samples()) {
      analyses.push_back(language.analyse(document, scratch));
      actors.push_back(resolver.resolve(document, analyses.back()));
      statements.push_back(relations.extract(document, analyses.back(), actors.back()));
      tokens += token_count(analyses.back());
    }
  }

  static RelationModel load_model() {
    const auto file = source_dir / "data/relations.model";
    return std::filesystem::exists(file) ? RelationModel::load(file) : RelationModel();
  }
};

const Stages& stages() {
  static const Stages prepared;
  return prepared;
}

void count_tokens(benchmark::State& state) {
  state.counters["tokens"] =
      benchmark::Counter(static_cast<double>(stages().tokens), benchmark::Counter::kIsIterationInvariantRate);
}

void Read(benchmark::State& state) {
  std::vector<std::string> bytes;
  for (const Document& document : samples()) bytes.push_back(document.text);
  for (auto _ : state)
    for (const std::string& text : bytes) benchmark::DoNotOptimize(read_text("a", text));
  count_tokens(state);
}
BENCHMARK(Read);

void Segment(benchmark::State& state) {
  LanguageEngine::Scratch scratch;
  for (auto _ : state)
    for (const Document& document : samples())
      benchmark::DoNotOptimize(stages().language.segment(document, scratch));
  count_tokens(state);
}
BENCHMARK(Segment);

void Analyse(benchmark::State& state) {
  LanguageEngine::Scratch scratch;
  for (auto _ : state)
    for (const Document& document : samples())
      benchmark::DoNotOptimize(stages().language.analyse(document, scratch));
  count_tokens(state);
}
BENCHMARK(Analyse);

void Resolve(benchmark::State& state) {
  for (auto _ : state)
    for (std::size_t i = 0; i < samples().size(); ++i)
      benchmark::DoNotOptimize(stages().resolver.resolve(samples()[i], stages().analyses[i]));
  count_tokens(state);
}
BENCHMARK(Resolve);

void Relate(benchmark::State& state) {
  for (auto _ : state)
    for (std::size_t i = 0; i < samples().size(); ++i)
      benchmark::DoNotOptimize(
          stages().relations.extract(samples()[i], stages().analyses[i], stages().actors[i]));
  count_tokens(state);
}
BENCHMARK(Relate);

void Gather(benchmark::State& state) {
  for (auto _ : state)
    for (std::size_t i = 0; i < samples().size(); ++i)
      benchmark::DoNotOptimize(
          gather(samples()[i], stages().analyses[i], stages().actors[i], stages().statements[i], false));
  count_tokens(state);
}
BENCHMARK(Gather);

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void TextToGraph(benchmark::State& state) {
  ExtractorOptions options;
  options.data = source_dir / "data";
  const Extractor extractor(options);
  Extractor::Scratch scratch;
  for (auto _ : state)
    for (const Document& document : samples()) benchmark::DoNotOptimize(extractor.extract(document, scratch));
  count_tokens(state);
  state.counters["peak_MB"] = peak_megabytes();
}
BENCHMARK(TextToGraph);

}  // namespace
}  // namespace entente
