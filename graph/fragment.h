// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "graph/actor.h"
#include "graph/relation.h"

namespace entente {

// What the graph knows of a document that it was built from.
struct DocumentInfo {
  std::string id;
  std::string title;
  std::string date;    // ISO 8601, or empty
  std::string source;  // file name, URL or publisher, or empty
  std::string sha256;  // of the original bytes, lower-case hexadecimal
  auto operator<=>(const DocumentInfo&) const = default;
};

// The graph of one document: the unit that graphs are gathered from. Actors are sorted by id, relations by
// (source, target, type, status, by); every end of a relation is among the actors.
struct Fragment {
  DocumentInfo document;
  std::vector<Actor> actors;
  std::vector<Relation> relations;
  std::vector<std::string> notes;  // what the reader repaired or cut, for people
  bool operator==(const Fragment&) const = default;
};

}  // namespace entente
