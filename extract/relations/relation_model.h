// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "extract/relations/boosted_trees.h"
#include "extract/relations/event_type.h"
#include "extract/relations/linear_table.h"
#include "extract/relations/relation_network.h"

namespace entente {

// The learned part of the relation stage. Two linear models over words and tree paths say whether a sentence
// relates one actor to another and by what type, a small network says the same from the meaning of the words;
// boosted trees weigh their say against what the lexicon finds and judge each type of each pair; others judge
// it again beside what the first make of the rest of the document (document_judge.h).
// `entente_train_relations` makes the file.
struct RelationModel {
  LinearTable any{1};
  LinearTable types{event_type_count};
  RelationNetwork network;  // of what the words mean; may be empty
  BoostedTrees judge;
  BoostedTrees second;     // judges again beside the other judgements of the document; may be empty
  float threshold = 0.5f;  // least probability of a relation that is stated

  bool empty() const noexcept { return judge.empty(); }  // then the lexicon alone decides

  // Throws InputError when the file is missing, truncated, damaged or of another version.
  static RelationModel load(const std::filesystem::path& path);
  static RelationModel parse(std::string_view bytes, const std::string& file);

  std::string serialise() const;
  void save(const std::filesystem::path& path) const;  // throws OutputError
};

}  // namespace entente
