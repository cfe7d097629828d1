// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

// The event types of the PLOVER ontology. Their order is part of the relation model's format: add at the end.
enum class EventType : std::uint8_t {
  agree,
  consult,
  support,
  cooperate,
  aid,
  concede,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  sanction,
  mobilize,
  coerce,
  assault
};
inline constexpr int event_type_count = 16;

std::string_view to_string(EventType type);  // "AGREE"
std::optional<EventType> parse_event_type(std::string_view name);

}  // namespace entente
