// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// A person's name as names are compared across documents: folded words without what is no name ("DAS",
// "Jr."), the initials in its middle kept apart. "Brian P. McKeon" is brian, mckeon and p.
struct PersonName {
  std::vector<std::string> words;
  std::string initials;  // of the middle; empty where it has none

  static PersonName read(std::string_view text);

  bool is_full() const { return words.size() > 1; }
  std::string key() const;      // the words in order, with spaces between
  std::string bag_key() const;  // the same in byte order: "hagiuda koichi" and "koichi hagiuda" are alike
};

// Whether one forename may stand for the other: equal, an initial ("j"), or short for it ("tony", "antony").
bool forenames_agree(std::string_view a, std::string_view b);

// Spellings of one name: "sergei" and "sergey", "mohammed" and "mohamed", "yushchenko" and "yuschenko".
bool same_spelling(const std::string& a, const std::string& b);

// What a slip of the pen makes of a name: "brian" and "brain", "sofia" and "sofya".
bool slip(const std::string& a, const std::string& b);

}  // namespace entente
