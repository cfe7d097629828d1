// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/body_name.h"

#include <algorithm>
#include <iterator>

namespace entente {
namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string american(std::string word) {
  static constexpr std::pair<std::string_view, std::string_view> spellings[] = {
      {"defence", "defense"}, {"organisation", "organization"}, {"labour", "labor"},
      {"centre", "center"},   {"centres", "centers"},           {"programme", "program"}};
  for (const auto& [from, to] : spellings)
    if (word == from) return std::string(to);
  if (word == "for") return "of";
  return word;
}

}  // namespace

std::string body_core(std::string_view folded) {
  Words words;
  for (std::string& word : words_of(folded))
    if (word != "the" && word != "and") words.push_back(american(std::move(word)));
  if (words.size() > 2 && (words[0] == "ministry" || words[0] == "department") && words[1] == "of") {
    std::rotate(words.begin(), words.begin() + 2, words.end());  // "ministry of defense": "defense ministry"
    words.erase(words.end() - 1);
  }
  const std::string core = joined(words);
  if (core == "mfa" || core == "foreign affairs ministry") return "foreign ministry";
  if (core == "army" || core == "national army" || core == "armed forces") return "military";
  return core;
}

std::vector<std::string> without_slip(std::string_view name) {
  std::vector<std::string> names;
  if (name.size() < 10 || name.size() > 100) return names;
  for (std::size_t i = 1; i < name.size(); ++i) {
    std::string other(name);
    other.erase(i, 1);
    names.push_back(std::move(other));
    if (i + 1 == name.size() || name[i] == name[i + 1] || name[i] == ' ' || name[i + 1] == ' ') continue;
    names.emplace_back(name);
    std::swap(names.back()[i], names.back()[i + 1]);
  }
  return names;
}

}  // namespace entente
