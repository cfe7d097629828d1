// SPDX-License-Identifier: Apache-2.0
#include "extract/language/visible_form.h"

namespace entente {
namespace {

// The length of what is invisible at `at`, or 0. In UTF-8: C2 AD, E2 80 8C to 8F, E2 81 A0.
std::size_t invisible_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\xC2\xAD")) return 2;
  if (rest.starts_with("\xE2\x81\xA0")) return 3;
  if (rest.size() >= 3 && rest.starts_with("\xE2\x80") && rest[2] >= '\x8C' && rest[2] <= '\x8F') return 3;
  return 0;
}

}  // namespace

std::string without_invisible(std::string_view form) {
  std::string visible;
  for (std::size_t at = 0; at < form.size();) {
    const std::size_t skip = invisible_at(form, at);
    if (skip == 0) visible += form[at++];
    at += skip;
  }
  return visible;
}

bool has_invisible(std::string_view text) {
  for (std::size_t at = 0; (at = text.find_first_of("\xC2\xE2", at)) != std::string_view::npos; ++at)
    if (invisible_at(text, at)) return true;
  return false;
}

}  // namespace entente
