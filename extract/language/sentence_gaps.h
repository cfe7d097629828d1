// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/language/linear_model.h"
#include "extract/language/token_gaps.h"

namespace entente {

// Asks at each token of a block whether a sentence ends before it. Training and segmenting share it.
class SentenceGaps {
 public:
  // Looks the block over. The tokens stay where they are until the next call.
  void enter_block(std::span<const RawToken> tokens);

  // Whether a sentence may begin at token `i` (not the first): after punctuation, at a line's start, or at a
  // word that does not begin with a small letter.
  bool possible(std::size_t i) const;

  // Whether one begins there without asking: the mark of a list's item at a line's start, "- ", "* ", "2. ",
  // begins one, what follows it does not. -1: ask the model, 0: no, 1: yes.
  int certain(std::size_t i) const;

  // Features of the place before token `i`, in a sentence that began at token `start`. Ask in order, with the
  // same `start` until a sentence ends.
  void features(std::size_t i, std::size_t start, FeatureRows& rows);

 private:
  const RawToken& token(std::size_t i) const;  // of the block, or an empty one past it
  const RawToken& back(std::size_t i, std::size_t n) const {
    return n <= i ? tokens_[i - n] : token(tokens_.size());
  }
  bool is_item_number(std::size_t i) const;  // "2." or "2)" at a line's start
  void look_over_lines();
  void follow_quotes(std::size_t i, std::size_t start);

  std::span<const RawToken> tokens_;
  std::vector<std::uint16_t> to_end_;     // tokens until the next mark that can end a sentence, at most 63
  std::vector<std::uint8_t> line_class_;  // at tokens that begin a line: how the line before was filled
  bool capitals_ = false, title_case_ = false, has_ends_ = false;
  std::size_t lines_ = 1;
  std::size_t seen_ = 0, seen_start_ = 0;  // quotes and brackets are counted up to here, from there
  std::uint32_t quotes_ = 0, brackets_ = 0;
};

}  // namespace entente
