// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/sentence.h"

namespace entente {

// A sentence's dependency tree with its children at hand. Whatever the heads are (out of range, a cycle, two
// roots), a walk ends: a token whose way up does not reach a root counts as a root.
class DependencyTree {
 public:
  explicit DependencyTree(const Sentence& sentence);

  const Sentence& sentence() const noexcept { return sentence_; }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(head_.size()); }
  const Token& token(std::uint32_t index) const { return sentence_.tokens[index]; }
  std::int32_t head(std::uint32_t index) const { return head_[index]; }
  std::uint32_t depth(std::uint32_t index) const { return depth_[index]; }
  Deprel deprel(std::uint32_t index) const { return sentence_.tokens[index].deprel; }
  std::span<const std::uint32_t> children(std::uint32_t index) const {
    return {children_.data() + first_[index], first_[index + 1] - first_[index]};
  }

  // The first child with that relation, or -1.
  std::int32_t child(std::uint32_t index, Deprel deprel) const;

  // The preposition (or subordinator) that marks a token: "with" of "with Iran"; empty when it has none.
  std::string_view preposition(std::uint32_t index) const;

  // The lowest token above or equal to both.
  std::int32_t common_ancestor(std::uint32_t a, std::uint32_t b) const;

  // Whether `ancestor` stands above `index` or is it.
  bool dominates(std::uint32_t ancestor, std::uint32_t index) const;

 private:
  const Sentence& sentence_;
  std::vector<std::int32_t> head_;
  std::vector<std::uint32_t> depth_;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> children_;
};

bool is_subject(Deprel deprel);
bool is_clause(Deprel deprel);  // a relation whose dependent is a clause

}  // namespace entente
