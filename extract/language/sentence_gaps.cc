// SPDX-License-Identifier: Apache-2.0
#include "extract/language/sentence_gaps.h"

#include <algorithm>

#include "extract/language/known_words.h"

namespace entente {
namespace {

std::uint32_t code(const RawToken& t) {
  return static_cast<std::uint32_t>(t.kind);
}
std::uint32_t pack(const RawToken& a, const RawToken& b) {
  return code(a) | code(b) << 8;
}
std::uint32_t pack(const RawToken& a, const RawToken& b, const RawToken& c) {
  return pack(a, b) | code(c) << 16;
}
std::uint32_t pack(const RawToken& a, const RawToken& b, const RawToken& c, const RawToken& d) {
  return pack(a, b, c) | code(d) << 24;
}

bool ends_sentences(AtomKind k) {
  return k == AtomKind::period || k == AtomKind::dots || k == AtomKind::question ||
         k == AtomKind::exclamation;
}

bool is_word(AtomKind k) {
  return k >= AtomKind::lower && k <= AtomKind::clitic;
}
bool has_capital(AtomKind k) {
  return k >= AtomKind::capitalised && k <= AtomKind::letter;
}

std::uint32_t length_class(std::size_t length) {
  constexpr std::uint8_t classes[] = {0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 8};
  if (length < 16) return classes[length];
  return length < 24 ? 8 : length < 40 ? 9 : length < 64 ? 10 : 11;
}

}  // namespace

const RawToken& SentenceGaps::token(std::size_t i) const {
  static const RawToken none;
  return i < tokens_.size() ? tokens_[i] : none;
}

void SentenceGaps::enter_block(std::span<const RawToken> tokens) {
  tokens_ = tokens;
  seen_ = seen_start_ = 0;
  quotes_ = brackets_ = 0;
  to_end_.resize(tokens.size() + 1);
  to_end_[tokens.size()] = 63;
  std::size_t words = 0, capitals = 0, large = 0, ends = 0;
  for (std::size_t i = tokens.size(); i-- > 0;) {
    const AtomKind kind = tokens[i].kind;
    to_end_[i] = ends_sentences(kind) ? 0 : static_cast<std::uint16_t>(std::min(to_end_[i + 1] + 1, 63));
    words += is_word(kind);
    capitals += has_capital(kind);
    large += kind == AtomKind::upper;
    ends += ends_sentences(kind);
  }
  capitals_ = large * 2 > words;
  title_case_ = !capitals_ && capitals * 5 > words * 3;
  has_ends_ = ends > 0;
  look_over_lines();
}

// At each line's first token: whether its first word would have fitted on the line before (then the writer
// ended the line on purpose), and whether that line is short.
void SentenceGaps::look_over_lines() {
  lines_ = 1;
  std::size_t longest = 0, line_begin = 0;
  for (std::size_t i = 1; i <= tokens_.size(); ++i) {
    if (i < tokens_.size() && tokens_[i].gap != Gap::line) continue;
    longest = std::max<std::size_t>(longest, tokens_[i - 1].end - tokens_[line_begin].begin);
    lines_ += i < tokens_.size();
    line_begin = i;
  }
  if (lines_ == 1) return;
  line_class_.assign(tokens_.size(), 0);
  line_begin = 0;
  for (std::size_t i = 1; i < tokens_.size(); ++i) {
    if (tokens_[i].gap != Gap::line) continue;
    const std::size_t length = tokens_[i - 1].end - tokens_[line_begin].begin;
    const std::size_t with_word = length + 1 + tokens_[i].end - tokens_[i].begin;
    line_class_[i] = static_cast<std::uint8_t>(1 + (with_word <= longest) + (length * 4 < longest * 3) +
                                               (longest > 100 ? 3 : 0));
    line_begin = i;
  }
}

bool SentenceGaps::possible(std::size_t i) const {
  const RawToken &before = tokens_[i - 1], &next = tokens_[i];
  if (next.gap == Gap::line) return true;
  if (next.gap == Gap::none)
    return ends_sentences(before.kind) || before.kind == AtomKind::close_quote ||
           before.kind == AtomKind::quote;
  if (is_word(before.kind) || before.kind == AtomKind::comma)
    return next.kind != AtomKind::lower && next.kind != AtomKind::negation && next.kind != AtomKind::clitic;
  return true;
}

bool SentenceGaps::is_item_number(std::size_t i) const {
  if (tokens_[i].gap != Gap::line || tokens_[i].end - tokens_[i].begin > 3 || i + 2 >= tokens_.size())
    return false;
  if (tokens_[i].kind != AtomKind::digits) return false;
  const AtomKind mark = tokens_[i + 1].kind;
  return (mark == AtomKind::period || mark == AtomKind::close) && tokens_[i + 1].gap == Gap::none &&
         tokens_[i + 2].gap == Gap::space;
}

int SentenceGaps::certain(std::size_t i) const {
  if (i >= 2 && is_item_number(i - 2)) return 0;
  if (is_item_number(i)) return 1;
  const AtomKind kind = tokens_[i].kind;
  const bool mark = kind == AtomKind::hyphen || kind == AtomKind::dash || kind == AtomKind::star ||
                    kind == AtomKind::bullet;
  const bool item = mark && tokens_[i].gap == Gap::line && i + 1 < tokens_.size() &&
                    tokens_[i + 1].gap == Gap::space &&
                    (kind == AtomKind::bullet || tokens_[i].end - tokens_[i].begin <= 3);
  return item ? 1 : -1;
}

void SentenceGaps::follow_quotes(std::size_t i, std::size_t start) {
  if (start != seen_start_) seen_start_ = start, seen_ = std::max(seen_, start);
  for (; seen_ < i; ++seen_) {
    const AtomKind kind = tokens_[seen_].kind;
    if (kind == AtomKind::quote)
      quotes_ ^= 1;
    else if (kind == AtomKind::open_quote)
      quotes_ = 1;
    else if (kind == AtomKind::close_quote)
      quotes_ = 0;
    else if (kind == AtomKind::open)
      brackets_ = 1;
    else if (kind == AtomKind::close)
      brackets_ = 0;
  }
}

void SentenceGaps::features(std::size_t i, std::size_t start, FeatureRows& rows) {
  follow_quotes(i, start);
  const RawToken &p1 = back(i, 1), &p2 = back(i, 2), &p3 = back(i, 3);
  const RawToken &n1 = token(i), &n2 = token(i + 1), &n3 = token(i + 2);
  const std::uint32_t gap = static_cast<std::uint32_t>(n1.gap);
  const std::uint32_t edge = pack(p1, n1) | gap << 16;
  const std::uint32_t length = length_class(i - start);
  const std::uint32_t line = lines_ > 1 ? line_class_[i] : 0;
  const std::uint32_t block = capitals_ | title_case_ << 1 | has_ends_ << 2 | (lines_ > 1) << 3;
  const std::uint32_t left = length_class(tokens_.size() - i);
  const std::uint32_t to_end = length_class(to_end_[i]);
  const std::uint32_t inside = quotes_ | brackets_ << 1;
  const bool title = is_title_abbreviation(p1.hash) || is_title_abbreviation(p2.hash);
  // Which way a straight quote looks shows in the blanks beside it.
  const std::uint32_t blanks = (p1.gap != Gap::none) | (n2.gap != Gap::none) << 1;

  rows.clear();
  rows.add(0, 0);
  rows.add(1, edge);
  rows.add(2, pack(p2, p1, n1, n2), gap);
  rows.add(3, p1.hash, code(n1), gap);
  rows.add(4, p1.hash, n1.hash);
  rows.add(5, n1.hash, code(p1), gap);
  rows.add(6, p2.hash, pack(p1, n1));
  rows.add(7, n1.hash, pack(p1, n2));
  rows.add(8, n2.hash, pack(p1, n1));
  rows.add(9, p2.hash, p1.hash);
  rows.add(10, pack(p3, p2, p1, n1));
  rows.add(11, pack(p1, n1, n2, n3));
  rows.add(12, length, edge);
  rows.add(13, inside | blanks << 2, edge, code(p2));
  rows.add(14, line, edge);
  rows.add(15, line, length, block);
  rows.add(16, block, edge);
  rows.add(17, left, edge);
  rows.add(18, to_end, edge);
  rows.add(19, to_end, length, edge);
  rows.add(20, title, edge);
  rows.add(21, p2.hash, n1.hash, code(p1));
  rows.add(22, n1.hash, n2.hash, code(p1));
  rows.add(23, std::min(p2.end - p2.begin, 5u), pack(p2, p1, n1));
  rows.add(24, p1.end - p1.begin, edge);
  rows.add(25, line, n1.hash);
  rows.add(26, line, p1.hash);
  rows.add(27, token(start).hash, code(p1), code(n1));
  rows.add(28, pack(token(start), p1, n1), length);
  rows.add(29, p2.hash, pack(p1, n1, n2), gap);
  rows.add(30, p3.hash, pack(p2, p1, n1));
  rows.add(31, inside, block, edge);
}

}  // namespace entente
