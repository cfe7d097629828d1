// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace entente {

// Any bytes at all, and those that trip writers more often than others.
inline std::string random_bytes(std::mt19937& random) {
  static const std::string kPieces[] = {
      "\"",     "\\",         "\\N",    "\n",     "\r",   "\r\n", "<b>",      "&",
      "&amp;",  "&eacute;",   "\t",     "\x01",   "\x1B", "\x1F", "\x7F",     std::string(1, '\0'),
      "\u202E", "\u200F",     "\u0085", "\uFFFE", "\xFF", "\xC3", "\xE2\x82", "\xED\xA0\x80",
      "\u4E2D", "\U0001F1FA", "a",      " ",      "'",    "{|}",  "\u2028",   "\xEF\xBB\xBF",
      "]",      ";",          "->",     "\\l",    "\\\\", "%%"};
  std::string text;
  for (std::uint32_t pieces = random() % 12; pieces > 0; --pieces) {
    if (random() % 4 == 0) {
      text += static_cast<char>(random() % 256);
    } else {
      text += kPieces[random() % std::size(kPieces)];
    }
  }
  return text;
}

}  // namespace entente
