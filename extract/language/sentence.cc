// SPDX-License-Identifier: Apache-2.0
#include "extract/language/sentence.h"

#include <array>

namespace entente {

std::string_view to_string(NameType type) {
  constexpr std::array<std::string_view, 5> names = {"PER", "ORG", "LOC", "NORP", "MISC"};
  return names[static_cast<std::size_t>(type)];
}

std::string_view to_string(SentenceRole role) {
  constexpr std::array<std::string_view, 5> names = {"body", "headline", "byline", "dateline", "caption"};
  return names[static_cast<std::size_t>(role)];
}

}  // namespace entente
