// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extract/relations/event_type.h"
#include "extract/relations/pair_features.h"

namespace entente {

// How well an entry of the lexicon fits a frame: its slots against the roles of source and target.
enum class Fit : std::uint8_t {
  none,
  present,  // the predicate stands there, neither slot is filled
  source_only,
  target_only,
  reversed,     // source and target change places
  both_source,  // both stand in source slots: "A and B met"
  full,
};

// The lexicon's best word for one type of one ordered pair.
struct TypeEvidence {
  Fit fit = Fit::none;
  const LexiconEntry* entry = nullptr;
  const Frame* frame = nullptr;
  const MentionPair* mentions = nullptr;
  std::uint32_t detour = 0;  // steps up and below of both roles
  std::uint8_t full_count = 0, present_count = 0;
};

using TypeEvidences = std::array<TypeEvidence, event_type_count>;

// How an entry fits source and target in these roles.
Fit fit_of(const LexiconEntry& entry, const Role& source, const Role& target);

// What the lexicon says of source and target, for every type.
TypeEvidences gather_evidence(const SentenceView& view, const ActorPair& pair, bool swapped);

// Scores of the linear models for the two orders of a pair.
struct LinearScores {
  float any = 0;                               // log-odds that the sentence relates source to target at all
  std::array<float, event_type_count> type{};  // log-odds of each type, given that it does
  std::array<float, event_type_count> network{};  // log-odds of each type, of the relation network
};

// Log-odds of any relation at which no type is plausible.
inline constexpr float least_any = -3.5f;

// Whether a type of a pair is worth the trees' judgement: the lexicon knows of it or the linear models think
// of it.
bool plausible(const TypeEvidence& evidence, const LinearScores& scores, std::size_t type);

// Whether the two stand in one list: "Kenya and Uganda".
bool is_listed(const DependencyTree& tree, const MentionPair& mentions);

// The least probability that makes a statement: what no word of the lexicon speaks for must be likelier, and
// most of all what joins members of one list.
double least_probability(Fit fit, bool listed, double threshold);

// The numeric features from which the trees judge one type of one ordered pair.
class TypeFeatures {
 public:
  TypeFeatures(const SentenceView& view, const PairContext& context, const ActorPair& pair, bool swapped,
               const TypeEvidences& evidence, const TypeEvidences& reversed, const LinearScores& scores,
               const LinearScores& reversed_scores);

  // Writes the features of `type` to `row`: the same number for every type.
  void fill(EventType type, std::vector<float>& row) const;

 private:
  void fill_pair();
  void fill_nesting(const Mention& mention, const Mention& other);
  int rivals(const TypeEvidence& evidence, bool of_source) const;
  void fill_lexicon(EventType type, std::vector<float>& row) const;
  void fill_frame(const TypeEvidence& evidence, std::vector<float>& row) const;

  const SentenceView& view_;
  const PairContext& context_;
  const ActorPair& pair_;
  const bool swapped_;
  const TypeEvidences& evidence_;
  const TypeEvidences& reversed_;
  const LinearScores& scores_;
  const LinearScores& reversed_scores_;
  std::vector<float> pair_features_;
  float best_type_ = 0, best_network_ = 0, best_network_back_ = 0;
};

}  // namespace entente
