// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace entente {

// The lists of data/actor_words.tsv, named as there with "-" for "_".
enum class WordList : std::uint8_t {
  office,
  public_office,
  private_role,
  title_modifier,
  unofficial,
  honorific,
  past,
  stands_for_owner,
  institution,
  public_body,
  descriptor,
  state,
  saying,
  woman,
  man,
  calendar,
  generic_name,
  document,
  group,
  people,
  particle,
  needs_owner,
  sent,
  rank,
  speakers_title,
  private_type,
  possessor,
  direction,
  loose_modifier,
  facility,
  name_suffix,
  name_prefix,
  acts_for_state,
  state_modifier,
  short_description,
};

// Words by which actors are found. A file of lines `list<TAB>word word ...`; `#` begins a comment line, and a
// list may take several lines. A line of the list `nickname` is a class of forenames that stand for one
// another.
class WordLists {
 public:
  // Throws InputError with file:line:col for a list that is not known, a capital, a word twice in a list.
  static WordLists parse(std::string text, const std::string& file);

  // Those that the library carries.
  static const WordLists& built_in();

  bool has(WordList list, std::string_view word) const {
    return lists_[static_cast<std::size_t>(list)].contains(word);
  }

  // The classes of nicknames that the folded forename is in; empty for most.
  std::span<const int> nickname_classes(std::string_view forename) const;

 private:
  static constexpr std::size_t list_count = static_cast<std::size_t>(WordList::short_description) + 1;
  void add_line(std::string_view line, std::size_t number, const std::string& file);

  std::unique_ptr<const std::string> text_;  // what the views point into
  std::array<std::unordered_set<std::string_view>, list_count> lists_;
  std::unordered_map<std::string_view, std::vector<int>> nicknames_;
  int classes_ = 0;
};

}  // namespace entente
