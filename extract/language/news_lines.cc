// SPDX-License-Identifier: Apache-2.0
#include "extract/language/news_lines.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace entente {
namespace {

constexpr std::size_t longest_dateline = 16, longest_headline = 30, longest_byline = 14;

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_upper(small(c) == c ? static_cast<char>(c - 32) : c) || (c & 0x80);
}

bool equals_small(std::string_view word, std::string_view small_letters) {
  return std::equal(word.begin(), word.end(), small_letters.begin(), small_letters.end(),
                    [](char a, char b) { return small(a) == b; });
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return equals_small(word, w); });
}

bool is_month(std::string_view word) {
  static constexpr std::array<std::string_view, 25> months = {
      "january", "february", "march",    "april", "may",  "june", "july", "august", "september",
      "october", "november", "december", "jan",   "jan.", "feb",  "feb.", "mar.",   "apr.",
      "aug.",    "sept",     "sept.",    "oct.",  "nov.", "dec.", "sep."};
  return is_one_of(word, months);
}

bool is_dash(std::string_view form) {
  return form == "-" || form == "--" || form == "\u2013" || form == "\u2014";
}

// A token that may stand in a dateline before its agency and its dash.
bool fits_dateline(std::string_view form, AtomKind kind) {
  return kind == AtomKind::upper || kind == AtomKind::abbreviation || kind == AtomKind::comma ||
         kind == AtomKind::digits || kind == AtomKind::letter || kind == AtomKind::slash || is_month(form);
}

bool ends_clause(std::string_view form) {
  return form == "." || form == "?" || form == "!" || form == "..." || form == ":" || form == ";" ||
         form == ",";
}

// The paragraphs of an analysis: sentences of one are neighbours.
template <typename Use>
void each_paragraph(std::span<Sentence> sentences, Use&& use) {
  for (std::size_t at = 0; at < sentences.size();) {
    std::size_t end = at + 1;
    while (end < sentences.size() && sentences[end].paragraph == sentences[at].paragraph) ++end;
    use(sentences.subspan(at, end - at), end == sentences.size());
    at = end;
  }
}

std::string_view first_form(const Sentence& s) {
  return s.tokens.empty() ? std::string_view() : s.tokens[0].form;
}
std::string_view last_form(const Sentence& s) {
  return s.tokens.empty() ? std::string_view() : s.tokens.back().form;
}

bool begins_with(const Sentence& s, std::initializer_list<std::string_view> small_words) {
  if (s.tokens.size() < small_words.size()) return false;
  return std::equal(small_words.begin(), small_words.end(), s.tokens.begin(),
                    [](std::string_view word, const Token& t) { return equals_small(t.form, word); });
}

bool is_caption(std::span<const Sentence> paragraph) {
  const Sentence& first = paragraph.front();
  if (begins_with(first, {"file", "-"}) || begins_with(first, {"file", "\u2013"}) ||
      begins_with(first, {"file", "\u2014"}) || begins_with(first, {"file", "photo"}) ||
      begins_with(first, {"photo", ":"}) || begins_with(first, {"image", ":"}) ||
      begins_with(first, {"caption", ":"}) || begins_with(first, {"pictured", ":"}) ||
      begins_with(first, {"photo", "by"}) || begins_with(first, {"photo", "credit"}))
    return true;
  // "... in Geneva. (AP Photo/Name)", "... [Name/Reuters]"
  const auto& tokens = paragraph.back().tokens;
  std::size_t open = tokens.size();
  while (open > 0 && tokens.size() - open < 10 && tokens[open - 1].form != "(" &&
         tokens[open - 1].form != "[")
    --open;
  if (open == 0 || (tokens[open - 1].form != "(" && tokens[open - 1].form != "[")) return false;
  if (last_form(paragraph.back()) != ")" && last_form(paragraph.back()) != "]") return false;
  static constexpr std::array<std::string_view, 8> marks = {"photo", "reuters", "ap",    "afp",
                                                            "getty", "epa",     "image", "file"};
  bool slash = false, mark = false;
  for (std::size_t i = open; i < tokens.size(); ++i) {
    slash |= tokens[i].form.find('/') != std::string_view::npos;
    mark |= is_one_of(tokens[i].form, marks);
  }
  return slash && (mark || tokens[open - 1].form == "[");
}

bool is_name_like(std::string_view form) {
  static constexpr std::array<std::string_view, 8> small_words = {"of", "the", "for", "and",
                                                                  "to", "in",  "on",  "a"};
  return !form.empty() &&
         (is_upper(form[0]) || (form[0] & 0x80) || !is_letter(form[0]) || is_one_of(form, small_words));
}

// "By Anna Lind", "Reporting by ...; editing by ...", "Ned Lowe, Department Spokesperson" below a headline.
bool is_byline(std::span<const Sentence> paragraph, bool below_headline) {
  const Sentence& s = paragraph.front();
  if (begins_with(s, {"reporting", "by"}) || begins_with(s, {"editing", "by"}) ||
      begins_with(s, {"(", "reporting", "by"}) || begins_with(s, {"additional", "reporting"}) ||
      begins_with(s, {"written", "by"}))
    return true;
  if (paragraph.size() > 1 || s.tokens.size() < 2 || s.tokens.size() > longest_byline ||
      ends_clause(last_form(s)))
    return false;
  const bool all_names =
      std::all_of(s.tokens.begin() + 1, s.tokens.end(), [](const Token& t) { return is_name_like(t.form); });
  if (equals_small(first_form(s), "by")) return all_names;
  if (below_headline && (begins_with(s, {"office", "of"}) || begins_with(s, {"bureau", "of"})))
    return all_names;
  return below_headline && all_names && is_name_like(first_form(s)) && s.tokens.size() > 3 &&
         std::any_of(s.tokens.begin(), s.tokens.end(), [](const Token& t) { return t.form == ","; });
}

// A date alone, "March 5, 2021" or "5 March 2021".
bool is_date_line(std::span<const Sentence> paragraph) {
  const auto& tokens = paragraph.front().tokens;
  if (paragraph.size() > 1 || tokens.size() < 2 || tokens.size() > 7) return false;
  bool month = false;
  for (const Token& t : tokens) {
    const bool number = !t.form.empty() && t.form[0] >= '0' && t.form[0] <= '9';
    const bool weekday = t.form.ends_with("day") && is_upper(t.form[0]);
    if (!number && !weekday && !is_month(t.form) && t.form != "," && t.form != ".") return false;
    month |= is_month(t.form);
  }
  return month;
}

bool is_headline(std::span<const Sentence> paragraph, bool first) {
  const Sentence& s = paragraph.front();
  if (paragraph.size() > 1 || s.tokens.size() < 2) return false;
  return s.tokens.size() <= (first ? longest_headline : longest_headline / 2) && !ends_clause(last_form(s)) &&
         last_form(s) != "\"" && last_form(s) != "\u201D";
}

// Reads the beginning of a block: place names, a date, an agency in brackets or strokes, a dash.
class Dateline {
 public:
  Dateline(std::string_view text, std::span<const RawToken> block) : text_(text), block_(block) {}

  std::size_t length() {
    if (block_.size() < 4 || form(0) == "FILE" || form(0) == "PHOTO") return 0;
    for (; at_ < std::min(block_.size() - 1, longest_dateline); ++at_) {
      if (is_dash(form(at_)) && block_[at_].gap != Gap::none && at_ > 0) return after_dash();
      if (const std::size_t end = stroke_agency()) return end;
      if (!take()) return 0;
    }
    return 0;
  }

 private:
  std::string_view form(std::size_t i) const {
    return text_.substr(block_[i].begin, block_[i].end - block_[i].begin);
  }

  // Takes the token in hand, if datelines have such.
  bool take() {
    const std::string_view word = form(at_);
    const AtomKind kind = block_[at_].kind;
    if (in_brackets_) {
      agency_ |= word == ")";
      in_brackets_ = word != ")";
    } else if (word == "(") {
      in_brackets_ = true;
    } else if (word == ".") {
      needs_agency_ = true;  // "MOSCOW. Nov 25 (Interfax) -"
    } else if (!fits_dateline(word, kind)) {
      // "SEOUL, South Korea —"; without capitals before it only an agency makes it a dateline
      if (kind != AtomKind::capitalised) return false;
      needs_agency_ |= at_ < 2 || form(1) != ",";
    }
    return true;
  }

  std::size_t after_dash() const {
    if (in_brackets_ || block_[at_ + 1].gap == Gap::none) return 0;
    if (agency_) return starts_with_place() || form(0) == "(" ? at_ + 1 : 0;
    return block_[0].kind == AtomKind::upper && !needs_agency_ && at_ <= 8 ? at_ + 1 : 0;
  }

  bool starts_with_place() const {
    return block_[0].kind == AtomKind::upper || block_[0].kind == AtomKind::capitalised;
  }

  // "MOSCOW, November 25. /TASS/." ends with its agency: the tokens up to there, or 0.
  std::size_t stroke_agency() const {
    std::size_t end = block_[at_].begin + 1;
    if (at_ == 0 || text_[end - 1] != '/' || block_[at_].gap == Gap::none || !starts_with_place()) return 0;
    while (end < text_.size() && is_upper(text_[end])) ++end;
    if (end - block_[at_].begin < 4 || end >= text_.size() || text_[end] != '/') return 0;
    std::size_t last = at_;
    while (last < block_.size() && (last == at_ || block_[last].gap == Gap::none)) ++last;
    return last < block_.size() ? last : 0;
  }

  std::string_view text_;
  std::span<const RawToken> block_;
  std::size_t at_ = 0;
  bool in_brackets_ = false, agency_ = false, needs_agency_ = false;
};

}  // namespace

std::size_t dateline_length(std::string_view text, std::span<const RawToken> block) {
  return Dateline(text, block).length();
}

void set_roles(std::span<Sentence> sentences) {
  bool first = true, below_headline = false;
  each_paragraph(sentences, [&](std::span<Sentence> paragraph, bool last) {
    const auto set = [&](SentenceRole role) {
      for (Sentence& s : paragraph) s.role = role;
    };
    const bool dateline = paragraph.front().role == SentenceRole::dateline;
    bool headline = false;
    if (dateline) {
    } else if (is_caption(paragraph)) {
      set(SentenceRole::caption);
    } else if (is_date_line(paragraph)) {
      set(SentenceRole::dateline);
    } else if (is_byline(paragraph, below_headline)) {
      set(SentenceRole::byline);
    } else if (!last && is_headline(paragraph, first)) {
      set(SentenceRole::headline);
      headline = true;
    }
    below_headline = headline && first;
    first = false;
  });
}

void mark_duplicates(std::span<Sentence> sentences) {
  constexpr std::size_t least_words = 4;
  std::unordered_set<std::uint64_t> seen;
  for (Sentence& s : sentences) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    std::size_t words = 0;
    for (const Token& t : s.tokens) {
      if (t.form.empty() || (!is_letter(t.form[0]) && !(t.form[0] >= '0' && t.form[0] <= '9'))) continue;
      for (const char c : t.form) hash = (hash ^ static_cast<unsigned char>(small(c))) * 0x100000001B3u;
      hash = (hash ^ 0xFF) * 0x100000001B3u;
      ++words;
    }
    if (words >= least_words) s.duplicate = !seen.insert(hash).second;
  }
}

}  // namespace entente
