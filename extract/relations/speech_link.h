// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "extract/relations/dependency_tree.h"

namespace entente {

// One actor says something in which the other stands: "Straw says Iran must meet its obligations" asks
// something of Iran, "an exile group says Iran has built a tunnel" accuses it.
struct SpeechLink {
  std::int32_t verb = -1;    // of saying; -1: no such link
  std::int32_t clause = -1;  // what is said
  int modal = 0;             // of the clause: 0 none, 1 must or should, 2 will, 3 may or would
  bool negated = false;
  bool is_subject = false;  // the other is the clause's subject
};

SpeechLink find_speech(const DependencyTree& tree, std::uint32_t speaker, std::uint32_t other);

}  // namespace entente
