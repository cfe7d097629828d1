// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/evidence.h"

namespace entente {

// Whether what a relation says is so.
enum class Status : std::uint8_t { actual, planned, possible, denied };

std::string_view to_string(Status status);
std::optional<Status> parse_status(std::string_view name);

// An edge: what the text says one actor did to, with or about another. Two relations that agree in (source,
// target, type, status, by) are the same edge and share their evidence; a symmetric one has its ends in
// either order.
struct Relation {
  std::string source;  // actor id
  std::string target;  // actor id, never equal to source
  std::string type;    // a type of the ontology: "CONSULT", "holds_office"
  std::string label;   // the predicate as the text words it: "told", "invasion of"
  std::string mode;    // PLOVER mode ("visit", "arrest"), or empty
  Status status = Status::actual;
  std::string by;     // id of the actor to whom the text attributes it, or empty
  std::string date;   // ISO 8601 date or period ("2023-02-21", "2023-04", "2023-04-01/2023-05-10"), or empty
  std::string title;  // of holds_office: the office's title
  bool symmetric = false;
  double confidence = 1.0;         // 0..1
  std::vector<Evidence> evidence;  // sorted, unique; its size is the edge's weight
  std::vector<std::string>
      reasons;  // rule and lexicon line behind it, sorted, unique; empty unless asked for
  bool operator==(const Relation&) const = default;
};

}  // namespace entente
