// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/tree.h"

#include <algorithm>

namespace entente {

Tree::Tree(const Sentence& sentence) : sentence_(&sentence), first_(sentence.tokens.size() + 1, 0) {
  const auto& tokens = sentence.tokens;
  for (const Token& token : tokens)
    if (token.head >= 0) ++first_[static_cast<std::size_t>(token.head) + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  children_.resize(first_.empty() ? 0 : first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end());
  for (std::uint32_t i = 0; i < tokens.size(); ++i)
    if (tokens[i].head >= 0) children_[next[static_cast<std::size_t>(tokens[i].head)]++] = i;
}

std::int32_t Tree::child(std::uint32_t token, Deprel deprel) const {
  for (const std::uint32_t c : children(token))
    if (this->token(c).deprel == deprel) return static_cast<std::int32_t>(c);
  return -1;
}

std::string_view Tree::preposition(std::uint32_t token) const {
  for (const std::uint32_t c : children(token))
    if (this->token(c).deprel == Deprel::case_ && this->token(c).upos != Upos::part)
      return this->token(c).lemma;
  return {};
}

std::uint32_t Tree::phrase_begin(std::uint32_t token) const {
  std::uint32_t begin = token;
  for (bool moved = true; moved;) {
    moved = false;
    for (const std::uint32_t c : children(begin == token ? token : begin)) {
      if (c >= begin) continue;
      switch (this->token(c).deprel) {
        case Deprel::det:
        case Deprel::amod:
        case Deprel::compound:
        case Deprel::nmod_poss:
        case Deprel::nummod:
        case Deprel::nmod_desc:
        case Deprel::det_predet:
        case Deprel::flat:
          begin = c;
          moved = true;
          break;
        default:
          break;
      }
      if (moved) break;
    }
  }
  for (const std::uint32_t c : children(token)) {
    if (c >= begin) break;
    const Deprel deprel = this->token(c).deprel;
    if (deprel == Deprel::det || deprel == Deprel::amod || deprel == Deprel::compound ||
        deprel == Deprel::nmod_poss || deprel == Deprel::nummod || deprel == Deprel::nmod_desc)
      begin = std::min(begin, c);
  }
  return begin;
}

bool Tree::under(std::uint32_t token, std::uint32_t ancestor) const {
  auto at = static_cast<std::int32_t>(token);
  for (std::uint32_t steps = 0; at >= 0 && steps <= size(); ++steps) {
    if (static_cast<std::uint32_t>(at) == ancestor) return true;
    at = this->token(static_cast<std::uint32_t>(at)).head;
  }
  return false;
}

}  // namespace entente
