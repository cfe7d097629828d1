// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

#include "extract/document/reader.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> month_names = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Words and numbers of a line, punctuation left out.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words(1);
  for (const char c : line) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

int month_of(std::string_view word) {
  for (std::size_t m = 0; m < months.size(); ++m)
    if (word == months[m] || word == month_names[m] || (m == 8 && word == "sept"))
      return static_cast<int>(m) + 1;
  return 0;
}

int number_of(std::string_view word, int low, int high) {
  if (word.empty() || word.size() > 4 || !std::all_of(word.begin(), word.end(), is_digit)) return 0;
  int value = 0;
  for (const char c : word) value = value * 10 + (c - '0');
  return value >= low && value <= high ? value : 0;
}

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month) - 1];
}

std::string format_date(int year, int month, int day) {
  if (day > days_in(year, month)) return {};
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
  return text.data();
}

// "November 10 2019" or "10 November 2019" anywhere among the words.
std::string date_in_words(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    const int year = number_of(words[i + 2], 1800, 2199);
    if (year == 0) continue;
    if (const int month = month_of(words[i]); month != 0)
      if (const int day = number_of(words[i + 1], 1, 31); day != 0) return format_date(year, month, day);
    if (const int month = month_of(words[i + 1]); month != 0)
      if (const int day = number_of(words[i], 1, 31); day != 0) return format_date(year, month, day);
  }
  return {};
}

// What stands before the dash of "MOSCOW, 3 March 2021 (Agency) - Russia ..."; the whole line where it is
// short.
std::string_view dateline_part(std::string_view line) {
  constexpr std::size_t longest = 90;
  for (const std::string_view dash : {" - ", " -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", "\xE2\x80\x94"})
    if (const auto at = line.substr(0, longest).find(dash); at != std::string_view::npos)
      return line.substr(0, at);
  return line.size() <= longest && words_of(line).size() <= 10 ? line : std::string_view();
}

}  // namespace

std::string iso_date(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  std::size_t length = 0;
  while (length < text.size() && length < form.size() &&
         (form[length] == 'd' ? is_digit(text[length]) : text[length] == '-'))
    ++length;
  const bool time_follows = length == 10 && text.size() > 10 && (text[10] == 'T' || text[10] == ' ');
  if (length != text.size() && !time_follows) return {};
  if (length != 4 && length != 7 && length != 10) return {};
  if (length >= 7 && number_of(text.substr(5, 2), 1, 12) == 0) return {};
  if (length == 10) {
    const int day = number_of(text.substr(8, 2), 1, 31);
    const int year = number_of(text.substr(0, 4), 1, 9999);
    if (day == 0 || year == 0 || day > days_in(year, number_of(text.substr(5, 2), 1, 12))) return {};
  }
  return std::string(text.substr(0, length));
}

std::string find_dateline_date(std::string_view text) {
  constexpr int lines_to_look_at = 8;
  for (int seen = 0; seen < lines_to_look_at && !text.empty();) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view part = dateline_part(text.substr(0, end));
    if (std::string iso = iso_date(part); iso.size() == 10) return iso;
    if (std::string date = date_in_words(words_of(part)); !date.empty()) return date;
    if (end != 0) ++seen;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

std::string find_headline(std::string_view text) {
  constexpr std::size_t longest = 220;
  while (!text.empty() && (text.front() == '\n' || text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  const auto end = text.find('\n');
  if (end == std::string_view::npos || end > longest) return {};
  std::string_view line = text.substr(0, end);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  const bool more_follows = text.find_first_not_of(" \t\n", end) != std::string_view::npos;
  const bool is_sentence = line.empty() || line.back() == '.' || line.back() == ':' || line.back() == ',';
  return more_follows && !is_sentence ? std::string(line) : std::string();
}

}  // namespace entente
