// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/document_judge.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

constexpr std::size_t max_rivals = 400;  // of a sentence: its likeliest judgements
constexpr float likely = 0.3f;
constexpr std::size_t max_elsewhere = 64;  // other judgements of a pair

void raise(float& most, float value) {
  most = std::max(most, value);
}

}  // namespace

// The likeliest of the judgements of the same sentence that stand beside one, by what they share with it.
struct DocumentJudge::Rivals {
  float source = 0, target = 0;              // another source or target of the same
  float as_source = 0, as_target = 0;        // its target, or its source, at the other end of the same
  float other_type = 0;                      // the two, another type
  float back = 0, back_other_type = 0;       // the two, turned round
  float source_other = 0, target_other = 0;  // the source, or the target, in something else
  float sum = 0, same_type = 0, higher = 0;
  float near_source = 0, near_target = 0, near_both = 0;  // the same by or to somebody of the same side
  float near_source_other = 0, near_target_other = 0;     // another type so
  float sources = 0, targets = 0;                         // likely ones of the same
};

DocumentJudge::DocumentJudge(const ResolvedActors& actors, std::span<const FirstJudgement> judgements)
    : actors_(actors), judgements_(judgements) {
  mentions_.assign(actors.actors.size(), 0.0f);
  strength_.assign(actors.actors.size(), 0.0f);
  for (std::size_t i = 0; i < actors.mentions.size(); ++i) {
    const Mention& mention = actors.mentions[i];
    for (const std::uint32_t actor : mention.actors) mentions_[actor] += 1;
    auto& range = spoken_.try_emplace(mention.sentence, i, i).first->second;
    range.second = i + 1;
  }
  for (const Tie& tie : actors.ties) {
    ties_.emplace_back(tie.source, tie.target);
    ties_.emplace_back(tie.target, tie.source);
  }
  std::sort(ties_.begin(), ties_.end());
  for (std::uint32_t i = 0; i < judgements.size(); ++i) {
    const FirstJudgement& each = judgements[i];
    here_[each.sentence].push_back(i);
    of_pair_[{each.source, each.target}].push_back(i);
    strength_[each.source] += each.probability;
    strength_[each.target] += each.probability;
    raise(most_mentions_, std::max(mentions_[each.source], mentions_[each.target]));
    total_ += each.probability;
  }
  for (auto& [sentence, indices] : here_) {
    if (indices.size() <= max_rivals) continue;
    std::stable_sort(indices.begin(), indices.end(), [&](std::uint32_t a, std::uint32_t b) {
      return judgements[a].probability > judgements[b].probability;
    });
    indices.resize(max_rivals);
  }
}

// Whether the two are of one side: of one country, or tied to each other.
bool DocumentJudge::near(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return false;
  const std::string& country = actors_.actors[a].country;
  if (!country.empty() && country == actors_.actors[b].country) return true;
  return std::binary_search(ties_.begin(), ties_.end(), Pair{a, b});
}

DocumentJudge::Rivals DocumentJudge::rivals_of(const FirstJudgement& me) const {
  Rivals r;
  for (const std::uint32_t index : here_.at(me.sentence)) {
    const FirstJudgement& other = judgements_[index];
    const float p = other.probability;
    const bool same_type = other.type == me.type, same_source = other.source == me.source,
               same_target = other.target == me.target;
    if (&other == &me) continue;
    r.sum += p;
    if (same_type) r.same_type += p;
    if (same_source && same_target) {
      raise(r.other_type, p);
    } else if (other.source == me.target && other.target == me.source) {
      raise(same_type ? r.back : r.back_other_type, p);
    } else if (same_type) {
      if (same_source)
        raise(r.target, p);
      else if (same_target)
        raise(r.source, p);
      else if (other.target == me.source)
        raise(r.as_source, p);
      else if (other.source == me.target)
        raise(r.as_target, p);
      r.higher += p > me.probability;
    } else if (same_source) {
      raise(r.source_other, p);
    } else if (same_target) {
      raise(r.target_other, p);
    }
    const bool near_source = same_target && near(other.source, me.source),
               near_target = same_source && near(other.target, me.target);
    if (near_source) raise(same_type ? r.near_source : r.near_source_other, p);
    if (near_target) raise(same_type ? r.near_target : r.near_target_other, p);
    if (!same_type) continue;
    if (near(other.source, me.source) && near(other.target, me.target)) raise(r.near_both, p);
    r.sources += p > likely && same_target && !same_source;
    r.targets += p > likely && same_source && !same_target;
  }
  return r;
}

// What other sentences say of the two.
void DocumentJudge::append_elsewhere(const FirstJudgement& me, std::vector<float>& row) const {
  float same = 0, other_type = 0, back = 0, sentences = 0;
  const auto look = [&](const Pair& pair, const auto& take) {
    const auto found = of_pair_.find(pair);
    if (found == of_pair_.end()) return;
    for (std::size_t i = 0; i < std::min(found->second.size(), max_elsewhere); ++i)
      take(judgements_[found->second[i]]);
  };
  std::uint32_t last = 0xFFFFFFFF;
  look({me.source, me.target}, [&](const FirstJudgement& other) {
    sentences += other.sentence != last;
    last = other.sentence;
    if (other.sentence == me.sentence) return;
    raise(other_type, other.probability);
    if (other.type == me.type) raise(same, other.probability);
  });
  look({me.target, me.source}, [&](const FirstJudgement& other) {
    if (other.sentence != me.sentence && other.type == me.type) raise(back, other.probability);
  });
  row.insert(row.end(), {same, other_type, back, sentences, total_ / static_cast<float>(here_.size() + 1),
                         static_cast<float>(here_.size()), static_cast<float>(me.sentence), total_});
}

// How much the text speaks of the two, here and as a whole.
void DocumentJudge::append_actors(const FirstJudgement& me, std::vector<float>& row) const {
  float near_source = 0, near_target = 0, source = 0, target = 0;
  if (const auto found = spoken_.find(me.sentence); found != spoken_.end()) {
    const std::size_t end = std::min(found->second.second, found->second.first + max_rivals);
    for (std::size_t i = found->second.first; i < end; ++i) {
      for (const std::uint32_t actor : actors_.mentions[i].actors) {
        near_source += near(actor, me.source);
        near_target += near(actor, me.target);
        source += actor == me.source;
        target += actor == me.target;
      }
    }
  }
  row.insert(row.end(), {mentions_[me.source], mentions_[me.target], mentions_[me.source] / most_mentions_,
                         mentions_[me.target] / most_mentions_, strength_[me.source] - me.probability,
                         strength_[me.target] - me.probability, near_source, near_target, source, target});
}

void DocumentJudge::append(std::size_t index, std::vector<float>& row) const {
  const FirstJudgement& me = judgements_[index];
  const Rivals r = rivals_of(me);
  const float p = std::clamp(me.probability, 1e-4f, 1.0f - 1e-4f);
  row.insert(row.end(), {std::log(p / (1.0f - p)),
                         r.source,
                         r.target,
                         r.as_source,
                         r.as_target,
                         r.other_type,
                         r.back,
                         r.back_other_type,
                         r.source_other,
                         r.target_other,
                         r.sum,
                         r.higher,
                         r.near_source,
                         r.near_target,
                         r.near_both,
                         r.near_source_other,
                         r.near_target_other,
                         r.sources,
                         r.targets,
                         r.same_type});
  append_elsewhere(me, row);
  append_actors(me, row);
}

}  // namespace entente
