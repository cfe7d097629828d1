// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// A run of letters and digits of a token, folded for comparison: lower case, without diacritics, full stops
// inside abbreviations dropped. "al-Qaida" is al, qaida; "U.S.-led" is us, led; "d'Ivoire" is d, ivoire.
struct NameAtom {
  enum class Casing : std::uint8_t { lower, capital, upper };
  std::uint64_t hash = 0;
  std::uint32_t token = 0;
  bool starts_token = false;
  bool ends_token = false;
  bool before_hyphen = false;  // a hyphen, a dash or an apostrophe follows inside the token
  Casing casing = Casing::lower;
};

// Appends the atoms of a token.
void append_name_atoms(std::string_view token, std::uint32_t index, std::vector<NameAtom>& out);

// The atoms of a text that is not yet cut into tokens.
std::vector<NameAtom> name_atoms_of(std::string_view text);

// The text folded: atoms joined by single spaces ("al qaida"). What ids and comparisons of names are made
// from.
std::string fold_name(std::string_view text);

// The hash of a folded atom.
std::uint64_t name_hash(std::string_view folded);

}  // namespace entente
