// SPDX-License-Identifier: Apache-2.0
#include "extract/language/atoms.h"

#include <array>

#include "extract/document/code_point.h"
#include "extract/language/char_class.h"

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

constexpr std::uint32_t hash_start = 0x811C9DC5u, hash_factor = 0x01000193u;

constexpr std::uint32_t hash_step(std::uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * hash_factor;
}

constexpr std::uint32_t hash_of(std::string_view bytes) {
  std::uint32_t hash = hash_start;
  for (const char c : bytes) hash = hash_step(hash, c);
  return hash;
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

struct InnerCut {
  std::uint32_t hash;
  std::uint8_t length, cut;
};

constexpr InnerCut cut(std::string_view word, std::uint8_t at) {
  return {hash_of(word), static_cast<std::uint8_t>(word.size()), at};
}

constexpr std::array inner_cuts = {cut("cannot", 3),  cut("gonna", 3),    cut("gotta", 3),  cut("wanna", 3),
                                   cut("dont", 2),    cut("doesnt", 4),   cut("didnt", 3),  cut("cant", 2),
                                   cut("wont", 2),    cut("isnt", 2),     cut("wasnt", 3),  cut("wouldnt", 5),
                                   cut("couldnt", 5), cut("shouldnt", 6), cut("havent", 4), cut("hasnt", 3),
                                   cut("arent", 3),   cut("werent", 4),   cut("aint", 2),   cut("im", 1),
                                   cut("ive", 1),     cut("youre", 3),    cut("theyre", 4), cut("thats", 4),
                                   cut("theres", 5),  cut("youve", 3),    cut("theyve", 4), cut("youll", 3),
                                   cut("theyll", 4),  cut("outta", 3),    cut("itll", 2),   cut("hadnt", 3)};

constexpr std::array title_abbreviations = {
    hash_of("mr"),     hash_of("mrs"), hash_of("ms"),   hash_of("dr"),   hash_of("prof"), hash_of("gen"),
    hash_of("col"),    hash_of("maj"), hash_of("capt"), hash_of("cmdr"), hash_of("lt"),   hash_of("sgt"),
    hash_of("brig"),   hash_of("adm"), hash_of("sen"),  hash_of("rep"),  hash_of("reps"), hash_of("sens"),
    hash_of("gov"),    hash_of("hon"), hash_of("rev"),  hash_of("st"),   hash_of("amb"),  hash_of("pres"),
    hash_of("messrs"), hash_of("vs"),  hash_of("cpl"),  hash_of("pvt"),  hash_of("supt"), hash_of("insp"),
    hash_of("e.g"),    hash_of("i.e"), hash_of("cf"),   hash_of("fig"),  hash_of("mme"),  hash_of("mlle")};

constexpr std::array date_or_state_abbreviations = {
    hash_of("jan"),  hash_of("feb"),  hash_of("apr"),   hash_of("aug"),  hash_of("sept"), hash_of("oct"),
    hash_of("nov"),  hash_of("ariz"), hash_of("calif"), hash_of("colo"), hash_of("conn"), hash_of("fla"),
    hash_of("mich"), hash_of("minn"), hash_of("nev"),   hash_of("okla"), hash_of("tenn"), hash_of("tex"),
    hash_of("wis"),  hash_of("wyo"),  hash_of("penn"),  hash_of("ala"),  hash_of("nebr"), hash_of("dept"),
    hash_of("govt"), hash_of("corp"), hash_of("bros"),  hash_of("ltd"),  hash_of("univ"), hash_of("assn")};

// Hashes of the words above, folded to 64 bits: most words are turned away by one test.
template <typename Hashes>
constexpr std::uint64_t fold(const Hashes& hashes) {
  std::uint64_t bits = 0;
  for (const std::uint32_t hash : hashes) bits |= std::uint64_t{1} << (hash & 63);
  return bits;
}
constexpr std::uint64_t title_bits = fold(title_abbreviations);
constexpr std::uint64_t date_bits = fold(date_or_state_abbreviations);
constexpr std::uint64_t cut_bits = [] {
  std::uint64_t bits = 0;
  for (const InnerCut& c : inner_cuts) bits |= std::uint64_t{1} << (c.hash & 63);
  return bits;
}();

bool in(std::uint64_t bits, std::uint32_t hash) {
  return (bits >> (hash & 63)) & 1;
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

std::uint32_t atom_hash(std::string_view small_letters) {
  return hash_of(small_letters);
}

bool is_title_abbreviation(std::uint32_t hash) {
  if (!in(title_bits, hash)) return false;
  for (const std::uint32_t h : title_abbreviations)
    if (h == hash) return true;
  return false;
}

bool is_date_or_state_abbreviation(std::uint32_t hash) {
  if (!in(date_bits, hash)) return false;
  for (const std::uint32_t h : date_or_state_abbreviations)
    if (h == hash) return true;
  return false;
}

std::uint32_t inner_cut(std::uint32_t hash, std::uint32_t length) {
  if (!in(cut_bits, hash)) return 0;
  for (const InnerCut& c : inner_cuts)
    if (c.hash == hash && c.length == length) return c.cut;
  return 0;
}

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
  const std::uint32_t length = at_ - begin;
  const AtomKind kind = letters_kind(letters, first_upper, later_upper, any_lower);
  // "don" before "'t" gives its n away; "cannot" is cut in two.
  const bool n_last = length > 1 && (text_[at_ - 1] | 0x20) == 'n';
  if (n_last && at_ + 1 < text_.size()) {
    std::uint32_t t = at_;
    if (text_[t] == '\'')
      t += 1;
    else if (text_.compare(t, 3, "\u2019") == 0)
      t += 3;
    const bool ends = t + 1 >= text_.size() ||
                      (byte_class(text_[t + 1]) != Ascii::lower && byte_class(text_[t + 1]) != Ascii::upper);
    if (t != at_ && t < text_.size() && (text_[t] | 0x20) == 't' && ends) {
      atoms.push_back({begin, at_ - 1, hash, kind, gap});
      atoms.push_back({at_ - 1, t + 1, hash_of("n't"), AtomKind::negation, Gap::none});
      at_ = t + 1;
      return;
    }
  }
  if (const std::uint32_t cut =
          kind == AtomKind::lower || kind == AtomKind::capitalised ? inner_cut(hash, length) : 0) {
    atoms.push_back({begin, begin + cut, hash, kind, gap});
    atoms.push_back({begin + cut, at_, hash_of("n't"), AtomKind::negation, Gap::none});
    return;
  }
  atoms.push_back({begin, at_, hash, kind, gap});
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
