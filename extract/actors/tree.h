// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/sentence.h"

namespace entente {

// A sentence's tree read downwards.
class Tree {
 public:
  explicit Tree(const Sentence& sentence);

  std::span<const std::uint32_t> children(std::uint32_t token) const {
    return std::span(children_).subspan(first_[token], first_[token + 1] - first_[token]);
  }
  const Token& token(std::uint32_t index) const { return sentence_->tokens[index]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(sentence_->tokens.size()); }

  // The first child of that relation, or -1.
  std::int32_t child(std::uint32_t token, Deprel deprel) const;

  // The lemma of the token's first case child ("in", "with"), or empty.
  std::string_view preposition(std::uint32_t token) const;

  // Where the token's noun phrase begins: at its leftmost determiner, adjective, compound or possessor.
  std::uint32_t phrase_begin(std::uint32_t token) const;

  // Whether `ancestor` is the token or stands above it.
  bool under(std::uint32_t token, std::uint32_t ancestor) const;

 private:
  const Sentence* sentence_;
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> first_;
};

}  // namespace entente
