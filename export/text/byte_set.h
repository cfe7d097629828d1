// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "export/text/text_buffer.h"

namespace entente {

// The bytes that a context writes as they are.
using ByteSet = std::array<bool, 256>;

constexpr ByteSet all_but(std::string_view special) {
  ByteSet plain{};
  for (std::size_t byte = 0; byte < plain.size(); ++byte) plain[byte] = true;
  for (const char c : special) plain[static_cast<unsigned char>(c)] = false;
  return plain;
}

constexpr ByteSet all_but_controls_and(std::string_view special) {
  ByteSet plain = all_but(special);
  for (std::size_t byte = 0; byte < 0x20; ++byte) plain[byte] = false;
  plain[0x7F] = false;
  return plain;
}

constexpr ByteSet only_alphanumerics_and(std::string_view others) {
  ByteSet plain{};
  for (char c = '0'; c <= '9'; ++c) plain[static_cast<unsigned char>(c)] = true;
  for (char c = 'A'; c <= 'Z'; ++c) plain[static_cast<unsigned char>(c)] = true;
  for (char c = 'a'; c <= 'z'; ++c) plain[static_cast<unsigned char>(c)] = true;
  for (const char c : others) plain[static_cast<unsigned char>(c)] = true;
  return plain;
}

// Copies runs of plain bytes; `special(rest)` writes what stands at the beginning of `rest` and returns its
// length.
template <typename Special>
void copy_runs(TextBuffer& out, std::string_view text, const ByteSet& plain, Special&& special) {
  while (!text.empty()) {
    std::size_t run = 0;
    while (run < text.size() && plain[static_cast<unsigned char>(text[run])]) ++run;
    out += text.substr(0, run);
    text.remove_prefix(run);
    if (!text.empty()) text.remove_prefix(special(text));
  }
}

}  // namespace entente
