// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/mention.h"

namespace entente {

std::string_view to_string(MentionForm form) {
  static constexpr std::string_view names[] = {"name",  "adjective", "metonym",   "nominal",
                                               "title", "pronoun",   "collective"};
  return names[static_cast<std::size_t>(form)];
}

}  // namespace entente
