// SPDX-License-Identifier: Apache-2.0
#include "extract/language/atoms.h"

#include <array>

#include "extract/document/code_point.h"
#include "extract/language/atom_hash.h"
#include "extract/language/char_class.h"
#include "extract/language/known_words.h"

namespace entente {
namespace {

// Classes of ASCII bytes; 0x80 and above are decoded.
enum class Ascii : std::uint8_t { space, line_end, lower, upper, digit, mark, decode };

constexpr std::array<Ascii, 256> ascii = [] {
  std::array<Ascii, 256> table{};
  for (int c = 0; c < 256; ++c) {
    table[c] = c >= 0x80 ? Ascii::decode : c <= ' ' || c == 0x7F ? Ascii::space : Ascii::mark;
    if (c == '\n' || c == '\v' || c == '\f') table[c] = Ascii::line_end;
    if (c >= 'a' && c <= 'z') table[c] = Ascii::lower;
    if (c >= 'A' && c <= 'Z') table[c] = Ascii::upper;
    if (c >= '0' && c <= '9') table[c] = Ascii::digit;
  }
  return table;
}();

Ascii byte_class(char c) {
  return ascii[static_cast<unsigned char>(c)];
}

AtomKind ascii_mark(char c) {
  switch (c) {
    case '.':
      return AtomKind::period;
    case ',':
      return AtomKind::comma;
    case ';':
      return AtomKind::semicolon;
    case ':':
      return AtomKind::colon;
    case '?':
      return AtomKind::question;
    case '!':
      return AtomKind::exclamation;
    case '"':
      return AtomKind::quote;
    case '\'':
    case '`':
      return AtomKind::apostrophe;
    case '(':
    case '[':
    case '{':
      return AtomKind::open;
    case ')':
    case ']':
    case '}':
      return AtomKind::close;
    case '-':
      return AtomKind::hyphen;
    case '$':
      return AtomKind::currency;
    case '%':
      return AtomKind::percent;
    case '/':
      return AtomKind::slash;
    case '&':
      return AtomKind::ampersand;
    case '@':
      return AtomKind::at;
    case '#':
      return AtomKind::number_sign;
    case '_':
      return AtomKind::underscore;
    case '*':
      return AtomKind::star;
    case '<':
      return AtomKind::less;
    case '>':
      return AtomKind::greater;
    default:
      return AtomKind::symbol;
  }
}

AtomKind wide_mark(char32_t p) {
  switch (p) {
    case 0x92:
      return AtomKind::apostrophe;
    case 0x93:
      return AtomKind::open_quote;
    case 0x94:
      return AtomKind::close_quote;
    case 0x96:
    case 0x97:
      return AtomKind::dash;
    case 0x2019:
    case 0x2018:
      return p == 0x2019 ? AtomKind::apostrophe : AtomKind::open_quote;
    case 0x201C:
    case 0x201E:
    case 0xAB:
      return AtomKind::open_quote;
    case 0x201D:
    case 0xBB:
      return AtomKind::close_quote;
    case 0x2022:
    case 0x25AA:
    case 0x25CF:
    case 0x25E6:
    case 0xB7:
      return AtomKind::bullet;
    case 0x2026:
      return AtomKind::dots;
    case 0x2010:
    case 0x2011:
      return AtomKind::hyphen;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return AtomKind::dash;
    case 0xA2:
    case 0xA3:
    case 0xA4:
    case 0xA5:
    case 0x20AC:
    case 0x20B9:
    case 0x20BD:
      return AtomKind::currency;
    default:
      return AtomKind::symbol;
  }
}

// Marks that stand for one thing when they are repeated: "...", "--", "!!!", "====".
bool repeats(char c) {
  return c == '.' || c == '-' || c == '!' || c == '?' || c == '=' || c == '*' || c == '_' || c == '~' ||
         c == '+' || c == '#' || c == '<' || c == '>' || c == '$';
}

bool is_clitic(std::string_view small) {
  return small == "s" || small == "m" || small == "d" || small == "re" || small == "ve" || small == "ll";
}

AtomKind letters_kind(std::uint32_t letters, bool first_upper, bool later_upper, bool any_lower) {
  if (!first_upper) return later_upper ? AtomKind::mixed : AtomKind::lower;
  if (letters == 1) return AtomKind::letter;
  if (!later_upper) return AtomKind::capitalised;
  return any_lower ? AtomKind::mixed : AtomKind::upper;
}

}  // namespace

AtomScanner::Space AtomScanner::skip_space() {
  Space space;
  while (at_ < text_.size()) {
    const Ascii c = byte_class(text_[at_]);
    std::uint32_t length = 1;
    bool line = c == Ascii::line_end;
    if (c == Ascii::decode) {
      const DecodedPoint point = decode_utf8(text_, at_);
      const CharClass wide = class_of(point.value);
      if (wide != CharClass::space && wide != CharClass::line_end) break;
      line = wide == CharClass::line_end;
      length = static_cast<std::uint32_t>(point.length);
    } else if (!line && c != Ascii::space) {
      break;
    } else if (text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] != '\n')) {
      line = true;
    }
    space.any = true;
    space.lines += line;
    at_ += length;
  }
  return space;
}

// Marks, joiners and soft hyphens go to the atom that ends here.
void AtomScanner::extend(std::vector<Atom>& atoms) {
  bool joined = false;
  while (at_ < text_.size() && byte_class(text_[at_]) == Ascii::decode) {
    const DecodedPoint point = decode_utf8(text_, at_);
    const CharClass wide = class_of(point.value);
    if (wide != CharClass::extends && !(joined && wide == CharClass::emoji)) break;
    joined = point.value == 0x200D;
    at_ += static_cast<std::uint32_t>(point.length);
  }
  atoms.back().end = at_;
}

// "'s" and its like directly behind a word: one atom.
bool AtomScanner::scan_clitic(std::vector<Atom>& atoms, std::uint32_t after, Gap gap) {
  std::uint32_t end = after;
  char small[3];
  while (end < text_.size() && end - after < 3) {
    const Ascii c = byte_class(text_[end]);
    if (c != Ascii::lower && c != Ascii::upper) break;
    small[end - after] = static_cast<char>(text_[end] | 0x20);
    ++end;
  }
  const std::string_view letters(small, end - after);
  if (!is_clitic(letters)) return false;
  std::uint32_t hash = hash_step(hash_start, '\'');
  for (const char c : letters) hash = hash_step(hash, c);
  atoms.push_back({at_, end, hash, AtomKind::clitic, gap});
  at_ = end;
  return true;
}

void AtomScanner::scan_letters(std::vector<Atom>& atoms, Gap gap) {
  const std::uint32_t begin = at_;
  std::uint32_t hash = hash_start, letters = 0;
  bool first_upper = false, later_upper = false, any_lower = false;
  while (at_ < text_.size()) {
    const char byte = text_[at_];
    const Ascii c = byte_class(byte);
    if (c == Ascii::lower) {
      any_lower = true;
      hash = hash_step(hash, byte);
      ++at_;
    } else if (c == Ascii::upper) {
      (letters == 0 ? first_upper : later_upper) = true;
      hash = hash_step(hash, static_cast<char>(byte | 0x20));
      ++at_;
    } else if (c == Ascii::decode) {
      const DecodedPoint point = decode_utf8(text_, at_);
      const CharClass wide = class_of(point.value);
      if (wide == CharClass::upper)
        (letters == 0 ? first_upper : later_upper) = true;
      else if (wide == CharClass::lower || wide == CharClass::other_letter)
        any_lower = true;
      else if (wide != CharClass::extends)
        break;
      for (std::size_t i = 0; i < point.length; ++i) hash = hash_step(hash, text_[at_ + i]);
      at_ += static_cast<std::uint32_t>(point.length);
    } else {
      break;
    }
    ++letters;
  }
  const AtomKind kind = letters_kind(letters, first_upper, later_upper, any_lower);
  add_letters(atoms, {begin, at_, hash, kind, gap});
}

// "don" before "'t" gives its n away; "cannot" is cut in two; other words are one atom.
void AtomScanner::add_letters(std::vector<Atom>& atoms, Atom word) {
  const std::uint32_t negation = hash_of("n't");
  if (const std::uint32_t end = end_of_contracted_not(word)) {
    at_ = end;
    word.end -= 1;
    atoms.push_back(word);
    atoms.push_back({word.end, end, negation, AtomKind::negation, Gap::none});
    return;
  }
  const bool may_be_cut = word.kind == AtomKind::lower || word.kind == AtomKind::capitalised;
  const std::uint32_t cut = may_be_cut ? inner_cut(word.hash, word.end - word.begin) : 0;
  if (cut > 0) word.end = word.begin + cut;
  atoms.push_back(word);
  if (cut > 0) atoms.push_back({word.end, at_, negation, AtomKind::negation, Gap::none});
}

// Where "'t" ends behind a word with n at its end, or 0.
std::uint32_t AtomScanner::end_of_contracted_not(const Atom& word) const {
  const auto is_letter = [&](std::uint32_t i) {
    return i < text_.size() && (byte_class(text_[i]) == Ascii::lower || byte_class(text_[i]) == Ascii::upper);
  };
  if (word.end - word.begin < 2 || (text_[word.end - 1] | 0x20) != 'n') return 0;
  const std::string_view rest = text_.substr(word.end);
  const std::uint32_t mark = rest.starts_with('\'') ? 1 : rest.starts_with("\u2019") ? 3 : 0;
  const std::uint32_t t = word.end + mark;
  const bool found = mark > 0 && is_letter(t) && (text_[t] | 0x20) == 't' && !is_letter(t + 1);
  return found ? t + 1 : 0;
}

void AtomScanner::scan_digits(std::vector<Atom>& atoms, Gap gap) {
  const std::uint32_t begin = at_;
  std::uint32_t hash = hash_start;
  while (at_ < text_.size() && byte_class(text_[at_]) == Ascii::digit) {
    hash = hash_step(hash, '0');
    ++at_;
  }
  atoms.push_back({begin, at_, hash, AtomKind::digits, gap});
}

void AtomScanner::scan_mark(std::vector<Atom>& atoms, Gap gap) {
  const std::uint32_t begin = at_;
  const char byte = text_[at_];
  if (byte_class(byte) == Ascii::decode) {
    const DecodedPoint point = decode_utf8(text_, at_);
    const CharClass wide = class_of(point.value);
    const AtomKind kind = wide == CharClass::digit   ? AtomKind::digits
                          : wide == CharClass::emoji ? AtomKind::emoji
                                                     : wide_mark(point.value);
    const bool after_word = gap == Gap::none && !atoms.empty();
    if (kind == AtomKind::apostrophe && after_word &&
        scan_clitic(atoms, at_ + static_cast<std::uint32_t>(point.length), gap))
      return;
    at_ += static_cast<std::uint32_t>(point.length);
    std::uint32_t hash = hash_start;
    for (std::uint32_t i = begin; i < at_; ++i) hash = hash_step(hash, text_[i]);
    atoms.push_back({begin, at_, hash, kind, gap});
    return extend(atoms);
  }
  if (byte == '\'' && gap == Gap::none && !atoms.empty() && scan_clitic(atoms, at_ + 1, gap)) return;
  ++at_;
  if (repeats(byte))
    while (at_ < text_.size() && text_[at_] == byte) ++at_;
  const std::uint32_t count = at_ - begin;
  AtomKind kind = ascii_mark(byte);
  if (count > 1 && kind == AtomKind::period) kind = AtomKind::dots;
  if (count > 1 && kind == AtomKind::hyphen) kind = AtomKind::dash;
  const std::uint32_t hash = hash_step(hash_step(hash_start, byte), static_cast<char>(count > 3 ? 4 : count));
  atoms.push_back({begin, at_, hash, kind, gap});
}

bool AtomScanner::next_block(std::vector<Atom>& atoms) {
  atoms.clear();
  skip_space();
  Gap gap = Gap::line;
  while (at_ < text_.size()) {
    const Ascii c = byte_class(text_[at_]);
    bool letters = c == Ascii::lower || c == Ascii::upper;
    if (c == Ascii::decode) {
      const CharClass wide = class_of(decode_utf8(text_, at_).value);
      letters = wide == CharClass::lower || wide == CharClass::upper || wide == CharClass::other_letter;
    }
    if (letters)
      scan_letters(atoms, gap);
    else if (c == Ascii::digit)
      scan_digits(atoms, gap);
    else
      scan_mark(atoms, gap);
    if (at_ < text_.size() && byte_class(text_[at_]) == Ascii::decode) extend(atoms);
    const Space space = skip_space();
    if (space.lines > 1) return true;
    gap = space.lines == 1 ? Gap::line : space.any ? Gap::space : Gap::none;
  }
  return !atoms.empty();
}

}  // namespace entente
