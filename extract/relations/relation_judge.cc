// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/relation_judge.h"

#include <algorithm>
#include <cmath>

#include "extract/relations/document_judge.h"

namespace entente {
namespace {

// The probability that rules alone give a fit.
double rule_probability(const TypeEvidence& evidence) {
  if (evidence.fit == Fit::both_source && evidence.entry->symmetric) return 0.55;
  if (evidence.fit != Fit::full) return 0;
  return evidence.detour == 0 ? 0.7 : evidence.detour < 3 ? 0.6 : 0.5;
}

// The predicate whose features speak most for a type; -1 when none does.
std::int32_t strongest_predicate(const RelationModel& model, const std::vector<PairFeature>& features,
                                 EventType type) {
  std::vector<std::pair<std::int32_t, int>> sums;
  for (const PairFeature& feature : features) {
    if (feature.predicate < 0) continue;
    const int weight =
        model.types.row(feature.id)[static_cast<std::size_t>(type)] + model.any.row(feature.id)[0];
    const auto found = std::find_if(sums.begin(), sums.end(),
                                    [&](const auto& sum) { return sum.first == feature.predicate; });
    if (found == sums.end()) {
      sums.emplace_back(feature.predicate, weight);
    } else {
      found->second += weight;
    }
  }
  std::int32_t best = -1;
  int most = 0;
  for (const auto& [predicate, sum] : sums) {
    if (sum > most) best = predicate, most = sum;
  }
  return best;
}

// visit(row) for the row of each feature; slots and then rows are asked for ahead, for the table is far
// larger than the cache.
template <typename Visit>
void for_each_row(const LinearTable& table, const std::vector<PairFeature>& features, const Visit& visit) {
  constexpr std::size_t ahead = 8;
  const std::int16_t* rows[ahead] = {};
  const std::size_t count = features.size();
  for (std::size_t i = 0; i < std::min(ahead, count); ++i) table.prefetch(features[i].id);
  for (std::size_t i = 0; i < count + ahead; ++i) {
    if (i >= ahead) visit(rows[i % ahead]);
    if (i >= count) continue;
    if (i + ahead < count) table.prefetch(features[i + ahead].id);
    rows[i % ahead] = table.row(features[i].id);
    __builtin_prefetch(rows[i % ahead]);
  }
}

float any_score(const RelationModel& model, const std::vector<PairFeature>& features) {
  std::int32_t sum = 0;
  for_each_row(model.any, features, [&](const std::int16_t* row) { sum += row[0]; });
  return LinearTable::unit * static_cast<float>(sum);
}

std::array<float, event_type_count> type_scores(const RelationModel& model,
                                                const std::vector<PairFeature>& features) {
  std::array<std::int32_t, event_type_count> sums{};
  for_each_row(model.types, features, [&](const std::int16_t* row) {
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += row[k];
  });
  std::array<float, event_type_count> scores{};
  for (std::size_t k = 0; k < sums.size(); ++k) scores[k] = LinearTable::unit * static_cast<float>(sums[k]);
  return scores;
}

class PairJudge {
 public:
  PairJudge(const RelationModel& model, const std::function<void(const Judgement&)>& judge)
      : model_(model), judge_(judge), network_(model.network) {}

  // Pairs come in twos, first and second as source.
  void visit(const VisitedPair& visited) {
    const std::size_t side = visited.swapped ? 1 : 0;
    features_[side] = visited.features;
    if (!model_.empty()) scores_[side].any = any_score(model_, visited.features);
    if (!visited.swapped) return;
    if (!model_.empty()) {
      if (scores_[0].any <= least_any && scores_[1].any <= least_any) return;
      if (visited.sentence != started_) network_.start(visited.view);
      started_ = visited.sentence;
      for (const int order : {0, 1}) {
        scores_[order].type = type_scores(model_, features_[order]);
        scores_[order].network = network_.score(visited.view, visited.context, visited.pair, order == 1);
      }
    }
    for (const bool swapped : {false, true})
      evidence_[swapped] = gather_evidence(visited.view, visited.pair, swapped);
    for (const bool swapped : {false, true}) {
      if (model_.empty() || scores_[swapped].any > least_any) judge(visited, swapped);
    }
  }

 private:
  void judge(const VisitedPair& visited, bool swapped) {
    const TypeEvidences &mine = evidence_[swapped], &back = evidence_[!swapped];
    const TypeFeatures maker(visited.view, visited.context, visited.pair, swapped, mine, back,
                             scores_[swapped], scores_[!swapped]);
    for (std::size_t k = 0; k < event_type_count; ++k) {
      const double p = probability(maker, mine[k], scores_[swapped], k);
      if (p < static_cast<double>(least_first)) continue;
      Judgement result{visited.sentence,
                       swapped ? visited.pair.second : visited.pair.first,
                       swapped ? visited.pair.first : visited.pair.second,
                       static_cast<EventType>(k),
                       p,
                       visited.view,
                       visited.context,
                       mine[k].mentions ? *mine[k].mentions : visited.pair.mentions.front(),
                       -1,
                       mine[k].entry,
                       mine[k].fit,
                       swapped,
                       row_};
      if (mine[k].frame && mine[k].fit >= Fit::source_only) {
        result.predicate = static_cast<std::int32_t>(mine[k].frame->predicate);
      } else {
        result.entry = nullptr;
        if (!model_.empty()) result.predicate = strongest_predicate(model_, features_[swapped], result.type);
      }
      judge_(result);
    }
  }

  double probability(const TypeFeatures& maker, const TypeEvidence& evidence, const LinearScores& scores,
                     std::size_t k) {
    if (model_.empty()) return rule_probability(evidence);
    if (!plausible(evidence, scores, k)) return 0;
    maker.fill(static_cast<EventType>(k), row_);
    return 1.0 / (1.0 + std::exp(-model_.judge.score(row_)));
  }

  const RelationModel& model_;
  const std::function<void(const Judgement&)>& judge_;
  RelationNetwork::Scorer network_;
  std::uint32_t started_ = 0xFFFFFFFF;  // the sentence that network_ is at
  TypeEvidences evidence_[2];
  LinearScores scores_[2];
  std::vector<PairFeature> features_[2];
  std::vector<float> row_;
};

}  // namespace

std::uint32_t anchor_of(const SentenceView& view, const TypeEvidence& evidence, const ActorPair& pair) {
  if (evidence.frame && evidence.fit >= Fit::source_only) return evidence.frame->predicate;
  const MentionPair& nearest = pair.mentions.front();
  const std::int32_t top = view.tree().common_ancestor(nearest.first->head, nearest.second->head);
  return top < 0 ? nearest.first->head : static_cast<std::uint32_t>(top);
}

void judge_pairs(const Analysis& analysis, const ResolvedActors& actors, const Lexicon& lexicon,
                 const RelationModel& model, const std::function<void(const Judgement&)>& judge) {
  PairJudge pair_judge(model, judge);
  visit_pairs(analysis, actors, lexicon, [&](const VisitedPair& visited) { pair_judge.visit(visited); });
}

}  // namespace entente
