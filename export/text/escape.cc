// SPDX-License-Identifier: Apache-2.0
#include "export/text/escape.h"

#include <charconv>
#include <string>

#include "export/text/byte_set.h"
#include "export/text/plain_scan.h"
#include "graph/utf8.h"

namespace entente {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr char kHex[] = "0123456789ABCDEF";

std::string_view repaired(std::string_view text, std::string& scratch) {
  if (valid_utf8_prefix(text) == text.size()) return text;
  scratch = repair_utf8(text);
  return scratch;
}

// copy_runs of the repaired text.
template <typename Special>
void escape(TextBuffer& out, std::string_view text, const ByteSet& plain, Special&& special) {
  std::string scratch;
  copy_runs(out, repaired(text, scratch), plain, special);
}

void append_u_escape(TextBuffer& out, unsigned char byte) {
  out += "\\u00";
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

// The escapes that JSON, Cypher and Turtle share: \" \\ \n \r \t, and \u00XX for the other controls.
std::size_t append_backslashed(TextBuffer& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      append_u_escape(out, static_cast<unsigned char>(c));
  }
  return 1;
}

constexpr ByteSet kQuotedPlain = all_but_controls_and("\"\\");

void append_quoted(TextBuffer& out, std::string_view text, bool holds_nul) {
  if (is_plain<'"', '\\'>(text)) {  // nearly all texts
    out.room(text.size() + 2);
    out += '"';
    out += text;
    out += '"';
    return;
  }
  out += '"';
  escape(out, text, kQuotedPlain, [&](std::string_view rest) -> std::size_t {
    if (rest.front() != '\0' || holds_nul) return append_backslashed(out, rest.front());
    out += kReplacement;
    return 1;
  });
  out += '"';
}

// A character reference, or U+FFFD for what is no XML character.
std::size_t append_xml_special(TextBuffer& out, std::string_view rest) {
  switch (rest.front()) {
    case '&':
      out += "&amp;";
      return 1;
    case '<':
      out += "&lt;";
      return 1;
    case '>':
      out += "&gt;";
      return 1;
    case '"':
      out += "&quot;";
      return 1;
    case '\t':
      out += "&#9;";
      return 1;
    case '\n':
      out += "&#10;";
      return 1;
    case '\r':
      out += "&#13;";
      return 1;
    case '\x7F':
      out += "&#127;";
      return 1;
    // Readers of XML 1.1 take these two for line ends unless they are references.
    case '\xC2': {
      const bool is_next_line = rest[1] == '\x85';
      out += is_next_line ? std::string_view("&#133;") : rest.substr(0, 2);
      return 2;
    }
    case '\xE2': {
      const bool is_line_separator = rest.starts_with("\u2028");
      out += is_line_separator ? std::string_view("&#8232;") : rest.substr(0, 3);
      return 3;
    }
    case '\xEF': {
      const bool is_noncharacter = rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
      out += is_noncharacter ? kReplacement : rest.substr(0, 3);
      return 3;
    }
    default:
      out += kReplacement;
      return 1;
  }
}

bool begins_like_a_formula(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) return true;
  for (const std::string_view wide : {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (text.starts_with(wide)) return true;
  }
  return false;
}

void append_cell(TextBuffer& out, std::string_view text, bool guard) {
  static constexpr ByteSet kUnquoted = all_but(std::string_view("\",\n\r\0\x1F", 6));
  static constexpr ByteSet kQuoted = all_but(std::string_view("\"\0", 2));
  if (text.empty()) return;
  if (!guard && text.front() != ' ' && text.back() != ' ' && is_plain<'"', ','>(text)) {
    out += text;
    return;
  }
  bool quoted = guard || text.front() == ' ' || text.back() == ' ';
  for (std::size_t i = 0; i < text.size() && !quoted; ++i)
    quoted = !kUnquoted[static_cast<unsigned char>(text[i])];
  if (quoted) out += '"';
  if (guard) out += '\'';
  escape(out, text, kQuoted, [&](std::string_view rest) -> std::size_t {
    out += rest.front() == '"' ? std::string_view("\"\"") : kReplacement;
    return 1;
  });
  if (quoted) out += '"';
}

// What std::to_chars makes of it, in at most so many characters.
template <std::size_t most, typename... Number>
void append_chars(TextBuffer& out, Number... number) {
  char* const begin = out.room(most);
  out.advance(static_cast<std::size_t>(std::to_chars(begin, begin + most, number...).ptr - begin));
}

}  // namespace

void append_json_string(TextBuffer& out, std::string_view text) {
  append_quoted(out, text, true);
}

void append_xml(TextBuffer& out, std::string_view text) {
  static constexpr ByteSet kPlain = all_but_controls_and("&<>\"\xC2\xE2\xEF");
  if (is_plain<'&', '<', '>', '"'>(text)) {
    out += text;
    return;
  }
  escape(out, text, kPlain, [&](std::string_view rest) { return append_xml_special(out, rest); });
}

void append_csv_cell(TextBuffer& out, std::string_view text) {
  append_cell(out, text, false);
}

void append_spreadsheet_cell(TextBuffer& out, std::string_view text) {
  append_cell(out, text, begins_like_a_formula(text));
}

void append_tsv_field(TextBuffer& out, std::string_view text) {
  static constexpr ByteSet kPlain = all_but(std::string_view("\t\n\r\\\0", 5));
  if (is_plain<'\\'>(text)) {
    out += text;
    return;
  }
  escape(out, text, kPlain, [&](std::string_view rest) -> std::size_t {
    if (rest.front() != '\0') return append_backslashed(out, rest.front());
    out += kReplacement;
    return 1;
  });
}

void append_cypher_string(TextBuffer& out, std::string_view text) {
  append_quoted(out, text, true);
}

void append_cypher_name(TextBuffer& out, std::string_view text) {
  static constexpr ByteSet kPlain = only_alphanumerics_and("_");
  out += '`';
  escape(out, text, kPlain, [&](std::string_view rest) -> std::size_t {
    const auto byte = static_cast<unsigned char>(rest.front());
    out += '_';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
    return 1;
  });
  out += '`';
}

void append_turtle_string(TextBuffer& out, std::string_view text) {
  append_quoted(out, text, false);
}

void append_iri_part(TextBuffer& out, std::string_view text) {
  static constexpr ByteSet kPlain = only_alphanumerics_and("_.~:-");
  bool plain = true;
  for (const char c : text) plain &= kPlain[static_cast<unsigned char>(c)];
  if (plain) {
    out += text;
    return;
  }
  escape(out, text, kPlain, [&](std::string_view rest) -> std::size_t {
    const auto byte = static_cast<unsigned char>(rest.front());
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
    return 1;
  });
}

void append_mermaid_text(TextBuffer& out, std::string_view text) {
  // Before the first letter "1. ", "- " and "(" could begin a list or a shape; after it they are text.
  static constexpr ByteSet kLetters = only_alphanumerics_and("");
  static constexpr std::string_view kPlainInside = " ,.'()-/";
  ByteSet plain = kLetters;
  for (std::size_t byte = 0x80; byte < plain.size(); ++byte) plain[byte] = true;
  plain[' '] = true;
  bool seen_letter = false;
  std::string scratch;
  for (const char c : repaired(text, scratch)) {
    const auto byte = static_cast<unsigned char>(c);
    if (plain[byte] || (seen_letter && kPlainInside.find(c) != std::string_view::npos)) {
      out += c;
    } else if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
    } else if (byte < 0x20 || byte == 0x7F) {
      out += kReplacement;
    } else {
      out += '#';
      append_number(out, std::uint64_t{byte});
      out += ';';
    }
    seen_letter = seen_letter || byte >= 0x80 || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
  }
}

void append_number(TextBuffer& out, double number) {
  if (!append_short_decimal(out, number)) append_chars<32>(out, number);
}

bool append_short_decimal(TextBuffer& out, double number) {
  constexpr double kPlaces = 1e4;
  if (!(number >= 0 && number < 1e5)) return false;
  const auto scaled = static_cast<std::uint32_t>(number * kPlaces + 0.5);
  if (static_cast<double>(scaled) / kPlaces != number) return false;
  append_number(out, std::uint64_t{scaled / 10000});
  std::uint32_t places = scaled % 10000;
  if (places == 0) return true;
  out += '.';
  for (std::uint32_t unit = 1000; places > 0; places %= unit, unit /= 10)
    out += static_cast<char>('0' + places / unit);
  return true;
}

void append_number(TextBuffer& out, std::uint64_t number) {
  append_chars<24>(out, number);
}

void append_decimal(TextBuffer& out, double number) {
  append_chars<400>(out, number, std::chars_format::fixed);  // the smallest double has 325 places
}

}  // namespace entente
