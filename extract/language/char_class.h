// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace entente {

// What the segmenter asks of a code point.
enum class CharClass : std::uint8_t {
  space,
  line_end,
  lower,
  upper,
  other_letter,
  digit,
  extends,
  mark,
  emoji
};

// Class of a code point outside ASCII.
CharClass class_of(char32_t point);

}  // namespace entente
