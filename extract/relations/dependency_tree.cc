// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/dependency_tree.h"

namespace entente {

DependencyTree::DependencyTree(const Sentence& sentence) : sentence_(sentence) {
  const auto size = static_cast<std::int32_t>(sentence.tokens.size());
  head_.resize(size);
  depth_.assign(size, 0);
  std::vector<std::int32_t> way;
  std::vector<std::uint8_t> state(size, 0);  // 1: on the way up, 2: known
  for (std::int32_t i = 0; i < size; ++i) {
    const std::int32_t head = sentence.tokens[i].head;
    head_[i] = head < 0 || head >= size || head == i ? -1 : head;
  }
  for (std::int32_t i = 0; i < size; ++i) {
    std::int32_t at = i;
    way.clear();
    while (at >= 0 && state[at] == 0) {
      state[at] = 1;
      way.push_back(at);
      at = head_[at];
    }
    if (at >= 0 && state[at] == 1) head_[way.back()] = at = -1;  // a cycle: cut it
    std::uint32_t depth = at < 0 ? 0 : depth_[at] + 1;
    for (auto step = way.rbegin(); step != way.rend(); ++step) {
      depth_[*step] = depth++;
      state[*step] = 2;
    }
  }
  first_.assign(size + 1, 0);
  for (std::int32_t i = 0; i < size; ++i) {
    if (head_[i] >= 0) ++first_[head_[i] + 1];
  }
  for (std::int32_t i = 0; i < size; ++i) first_[i + 1] += first_[i];
  children_.resize(first_[size]);
  std::vector<std::uint32_t> next(first_.begin(), first_.end());
  for (std::int32_t i = 0; i < size; ++i) {
    if (head_[i] >= 0) children_[next[head_[i]]++] = static_cast<std::uint32_t>(i);
  }
}

std::int32_t DependencyTree::child(std::uint32_t index, Deprel deprel) const {
  for (const std::uint32_t child : children(index)) {
    if (token(child).deprel == deprel) return static_cast<std::int32_t>(child);
  }
  return -1;
}

std::string_view DependencyTree::preposition(std::uint32_t index) const {
  for (const std::uint32_t child : children(index)) {
    const Token& token = this->token(child);
    if (token.deprel == Deprel::case_ && token.upos != Upos::part) return token.lemma;
  }
  return {};
}

std::int32_t DependencyTree::common_ancestor(std::uint32_t a, std::uint32_t b) const {
  auto x = static_cast<std::int32_t>(a), y = static_cast<std::int32_t>(b);
  while (x >= 0 && y >= 0 && x != y) {
    if (depth_[x] >= depth_[y]) {
      x = head_[x];
    } else {
      y = head_[y];
    }
  }
  return x == y ? x : -1;
}

bool DependencyTree::dominates(std::uint32_t ancestor, std::uint32_t index) const {
  auto at = static_cast<std::int32_t>(index);
  while (at >= 0 && depth_[at] > depth_[ancestor]) at = head_[at];
  return at == static_cast<std::int32_t>(ancestor);
}

bool is_subject(Deprel deprel) {
  switch (deprel) {
    case Deprel::nsubj:
    case Deprel::nsubj_outer:
    case Deprel::nsubj_pass:
    case Deprel::csubj:
    case Deprel::csubj_outer:
    case Deprel::csubj_pass:
      return true;
    default:
      return false;
  }
}

bool is_clause(Deprel deprel) {
  switch (deprel) {
    case Deprel::acl:
    case Deprel::acl_relcl:
    case Deprel::advcl:
    case Deprel::advcl_relcl:
    case Deprel::ccomp:
    case Deprel::csubj:
    case Deprel::csubj_outer:
    case Deprel::csubj_pass:
    case Deprel::parataxis:
    case Deprel::xcomp:
      return true;
    default:
      return false;
  }
}

}  // namespace entente
