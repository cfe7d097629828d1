// SPDX-License-Identifier: Apache-2.0
#include "training/relations/pair_corpus.h"

#include <algorithm>

#include "extract/relations/hash.h"
#include "extract/relations/pair_features.h"
#include "training/relations/measure.h"

namespace entente {
namespace {

class Labeller {
 public:
  Labeller(const TrainingDocument& document, const LabelWeights& weights)
      : document_(document), weights_(weights) {
    for (const GoldRelation& relation : document.gold.relations) {
      sentences_.push_back(sentences_of(relation.evidence, document.gold.document, document.analysis));
    }
  }

  void label(PairExample& pair) const {
    pair.example.labels.assign(event_type_count, 0.0f);
    pair.example.weights.assign(event_type_count, 1.0f);
    const std::int32_t s = document_.to_gold[pair.source], t = document_.to_gold[pair.target];
    if (s < 0 || t < 0) {
      if (!document_.complete) pair.example.weights.assign(event_type_count, 0.0f);
      return;
    }
    const std::string &source = document_.gold.actors[static_cast<std::size_t>(s)].id,
                      &target = document_.gold.actors[static_cast<std::size_t>(t)].id;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      const GoldRelation& relation = document_.gold.relations[i];
      if (!joins(relation, source, target)) continue;
      const bool here =
          std::find(sentences_[i].begin(), sentences_[i].end(), pair.sentence) != sentences_[i].end();
      for (std::size_t k = 0; k < relation.types.size(); ++k) {
        take(pair.example, static_cast<std::size_t>(relation.types[k]), here, relation.optional, k == 0);
      }
    }
  }

 private:
  void take(TrainingExample& example, std::size_t type, bool here, bool optional, bool best) const {
    float& label = example.labels[type];
    float& weight = example.weights[type];
    if (!here) {
      if (label == 0) weight = weights_.elsewhere, label = weights_.elsewhere > 0 ? 1.0f : 0.0f;
      return;
    }
    const float mine = (optional ? weights_.optional : 1.0f) * (best ? 1.0f : weights_.second);
    weight = label == 1.0f ? std::max(weight, mine) : mine;
    label = 1.0f;
  }

  const TrainingDocument& document_;
  const LabelWeights& weights_;
  std::vector<std::vector<std::uint32_t>> sentences_;
};

}  // namespace

std::vector<PairExample> label_pairs(std::vector<TrainingDocument>& documents, const Lexicon& lexicon,
                                     const LabelWeights& weights) {
  std::vector<PairExample> examples;
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    TrainingDocument& document = documents[d];
    document.to_gold = match_actors(document.gold.actors, document.actors);
    const Labeller labeller(document, weights);
    visit_pairs(document.analysis, document.actors, lexicon, [&](const VisitedPair& visited) {
      PairExample pair;
      pair.document = d;
      pair.sentence = visited.sentence;
      pair.source = visited.source;
      pair.target = visited.target;
      for (const PairFeature& feature : visited.features) {
        pair.example.features.push_back(feature.id);
        pair.predicates.push_back(feature.predicate);
      }
      labeller.label(pair);
      examples.push_back(std::move(pair));
    });
  }
  return examples;
}

std::uint32_t fold_of(const std::string& id, std::uint32_t folds) {
  const std::size_t dash = id.rfind('-');
  const bool numbered =
      dash != std::string::npos && id.find_first_not_of("0123456789", dash + 1) == std::string::npos;
  return mix(hash_text(numbered ? id.substr(0, dash) : id), 17u) % folds;
}

}  // namespace entente
