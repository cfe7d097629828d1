// SPDX-License-Identifier: Apache-2.0
#include "extract/language/token_gaps.h"

#include <algorithm>

#include "extract/language/known_words.h"

namespace entente {
namespace {

std::uint32_t code(AtomKind kind) {
  return static_cast<std::uint32_t>(kind);
}
std::uint32_t pack(AtomKind a, AtomKind b, AtomKind c = AtomKind::none, AtomKind d = AtomKind::none) {
  return code(a) | code(b) << 8 | code(c) << 16 | code(d) << 24;
}
std::uint32_t join(std::uint32_t a, std::uint32_t b) {
  return (a ^ (b * 0x9E3779B1u)) * 0x85EBCA6Bu + 1;
}

bool is_letters(AtomKind kind) {
  return kind >= AtomKind::lower && kind <= AtomKind::mixed;
}

bool is_long(const Atom& word) {
  return word.end - word.begin > 1;
}

bool is_word_part(const Atom& a) {
  return is_letters(a.kind) || a.kind == AtomKind::digits || a.kind == AtomKind::period;
}

bool is_model_name(const Atom& letters, const Atom& digits) {
  const std::uint32_t length = letters.end - letters.begin;
  const bool capitals =
      letters.kind == AtomKind::letter || letters.kind == AtomKind::upper || letters.kind == AtomKind::mixed;
  return (capitals || (letters.kind == AtomKind::capitalised && (length <= 3 || length == 5))) &&
         length <= 6 && digits.end - digits.begin <= 3;
}

std::uint32_t length_class(const Atom& atom) {
  return std::min(atom.end - atom.begin, 6u);
}

AtomKind compound_kind(std::span<const Atom> atoms) {
  bool letters = false, digits = false, periods = false, at = false, slash = false;
  for (const Atom& a : atoms) {
    letters |= is_letters(a.kind);
    digits |= a.kind == AtomKind::digits;
    periods |= a.kind == AtomKind::period;
    at |= a.kind == AtomKind::at;
    slash |= a.kind == AtomKind::slash;
  }
  if ((at && periods) || (slash && periods && letters)) return AtomKind::address;
  if (letters && !digits && atoms.back().kind == AtomKind::period) return AtomKind::abbreviation;
  if (digits && !letters) return AtomKind::number;
  return AtomKind::compound;
}

}  // namespace

const Atom& TokenGaps::outside() {
  static const Atom none;
  return none;
}

const Atom& TokenGaps::atom(std::size_t i) const {
  return i >= begin_ && i < end_ ? atoms_[i] : outside();
}

std::size_t TokenGaps::enter_chunk(std::size_t first) {
  begin_ = first;
  end_ = first + 1;
  while (end_ < atoms_.size() && atoms_[end_].gap == Gap::none) ++end_;
  if (end_ - begin_ < 2) return end_;
  // Of a long chunk its first atoms must do: what it is shows there.
  constexpr std::size_t seen = 12;
  whole_ = shape_ = 0;
  has_at_ = has_slash_ = false;
  for (std::size_t i = begin_; i < std::min(end_, begin_ + seen); ++i) {
    whole_ = join(whole_, atoms_[i].hash);
    shape_ = join(shape_, code(atoms_[i].kind));
    has_at_ |= atoms_[i].kind == AtomKind::at;
    has_slash_ |= atoms_[i].kind == AtomKind::slash && i + 1 < end_ && atoms_[i + 1].kind == AtomKind::slash;
  }
  return end_;
}

// Whether the period at `i` belongs to what stands before it: "Lt.", "Calif.", "U.S.", "a.m.".
bool TokenGaps::ends_abbreviation(std::size_t i, std::size_t token) const {
  const Atom& word = atoms_[i - 1];
  if (i - 1 == token) {
    // "V. K. Singh": an initial before another
    if (word.kind == AtomKind::letter && i + 1 == end_ && end_ + 1 < atoms_.size() &&
        atoms_[end_].gap == Gap::space && atoms_[end_].kind == AtomKind::letter &&
        atoms_[end_ + 1].kind == AtomKind::period && atoms_[end_ + 1].gap == Gap::none)
      return true;
    const bool capital = word.kind == AtomKind::capitalised || word.kind == AtomKind::upper;
    return capital && (is_title_abbreviation(word.hash) || is_date_or_state_abbreviation(word.hash));
  }
  const bool short_chain = i - token >= 3 && i - token <= 9 && (i - token) % 2 == 1;
  if (!short_chain) return false;
  for (std::size_t k = token; k < i; ++k) {
    const bool even = (k - token) % 2 == 0;
    const bool one_letter = is_letters(atoms_[k].kind) && atoms_[k].end - atoms_[k].begin == 1;
    if (even ? !one_letter : atoms_[k].kind != AtomKind::period) return false;
  }
  return true;
}

int TokenGaps::certain(std::size_t i, std::size_t token) const {
  const Atom &a = atoms_[i - 1], &b = atoms_[i];
  if (b.kind == AtomKind::negation) return 1;
  if (b.kind == AtomKind::clitic && is_word_part(a) && (a.kind != AtomKind::digits || i - 1 > token))
    return 1;
  if (a.kind == AtomKind::number_sign && i - 1 == begin_ && b.kind != AtomKind::digits)
    return 0;  // "#Ukraine"
  const bool trails = i + 1 == end_ && (b.kind == AtomKind::period || b.kind == AtomKind::comma ||
                                        b.kind == AtomKind::semicolon || b.kind == AtomKind::close);
  if (trails && (has_slash_ || has_at_)) return 1;  // behind an address
  if (b.kind == AtomKind::period) return ends_abbreviation(i, token) ? 0 : -1;
  if (has_slash_ || has_at_) return -1;
  // "F-16", "G-20", "COVID-19": names of things, whole as the machine-analysed news has them.
  if (b.kind == AtomKind::hyphen && i - 1 == begin_ && i + 1 < end_ &&
      atoms_[i + 1].kind == AtomKind::digits && is_model_name(a, atoms_[i + 1]))
    return i + 2 < end_ && atoms_[i + 2].kind == AtomKind::hyphen ? -1 : 0;
  // A hyphen inside a word is a token or none: what was decided before it holds behind it.
  if (a.kind == AtomKind::hyphen && i - 1 > begin_ && is_word_part(atoms_[i - 2]) && is_word_part(b))
    return token == i - 1 ? 1 : 0;
  if (is_letters(a.kind)) {
    if (b.kind == AtomKind::comma && i + 1 == end_) return 1;
    if (b.kind == AtomKind::question || b.kind == AtomKind::exclamation) return 1;
    // "Reuters/AP", "and/or", but not "w/o"
    if (b.kind == AtomKind::slash && i + 1 < end_ && is_letters(atoms_[i + 1].kind) && is_long(a) &&
        is_long(atoms_[i + 1]))
      return 1;
  }
  if (a.kind == AtomKind::slash && is_letters(b.kind) && i - 1 > begin_ && is_letters(atoms_[i - 2].kind) &&
      is_long(b) && is_long(atoms_[i - 2]))
    return 1;
  return -1;
}

void TokenGaps::features(std::size_t i, std::size_t token, FeatureRows& rows) const {
  const Atom &a = atom(i - 1), &b = atom(i);
  const Atom &before = i >= 2 ? atom(i - 2) : outside(), &after = atom(i + 1), &later = atom(i + 2);
  const bool last = i + 1 == end_, first = i - 1 == begin_;
  const Atom& next = end_ < atoms_.size() ? atoms_[end_] : outside();
  const std::uint32_t kinds = pack(a.kind, b.kind);
  const std::uint32_t ends = last | first << 1;
  const std::uint32_t follow =
      pack(next.kind, AtomKind::none) | static_cast<std::uint32_t>(next.gap) << 8 | ends << 16;
  std::uint32_t so_far = 0, so_far_shape = 0;
  for (std::size_t k = std::max(token, i > 8 ? i - 8 : 0); k < i; ++k) {
    so_far = join(so_far, atoms_[k].hash);
    so_far_shape = join(so_far_shape, code(atoms_[k].kind));
  }
  const std::uint32_t place = static_cast<std::uint32_t>(std::min<std::size_t>(i - begin_, 15));

  rows.clear();
  rows.add(0, 0);
  rows.add(1, kinds);
  rows.add(2, pack(before.kind, a.kind, b.kind, after.kind));
  rows.add(3, a.hash, code(b.kind));
  rows.add(4, b.hash, code(a.kind));
  rows.add(5, a.hash, b.hash);
  rows.add(6, before.hash, kinds);
  rows.add(7, before.hash, a.hash, code(b.kind));
  rows.add(8, code(a.kind), b.hash, after.hash);
  rows.add(9, shape_, place);
  rows.add(10, whole_, place);
  rows.add(11, so_far_shape, code(b.kind), code(after.kind));
  rows.add(12, so_far, code(b.kind));
  rows.add(13, so_far, b.hash);
  rows.add(14, kinds, follow);
  rows.add(15, a.hash, code(b.kind), follow);
  rows.add(16, length_class(a), length_class(b), kinds | ends << 16);
  rows.add(17, pack(b.kind, after.kind, later.kind, atom(i + 3).kind), code(a.kind));
  rows.add(18, kinds, has_at_ | has_slash_ << 1, ends);
  rows.add(19, is_title_abbreviation(a.hash), kinds, follow);
  rows.add(20, next.hash, kinds, last);
  rows.add(21, so_far_shape, code(b.kind), follow);
  rows.add(22, length_class(a), kinds, follow);
}

RawToken make_token(std::span<const Atom> atoms, std::size_t first, std::size_t last) {
  RawToken token{atoms[first].begin, atoms[last - 1].end, atoms[first].hash, atoms[first].kind,
                 atoms[first].gap};
  const AtomKind kind = atoms[first].kind;
  token.joined = token.gap == Gap::none && (kind == AtomKind::clitic || kind == AtomKind::negation);
  if (last - first == 1) return token;
  for (std::size_t i = first + 1; i < last; ++i) token.hash = join(token.hash, atoms[i].hash);
  token.kind = compound_kind(atoms.subspan(first, last - first));
  return token;
}

}  // namespace entente
