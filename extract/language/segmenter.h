// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/atoms.h"
#include "extract/language/linear_model.h"
#include "extract/language/sentence_gaps.h"
#include "extract/language/token_gaps.h"

namespace entente {

// Cuts raw text into sentences and UD tokens. An empty line ends a sentence; inside a block two linear models
// decide, at each place between two atoms whether a token ends, and at each token whether a sentence begins.
// Time grows with the bytes, whatever they are.
class Segmenter {
 public:
  struct Scratch {
    std::vector<Atom> atoms;
    std::vector<RawToken> tokens;       // of one block
    std::vector<std::uint32_t> starts;  // indices of tokens that begin a sentence, the first included
    SentenceGaps sentence_gaps;
  };

  // The weights as training writes them: two tables. Throws InputError naming `file` when the size is wrong.
  // They are not copied.
  Segmenter(std::span<const std::byte> section, std::string_view file);

  // Calls `block(tokens, starts)` for every block of the text, in order.
  template <typename Block>
  void segment(std::string_view text, Scratch& scratch, Block&& block) const {
    AtomScanner scanner(text);
    while (scanner.next_block(scratch.atoms)) {
      cut_tokens(scratch);
      release_if_huge(scratch.atoms);
      cut_sentences(scratch);
      block(std::span<const RawToken>(scratch.tokens), std::span<const std::uint32_t>(scratch.starts));
      release_if_huge(scratch.tokens);
    }
  }

 private:
  // So long a block is rare: what it took is not kept for the next.
  template <typename T>
  static void release_if_huge(std::vector<T>& items) {
    if (items.capacity() * sizeof(T) > (std::size_t{1} << 20)) std::vector<T>().swap(items);
  }

  void cut_tokens(Scratch& scratch) const;
  void cut_sentences(Scratch& scratch) const;

  LinearModel tokens_, sentences_;
};

}  // namespace entente
