// SPDX-License-Identifier: Apache-2.0
#include "export/dot_text.h"

#include <string>

#include "export/dot_writer.h"
#include "export/text/byte_set.h"
#include "export/text/plain_scan.h"
#include "graph/utf8.h"

namespace entente {
namespace {

constexpr std::string_view kUnknown = "\xEF\xBF\xBD";
constexpr std::size_t kTokenBytes = 8'000;

// Whether XML cannot hold the code point that begins here, or should not: C1 controls, U+FFFE and U+FFFF.
bool is_unfit(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) == 0xC2) return byte(1) < 0xA0;
  return byte(0) == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE;
}

// What stands at the beginning of `rest`, and its length in bytes.
std::size_t append_special(TextBuffer& out, std::string_view rest) {
  switch (rest.front()) {
    case '\\':
      out += "\\\\";
      return 1;
    case '&':
      out += "&amp;";
      return 1;
    case '\n':
      out += "\\n";
      return 1;
    case '\r':
      if (!rest.starts_with("\r\n")) out += "\\n";
      return 1;
    case '\xC2':
      out += is_unfit(rest) ? kUnknown : rest.substr(0, 2);
      return 2;
    case '\xEF':
      out += is_unfit(rest) ? kUnknown : rest.substr(0, 3);
      return 3;
    default:
      out += kUnknown;
      return 1;
  }
}

void append_valid(TextBuffer& out, std::string_view text) {
  static constexpr ByteSet kPlain = [] {
    ByteSet plain = all_but_controls_and("\\&\xC2\xEF");
    plain['\t'] = true;
    return plain;
  }();
  copy_runs(out, text, kPlain, [&](std::string_view rest) { return append_special(out, rest); });
}

// Whether nothing stands between the text and being a token.
bool is_short_and_unquoted(std::string_view text) {
  return text.size() <= kTokenBytes && text.find('"') == std::string_view::npos;
}

}  // namespace

void append_dot_text(TextBuffer& out, std::string_view text) {
  if (is_plain<'\\', '&'>(text)) {
    out += text;
  } else if (valid_utf8_prefix(text) == text.size()) {
    append_valid(out, text);
  } else {
    append_valid(out, repair_utf8(text));
  }
}

void append_dot_text(std::string& out, std::string_view text) {
  TextBuffer buffer;
  append_dot_text(buffer, text);
  out += buffer.view();
}

void append_dot_cut(TextBuffer& out, std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return append_dot_text(out, text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  append_dot_text(out, text.substr(0, bytes));
  out += "\u2026";
}

void append_dot_string(TextBuffer& out, std::string_view text) {
  out += '"';
  if (is_short_and_unquoted(text)) {
    (out += text) += '"';
    return;
  }
  std::size_t piece = 0;  // where the piece of a long string begins
  std::size_t done = 0;   // what is in `out`
  const auto put = [&](std::size_t until, std::string_view then) {
    out.append(text.substr(done, until - done)).append(then);
    done = until;
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + (text[at] == '\\' ? 2 : 1);
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    if (next - piece > kTokenBytes) {
      put(at, "\" + \"");
      piece = at;
    }
    if (text[at] == '"') put(at, "\\");
    at = next;
  }
  put(text.size(), "\"");
}

void finish_dot_string(TextBuffer& out, std::size_t begin) {
  const std::string_view text = out.view().substr(begin);
  if (is_short_and_unquoted(text)) {
    out += '"';
    return;
  }
  const std::string copy(text);
  out.truncate(begin - 1);
  append_dot_string(out, copy);
}

}  // namespace entente
