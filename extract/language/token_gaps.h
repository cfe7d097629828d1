// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/language/atoms.h"
#include "extract/language/linear_model.h"

namespace entente {

// A token of the segmenter: atoms [first, last) of a block.
struct RawToken {
  std::uint32_t begin = 0, end = 0;  // bytes
  std::uint32_t hash = 0;
  AtomKind kind = AtomKind::none;
  Gap gap = Gap::none;  // before it
  bool joined = false;  // written as one word with the token before: "n't", "'s", "not" of "cannot"
};

// Walks the atoms of a block chunk by chunk (a chunk has no white space inside) and asks at each place
// between two atoms of a chunk whether a token ends there. Training and segmenting share it.
class TokenGaps {
 public:
  explicit TokenGaps(std::span<const Atom> atoms) : atoms_(atoms) {}

  // The chunk that begins at atom `first`: its end. Call before asking about its gaps.
  std::size_t enter_chunk(std::size_t first);

  // Features of the gap before atom `i` of the chunk entered, where the token so far began at atom `token`.
  void features(std::size_t i, std::size_t token, FeatureRows& rows) const;

  // The gap before atom `i` may need no model: a comma after letters, the last period of "U.S.". -1: ask the
  // model, 0: no border, 1: border.
  int certain(std::size_t i, std::size_t token) const;

 private:
  const Atom& atom(std::size_t i) const;  // of the chunk, or an empty one
  bool ends_abbreviation(std::size_t i, std::size_t token) const;
  static const Atom& outside();

  std::span<const Atom> atoms_;
  std::size_t begin_ = 0, end_ = 0;
  std::uint32_t whole_ = 0, shape_ = 0;
  bool has_at_ = false, has_slash_ = false;
};

// Joins atoms [first, last) to one token.
RawToken make_token(std::span<const Atom> atoms, std::size_t first, std::size_t last);

}  // namespace entente
