// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "graph/relation.h"

namespace entente {

// One relation that a sentence states, before statements are gathered into edges.
struct Statement {
  std::uint32_t source = 0;  // indices into ResolvedActors::actors
  std::uint32_t target = 0;
  std::string type;   // of the ontology
  std::string mode;   // PLOVER mode, or empty
  std::string label;  // the predicate as the text words it
  Status status = Status::actual;
  std::int32_t by = -1;  // index of the actor who says so, or -1
  std::string date;      // ISO 8601 date or period, or empty
  bool symmetric = false;
  double confidence = 1.0;     // 0..1
  std::uint32_t sentence = 0;  // index into Analysis::sentences
  std::uint32_t begin = 0;     // tokens whose words state it: the evidence
  std::uint32_t end = 0;
  std::uint32_t predicate = 0;  // the predicate's token
  std::string rule;             // the rule and lexicon line that made it
};

}  // namespace entente
