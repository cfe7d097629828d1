// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/actors/mention.h"
#include "extract/relations/role.h"
#include "extract/relations/sentence_view.h"

namespace entente {

// A predicate that may join two mentions, and how each stands to it.
struct Frame {
  std::uint32_t predicate = 0;
  Role first;
  Role second;
};

// Two mentions of a sentence with the predicates between and above them.
struct MentionPair {
  const Mention* first = nullptr;
  const Mention* second = nullptr;
  std::uint32_t distance = 0;  // steps through the tree
  std::vector<Frame> frames;
};

// Two different actors of a sentence and the mentions through which it may join them, nearest first.
struct ActorPair {
  std::uint32_t first = 0;  // indices into ResolvedActors::actors, first < second
  std::uint32_t second = 0;
  std::vector<MentionPair> mentions;
};

// Every two actors whom a sentence mentions, within bounds: of a list of many only the pairs with its first
// member, and never more than max_pairs.
//
// `mentions` are those of the sentence.
std::vector<ActorPair> find_pairs(const SentenceView& view, std::span<const Mention* const> mentions);

inline constexpr std::size_t max_pairs = 160;
inline constexpr std::size_t max_listed = 5;  // of a list with more members, pairs only with the first

}  // namespace entente
