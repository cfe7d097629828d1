// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>

#include "graph/utf8.h"

namespace entente {
namespace {

// The code point of a two or three byte sequence of valid UTF-8, else 0.
unsigned point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
  if (byte(at) >= 0xC0 && byte(at) < 0xE0) return ((byte(at) & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU);
  if (byte(at) >= 0xE0 && byte(at) < 0xF0)
    return ((byte(at) & 0xFU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU);
  return 0;
}

bool is_unsafe(unsigned point) {  // C1 controls, line separators, direction marks, byte order mark
  return (point >= 0x80 && point < 0xA0) || point == 0x61C || point == 0x200E || point == 0x200F ||
         point == 0x2028 || point == 0x2029 || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

std::string escape(const char* form, unsigned value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), form, value);
  return text.data();
}

std::string escape_control(unsigned char c) {
  if (c == '\n') return "\\n";
  if (c == '\t') return "\\t";
  if (c == '\r') return "\\r";
  return escape("\\x%02X", c);
}

}  // namespace

std::string printable(std::string_view text) {
  const std::string valid = repair_utf8(text);
  std::string out;
  for (std::size_t at = 0; at < valid.size(); ++at) {
    const auto c = static_cast<unsigned char>(valid[at]);
    const unsigned point = point_at(valid, at);
    if (c < 0x20 || c == 0x7F) {
      out += escape_control(c);
    } else if (is_unsafe(point)) {
      out += escape("\\u%04X", point);
      at += point < 0x800 ? 1 : 2;
    } else {
      out += valid[at];
    }
  }
  return out;
}

bool stdout_is_terminal() {
  return isatty(STDOUT_FILENO) != 0;
}
bool stderr_is_terminal() {
  return isatty(STDERR_FILENO) != 0;
}

Style Style::of_stdout() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool forbidden = no_color != nullptr && *no_color != '\0';
  const bool dumb = term == nullptr || std::string_view(term) == "dumb";
  return Style(stdout_is_terminal() && !forbidden && !dumb);
}

std::string Style::wrap(std::string_view code, std::string_view text) const {
  if (!colours_) return std::string(text);
  return "\x1B[" + std::string(code) + "m" + std::string(text) + "\x1B[0m";
}

void Progress::done(std::size_t documents, std::size_t failed) {
  if (!on_) return;
  std::fprintf(stderr, "\r%zu documents", documents);
  if (failed != 0) std::fprintf(stderr, ", %zu failed", failed);
  std::fflush(stderr);
  shown_ = true;
}

void Progress::clear() {
  if (shown_) std::fprintf(stderr, "\r\x1B[K");
  shown_ = false;
}

}  // namespace entente
