// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/word_lists.h"

#include <algorithm>

#include "graph/error.h"

namespace entente {

extern const std::string_view kActorWordsText;

namespace {

// In the order of WordList.
constexpr std::string_view names[] = {"office",
                                      "public-office",
                                      "private-role",
                                      "title-modifier",
                                      "unofficial",
                                      "honorific",
                                      "past",
                                      "stands-for-owner",
                                      "institution",
                                      "public-body",
                                      "descriptor",
                                      "state",
                                      "saying",
                                      "woman",
                                      "man",
                                      "calendar",
                                      "generic-name",
                                      "document",
                                      "group",
                                      "people",
                                      "particle",
                                      "needs-owner",
                                      "sent",
                                      "rank",
                                      "speakers-title",
                                      "private-type",
                                      "possessor",
                                      "direction",
                                      "loose-modifier",
                                      "facility",
                                      "name-suffix",
                                      "name-prefix",
                                      "acts-for-state",
                                      "state-modifier",
                                      "short-description"};
static_assert(std::size(names) == static_cast<std::size_t>(WordList::short_description) + 1);

}  // namespace

WordLists WordLists::parse(std::string text, const std::string& file) {
  WordLists lists;
  lists.text_ = std::make_unique<const std::string>(std::move(text));
  std::string_view rest = *lists.text_;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 1));
    if (!line.empty() && line.front() != '#') lists.add_line(line, number, file);
  }
  return lists;
}

void WordLists::add_line(std::string_view line, std::size_t number, const std::string& file) {
  const auto tab = line.find('\t');
  const std::string_view list = line.substr(0, tab);
  const auto named = std::find(std::begin(names), std::end(names), list);
  const bool nickname = list == "nickname";
  if (named == std::end(names) && !nickname)
    throw InputError(file, number, 1, "no list is called " + std::string(list));
  if (tab == std::string_view::npos)
    throw InputError(file, number, line.size() + 1, "a tab and words expected");
  for (std::size_t at = tab + 1; at < line.size();) {
    const auto end = std::min(line.find(' ', at), line.size());
    const std::string_view word = line.substr(at, end - at);
    const std::size_t column = at + 1;
    at = end + 1;
    if (word.empty()) throw InputError(file, number, column, "a word expected");
    if (std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      throw InputError(file, number, column, "small letters expected: " + std::string(word));
    if (nickname) {
      nicknames_[word].push_back(classes_);
    } else if (!lists_[static_cast<std::size_t>(named - std::begin(names))].insert(word).second) {
      throw InputError(file, number, column, std::string(word) + " is in this list already");
    }
  }
  if (nickname) ++classes_;
}

const WordLists& WordLists::built_in() {
  static const WordLists lists = parse(std::string(kActorWordsText), "data/actor_words.tsv");
  return lists;
}

std::span<const int> WordLists::nickname_classes(std::string_view forename) const {
  const auto found = nicknames_.find(forename);
  return found == nicknames_.end() ? std::span<const int>() : std::span<const int>(found->second);
}

}  // namespace entente
