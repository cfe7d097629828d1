// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "extract/language/sentence.h"

namespace entente {

// Finds the best sequence of labels in which a name is one B followed by any number of I of the same type,
// and gives its names.
class NameDecoder {
 public:
  // `scores[t * stride + label]` for 0 <= t < n: label 0 is no name, 2 k + 1 and 2 k + 2 begin and go on with
  // type k. Types without a value make spans that are left out. `out` is overwritten; its spans count from
  // `first`. `moves[from * labels + to]`, where given, is added for each pair of neighbours.
  void decode(const float* scores, std::size_t stride, int n, std::span<const std::optional<NameType>> types,
              std::uint32_t first, std::vector<NameSpan>& out, std::span<const float> moves = {});

 private:
  void step(const float* row, std::size_t labels, std::uint8_t* back);
  void step(const float* row, std::size_t labels, std::span<const float> moves, std::uint8_t* back);

  std::vector<float> best_, last_;
  std::vector<std::uint8_t> back_;  // [t][label]: the label before
};

// Adds to `names` the nationalities and other names among `more` that overlap none of them; both are in text
// order and disjoint, and so is the result.
void merge_names(std::vector<NameSpan>& names, std::span<const NameSpan> more);

}  // namespace entente
