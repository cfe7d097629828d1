// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/event_type.h"

#include <array>

namespace entente {
namespace {

constexpr std::array<std::string_view, event_type_count> names = {
    "AGREE",  "CONSULT", "SUPPORT",  "COOPERATE", "AID",      "CONCEDE",  "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST",   "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};

}  // namespace

std::string_view to_string(EventType type) {
  return names[static_cast<std::size_t>(type)];
}

std::optional<EventType> parse_event_type(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<EventType>(i);
  }
  return std::nullopt;
}

}  // namespace entente
