// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// What the network sees of a word: a hash of its plain spelling (lower case, digits as 0, one sort of quotes
// and dashes) that is looked up in the model's vocabulary, and rows of nine small hashed tables for its
// beginnings, its endings and its outline. The twin of training/features.py: both give the same numbers for
// the same bytes.
struct WordFeatures {
  static constexpr int hashed_tables = 9;  // prefixes of 1 to 4 characters, suffixes of 1 to 4, outline

  // Rows of each hashed table, as the model has them.
  static constexpr std::array<std::uint32_t, hashed_tables> table_rows = {256,  2048, 8192,  8192, 256,
                                                                          2048, 8192, 16384, 1024};
  // Columns of each table, the vocabulary's first; together the width of the network's input.
  static constexpr std::array<int, hashed_tables + 1> table_widths = {160, 16, 24, 32, 32,
                                                                      16,  32, 48, 48, 40};
  static constexpr int input_width = 448;

  std::uint64_t word = 0;
  std::array<std::uint16_t, hashed_tables> rows{};
  bool operator==(const WordFeatures&) const = default;
};

// Buffers for word_features, reused from word to word.
struct WordFeatureScratch {
  std::u32string points, norm;
  std::string bytes;
};

// The features of one word. Bytes that are no UTF-8 count as U+FFFD each; linear in the word's length.
WordFeatures word_features(std::string_view form, WordFeatureScratch& scratch);

}  // namespace entente
