// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "extract/language/conllu.h"

namespace entente {

// Right ones among the gold and the found ones.
struct F1 {
  std::size_t gold = 0, found = 0, right = 0;
  double precision() const { return found ? static_cast<double>(right) / static_cast<double>(found) : 0; }
  double recall() const { return gold ? static_cast<double>(right) / static_cast<double>(gold) : 0; }
  double value() const {
    return gold + found ? 2.0 * static_cast<double>(right) / static_cast<double>(gold + found) : 0;
  }
  bool operator==(const F1&) const = default;
};

// The measures of the CoNLL 2018 shared task, https://universaldependencies.org/conll18/evaluation.html: all
// are F1. Words are aligned by the characters they span, inside multiword tokens by the longest common
// subsequence of forms. Features count without language-specific ones; relations without subtype; a gold
// lemma of `_` is always right.
struct ConllScore {
  F1 tokens, sentences, words, upos, feats, lemmas, uas, las;
  bool operator==(const ConllScore&) const = default;
};

// Scores `found` against `gold`. Throws InputError naming `file` when the two do not hold the same
// characters.
ConllScore score_conll(std::span<const ConlluSentence> gold, std::span<const ConlluSentence> found,
                       const std::string& file);

// Names by exact span and type, from the MISC keys Name or Uner: a score for each type that gold has, and one
// for all of those together under "all". Found names of other types are passed over.
std::map<std::string, F1> score_names(std::span<const ConlluSentence> gold,
                                      std::span<const ConlluSentence> found);

// Reads a file of tokens with IOB2 tags, one token a line, the tag last: "form ... tag" or "number form ...
// tag", columns parted by tabs or blanks; empty lines part sentences. The tags become the MISC key Name. The
// types of the Groningen Meaning Bank are translated: geo and gpe are LOC, a gpe that is tagged as adjective
// or plural NORP, tim is none.
std::vector<ConlluSentence> read_iob2(std::string_view bytes, const std::string& file);

// Whether the file's first token line has fewer columns than CoNLL-U.
bool looks_like_iob2(std::string_view bytes);

}  // namespace entente
