// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "extract/actors/mention.h"
#include "extract/relations/dependency_tree.h"

namespace entente {

// The actor's phrase in which another actor is named: "U.S." in "U.S. Senator John McCain" stands in
// McCain's. What McCain does, the United States does not.
struct Nesting {
  const Mention* outer = nullptr;  // null: the mention stands on its own
  std::uint32_t steps = 0;         // from the mention up to where the other's phrase has its head
  Deprel link = Deprel::dep;       // of the first step
  std::uint32_t preposition = 0;   // hash, of the first step
};

// `mentions` are those of the sentence.
Nesting find_nesting(const DependencyTree& tree, const Mention& mention,
                     std::span<const Mention* const> mentions);

}  // namespace entente
