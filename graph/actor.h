// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// What an actor is; docs/design.md says where the lines between them run.
enum class ActorKind : std::uint8_t { country, official, person, institution, bloc };

std::string_view to_string(ActorKind kind);                        // "country", "official", ...
std::optional<ActorKind> parse_actor_kind(std::string_view name);  // empty for any other word

// One string under which texts name the actor, and how often they did.
struct Alias {
  std::string name;
  std::uint32_t count = 0;
  auto operator<=>(const Alias&) const = default;
};

// An office that a text says the actor holds or held.
struct Office {
  std::string title;    // as the text words it: "Foreign Minister"
  std::string of;       // id of the country or institution whose office it is
  bool current = true;  // false for "former", "then", "ex-"
  auto operator<=>(const Office&) const = default;
};

// The actor's name in somebody else's register.
struct ExternalId {
  std::string scheme;  // "iso3166-1-alpha-3", "wikidata"
  std::string value;
  auto operator<=>(const ExternalId&) const = default;
};

// The rule by which a mention was taken for this actor: what `entente explain` prints.
struct MentionReason {
  std::string text;         // the mention's words
  std::string document;     // document id
  std::uint64_t begin = 0;  // bytes in the original input
  std::uint64_t end = 0;
  std::string rule;  // "surname of Sergei Lavrov", "gazetteer: country", ...
  auto operator<=>(const MentionReason&) const = default;
};

// A node: one actor in the world, however often and under however many names the texts mention it.
struct Actor {
  std::string id;     // stable across runs and documents, [A-Za-z0-9_:.-]+: "country:CHN", "official:wang-yi"
  std::string label;  // fullest name without titles, UTF-8
  ActorKind kind = ActorKind::institution;
  std::vector<Alias> aliases;            // sorted by name, unique
  std::string country;                   // ISO 3166-1 alpha-3 (XKX for Kosovo), or empty
  std::vector<Office> offices;           // sorted, unique
  std::uint32_t mentions = 0;            // in all documents
  std::vector<ExternalId> external_ids;  // sorted, unique
  std::vector<MentionReason> reasons;    // sorted; empty unless the extractor was asked to keep them
  bool operator==(const Actor&) const = default;
};

// Whether `id` has the form that every format can carry unescaped: 1 to 256 characters of [A-Za-z0-9_:.-].
bool is_actor_id(std::string_view id);

}  // namespace entente
