// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>

#include "extract/relations/relation_model.h"
#include "extract/relations/type_features.h"

namespace entente {

// One type of one ordered pair of a sentence, with the probability that the sentence states it.
struct Judgement {
  std::uint32_t sentence = 0;
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  EventType type = EventType::agree;
  double probability = 0;
  const SentenceView& view;
  const PairContext& context;
  const MentionPair& mentions;          // that join the two
  std::int32_t predicate = -1;          // token, or -1: none that one could name
  const LexiconEntry* entry = nullptr;  // that speaks for the type, if one does
  Fit fit = Fit::none;
  bool swapped = false;             // source is mentions.second
  std::span<const float> features;  // from which the trees judged; empty without a model
};

// Judges every plausible type of every pair. With an empty model the lexicon alone judges: a full fit is a
// relation.
void judge_pairs(const Analysis& analysis, const ResolvedActors& actors, const Lexicon& lexicon,
                 const RelationModel& model, const std::function<void(const Judgement&)>& judge);

// The token whose words tell status, speaker and date: the predicate that speaks for the type, or where the
// two meet.
std::uint32_t anchor_of(const SentenceView& view, const TypeEvidence& evidence, const ActorPair& pair);

}  // namespace entente
