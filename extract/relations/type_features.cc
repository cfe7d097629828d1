// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/type_features.h"

#include <algorithm>
#include <utility>

#include "extract/relations/hash.h"
#include "extract/relations/speech_link.h"

namespace entente {
namespace {

bool fills_any(const Role& role, const std::vector<Slot>& slots) {
  return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) { return fills(role, slot); });
}

std::uint32_t detour_of(const Role& role) {
  return role.via_length + role.up_length;
}

constexpr std::array<std::string_view, 16> prepositions = {
    "of",   "with",    "to", "on",   "in",    "for",    "against", "by",
    "from", "between", "at", "over", "about", "toward", "into",    "as"};

float preposition_code(std::uint32_t hash) {
  static const auto hashes = [] {
    std::array<std::uint32_t, prepositions.size()> result{};
    for (std::size_t i = 0; i < prepositions.size(); ++i) result[i] = hash_text(prepositions[i]);
    return result;
  }();
  if (hash == 0) return 0;
  const auto found = std::find(hashes.begin(), hashes.end(), hash);
  return static_cast<float>(found - hashes.begin() + 1);
}

float number(auto value) {
  return static_cast<float>(static_cast<std::int64_t>(value));
}

bool has_child(const DependencyTree& tree, std::uint32_t token, Deprel deprel) {
  return tree.child(token, deprel) >= 0;
}

}  // namespace

Fit fit_of(const LexiconEntry& entry, const Role& source, const Role& target) {
  const bool s = fills_any(source, entry.source), t = fills_any(target, entry.target);
  if (s && t) return Fit::full;
  const bool t_in_source = fills_any(target, entry.source);
  if (s && t_in_source) return Fit::both_source;
  const bool s_in_target = fills_any(source, entry.target);
  if (s_in_target && t_in_source) return entry.symmetric ? Fit::full : Fit::reversed;
  if (t) return Fit::target_only;
  if (s) return Fit::source_only;
  return Fit::present;
}

TypeEvidences gather_evidence(const SentenceView& view, const ActorPair& pair, bool swapped) {
  TypeEvidences evidences;
  for (const MentionPair& mentions : pair.mentions) {
    for (const Frame& frame : mentions.frames) {
      const Role &source = swapped ? frame.second : frame.first,
                 &target = swapped ? frame.first : frame.second;
      for (const LexiconEntry* entry : view.entries(frame.predicate)) {
        if (!entry->type) continue;
        TypeEvidence& evidence = evidences[static_cast<std::size_t>(*entry->type)];
        const Fit fit = fit_of(*entry, source, target);
        const std::uint32_t detour = detour_of(source) + detour_of(target);
        evidence.full_count =
            static_cast<std::uint8_t>(std::min(evidence.full_count + (fit == Fit::full), 9));
        evidence.present_count = static_cast<std::uint8_t>(std::min(evidence.present_count + 1, 9));
        if (fit < evidence.fit || (fit == evidence.fit && detour >= evidence.detour)) continue;
        evidence.fit = fit;
        evidence.entry = entry;
        evidence.frame = &frame;
        evidence.mentions = &mentions;
        evidence.detour = detour;
      }
    }
  }
  return evidences;
}

bool plausible(const TypeEvidence& evidence, const LinearScores& scores, std::size_t type) {
  if (scores.any <= least_any) return false;
  if (evidence.fit >= Fit::source_only) return true;
  if (evidence.fit > Fit::none && scores.any > -3.5f) return true;
  if (scores.network[type] > -3.0f && scores.network[type] != 0) return true;
  return scores.any > -3.0f && scores.type[type] > -2.5f;
}

bool is_listed(const DependencyTree& tree, const MentionPair& mentions) {
  const std::uint32_t a = mentions.first->head, b = mentions.second->head;
  const std::int32_t top = tree.common_ancestor(a, b);
  if (top != static_cast<std::int32_t>(a) && top != static_cast<std::int32_t>(b)) return false;
  const std::uint32_t member = top == static_cast<std::int32_t>(a) ? b : a;
  return a != b && tree.deprel(member) == Deprel::conj && tree.head(member) == top;
}

double least_probability(Fit fit, bool listed, double threshold) {
  if (fit >= Fit::source_only) return threshold;
  return std::max(threshold, listed ? 0.6 : 0.35);
}

TypeFeatures::TypeFeatures(const SentenceView& view, const PairContext& context, const ActorPair& pair,
                           bool swapped, const TypeEvidences& evidence, const TypeEvidences& reversed,
                           const LinearScores& scores, const LinearScores& reversed_scores)
    : view_(view),
      context_(context),
      pair_(pair),
      swapped_(swapped),
      evidence_(evidence),
      reversed_(reversed),
      scores_(scores),
      reversed_scores_(reversed_scores) {
  best_type_ = *std::max_element(scores.type.begin(), scores.type.end());
  best_network_ = *std::max_element(scores.network.begin(), scores.network.end());
  best_network_back_ = *std::max_element(reversed_scores.network.begin(), reversed_scores.network.end());
  fill_pair();
}

void TypeFeatures::fill_pair() {
  const std::uint32_t source = swapped_ ? pair_.second : pair_.first,
                      target = swapped_ ? pair_.first : pair_.second;
  const MentionPair& nearest = pair_.mentions.front();
  const Mention &s = swapped_ ? *nearest.second : *nearest.first,
                &t = swapped_ ? *nearest.first : *nearest.second;
  const DependencyTree& tree = view_.tree();
  float tie = 0;
  for (const Tie& each : context_.actors->ties) {
    if (each.source == source && each.target == target) tie = 1;
    if (each.source == target && each.target == source) tie = 2;
  }
  const auto& actors = context_.actors->actors;
  const bool same_country =
      !actors[source].country.empty() && actors[source].country == actors[target].country;
  std::uint32_t between = 0;
  const std::uint32_t from = std::min(s.end, t.end), to = std::max(s.begin, t.begin);
  for (std::uint32_t i = from; i < to; ++i) between += tree.token(i).upos == Upos::propn;
  pair_features_ = {scores_.any,
                    reversed_scores_.any,
                    number(actors[source].kind),
                    number(actors[target].kind),
                    number(s.form),
                    number(t.form),
                    number(s.acts),
                    number(t.acts),
                    tie,
                    number(same_country),
                    number(nearest.distance),
                    number(to > from ? to - from : 0),
                    number(s.begin < t.begin),
                    number(context_.actors_here),
                    number(between),
                    number(tree.deprel(s.head)),
                    number(tree.deprel(t.head)),
                    preposition_code(hash_text(tree.preposition(s.head))),
                    preposition_code(hash_text(tree.preposition(t.head))),
                    number(tree.depth(s.head)),
                    number(tree.depth(t.head)),
                    number(pair_.mentions.size()),
                    number(view_.size())};
  fill_nesting(s, t);
  fill_nesting(t, s);
  for (const auto& [speaker, other] : {std::pair(s.head, t.head), std::pair(t.head, s.head)}) {
    const SpeechLink link = find_speech(tree, speaker, other);
    pair_features_.insert(pair_features_.end(), {number(link.verb >= 0), number(link.modal),
                                                 number(link.negated), number(link.is_subject)});
  }
}

void TypeFeatures::fill_nesting(const Mention& mention, const Mention& other) {
  const Nesting nesting = find_nesting(view_.tree(), mention, context_.mentions);
  const bool nested = nesting.outer && !nesting.outer->actors.empty();
  const auto& actors = context_.actors->actors;
  pair_features_.insert(pair_features_.end(),
                        {nested ? number(actors[nesting.outer->actors.front()].kind) : -1.0f,
                         nested ? number(nesting.outer->form) : -1.0f, number(nesting.steps),
                         nested && nesting.outer == &other ? 1.0f : 0.0f, number(nesting.link)});
}

void TypeFeatures::fill(EventType type, std::vector<float>& row) const {
  row = pair_features_;
  const auto k = static_cast<std::size_t>(type);
  const float mine = scores_.type[k];
  row.push_back(number(k));
  row.push_back(mine);
  row.push_back(mine - best_type_);
  row.push_back(reversed_scores_.type[k]);
  row.push_back(scores_.any + std::min(mine, 3.0f));
  row.insert(row.end(), {scores_.network[k], reversed_scores_.network[k], best_network_, best_network_back_,
                         scores_.network[k] - best_network_});
  fill_lexicon(type, row);
  fill_frame(evidence_[k], row);
}

void TypeFeatures::fill_lexicon(EventType type, std::vector<float>& row) const {
  const auto k = static_cast<std::size_t>(type);
  const TypeEvidence &mine = evidence_[k], &back = reversed_[k];
  Fit best_other = Fit::none, best_back = Fit::none;
  std::uint32_t full_others = 0, nearest_other = 99;
  for (std::size_t i = 0; i < evidence_.size(); ++i) {
    best_back = std::max(best_back, reversed_[i].fit);
    if (i == k) continue;
    best_other = std::max(best_other, evidence_[i].fit);
    full_others += evidence_[i].fit == Fit::full;
    if (evidence_[i].fit == Fit::full) nearest_other = std::min(nearest_other, evidence_[i].detour);
  }
  row.insert(row.end(), {number(mine.fit), number(mine.full_count), number(mine.present_count),
                         number(mine.detour), number(back.fit), number(back.detour), number(best_other),
                         number(full_others), number(nearest_other), number(best_back)});
}

void TypeFeatures::fill_frame(const TypeEvidence& evidence, std::vector<float>& row) const {
  if (!evidence.frame) {
    row.insert(row.end(), 23, -1.0f);
    return;
  }
  const DependencyTree& tree = view_.tree();
  const Role &source = swapped_ ? evidence.frame->second : evidence.frame->first,
             &target = swapped_ ? evidence.frame->first : evidence.frame->second;
  const std::uint32_t p = evidence.frame->predicate;
  const std::int32_t top =
      tree.common_ancestor(evidence.mentions->first->head, evidence.mentions->second->head);
  const auto head = tree.head(p);
  row.insert(row.end(),
             {number(source.place),
              number(target.place),
              number(source.via_length),
              number(target.via_length),
              number(source.up_length),
              number(target.up_length),
              number(source.shared),
              number(target.shared),
              preposition_code(source.preposition),
              preposition_code(target.preposition),
              number(evidence.entry->pos),
              number(evidence.entry->symmetric),
              number(evidence.entry->lemma.find(' ') != std::string::npos),
              number(view_.entries(p).size()),
              number(tree.deprel(p)),
              number(tree.depth(p)),
              number(top == static_cast<std::int32_t>(p)),
              number(top < 0 ? 0
                             : static_cast<std::int32_t>(tree.depth(p)) -
                                   static_cast<std::int32_t>(tree.depth(static_cast<std::uint32_t>(top)))),
              number(has_child(tree, p, Deprel::aux)),
              number(head < 0 ? -1 : static_cast<int>(tree.token(static_cast<std::uint32_t>(head)).upos)),
              number(evidence.mentions->distance),
              number(rivals(evidence, true)),
              number(rivals(evidence, false))});
}

// How many other actors fill the slot of source or target as near to the predicate or nearer.
int TypeFeatures::rivals(const TypeEvidence& evidence, bool of_source) const {
  const bool first = of_source != swapped_;
  const Role& mine = first ? evidence.frame->first : evidence.frame->second;
  const Mention& me = first ? *evidence.mentions->first : *evidence.mentions->second;
  const std::vector<Slot>& slots = of_source ? evidence.entry->source : evidence.entry->target;
  int count = 0;
  for (const Mention* mention : context_.mentions) {
    if (mention->actors == me.actors || mention->head >= view_.size()) continue;
    const Role role = role_of(view_.tree(), evidence.frame->predicate, mention->head);
    count += fills_any(role, slots) && detour_of(role) <= detour_of(mine) && !role.coordinated;
    if (count == 3) break;
  }
  return count;
}

}  // namespace entente
