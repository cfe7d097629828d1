// SPDX-License-Identifier: Apache-2.0
#include "graph/actor.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr std::array<std::string_view, 5> kKinds = {"country", "official", "person", "institution", "bloc"};

bool is_id_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == ':' ||
         c == '.' || c == '-';
}

}  // namespace

std::string_view to_string(ActorKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<ActorKind> parse_actor_kind(std::string_view name) {
  const auto found = std::ranges::find(kKinds, name);
  if (found == kKinds.end()) return std::nullopt;
  return static_cast<ActorKind>(found - kKinds.begin());
}

bool is_actor_id(std::string_view id) {
  return !id.empty() && id.size() <= 256 && std::ranges::all_of(id, is_id_character);
}

}  // namespace entente
