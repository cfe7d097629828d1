// SPDX-License-Identifier: Apache-2.0
#include "graph/gathered.h"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace entente {
namespace {

auto order(const Gathered::EdgePart& e) {
  return std::tie(e.source, e.target, e.type, e.status, e.by);
}

std::uint32_t checked_index(std::size_t size) {
  if (size >= std::numeric_limits<std::uint32_t>::max())
    throw std::length_error("a graph of over 4 billion parts");
  return static_cast<std::uint32_t>(size);
}

// Numbers strings as they come, then gives every number its rank among the sorted strings.
class Ranker {
 public:
  std::uint32_t number(std::string_view text) {
    const auto [entry, is_new] = numbers_.try_emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back(text);
    return entry->second;
  }
  // Sorts the strings and returns the rank of each number.
  std::vector<std::uint32_t> rank() {
    numbers_.clear();
    std::vector<std::uint32_t> sorted(texts_.size());
    for (std::uint32_t i = 0; i < sorted.size(); ++i) sorted[i] = i;
    std::ranges::sort(sorted, {}, [&](std::uint32_t i) { return texts_[i]; });
    std::vector<std::uint32_t> ranks(sorted.size());
    for (std::uint32_t rank = 0; rank < sorted.size(); ++rank) ranks[sorted[rank]] = rank;
    std::ranges::sort(texts_);
    return ranks;
  }
  std::vector<std::string_view> take() { return std::move(texts_); }
  std::size_t size() const { return texts_.size(); }

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<std::string_view> texts_;
};

}  // namespace

Gathered::Gathered(std::vector<const PackedFragment*> fragments) : fragments_(std::move(fragments)) {
  gather_actors();
  gather_relations();
  find_speakers();
  std::vector<std::uint32_t>().swap(fragment_actors_);
}

void Gathered::gather_actors() {
  Ranker ids;
  for (const PackedFragment* fragment : fragments_) {
    fragment_begins_.push_back(fragment_actors_.size());
    for (std::size_t i = 0; i < fragment->actor_count(); ++i) {
      fragment_actors_.push_back(ids.number(fragment->actor_id(i)));
    }
  }
  checked_index(fragment_actors_.size());
  const std::vector<std::uint32_t> ranks = ids.rank();
  actor_begins_.assign(ids.size() + 1, 0);
  for (std::uint32_t& actor : fragment_actors_) {
    actor = ranks[actor];
    ++actor_begins_[actor + 1];
  }
  for (std::size_t i = 1; i < actor_begins_.size(); ++i) actor_begins_[i] += actor_begins_[i - 1];

  actor_parts_.resize(fragment_actors_.size());
  std::vector<std::uint32_t> next(actor_begins_.begin(), actor_begins_.end() - 1);
  for (std::uint32_t f = 0; f < fragments_.size(); ++f) {
    for (std::uint32_t i = 0; i < fragments_[f]->actor_count(); ++i)
      actor_parts_[next[global_actor(f, i)]++] = {f, i};
  }
}

void Gathered::gather_relations() {
  std::size_t count = 0;
  for (const PackedFragment* fragment : fragments_) count += fragment->relation_count();
  relation_parts_.reserve(checked_index(count));
  Ranker types, bys;
  bys.number("");
  for (std::uint32_t f = 0; f < fragments_.size(); ++f) {
    for (std::uint32_t i = 0; i < fragments_[f]->relation_count(); ++i) {
      const PackedFragment::Key key = fragments_[f]->key(i);
      const std::uint32_t type = types.number(key.type);
      if (type > std::numeric_limits<std::uint16_t>::max())
        throw std::length_error("over 65,536 relation types");
      relation_parts_.push_back({global_actor(f, key.source),
                                 global_actor(f, key.target),
                                 bys.number(key.by),
                                 static_cast<std::uint16_t>(type),
                                 key.status,
                                 {f, i}});
    }
  }
  const std::vector<std::uint32_t> type_ranks = types.rank(), by_ranks = bys.rank();
  types_ = types.take();
  bys_ = bys.take();
  for (EdgePart& edge : relation_parts_) {
    edge.type = static_cast<std::uint16_t>(type_ranks[edge.type]);
    edge.by = by_ranks[edge.by];
  }
  std::ranges::sort(relation_parts_, [](const EdgePart& a, const EdgePart& b) {
    return std::tuple_cat(order(a), std::tie(a.part.fragment)) <
           std::tuple_cat(order(b), std::tie(b.part.fragment));
  });
  for (std::uint32_t i = 0; i < relation_parts_.size(); ++i) {
    if (i == 0 || order(relation_parts_[i - 1]) != order(relation_parts_[i])) relation_begins_.push_back(i);
  }
  relation_begins_.push_back(static_cast<std::uint32_t>(relation_parts_.size()));
}

void Gathered::find_speakers() {
  speakers_.reserve(bys_.size());
  std::uint32_t actor = 0;  // both are sorted
  for (const std::string_view by : bys_) {
    while (actor < actor_count() && actor_id(actor) < by) ++actor;
    const bool found = actor < actor_count() && actor_id(actor) == by;
    speakers_.push_back(found ? actor : static_cast<std::uint32_t>(actor_count()));
  }
}

std::optional<std::size_t> Gathered::speaker(const EdgePart& edge) const {
  const std::uint32_t actor = speakers_[edge.by];
  return actor < actor_count() ? std::optional<std::size_t>(actor) : std::nullopt;
}

std::uint32_t Gathered::global_actor(std::size_t fragment, std::uint32_t local) const {
  return fragment_actors_[fragment_begins_[fragment] + local];
}

std::span<const Gathered::PartIndex> Gathered::actor_parts(std::size_t actor) const {
  return std::span(actor_parts_)
      .subspan(actor_begins_[actor], actor_begins_[actor + 1] - actor_begins_[actor]);
}

std::span<const Gathered::EdgePart> Gathered::relation_parts(std::size_t relation) const {
  return std::span(relation_parts_)
      .subspan(relation_begins_[relation], relation_begins_[relation + 1] - relation_begins_[relation]);
}

std::string_view Gathered::actor_id(std::size_t actor) const {
  const PartIndex part = actor_parts_[actor_begins_[actor]];
  return fragments_[part.fragment]->actor_id(part.item);
}

std::optional<std::size_t> Gathered::find_actor(std::string_view id) const {
  std::size_t low = 0, high = actor_count();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (actor_id(middle) < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low < actor_count() && actor_id(low) == id) return low;
  return std::nullopt;
}

std::optional<std::size_t> Gathered::find_relation(const RelationKey& key) const {
  const auto source = find_actor(key.source), target = find_actor(key.target);
  const auto type = std::ranges::lower_bound(types_, std::string_view(key.type));
  const auto by = std::ranges::lower_bound(bys_, std::string_view(key.by));
  if (!source || !target || type == types_.end() || *type != key.type || by == bys_.end() || *by != key.by) {
    return std::nullopt;
  }
  const EdgePart wanted{static_cast<std::uint32_t>(*source),
                        static_cast<std::uint32_t>(*target),
                        static_cast<std::uint32_t>(by - bys_.begin()),
                        static_cast<std::uint16_t>(type - types_.begin()),
                        key.status,
                        {}};
  const auto found = std::lower_bound(
      relation_begins_.begin(), relation_begins_.end() - 1, wanted,
      [&](std::uint32_t begin, const EdgePart& edge) { return order(relation_parts_[begin]) < order(edge); });
  if (found == relation_begins_.end() - 1 || order(relation_parts_[*found]) != order(wanted))
    return std::nullopt;
  return static_cast<std::size_t>(found - relation_begins_.begin());
}

}  // namespace entente
