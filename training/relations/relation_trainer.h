// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/relations/relation_model.h"
#include "extract/relations/type_features.h"
#include "training/relations/boosting.h"
#include "training/relations/measure.h"
#include "training/relations/pair_corpus.h"

namespace entente {

struct TrainerOptions {
  std::uint32_t folds = 5;
  LabelWeights labels;
  TrainingOptions any, types;
  BoostingOptions judge;
  BoostingOptions second{.trees = 120, .depth = 6, .rate = 0.06f};
  float judge_optional = 0.0f;  // weight of rows that only an optional relation makes right
  float made_up = 0.4f;         // weight of the lexicon's made-up examples in the linear models
  float else_any = 0.3f;        // weight, as a negative, of a pair whose relation stands in another sentence
};

// Trains the relation model, and measures it by cross-validation over documents.
class RelationTrainer {
 public:
  RelationTrainer(std::vector<TrainingDocument>& documents, const Lexicon& lexicon,
                  const TrainerOptions& options);

  // For each document what a model that has not seen it (nor its fold) proposes, every probability.
  std::vector<std::vector<Proposal>> cross_validate();

  // The model of all documents; call cross_validate() first.
  RelationModel train();

  // What the relation network, trained on other documents, gives each example (event_type_count log-odds
  // each).
  void set_network_scores(std::vector<float> scores) { network_ = std::move(scores); }

  const std::vector<PairExample>& examples() const { return examples_; }

 private:
  LinearTable train_any(std::uint32_t without_fold) const;
  LinearTable train_types(std::uint32_t without_fold) const;
  LinearScores score(const LinearTable& any, const LinearTable& types, const PairExample& example) const;
  void make_rows();

  static constexpr std::uint32_t no_fold = 0xFFFFFFFF;

  std::vector<TrainingDocument>& documents_;
  const Lexicon& lexicon_;
  TrainerOptions options_;
  std::vector<PairExample> examples_;
  std::vector<PairExample> made_up_;
  std::vector<std::uint32_t> folds_;  // by document
  std::vector<float> network_;        // set_network_scores()
  std::vector<LinearScores> scores_;  // by example, from models that have not seen it
  struct Row {
    std::uint32_t example = 0;
    EventType type = EventType::agree;
    std::vector<float> features;
    float label = 0, weight = 0;
    Status status = Status::actual;
    std::int32_t by = -1;
    Fit fit = Fit::none;
    bool listed = false;
    float probability = 0;     // by a judge that has not seen it
    std::vector<float> again;  // for the second judge; empty where that is not asked
  };
  std::vector<Row> rows_;

  BoostedTrees train_trees(std::vector<float> Row::*of, std::uint32_t without_fold,
                           const BoostingOptions& options) const;
  BoostedTrees train_judge(std::uint32_t without_fold) const;
  void judge_first();
  BoostedTrees train_second(std::uint32_t without_fold) const;
};

}  // namespace entente
