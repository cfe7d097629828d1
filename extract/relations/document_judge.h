// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "extract/actors/mention.h"
#include "extract/relations/event_type.h"

namespace entente {

// How likely one type of one ordered pair is, from what its sentence alone says.
struct FirstJudgement {
  std::uint32_t sentence = 0;
  std::uint32_t source = 0;  // indices into ResolvedActors::actors
  std::uint32_t target = 0;
  EventType type = EventType::agree;
  float probability = 0;
};

// First judgements from this probability on speak of others, and from the second on they are judged again.
inline constexpr float least_first = 0.05f;
inline constexpr float least_second = 0.12f;

// What the other first judgements of a document say of one: who else may be source or target of the same
// thing, what else the two may do, and what other sentences say of them. After stacked generalization
// (Wolpert 1992): a second judge, trained on first judgements of documents that the first has not seen, reads
// them beside the sentence's own features.
class DocumentJudge {
 public:
  // `judgements` in order of their sentences; both must outlive this.
  DocumentJudge(const ResolvedActors& actors, std::span<const FirstJudgement> judgements);

  // Appends what holds of judgements[index] to `row`: the same number of features for each.
  void append(std::size_t index, std::vector<float>& row) const;

 private:
  struct Rivals;
  using Pair = std::pair<std::uint32_t, std::uint32_t>;

  bool near(std::uint32_t a, std::uint32_t b) const;
  Rivals rivals_of(const FirstJudgement& judgement) const;
  void append_elsewhere(const FirstJudgement& judgement, std::vector<float>& row) const;
  void append_actors(const FirstJudgement& judgement, std::vector<float>& row) const;

  const ResolvedActors& actors_;
  std::span<const FirstJudgement> judgements_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> here_;             // judgements by sentence, bounded
  std::map<Pair, std::vector<std::uint32_t>> of_pair_;                   // judgements by source and target
  std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> spoken_;  // mentions by sentence
  std::vector<Pair> ties_;                                               // sorted, both ways
  std::vector<float> mentions_, strength_;                               // by actor
  float most_mentions_ = 1, total_ = 0;
};

}  // namespace entente
