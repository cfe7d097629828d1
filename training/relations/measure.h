// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/relations/type_features.h"
#include "training/relations/gold.h"

namespace entente {

// An edge proposed for a document, its ends as indices of ResolvedActors::actors.
struct Proposal {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  EventType type = EventType::agree;
  Status status = Status::actual;
  std::int32_t by = -1;
  double confidence = 0;
  Fit fit = Fit::none;
  bool listed = false;
};

// What a proposal is worth in the scorer's eyes.
enum class Verdict { wrong, optional, right };

// Precision and recall as score.py counts them.
struct Figures {
  std::size_t hit_p = 0, all_p = 0, hit_r = 0, all_r = 0;
  double precision() const { return all_p ? static_cast<double>(hit_p) / static_cast<double>(all_p) : 0; }
  double recall() const { return all_r ? static_cast<double>(hit_r) / static_cast<double>(all_r) : 0; }
  double f1() const {
    return precision() + recall() > 0 ? 2 * precision() * recall() / (precision() + recall()) : 0;
  }
};

struct Measure {
  Figures events, by_class, by_pair;
  std::size_t status_right = 0, by_right = 0, found = 0;

  // `to_gold` is what match_actors() gave.
  void add(const GoldDocument& gold, const std::vector<std::int32_t>& to_gold,
           const std::vector<Proposal>& proposals);
  std::string text() const;
};

// The verdict on one proposed (source, target, type).
Verdict judge(const GoldDocument& gold, const std::vector<std::int32_t>& to_gold, std::uint32_t source,
              std::uint32_t target, EventType type);

// Whether `relation` joins source and target, in that order or, if symmetric, in any.
bool joins(const GoldRelation& relation, const std::string& source, const std::string& target);

}  // namespace entente
