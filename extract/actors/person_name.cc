// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/person_name.h"

#include <algorithm>

#include "extract/actors/name_atoms.h"
#include "extract/actors/word_lists.h"

namespace entente {
namespace {

constexpr std::size_t most_words = 12;

// "P.", "H.W.": capitals with full stops.
bool is_initial(std::string_view word) {
  if (word.empty() || word.size() > 6) return false;
  bool stop = word.size() == 1;
  for (const char c : word) {
    if (c == '.')
      stop = true;
    else if (c < 'A' || c > 'Z')
      return false;
  }
  return stop;
}

// Letters that transliterations take for one another.
bool alike(char a, char b) {
  static constexpr std::string_view groups[] = {"aeiouy", "kqc", "sz", "ij", "vw", "yj", "dt"};
  return std::any_of(std::begin(groups), std::end(groups), [&](std::string_view g) {
    return g.find(a) != std::string_view::npos && g.find(b) != std::string_view::npos;
  });
}

std::string joined(const std::vector<std::string>& words) {
  std::string key;
  for (const std::string& word : words) key += (key.empty() ? "" : " ") + word;
  return key;
}

}  // namespace

PersonName PersonName::read(std::string_view text) {
  const WordLists& lists = WordLists::built_in();
  PersonName name;
  bool first_is_initial = false;
  for (std::size_t at = 0; at < text.size() && name.words.size() < most_words;) {
    const auto end = std::min(text.find(' ', at), text.size());
    const std::string_view raw = text.substr(at, end - at);
    at = end + 1;
    const std::string folded = fold_name(raw);
    if (folded.empty()) continue;
    const bool last = at >= text.size();
    if (name.words.empty()) first_is_initial = is_initial(raw);
    if (is_initial(raw) && !name.words.empty() && !last) {
      name.initials += folded;
      continue;
    }
    for (std::size_t from = 0; from < folded.size();) {  // "Jean-Yves" is two words
      const auto to = std::min(folded.find(' ', from), folded.size());
      name.words.push_back(folded.substr(from, to - from));
      from = to + 1;
    }
  }
  const auto drop = [&](const std::string& word) {
    return lists.has(WordList::name_prefix, word) || lists.has(WordList::name_suffix, word);
  };
  // "M. Nasser Reis", "H.E. Ann Low"; but "N. Reis".
  if (first_is_initial && name.words.size() > 2) {
    name.initials.insert(0, name.words.front());
    name.words.erase(name.words.begin());
  }
  while (name.words.size() > 1 && drop(name.words.back())) name.words.pop_back();
  while (name.words.size() > 1 && lists.has(WordList::name_prefix, name.words.front()))
    name.words.erase(name.words.begin());
  return name;
}

std::string PersonName::key() const {
  return joined(words);
}

std::string PersonName::bag_key() const {
  std::vector<std::string> sorted = words;
  std::sort(sorted.begin(), sorted.end());
  return joined(sorted);
}

bool same_spelling(const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (a.size() < 5 || b.size() < 5 || a[0] != b[0]) return false;
  const std::string& longer = a.size() >= b.size() ? a : b;
  const std::string& shorter = a.size() >= b.size() ? b : a;
  if (longer.size() - shorter.size() > 1) return false;
  std::size_t i = 0;
  while (i < shorter.size() && longer[i] == shorter[i]) ++i;
  if (longer.size() == shorter.size())
    return alike(longer[i], shorter[i]) && longer.compare(i + 1, std::string::npos, shorter, i + 1) == 0;
  if (longer.compare(i + 1, std::string::npos, shorter, i) != 0) return false;
  const char extra = longer[i];
  return extra == 'h' || extra == 'y' || extra == 'e' || extra == 'i' ||
         (i > 0 && longer[i - 1] == extra && (extra < '0' || extra > '9'));
}

// What a slip of the pen makes: two letters changed over, a vowel or an h for nothing or for another.
bool slip(const std::string& a, const std::string& b) {
  if (a.size() < 5 || b.size() < 5 || a[0] != b[0]) return false;
  if (a.size() != b.size()) return same_spelling(a, b);
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i])
    return a.compare(i + 2, std::string::npos, b, i + 2) == 0;
  constexpr std::string_view vowels = "aeiouy";
  return i < a.size() && vowels.find(a[i]) != std::string_view::npos &&
         vowels.find(b[i]) != std::string_view::npos && a.compare(i + 1, std::string::npos, b, i + 1) == 0;
}

bool forenames_agree(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.empty() || b.empty()) return false;
  if ((a.size() == 1 || b.size() == 1) && a.front() == b.front()) return true;
  for (const int one : WordLists::built_in().nickname_classes(a))
    for (const int other : WordLists::built_in().nickname_classes(b))
      if (one == other) return true;
  return false;
}

}  // namespace entente
