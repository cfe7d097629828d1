// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/name_atoms.h"

#include <utf8proc.h>

namespace entente {
namespace {

constexpr std::uint64_t seed = 0x9E3779B97F4A7C15u;

std::uint64_t step(std::uint64_t hash, unsigned char byte) {
  return (hash ^ byte) * 0x100000001B3u;
}
std::uint64_t finish(std::uint64_t hash) {
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93u;
  hash ^= hash >> 32;
  return hash;
}

// Cuts a run of text into atoms and hands each folded byte on.
template <typename Sink>
class Folder {
 public:
  explicit Folder(Sink& sink) : sink_(sink) {}

  void run(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte < 0x80) {
        ascii(text, i);
        ++i;
      } else {
        i += wide(text.substr(i));
      }
    }
    close();
  }

 private:
  static bool letter(unsigned char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
  static bool digit(unsigned char c) { return c >= '0' && c <= '9'; }

  void ascii(std::string_view text, std::size_t i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (letter(c)) {
      put(c | 32, c < 'a');
    } else if (digit(c)) {
      put(c, false, false);
    } else if (c == '.' && open_ && i + 1 < text.size() && letter(static_cast<unsigned char>(text[i + 1]))) {
      return;  // "U.S."
    } else if (c == '.' && open_) {
      return;
    } else {
      close(c == '-' || c == '\'');
    }
  }

  std::size_t wide(std::string_view text) {
    utf8proc_int32_t point = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &point);
    if (size <= 0) return 1;
    const auto category = utf8proc_category(point);
    if (category == UTF8PROC_CATEGORY_MN) return static_cast<std::size_t>(size);
    const bool upper = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
    if (upper || category == UTF8PROC_CATEGORY_LL || category == UTF8PROC_CATEGORY_LO ||
        category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_LM) {
      fold(point, upper);
    } else {
      close(category == UTF8PROC_CATEGORY_PD || point == 0x2019);
    }
    return static_cast<std::size_t>(size);
  }

  void fold(utf8proc_int32_t point, bool upper) {
    utf8proc_int32_t parts[16];
    const auto count =
        utf8proc_decompose_char(point, parts, 16,
                                static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                               UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK),
                                nullptr);
    for (utf8proc_ssize_t p = 0; p < count && p < 16; ++p) {
      if (parts[p] == 0x131) parts[p] = 'i';  // dotless i
      if (parts[p] == 0x142) parts[p] = 'l';
      if (parts[p] == 0xF8) parts[p] = 'o';
      if (parts[p] == 0x111) parts[p] = 'd';
      utf8proc_uint8_t bytes[4];
      const auto size = utf8proc_encode_char(parts[p], bytes);
      for (int b = 0; b < size; ++b) put(bytes[b], upper && p == 0 && b == 0, b == 0);
    }
  }

  void put(unsigned char byte, bool upper, bool is_letter = true) {
    if (!open_) {
      open_ = true;
      first_upper_ = upper;
      letters_ = uppers_ = 0;
      sink_.open();
    }
    letters_ += is_letter;
    uppers_ += upper;
    sink_.byte(byte);
  }

  void close(bool hyphen = false) {
    if (!open_) return;
    open_ = false;
    const auto casing = uppers_ == 0                          ? NameAtom::Casing::lower
                        : uppers_ == letters_ && letters_ > 1 ? NameAtom::Casing::upper
                                                              : NameAtom::Casing::capital;
    sink_.close(casing, hyphen);
  }

  Sink& sink_;
  bool open_ = false, first_upper_ = false;
  int letters_ = 0, uppers_ = 0;
};

struct NameAtomSink {
  std::vector<NameAtom>& out;
  std::uint32_t token;
  std::uint64_t hash = 0;
  void open() { hash = seed; }
  void byte(unsigned char b) { hash = step(hash, b); }
  void close(NameAtom::Casing casing, bool hyphen) {
    NameAtom& atom = out.emplace_back();
    atom.hash = finish(hash);
    atom.token = token;
    atom.casing = casing;
    atom.before_hyphen = hyphen;
  }
};

struct TextSink {
  std::string text;
  void open() {
    if (!text.empty()) text += ' ';
  }
  void byte(unsigned char b) { text += static_cast<char>(b); }
  void close(NameAtom::Casing, bool) {}
};

}  // namespace

void append_name_atoms(std::string_view token, std::uint32_t index, std::vector<NameAtom>& out) {
  const std::size_t before = out.size();
  NameAtomSink sink{out, index};
  Folder<NameAtomSink>(sink).run(token);
  if (out.size() == before) return;
  out[before].starts_token = true;
  out.back().ends_token = true;
}

std::vector<NameAtom> name_atoms_of(std::string_view text) {
  std::vector<NameAtom> atoms;
  std::uint32_t index = 0;
  while (!text.empty()) {
    const auto space = text.find(' ');
    append_name_atoms(text.substr(0, space), index++, atoms);
    if (space == std::string_view::npos) break;
    text.remove_prefix(space + 1);
  }
  return atoms;
}

std::string fold_name(std::string_view text) {
  TextSink sink;
  Folder<TextSink>(sink).run(text);
  return std::move(sink.text);
}

std::uint64_t name_hash(std::string_view folded) {
  std::uint64_t hash = seed;
  for (const char c : folded) hash = step(hash, static_cast<unsigned char>(c));
  return finish(hash);
}

}  // namespace entente
