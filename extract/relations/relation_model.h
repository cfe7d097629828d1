// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "extract/relations/event_type.h"

namespace entente {

// The learned part of the relation stage: a linear model over hashed features of two actors in a sentence, for every
// event type how likely the sentence is to state it. `entente_train_relations` makes it.
class RelationModel {
 public:
  RelationModel() = default;  // empty: the lexicon alone decides

  // Throws InputError when the file is missing, truncated, damaged or of another version.
  static RelationModel load(const std::filesystem::path& path);
  void save(const std::filesystem::path& path) const;  // throws OutputError

  bool empty() const noexcept { return weights_.empty(); }

 private:
  friend class RelationScorer;
  friend class RelationTrainer;
  std::vector<float> weights_;
};

}  // namespace entente
