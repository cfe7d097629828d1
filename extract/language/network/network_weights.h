// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/model_file.h"
#include "extract/language/morphology.h"
#include "extract/language/network/kernels.h"
#include "extract/language/network/word_features.h"
#include "extract/language/sentence.h"

namespace entente {

// Sizes of the network, as the model states them.
struct NetworkShape {
  int hidden = 0, layers = 0;                        // encoder
  int arc = 0, label = 0, tag = 0, name = 0;         // widths of the heads' inner layers
  int classes = 0, deprels = 0, uner = 0, news = 0;  // what the heads choose among
};

// Sizes of the names network.
struct NamesShape {
  int hidden = 0, layers = 0;
};

// A matrix ready to multiply, with the scale and the bias of each output, padded to 16.
struct DenseLayer {
  PackedMatrix matrix;
  std::vector<float> scale, bias;
  Affine affine() const { return {scale.data(), bias.data()}; }
};

// The sections "network/..." and "names/..." of a model, checked and laid out for one instruction set. Tables
// and strings stay in the model file, which must outlive the weights.
struct NetworkWeights {
  // Throws InputError when a section is missing or has a wrong size, or when a size is out of bounds.
  NetworkWeights(const ModelFile& model, Isa isa);

  // A tag class: a part of speech with its features.
  struct TagClass {
    std::string_view feats;
    Morphology morphology;
  };

  // A word's row in the vocabulary, 0 when it is not there, and the set of word lists that it stands in.
  struct WordRow {
    std::uint32_t vocabulary;
    std::uint32_t lists;
  };
  WordRow row_of(std::uint64_t word) const;

  // Columns of the table of word lists, the last of the network's input.
  static constexpr int lexicon_width = 16;
  static constexpr int input_width = WordFeatures::input_width + lexicon_width;

  // The names network's own tables, as those of WordFeatures and then that of word lists.
  static constexpr int name_tables = WordFeatures::hashed_tables + 2;
  static constexpr std::array<int, name_tables> name_widths = {64, 8, 16, 16, 16, 8, 16, 24, 24, 32, 32};
  static constexpr int name_input_width = 256;  // their sum; the encoder's layer follows

  const Kernels& kernels;
  NetworkShape shape;
  NamesShape names;
  std::array<std::span<const std::uint8_t>, WordFeatures::hashed_tables + 1> tables;
  std::span<const std::uint64_t> word_keys;
  std::span<const std::uint32_t> word_rows;  // the vocabulary's row, and eight bits of word lists above
  std::span<const std::uint8_t> lexicon;     // a row for each set of word lists
  DenseLayer input, heads, to_label, to_tags, to_names;
  std::vector<std::array<DenseLayer, 2>> layers;  // forwards, backwards
  std::array<std::span<const std::uint8_t>, name_tables> tables_of_names;
  DenseLayer names_input, to_uner;
  std::vector<std::array<DenseLayer, 2>> names_layers;
  std::span<const float> uner_moves;  // [from][to]: what a label costs after another
  std::span<const std::int8_t> root_arc;
  std::span<const float> root_label;
  std::vector<TagClass> classes;                  // sorted by part of speech
  std::array<int, upos_count + 1> class_begin{};  // where each part of speech's classes begin
  std::vector<Deprel> deprels;
  int root_deprel = -1;
  // For labels 2 t + 1 (begins) and 2 t + 2 (goes on); label 0 is no name. Without a value: a span that is no
  // name, a time.
  std::vector<std::optional<NameType>> uner_types, news_types;

 private:
  void read_names(const ModelFile& model);
};

}  // namespace entente
