// SPDX-License-Identifier: Apache-2.0
// The network alone, on one thread, over words of the tests' own sentences. The argument is the instruction
// set.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/language/network/network.h"
#include "extract/language/network/word_features.h"

namespace entente {
namespace {

// The samples' sentences, cut at white space and before closing punctuation: near enough to tokens for the
// clock.
struct Text {
  std::vector<std::string> words;
  std::vector<Sentence> sentences;

  Text() {
    std::vector<std::filesystem::path> files;
    for (const auto& f : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/samples"))
      if (f.path().extension() == ".txt") files.push_back(f.path());
    std::sort(files.begin(), files.end());
    for (const auto& f : files) {
      std::ifstream in(f);
      for (std::string word; in >> word;) {
        const bool stop =
            word.size() > 1 && std::string_view(".,;:?!").find(word.back()) != std::string_view::npos;
        words.push_back(stop ? word.substr(0, word.size() - 1) : word);
        if (stop) words.push_back(word.substr(word.size() - 1));
      }
    }
    if (words.empty()) words = {"Talks", "ended", "."};
    sentences.emplace_back();
    for (const std::string& w : words) {
      Token t;
      t.form = w;
      sentences.back().tokens.push_back(t);
      if (w == "." || sentences.back().tokens.size() > 60) sentences.emplace_back();
    }
  }
};

const Text& text() {
  static const Text t;
  return t;
}

void annotate(benchmark::State& state) {
  const auto isa = static_cast<Isa>(state.range(0));
  if (!supported(isa)) return state.SkipWithError("not on this CPU");
  const ModelFile model = ModelFile::open(ENTENTE_SOURCE_DIR "/data/english.model");
  const Network network(model, isa);
  Network::Scratch scratch;
  std::vector<Sentence> sentences = text().sentences;
  for (auto _ : state) network.annotate(sentences, scratch);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * text().words.size()));
  state.SetLabel(std::string(to_string(isa)) + ", words");
}
BENCHMARK(annotate)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);

void load(benchmark::State& state) {
  for (auto _ : state) {
    const ModelFile model = ModelFile::open(ENTENTE_SOURCE_DIR "/data/english.model");
    const Network network(model);
    benchmark::DoNotOptimize(&network);
  }
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

void features(benchmark::State& state) {
  WordFeatureScratch scratch;
  for (auto _ : state)
    for (const std::string& w : text().words) benchmark::DoNotOptimize(word_features(w, scratch));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * text().words.size()));
}
BENCHMARK(features)->Unit(benchmark::kMillisecond);

void multiply(benchmark::State& state) {
  const auto isa = static_cast<Isa>(state.range(0));
  if (!supported(isa)) return state.SkipWithError("not on this CPU");
  const int outputs = 384, inputs = 256, rows = 48;
  const Kernels& k = kernels_for(isa);
  PackedMatrix m;
  k.pack(std::vector<std::int8_t>(outputs * inputs, 3).data(), outputs, inputs, 128, m);
  const std::vector<std::uint8_t> x(rows * inputs, 130);
  AlignedBytes sums;
  auto* out = reinterpret_cast<std::int32_t*>(sums.need(sizeof(std::int32_t) * rows * outputs));
  for (auto _ : state) {
    k.multiply(m, x.data(), inputs, rows, out);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * outputs * inputs * rows);
  state.SetLabel(std::string(to_string(isa)) + ", products");
}
BENCHMARK(multiply)->DenseRange(0, 3);

}  // namespace
}  // namespace entente
