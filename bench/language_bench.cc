// SPDX-License-Identifier: Apache-2.0
//
// The analysis of English stage by stage, in tokens a second, and as a whole on one and two threads. The text
// is the samples, each a document; or the file that the environment variable ENTENTE_BENCH_TEXT names, cut
// into documents of some ten paragraphs.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "extract/language/language_engine.h"
#include "extract/language/lemmatizer.h"
#include "extract/language/model_file.h"
#include "extract/language/segmenter.h"

namespace entente {
namespace {

const std::filesystem::path model_path = ENTENTE_SOURCE_DIR "/data/english.model";

std::string read_all(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void add_document(std::string text, std::vector<Document>& documents) {
  documents.emplace_back().text = std::move(text);
}

std::vector<Document> read_documents() {
  std::vector<Document> documents;
  if (const char* path = std::getenv("ENTENTE_BENCH_TEXT")) {
    const std::string all = read_all(path);
    for (std::size_t at = 0; at < all.size();) {
      std::size_t end = at;
      for (int i = 0; i < 10 && end < all.size(); ++i)
        end = std::min(all.find("\n\n", end), all.size() - 2) + 2;
      add_document(all.substr(at, end - at), documents);
      at = end;
    }
    return documents;
  }
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/samples"))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) add_document(read_all(file), documents);
  return documents;
}

const std::vector<Document>& documents() {
  static const std::vector<Document> all = read_documents();
  return all;
}

const LanguageEngine& engine() {
  static const LanguageEngine loaded = LanguageEngine::load(model_path);
  return loaded;
}

std::size_t count_tokens(const Analysis& analysis) {
  std::size_t tokens = 0;
  for (const Sentence& s : analysis.sentences) tokens += s.tokens.size();
  return tokens;
}

void load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(LanguageEngine::load(model_path));
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

// Borders alone.
void cut(benchmark::State& state) {
  const ModelFile model = ModelFile::open(model_path);
  const Segmenter segmenter(model.section("segmenter"), "model");
  Segmenter::Scratch scratch;
  std::size_t tokens = 0;
  for (auto _ : state)
    for (const Document& document : documents())
      segmenter.segment(document.text, scratch, [&](auto found, auto) { tokens += found.size(); });
  state.SetItemsProcessed(static_cast<std::int64_t>(tokens));
}
BENCHMARK(cut);

// Borders, sentences and tokens made, roles and repetitions.
void segment(benchmark::State& state) {
  LanguageEngine::Scratch scratch;
  std::size_t tokens = 0;
  for (auto _ : state)
    for (const Document& document : documents()) tokens += count_tokens(engine().segment(document, scratch));
  state.SetItemsProcessed(static_cast<std::int64_t>(tokens));
}
BENCHMARK(segment);

void lemmatise(benchmark::State& state) {
  const ModelFile model = ModelFile::open(model_path);
  const Lemmatizer lemmatizer(model.section("lemmas"), "model");
  LanguageEngine::Scratch scratch;
  Lemmatizer::Scratch lemmas;
  std::vector<Analysis> analyses;
  for (const Document& document : documents()) analyses.push_back(engine().analyse(document, scratch));
  std::size_t tokens = 0;
  for (auto _ : state)
    for (Analysis& analysis : analyses) {
      lemmas.clear();
      analysis.arena.clear();
      for (Sentence& sentence : analysis.sentences) lemmatizer.annotate(sentence, analysis, lemmas);
      tokens += count_tokens(analysis);
    }
  state.SetItemsProcessed(static_cast<std::int64_t>(tokens));
}
BENCHMARK(lemmatise);

// Raw text to trees, names and lemmas.
void analyse(benchmark::State& state) {
  const auto threads = static_cast<std::size_t>(state.range(0));
  std::size_t tokens = 0;
  for (auto _ : state) {
    std::vector<std::size_t> counts(threads);
    std::vector<std::thread> workers;
    for (std::size_t t = 0; t < threads; ++t)
      workers.emplace_back([&, t] {
        LanguageEngine::Scratch scratch;
        for (std::size_t d = t; d < documents().size(); d += threads)
          counts[t] += count_tokens(engine().analyse(documents()[d], scratch));
      });
    for (std::thread& worker : workers) worker.join();
    for (const std::size_t count : counts) tokens += count;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(tokens));
}
BENCHMARK(analyse)->Arg(1)->Arg(2)->UseRealTime()->MeasureProcessCPUTime();

}  // namespace
}  // namespace entente
