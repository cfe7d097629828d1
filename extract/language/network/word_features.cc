// SPDX-License-Identifier: Apache-2.0
#include "extract/language/network/word_features.h"

#include <algorithm>

namespace entente {
namespace {

constexpr char32_t replacement = 0xFFFD;

// Latin, Greek and Cyrillic capitals to small letters; all else stays.
char32_t fold(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 32 : c;
  if (c < 0x180) {
    if (c == 0x130) return 'i';
    if (c == 0x178) return 0xFF;
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c & 1 ? c + 1 : c;
    if (c == 0x131 || c == 0x138 || c == 0x149 || c == 0x17F) return c;
    return c & 1 ? c : c + 1;
  }
  if (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  return c;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return (c >= 0xDF && c <= 0xFF && c != 0xF7) || (c >= 0x100 && c < 0x180) || (c >= 0x3B1 && c <= 0x3C9) ||
         (c >= 0x430 && c <= 0x45F);
}

char32_t plain(char32_t c) {
  if (c < 0x80) {
    if (c >= '0' && c <= '9') return '0';
    return c == '`' ? U'\'' : fold(c);
  }
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x2BC:
    case 0x201B:
    case 0xB4:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    case 0xA0:
      return ' ';
    default:
      return fold(c);
  }
}

bool continues(std::string_view s, std::size_t i) {
  return i < s.size() && (s[i] & 0xC0) == 0x80;
}

// Decodes the character at i and steps past it; a bad byte gives U+FFFD.
char32_t decode(std::string_view s, std::size_t& i) {
  const auto b = static_cast<unsigned char>(s[i++]);
  if (b < 0x80) return b;
  const int more = b >= 0xF0 && b < 0xF5 ? 3 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xC2 && b < 0xE0 ? 1 : 0;
  if (more == 0) return replacement;
  char32_t c = b & (0x3F >> more);
  for (int k = 0; k < more; ++k) {
    if (!continues(s, i + k)) return replacement;
    c = c << 6 | (s[i + k] & 0x3F);
  }
  i += more;
  return c > 0x10FFFF ? replacement : c;
}

void encode(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// FNV-1a over the table's number and the bytes, then one stir.
std::uint64_t hash(int table, std::string_view bytes) {
  std::uint64_t h = 0xCBF29CE484222325u;
  h = (h ^ static_cast<std::uint64_t>(table)) * 0x100000001B3u;
  for (const char b : bytes) h = (h ^ static_cast<unsigned char>(b)) * 0x100000001B3u;
  h ^= h >> 32;
  h *= 0x9E3779B97F4A7C15u;
  return h ^ h >> 29;
}

std::uint64_t hash(int table, std::u32string_view points, std::string& bytes) {
  bytes.clear();
  for (const char32_t c : points) encode(c, bytes);
  return hash(table, bytes);
}

// The outline "Xxx" or "d,ddd": runs cut at three, twelve signs at most.
void outline(std::u32string_view points, std::string& out) {
  out.clear();
  int run = 0;
  for (const char32_t c : points) {
    char sign = 'o';
    if (c >= '0' && c <= '9')
      sign = 'd';
    else if (fold(c) != c)
      sign = 'X';
    else if (is_lower(c))
      sign = 'x';
    else if (const char32_t p = plain(c); p < 0x80)
      sign = static_cast<char>(p);
    run = !out.empty() && out.back() == sign ? run + 1 : 1;
    if (run > 3) continue;
    if (out.size() == 12) break;
    out += sign;
  }
}

}  // namespace

WordFeatures word_features(std::string_view form, WordFeatureScratch& scratch) {
  auto& [points, norm, bytes] = scratch;
  points.clear();
  norm.clear();
  for (std::size_t i = 0; i < form.size();) points += decode(form, i);
  for (const char32_t c : points) norm += plain(c);
  WordFeatures f;
  f.word = hash(0, norm, bytes);
  const std::u32string_view all = norm;
  for (int n = 1; n <= 4; ++n) {
    const std::size_t take = std::min<std::size_t>(n, all.size());
    f.rows[n - 1] = static_cast<std::uint16_t>(hash(n, all.substr(0, take), bytes) % f.table_rows[n - 1]);
    f.rows[n + 3] =
        static_cast<std::uint16_t>(hash(4 + n, all.substr(all.size() - take), bytes) % f.table_rows[n + 3]);
  }
  outline(points, bytes);
  f.rows[8] = static_cast<std::uint16_t>(hash(9, bytes) % f.table_rows[8]);
  return f;
}

}  // namespace entente
