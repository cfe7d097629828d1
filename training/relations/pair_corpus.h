// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/actors/mention.h"
#include "extract/language/sentence.h"
#include "extract/relations/lexicon.h"
#include "training/relations/gold.h"
#include "training/relations/linear_trainer.h"

namespace entente {

// A gold document with what the earlier stages make of it.
struct TrainingDocument {
  GoldDocument gold;
  Analysis analysis;
  ResolvedActors actors;
  std::vector<std::int32_t> to_gold;  // match_actors(); filled by label_pairs()
  bool complete = true;               // whether the gold file names every actor of the text; if not, pairs
                                      // with others say nothing
};

// Source and target in one sentence, with features and what the gold file says.
struct PairExample {
  std::uint32_t document = 0;
  std::uint32_t sentence = 0;
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  TrainingExample example;
  std::vector<std::int32_t> predicates;  // of each feature
};

struct LabelWeights {
  float optional = 0.2f;   // of a type that only an optional relation gives
  float elsewhere = 0.0f;  // of a type that the gold file sees in another sentence
  float second = 1.0f;     // of a type that is not a relation's best
};

// All ordered pairs of the corpus.
std::vector<PairExample> label_pairs(std::vector<TrainingDocument>& documents, const Lexicon& lexicon,
                                     const LabelWeights& weights);

// The fold of a document: documents whose ids share all but the last part ("voa-00-1", "voa-00-2") share it.
std::uint32_t fold_of(const std::string& id, std::uint32_t folds);

}  // namespace entente
