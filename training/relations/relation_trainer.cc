// SPDX-License-Identifier: Apache-2.0
#include "training/relations/relation_trainer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "extract/relations/attribution.h"
#include "extract/relations/document_judge.h"
#include "extract/relations/relation_judge.h"
#include "extract/relations/status.h"
#include "training/relations/lexicon_examples.h"

namespace entente {
namespace {

double probability(double log_odds) {
  return 1.0 / (1.0 + std::exp(-log_odds));
}

bool says_nothing(const TrainingExample& example) {
  return std::all_of(example.weights.begin(), example.weights.end(),
                     [](float weight) { return weight == 0; });
}

}  // namespace

RelationTrainer::RelationTrainer(std::vector<TrainingDocument>& documents, const Lexicon& lexicon,
                                 const TrainerOptions& options)
    : documents_(documents), lexicon_(lexicon), options_(options) {
  examples_ = label_pairs(documents, lexicon, options.labels);
  if (options.made_up > 0) made_up_ = lexicon_examples(lexicon);
  for (const TrainingDocument& document : documents) {
    folds_.push_back(fold_of(document.gold.document.id, options.folds));
  }
}

LinearTable RelationTrainer::train_any(std::uint32_t without_fold) const {
  std::vector<TrainingExample> made;
  made.reserve(examples_.size());
  for (const PairExample& pair : examples_) {
    if (folds_[pair.document] == without_fold) continue;
    if (says_nothing(pair.example)) continue;
    float best = 0;
    bool elsewhere = false;
    for (std::size_t k = 0; k < pair.example.labels.size(); ++k) {
      if (pair.example.labels[k] > 0) best = std::max(best, pair.example.weights[k]);
      elsewhere = elsewhere || (pair.example.labels[k] == 0 && pair.example.weights[k] == 0);
    }
    made.push_back({pair.example.features,
                    {best > 0 ? 1.0f : 0.0f},
                    {best > 0    ? best
                     : elsewhere ? options_.else_any
                                 : 1.0f}});
  }
  for (const PairExample& pair : made_up_)
    made.push_back({pair.example.features, {1.0f}, {options_.made_up}});
  std::vector<const TrainingExample*> pointers;
  for (const TrainingExample& example : made) pointers.push_back(&example);
  return entente::train(pointers, 1, options_.any);
}

LinearTable RelationTrainer::train_types(std::uint32_t without_fold) const {
  std::vector<TrainingExample> made;
  for (const PairExample& pair : examples_) {
    if (folds_[pair.document] == without_fold) continue;
    bool some = false;
    for (std::size_t k = 0; k < event_type_count; ++k) some = some || pair.example.labels[k] > 0;
    if (!some) continue;
    made.push_back(pair.example);
    for (std::size_t k = 0; k < event_type_count; ++k) made.back().weights[k] = 1.0f;
  }
  for (const PairExample& pair : made_up_) {
    made.push_back(pair.example);
    for (float& weight : made.back().weights) weight *= options_.made_up;
  }
  std::vector<const TrainingExample*> pointers;
  for (const TrainingExample& example : made) pointers.push_back(&example);
  return entente::train(pointers, event_type_count, options_.types);
}

LinearScores RelationTrainer::score(const LinearTable& any, const LinearTable& types,
                                    const PairExample& pair) const {
  LinearScores result;
  result.any = scores(any, pair.example.features)[0];
  const std::vector<float> type = scores(types, pair.example.features);
  std::copy(type.begin(), type.end(), result.type.begin());
  return result;
}

void RelationTrainer::make_rows() {
  rows_.clear();
  std::uint32_t next = 0;
  std::vector<float> features;
  for (TrainingDocument& document : documents_) {
    visit_pairs(document.analysis, document.actors, lexicon_, [&](const VisitedPair& visited) {
      const std::uint32_t index = next++;
      const std::uint32_t back = visited.swapped ? index - 1 : index + 1;
      const TypeEvidences mine = gather_evidence(visited.view, visited.pair, visited.swapped);
      const TypeEvidences other = gather_evidence(visited.view, visited.pair, !visited.swapped);
      const TypeFeatures maker(visited.view, visited.context, visited.pair, visited.swapped, mine, other,
                               scores_[index], scores_[back]);
      const PairExample& pair = examples_[index];
      for (std::size_t k = 0; k < event_type_count; ++k) {
        if (!plausible(mine[k], scores_[index], k)) continue;
        Row row;
        row.example = index;
        row.type = static_cast<EventType>(k);
        maker.fill(row.type, row.features);
        row.label = pair.example.labels[k];
        row.weight = pair.example.weights[k];
        const std::uint32_t anchor = anchor_of(visited.view, mine[k], visited.pair);
        row.status = status_of(visited.view, anchor, row.type);
        row.fit = mine[k].fit;
        row.listed = is_listed(visited.view.tree(), visited.pair.mentions.front());
        row.by = speaker_of(visited.view, anchor, visited.context.mentions);
        if (row.label > 0 && row.weight <= options_.labels.optional) row.weight = options_.judge_optional;
        rows_.push_back(std::move(row));
      }
    });
  }
}

// Trees of the rows that have the features which `of` gives, those of one fold left out.
BoostedTrees RelationTrainer::train_trees(std::vector<float> Row::*of, std::uint32_t without_fold,
                                          const BoostingOptions& options) const {
  BoostingRows data;
  for (const Row& row : rows_) {
    const std::vector<float>& features = row.*of;
    if (features.empty() || row.weight == 0 || folds_[examples_[row.example].document] == without_fold)
      continue;
    data.features = features.size();
    data.values.insert(data.values.end(), features.begin(), features.end());
    data.labels.push_back(row.label);
    data.weights.push_back(row.weight);
  }
  return boost(data, options);
}

BoostedTrees RelationTrainer::train_judge(std::uint32_t without_fold) const {
  return train_trees(&Row::features, without_fold, options_.judge);
}

BoostedTrees RelationTrainer::train_second(std::uint32_t without_fold) const {
  return train_trees(&Row::again, without_fold, options_.second);
}

// The first judge's say on documents that it has not seen, and what the second is to make of them.
void RelationTrainer::judge_first() {
  for (std::uint32_t fold = 0; fold < options_.folds; ++fold) {
    const BoostedTrees judge = train_judge(fold);
    for (Row& row : rows_) {
      if (folds_[examples_[row.example].document] == fold)
        row.probability = static_cast<float>(probability(judge.score(row.features)));
    }
  }
  std::vector<FirstJudgement> judgements;
  std::vector<Row*> rows;
  for (auto next = rows_.begin(); next != rows_.end();) {
    const std::uint32_t document = examples_[next->example].document;
    judgements.clear(), rows.clear();
    for (; next != rows_.end() && examples_[next->example].document == document; ++next) {
      if (next->probability < least_first) continue;
      const PairExample& pair = examples_[next->example];
      judgements.push_back({pair.sentence, pair.source, pair.target, next->type, next->probability});
      rows.push_back(&*next);
    }
    const DocumentJudge judge(documents_[document].actors, judgements);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (judgements[i].probability < least_second) continue;
      rows[i]->again = rows[i]->features;
      judge.append(i, rows[i]->again);
    }
  }
}

std::vector<std::vector<Proposal>> RelationTrainer::cross_validate() {
  scores_.assign(examples_.size(), {});
  for (std::uint32_t fold = 0; fold < options_.folds; ++fold) {
    const LinearTable any = train_any(fold), types = train_types(fold);
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      if (folds_[examples_[i].document] != fold) continue;
      scores_[i] = score(any, types, examples_[i]);
      if (!network_.empty())
        std::copy_n(network_.begin() + static_cast<std::ptrdiff_t>(i * event_type_count), event_type_count,
                    scores_[i].network.begin());
    }
  }
  make_rows();
  judge_first();
  using Key = std::tuple<std::uint32_t, std::uint32_t, EventType>;
  std::vector<std::map<Key, Proposal>> best(documents_.size());
  for (std::uint32_t fold = 0; fold < options_.folds; ++fold) {
    const BoostedTrees second = train_second(fold);
    for (const Row& row : rows_) {
      const PairExample& pair = examples_[row.example];
      if (folds_[pair.document] != fold) continue;
      Proposal& held = best[pair.document][{pair.source, pair.target, row.type}];
      const double p = row.again.empty() ? std::min<double>(row.probability, least_second)
                                         : probability(second.score(row.again));
      if (p > held.confidence)
        held = {pair.source, pair.target, row.type, row.status, row.by, p, row.fit, row.listed};
    }
  }
  std::vector<std::vector<Proposal>> proposals(documents_.size());
  for (std::size_t d = 0; d < documents_.size(); ++d) {
    for (const auto& [key, proposal] : best[d]) proposals[d].push_back(proposal);
  }
  return proposals;
}

RelationModel RelationTrainer::train() {
  RelationModel model;
  model.any = train_any(no_fold);
  model.types = train_types(no_fold);
  model.judge = train_judge(no_fold);
  model.second = train_second(no_fold);
  return model;
}

}  // namespace entente
