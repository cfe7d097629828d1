// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

// One step of decoding: a code point and the bytes that it took, or what an invalid sequence took.
struct DecodedPoint {
  char32_t value = 0xFFFD;  // U+FFFD where `valid` is false
  std::size_t length = 1;   // bytes consumed, at least 1: of an invalid sequence its longest valid beginning
  bool valid = false;
};

// Decodes the code point at `at`, which is less than `bytes.size()`. Overlong forms, surrogates and points
// past U+10FFFF are invalid, as in the Unicode standard, table 3-7.
DecodedPoint decode_utf8(std::string_view bytes, std::size_t at);

// Appends `point`, a Unicode scalar value, to `out`.
void append_utf8(char32_t point, std::string& out);

// `text` made fit to be an id or a title: invalid sequences become U+FFFD, control characters spaces, and
// white space at both ends goes.
std::string clean_line(std::string_view text);

}  // namespace entente
