// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/sentence.h"

namespace entente {

// Gives each token its lemma, from its form, part of speech and features. What to cut from a word and what to
// add is asked of the longest ending that the model knows, the whole word being the longest; what becomes of
// capitals likewise. Written by training/lemmas.py.
class Lemmatizer {
 public:
  // Lemmas of one analysis, so that each pair of form and features is worked out once.
  class Scratch {
   public:
    // Forgets all; call it before another analysis.
    void clear();

   private:
    friend class Lemmatizer;
    struct Entry {
      std::string_view form, feats, lemma;
      std::uint64_t hash = 0;  // 0: free
    };
    std::vector<Entry> entries_;
    std::size_t used_ = 0;
    std::string small_, buffer_;
  };

  // Reads the section "lemmas". Throws InputError naming `file` when it is not what it should be.
  Lemmatizer(std::span<const std::byte> section, std::string_view file);

  // Sets the lemmas of a sentence that is tagged and parsed. They point into the forms or into
  // `analysis.arena`.
  void annotate(Sentence& sentence, Analysis& analysis, Scratch& scratch) const;

  // The lemma of one word; `place` is where its capital stands: S where a
  // sentence begins, N beside a name, else C. For tests.
  std::string lemma(std::string_view form, Upos upos, std::string_view feats, char place = 'C') const;

 private:
  // An open-addressed table from endings to answers.
  struct Table {
    std::uint32_t mask = 0;
    const std::uint32_t* checks = nullptr;
    const std::uint16_t* values = nullptr;
    int find(std::uint64_t hash) const;  // -1: none
    int longest(std::uint64_t class_hash, std::string_view word) const;
  };
  struct Answer {
    std::uint32_t offset;
    std::uint16_t length, strip;
  };

  static Table read_table(std::span<const std::byte>& rest, std::uint32_t answers, std::string_view file);
  std::string_view add_of(const Answer& a) const { return strings_.substr(a.offset, a.length); }
  void make(std::string_view form, Upos upos, std::string_view feats, char place, std::string& small,
            std::string& out) const;

  std::vector<Answer> answers_;
  Table edits_, capitals_;
  std::string_view strings_;
};

}  // namespace entente
