// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "extract/actors/mention.h"
#include "extract/relations/nesting.h"
#include "extract/relations/pair_finder.h"

namespace entente {

// What the features of a pair need to know of the document as a whole.
struct PairContext {
  const ResolvedActors* actors = nullptr;
  std::vector<std::uint32_t> mention_counts;  // by actor
  std::uint32_t sentence = 0;
  std::uint32_t sentence_count = 0;
  std::uint32_t actors_here = 0;             // different actors in the sentence
  std::span<const Mention* const> mentions;  // of the sentence

  static PairContext of(const ResolvedActors& actors, std::uint32_t sentence_count);
};

// A feature that holds, and the predicate that it speaks of (-1: none in particular).
struct PairFeature {
  std::uint32_t id = 0;
  std::int32_t predicate = -1;
};

// The features of "source does something to target"; `swapped` takes the pair's second actor as source. Each
// id once, sorted by id.
void pair_features(const SentenceView& view, const PairContext& context, const ActorPair& pair, bool swapped,
                   std::vector<PairFeature>& features);

// One ordered pair of actors in one sentence.
struct VisitedPair {
  std::uint32_t sentence = 0;
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  const SentenceView& view;
  const ActorPair& pair;
  bool swapped = false;  // source is the pair's second actor
  const PairContext& context;
  const std::vector<PairFeature>& features;
};

// Visits every pair of every sentence that states something, both ways round, in text order.
void visit_pairs(const Analysis& analysis, const ResolvedActors& actors, const Lexicon& lexicon,
                 const std::function<void(const VisitedPair&)>& visit);

}  // namespace entente
