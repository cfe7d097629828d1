// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/label.h"

#include <algorithm>

#include "graph/utf8.h"

namespace entente {
namespace {

// Length of the UTF-8 sequence that begins with this byte of valid text.
std::size_t sequence(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

bool is_space(std::string_view letter) {
  return letter == " " || letter == "\t" || letter == "\n" || letter == "\r" || letter == "\u00A0";
}

// XML has no room for these: other C0 and C1 controls, U+FFFE, U+FFFF. Line and paragraph separators and
// bidirectional overrides could rearrange what stands beside them.
bool is_unfit(std::string_view letter) {
  if (letter.size() == 1) return static_cast<unsigned char>(letter[0]) < 0x20 || letter[0] == 0x7F;
  if (letter.size() == 2) return letter[0] == '\xC2' && static_cast<unsigned char>(letter[1]) < 0xA0;
  if (letter.size() != 3) return false;
  return letter == "\uFFFE" || letter == "\uFFFF" || (letter >= "\u2028" && letter <= "\u202E") ||
         (letter >= "\u2066" && letter <= "\u2069");
}

// The letters of the text, cleaned, without leading, trailing or repeated spaces.
std::vector<std::string_view> letters_of(std::string_view valid) {
  std::vector<std::string_view> letters;
  for (std::size_t at = 0; at < valid.size(); at += sequence(valid[at])) {
    const std::string_view letter = valid.substr(at, sequence(valid[at]));
    if (!is_space(letter))
      letters.push_back(is_unfit(letter) ? "\uFFFD" : letter);
    else if (!letters.empty() && letters.back() != " ")
      letters.push_back(" ");
  }
  if (!letters.empty() && letters.back() == " ") letters.pop_back();
  return letters;
}

std::string_view escaped(std::string_view letter) {
  if (letter == "&") return "&amp;";
  if (letter == "<") return "&lt;";
  if (letter == ">") return "&gt;";
  if (letter == "\"") return "&quot;";
  return letter;
}

std::size_t length_of(std::string_view valid) {
  return static_cast<std::size_t>(
      std::count_if(valid.begin(), valid.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string cut(std::string_view valid, std::size_t limit) {
  if (length_of(valid) <= limit) return std::string(valid);
  std::size_t at = 0;
  for (std::size_t i = 1; i < limit; ++i) at += sequence(valid[at]);
  while (at > 0 && valid[at - 1] == ' ') --at;
  return std::string(valid.substr(0, at)) + "\u2026";
}

// Of space to tilde in Helvetica, in thousandths of the size.
constexpr short kWidths[] = {278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
                             556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
                             1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                             667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
                             333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
                             556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};

std::vector<std::string> words_of(std::string_view text) {
  const std::string valid = repair_utf8(text);
  std::vector<std::string> words(1);
  for (const std::string_view letter : letters_of(valid)) {
    if (letter == " ")
      words.emplace_back();
    else
      words.back() += letter;
  }
  return words;
}

}  // namespace

std::string label_text(std::string_view text) {
  const std::string valid = repair_utf8(text);
  std::string out;
  for (const std::string_view letter : letters_of(valid)) out += escaped(letter);
  return out.empty() ? "&#160;" : out;
}

std::vector<std::string> wrap_label(std::string_view text, std::size_t limit, std::size_t most) {
  std::vector<std::string> lines;
  for (const std::string& word : words_of(text)) {
    const bool fits = !lines.empty() && length_of(lines.back()) + 1 + length_of(word) <= limit;
    if (fits || lines.size() == most)
      lines.back() += " " + word;
    else
      lines.push_back(word);
  }
  for (std::string& line : lines) line = cut(line, limit + limit / 2);
  return lines;
}

double text_width(std::string_view text, double size) {
  double thousandths = 0;
  const std::string valid = repair_utf8(text);
  for (std::size_t at = 0; at < valid.size(); at += sequence(valid[at])) {
    const auto byte = static_cast<unsigned char>(valid[at]);
    if (byte >= 0x20 && byte < 0x7F)
      thousandths += kWidths[byte - 0x20];
    else
      thousandths += sequence(valid[at]) < 3 ? 600
                     : valid[at] == '\xE2'   ? 700
                                             : 1000;  // Latin, signs, ideographs
  }
  return thousandths * size / 1000;
}

}  // namespace entente
