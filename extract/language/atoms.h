// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

// What an atom, or a token made of atoms, looks like.
enum class AtomKind : std::uint8_t {
  none,  // past either end of a block
  lower,
  capitalised,
  upper,
  letter,
  mixed,  // letters: all small, first large, all large, one large, others
  digits,
  negation,
  clitic,  // "n't"; "'s" "'re" "’ll"
  period,
  dots,
  comma,
  semicolon,
  colon,
  question,
  exclamation,
  quote,
  apostrophe,
  open_quote,
  close_quote,
  open,
  close,
  hyphen,
  dash,
  currency,
  percent,
  slash,
  ampersand,
  at,
  number_sign,
  underscore,
  star,
  less,
  greater,
  symbol,
  emoji,
  bullet,  // "•"

  abbreviation,
  number,
  address,
  compound  // only tokens: "U.S.", "2.5", "a@b.org", other mixtures
};

enum class Gap : std::uint8_t { none, space, line };  // what stands before: nothing, blanks, one line end

// A piece of text that no token border cuts: a run of letters, of digits, or of one punctuation mark.
struct Atom {
  std::uint32_t begin = 0, end = 0;  // bytes
  std::uint32_t hash = 0;            // of the small letters, digits as 0
  AtomKind kind = AtomKind::none;
  Gap gap = Gap::none;
};

// Cuts a text into atoms, block by block: blocks are parted by empty lines. Combining marks, joiners,
// variation selectors and soft hyphens belong to the atom before them. White space is what Unicode calls so,
// with the zero-width space and the byte order mark. Reads every byte once; memory grows with the block only.
class AtomScanner {
 public:
  explicit AtomScanner(std::string_view text) : text_(text) {}

  // The next block that holds anything, into `atoms`; false at the end of the text.
  bool next_block(std::vector<Atom>& atoms);

 private:
  struct Space {
    std::uint32_t lines = 0;
    bool any = false;
  };
  Space skip_space();
  void scan_letters(std::vector<Atom>& atoms, Gap gap);
  void add_letters(std::vector<Atom>& atoms, Atom word);
  std::uint32_t end_of_contracted_not(const Atom& word) const;
  void scan_digits(std::vector<Atom>& atoms, Gap gap);
  void scan_mark(std::vector<Atom>& atoms, Gap gap);
  bool scan_clitic(std::vector<Atom>& atoms, std::uint32_t after_apostrophe, Gap gap);
  void extend(std::vector<Atom>& atoms);

  std::string_view text_;
  std::uint32_t at_ = 0;
};

}  // namespace entente
