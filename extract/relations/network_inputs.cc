// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/network_inputs.h"

#include <algorithm>
#include <string_view>

#include "extract/relations/hash.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 42> prepositions = {
    "of",        "to",      "in",        "for",       "with",   "on",     "by",     "from",    "at",
    "against",   "about",   "between",   "over",      "into",   "as",     "after",  "during",  "through",
    "under",     "toward",  "towards",   "near",      "among",  "within", "before", "without", "since",
    "despite",   "include", "including", "like",      "across", "behind", "around", "than",    "accord",
    "according", "because", "following", "regarding", "until",  "amid"};

constexpr auto preposition_hashes = [] {
  std::array<std::uint32_t, prepositions.size()> hashes{};
  for (std::size_t i = 0; i < hashes.size(); ++i) hashes[i] = hash_text(prepositions[i]);
  return hashes;
}();

// 0: none; 43: one that is not in the list.
std::uint16_t preposition_row(std::uint32_t hash) {
  if (hash == 0) return 0;
  const auto found = std::find(preposition_hashes.begin(), preposition_hashes.end(), hash);
  return static_cast<std::uint16_t>(found - preposition_hashes.begin() + 1);
}

std::vector<std::uint16_t> role_rows_of(const Role& role) {
  const auto row = [](std::size_t value) { return static_cast<std::uint16_t>(value); };
  std::vector<std::uint16_t> rows = {row(static_cast<std::size_t>(role.place)),
                                     row(13u + preposition_row(role.preposition)),
                                     row(57u + std::min<std::size_t>(role.via_length, 3)),
                                     row(61u + std::min<std::size_t>(role.up_length, 2))};
  if (role.shared) rows.push_back(64);
  if (role.coordinated) rows.push_back(65);
  return rows;
}

FrameInputs frame_inputs(const SentenceView& view, const MentionPair& mentions, const Frame& frame,
                         bool swapped) {
  const Role &source = swapped ? frame.second : frame.first, &target = swapped ? frame.first : frame.second;
  FrameInputs inputs;
  inputs.predicate = frame.predicate;
  inputs.source = (swapped ? mentions.second : mentions.first)->head;
  inputs.target = (swapped ? mentions.first : mentions.second)->head;
  inputs.source_role = role_rows_of(source);
  inputs.target_role = role_rows_of(target);
  for (const LexiconEntry* entry : view.entries(frame.predicate)) {
    if (!entry->type) continue;
    inputs.fits.push_back(
        static_cast<std::uint16_t>(static_cast<std::size_t>(*entry->type) * network_inputs::fit_count +
                                   static_cast<std::size_t>(fit_of(*entry, source, target))));
  }
  std::sort(inputs.fits.begin(), inputs.fits.end());
  inputs.fits.erase(std::unique(inputs.fits.begin(), inputs.fits.end()), inputs.fits.end());
  return inputs;
}

// Source and target as they stand, with no predicate to name: the token where the two meet.
FrameInputs bare_frame(const SentenceView& view, const Mention& source, const Mention& target) {
  FrameInputs inputs;
  const std::int32_t top = view.tree().common_ancestor(source.head, target.head);
  inputs.predicate = top < 0 ? source.head : static_cast<std::uint32_t>(top);
  inputs.source = source.head;
  inputs.target = target.head;
  return inputs;
}

// Where each token stands to the path from source over `top` to target; 0: far from it.
std::vector<std::uint16_t> places_of(const DependencyTree& tree, std::uint32_t source, std::uint32_t target,
                                     std::int32_t top) {
  enum : std::uint16_t {
    far,
    of_source,
    of_target,
    meeting,
    under,
    above = 7,
    beside_above,
    between,
    deeper
  };
  std::vector<std::uint16_t> places(tree.size(), far);
  const auto walk = [&](std::uint32_t from, std::uint16_t place) {
    for (auto at = static_cast<std::int32_t>(from); at >= 0 && at != top;
         at = tree.head(static_cast<std::uint32_t>(at)))
      places[static_cast<std::size_t>(at)] = place;
  };
  walk(source, of_source);
  walk(target, of_target);
  if (top >= 0) places[static_cast<std::size_t>(top)] = meeting;
  const std::vector<std::uint16_t> path = places;
  const auto on_path = [&](std::int32_t token) {
    return token < 0 ? far : path[static_cast<std::size_t>(token)];
  };
  const std::int32_t over = top < 0 ? -1 : tree.head(static_cast<std::uint32_t>(top));
  const auto [first, last] = std::minmax(source, target);
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (path[i] != far) continue;
    const std::int32_t head = tree.head(i);
    if (on_path(head) != far) {
      places[i] = static_cast<std::uint16_t>(under - 1 + on_path(head));
    } else if (static_cast<std::int32_t>(i) == over) {
      places[i] = above;
    } else if (over >= 0 && head == over) {
      places[i] = beside_above;
    } else if (first < i && i < last) {
      places[i] = between;
    } else if (head >= 0 && on_path(tree.head(static_cast<std::uint32_t>(head))) != far) {
      places[i] = deeper;
    }
  }
  return places;
}

std::vector<ContextInputs> context_inputs(const DependencyTree& tree, std::uint32_t source,
                                          std::uint32_t target, std::int32_t top) {
  const std::vector<std::uint16_t> places = places_of(tree, source, target, top);
  const auto [first, last] = std::minmax(source, target);
  std::vector<ContextInputs> context;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (places[i] == 0 && i != source && i != target) continue;
    const int order = i < first ? 0 : i == first ? 1 : i < last ? 2 : i == last ? 3 : 4;
    context.push_back({i, places[i], static_cast<std::uint16_t>(order + (source > target ? 5 : 0))});
  }
  return context;
}

float steps(const DependencyTree& tree, std::uint32_t from, std::uint32_t top) {
  return static_cast<float>(std::min(tree.depth(from) - tree.depth(top), 5u)) / 3.0f;
}

}  // namespace

std::vector<std::uint16_t> token_inputs(const SentenceView& view, const PairContext& context,
                                        std::uint32_t token) {
  const Token& word = view.tree().token(token);
  std::vector<std::uint16_t> rows = {static_cast<std::uint16_t>(word.upos),
                                     static_cast<std::uint16_t>(17 + static_cast<int>(word.deprel))};
  for (const LexiconEntry* entry : view.entries(token)) {
    if (entry->type) rows.push_back(static_cast<std::uint16_t>(81 + static_cast<int>(*entry->type)));
    rows.push_back(static_cast<std::uint16_t>(97 + static_cast<int>(entry->complement)));
  }
  const auto here = std::find_if(
      context.mentions.begin(), context.mentions.end(),
      [&](const Mention* mention) { return mention->head == token && !mention->actors.empty(); });
  rows.push_back(here == context.mentions.end()
                     ? std::uint16_t{102}
                     : static_cast<std::uint16_t>(
                           103 + static_cast<int>(context.actors->actors[(*here)->actors.front()].kind)));
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

std::uint32_t word_key(const SentenceView& view, std::uint32_t token) {
  switch (view.tree().token(token).upos) {
    case Upos::verb:
      return mix(view.lemma(token), 1u);
    case Upos::noun:
      return mix(view.lemma(token), 2u);
    case Upos::adj:
      return mix(view.lemma(token), 3u);
    case Upos::propn:
      return mix(view.lemma(token), 4u);
    case Upos::adv:
      return mix(view.lemma(token), 5u);
    default:
      return mix(view.lemma(token), 6u);
  }
}

PairInputs pair_inputs(const SentenceView& view, const PairContext& context, const ActorPair& pair,
                       bool swapped) {
  const MentionPair& nearest = pair.mentions.front();
  const Mention &s = swapped ? *nearest.second : *nearest.first,
                &t = swapped ? *nearest.first : *nearest.second;
  const DocumentActor &source = context.actors->actors[swapped ? pair.second : pair.first],
                      &target = context.actors->actors[swapped ? pair.first : pair.second];
  PairInputs inputs;
  inputs.source = s.head;
  inputs.target = t.head;
  inputs.kinds =
      static_cast<std::uint16_t>(static_cast<int>(source.kind) * 5 + static_cast<int>(target.kind));
  inputs.forms = static_cast<std::uint16_t>(static_cast<int>(s.form) * 7 + static_cast<int>(t.form));
  const DependencyTree& tree = view.tree();
  const std::int32_t ancestor = tree.common_ancestor(s.head, t.head);
  const std::uint32_t top = ancestor < 0 ? s.head : static_cast<std::uint32_t>(ancestor);
  const std::uint32_t gap = s.head > t.head ? s.head - t.head : t.head - s.head;
  const bool same_country = !source.country.empty() && source.country == target.country;
  const SentenceRole role = view.sentence().role;
  inputs.numbers = {steps(tree, s.head, top),
                    steps(tree, t.head, top),
                    static_cast<float>(std::min(gap, 20u)) / 8.0f,
                    s.head < t.head ? 1.0f : 0.0f,
                    same_country ? 1.0f : 0.0f,
                    s.acts ? 1.0f : 0.0f,
                    t.acts ? 1.0f : 0.0f,
                    static_cast<float>(std::min(context.actors_here, 10u)) / 5.0f,
                    role == SentenceRole::headline ? 1.0f : 0.0f,
                    role == SentenceRole::body ? 1.0f : 0.0f};
  for (const MentionPair& mentions : pair.mentions) {
    for (const Frame& frame : mentions.frames)
      inputs.frames.push_back(frame_inputs(view, mentions, frame, swapped));
  }
  inputs.context = context_inputs(tree, s.head, t.head, ancestor);
  if (inputs.frames.empty()) inputs.frames.push_back(bare_frame(view, s, t));
  return inputs;
}

}  // namespace entente
