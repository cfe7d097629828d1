// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "extract/language/model_file.h"
#include "extract/language/network/network_weights.h"
#include "extract/language/network/word_features.h"

namespace entente {

// A small network with random weights: its analyses mean nothing, but must keep every promise all the same.
class RandomNetwork {
 public:
  explicit RandomNetwork(unsigned seed = 1) : random_(seed) {
    add_numbers<std::uint32_t>("config", {hidden, layers, 16, 16, 32, 16, 4, 3, 3, 5});
    add_numbers<std::uint64_t>("words", {0, 0, 0, 0});
    add_numbers<std::uint32_t>("rows", {0, 0, 0, 0});
    add_random("table0", 2 * WordFeatures::table_widths[0], 0, 255);
    for (int t = 1; t <= WordFeatures::hashed_tables; ++t)
      add_random("table" + std::to_string(t), WordFeatures::table_rows[t - 1] * WordFeatures::table_widths[t],
                 64, 192);
    add_random("lexicon", 256 * 16, 64, 192);
    add_dense("input", hidden, WordFeatures::input_width + 16, 0.0005f);
    for (int i = 0; i < layers; ++i) add_dense("layer" + std::to_string(i), 3 * hidden, hidden, 0.002f);
    add_dense("heads", 2 * 16 + 2 * 16 + 32 + 16, hidden, 0.002f);
    add_dense("labels", 3, 16, 0.001f);
    add_dense("tags", 17 + 4, 32, 0.001f);
    add_dense("names", 3 + 5, 16, 0.001f);
    add_random("root_arc", 16, -63, 63);
    add_numbers<float>("root_label", std::vector<float>(16, 0.25f));
    add_text("feats", "ADJ|Degree=Pos\nNOUN|Number=Plur\nNOUN|Number=Sing\nVERB|_");
    add_text("deprels", "nsubj\nobj\nroot");
    add_text("uner", "O\nB-PER\nI-PER");
    add_text("news", "O\nB-GPE\nI-GPE\nB-NORP\nI-NORP");
    add_names_network();
  }

  std::vector<std::byte> file() const {
    std::vector<std::pair<std::string, std::vector<std::byte>>> all(sections.begin(), sections.end());
    return make_model_file(all);
  }
  ModelFile model() const { return ModelFile::from_bytes(file(), "random.model"); }

  template <typename T>
  void add_numbers(const std::string& name, const std::vector<T>& values) {
    const auto* p = reinterpret_cast<const std::byte*>(values.data());
    sections[key(name)].assign(p, p + values.size() * sizeof(T));
  }
  void add_text(const std::string& name, std::string_view text) {
    const auto* p = reinterpret_cast<const std::byte*>(text.data());
    sections[key(name)].assign(p, p + text.size());
  }

  static std::string key(const std::string& name) {
    return name.starts_with("names/") ? name : "network/" + name;
  }

  std::map<std::string, std::vector<std::byte>> sections;

 private:
  static constexpr int hidden = 32, layers = 2;

  void add_names_network() {
    add_numbers<std::uint32_t>("names/config", {hidden, 1});
    int width = hidden;
    for (int t = 0; t < NetworkWeights::name_tables; ++t) {
      const int columns = NetworkWeights::name_widths[t];
      const int rows = t == 0                                ? 2
                       : t < NetworkWeights::name_tables - 1 ? WordFeatures::table_rows[t - 1]
                                                             : 256;
      add_random("names/table" + std::to_string(t), rows * columns, 64, 192);
      width += columns;
    }
    add_dense("names/input", hidden, width, 0.0005f);
    add_dense("names/layer0", 3 * hidden, hidden, 0.002f);
    add_dense("names/labels", 3, hidden, 0.002f);
    add_numbers<float>("names/moves", {0.5f, -0.25f, 0, 0, 0.25f, 1, -0.5f, 0, 0.125f});
  }

  void add_random(const std::string& name, std::size_t size, int low, int high) {
    auto& bytes = sections[key(name)];
    bytes.resize(size);
    for (std::byte& b : bytes)
      b = static_cast<std::byte>(low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1)));
  }
  void add_dense(const std::string& name, int outputs, int inputs, float scale) {
    add_random(name + ".w", static_cast<std::size_t>(outputs) * inputs, -63, 63);
    add_numbers<float>(name + ".s", std::vector<float>(outputs, scale));
    std::vector<float> bias(outputs);
    for (float& b : bias) b = static_cast<float>(random_() % 100) * 0.01f - 0.5f;
    add_numbers<float>(name + ".b", bias);
  }

  std::mt19937 random_;
};

}  // namespace entente
