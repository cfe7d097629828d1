// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/relations/dependency_tree.h"
#include "extract/relations/lexicon.h"

namespace entente {

// A sentence with its tree and, for each token, what the lexicon knows of it.
class SentenceView {
 public:
  SentenceView(const Sentence& sentence, const Lexicon& lexicon);

  const DependencyTree& tree() const noexcept { return tree_; }
  const Sentence& sentence() const noexcept { return tree_.sentence(); }
  std::uint32_t size() const noexcept { return tree_.size(); }

  // Hash of the lemma in lower case.
  std::uint32_t lemma(std::uint32_t token) const { return lemma_[token]; }

  // The lexicon's entries for the token, those of its phrases ("call off", "hold talks") first.
  std::span<const LexiconEntry* const> entries(std::uint32_t token) const {
    return {entries_.data() + first_[token], first_[token + 1] - first_[token]};
  }

  // Whether the token is a verb, a noun or an adjective, or a name that the lexicon takes for one ("the
  // Summit").
  bool is_content(std::uint32_t token) const;

 private:
  void look_up(std::uint32_t token, const Lexicon& lexicon);
  bool is_out_of(std::uint32_t token) const;
  bool look_up_verb_phrases(std::uint32_t verb, std::string_view lemma, const Lexicon& lexicon);
  void look_up_noun_phrases(std::uint32_t noun, std::string_view lemma, const Lexicon& lexicon);
  bool take(const std::vector<LexiconEntry>& entries);

  DependencyTree tree_;
  std::vector<std::uint32_t> lemma_;
  std::vector<std::uint32_t> first_;
  std::vector<const LexiconEntry*> entries_;
};

}  // namespace entente
