// SPDX-License-Identifier: Apache-2.0
#include "extract/language/char_class.h"

#include <utf8proc.h>

namespace entente {
namespace {

bool is_emoji(char32_t p) {
  return (p >= 0x1F000 && p <= 0x1FAFF) || (p >= 0x2600 && p <= 0x27BF);
}

CharClass class_of_format(char32_t p) {
  return p == 0xFEFF || p == 0x200B ? CharClass::space : CharClass::extends;
}

}  // namespace

CharClass class_of(char32_t point) {
  if (point >= 0x1F3FB && point <= 0x1F3FF) return CharClass::extends;  // skin tones
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharClass::upper;
    case UTF8PROC_CATEGORY_LL:
      return CharClass::lower;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return CharClass::other_letter;
    case UTF8PROC_CATEGORY_ND:
      return CharClass::digit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharClass::extends;
    case UTF8PROC_CATEGORY_CF:
      return class_of_format(point);
    case UTF8PROC_CATEGORY_ZS:
      return CharClass::space;
    case UTF8PROC_CATEGORY_CC:  // others than the next line are marks of Windows-1252 that lost their way
      return point == 0x85 ? CharClass::line_end : CharClass::mark;
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return CharClass::line_end;
    default:
      return is_emoji(point) ? CharClass::emoji : CharClass::mark;
  }
}

}  // namespace entente
