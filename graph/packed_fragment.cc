// SPDX-License-Identifier: Apache-2.0
#include "graph/packed_fragment.h"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <tuple>
#include <unordered_map>

namespace entente {

// Fills a PackedFragment. Strings that repeat in a document (ids, types, sentences) are stored once.
class PackedFragment::Packer {
 public:
  Packer(PackedFragment& to, const Fragment& from) : to_(to), from_(from) {}

  void pack() {
    to_.actors_.reserve(from_.actors.size() + 1);
    to_.relations_.reserve(from_.relations.size() + 1);
    for (const Actor& actor : from_.actors) pack(actor);
    for (const Relation& relation : from_.relations) pack(relation);
    to_.actors_.push_back(open_actor());
    to_.relations_.push_back(open_relation());
    shrink();
  }

 private:
  static std::uint32_t index(std::size_t size) {
    if (size > std::numeric_limits<std::uint32_t>::max())
      throw std::length_error("a document's graph is over 4 GiB");
    return static_cast<std::uint32_t>(size);
  }

  Text store(std::string_view text) {
    const Text stored{index(to_.bytes_.size()), index(text.size())};
    to_.bytes_ += text;
    index(to_.bytes_.size());
    return stored;
  }

  Text store_once(const std::string& text) {
    if (text.empty()) return {};
    const auto [entry, is_new] = stored_.try_emplace(std::string_view(text));
    if (is_new) entry->second = store(text);
    return entry->second;
  }

  PackedActor open_actor() const {
    PackedActor packed;
    packed.aliases = index(to_.aliases_.size());
    packed.offices = index(to_.offices_.size());
    packed.external_ids = index(to_.external_ids_.size());
    packed.reasons = index(to_.mention_reasons_.size());
    return packed;
  }

  void pack(const Actor& actor) {
    PackedActor packed = open_actor();
    packed.id = store_once(actor.id);
    packed.label = store_once(actor.label);
    packed.country = store_once(actor.country);
    packed.kind = actor.kind;
    packed.mentions = actor.mentions;
    for (const Alias& alias : actor.aliases) to_.aliases_.push_back({store_once(alias.name), alias.count});
    for (const Office& o : actor.offices)
      to_.offices_.push_back({store_once(o.title), store_once(o.of), o.current});
    for (const ExternalId& e : actor.external_ids) {
      to_.external_ids_.push_back({store_once(e.scheme), store_once(e.value)});
    }
    for (const MentionReason& reason : actor.reasons) {
      to_.mention_reasons_.push_back(
          {store_once(reason.text), store_once(reason.rule), reason.begin, reason.end});
    }
    actors_.emplace(actor.id, index(to_.actors_.size()));
    to_.actors_.push_back(packed);
  }

  PackedRelation open_relation() const {
    PackedRelation packed;
    packed.evidence = index(to_.evidence_.size());
    packed.reasons = index(to_.relation_reasons_.size());
    return packed;
  }

  void pack(const Relation& relation) {
    PackedRelation packed = open_relation();
    packed.source = actors_.at(relation.source);
    packed.target = actors_.at(relation.target);
    packed.type = store_once(relation.type);
    packed.label = store_once(relation.label);
    packed.mode = store_once(relation.mode);
    packed.by = store_once(relation.by);
    packed.date = store_once(relation.date);
    packed.title = store_once(relation.title);
    packed.confidence = relation.confidence;
    packed.status = relation.status;
    packed.symmetric = relation.symmetric;
    for (const Evidence& e : relation.evidence) {
      to_.evidence_.push_back({store(e.quote), store_once(e.sentence), e.begin, e.end});
    }
    for (const std::string& reason : relation.reasons) to_.relation_reasons_.push_back(store_once(reason));
    to_.relations_.push_back(packed);
  }

  void shrink() {
    to_.bytes_.shrink_to_fit();
    to_.aliases_.shrink_to_fit();
    to_.offices_.shrink_to_fit();
    to_.external_ids_.shrink_to_fit();
    to_.mention_reasons_.shrink_to_fit();
    to_.evidence_.shrink_to_fit();
    to_.relation_reasons_.shrink_to_fit();
  }

  PackedFragment& to_;
  const Fragment& from_;
  std::unordered_map<std::string_view, Text> stored_;
  std::unordered_map<std::string_view, std::uint32_t> actors_;  // index of each id
};

PackedFragment::PackedFragment(const Fragment& fragment)
    : document_(fragment.document), notes_(fragment.notes) {
  Packer(*this, fragment).pack();
}

PackedFragment::Key PackedFragment::key(std::size_t relation) const {
  const PackedRelation& packed = relations_[relation];
  return {packed.source, packed.target, text(packed.type), packed.status, text(packed.by)};
}

template <typename AnyActor>
void PackedFragment::fill_actor(std::size_t actor, AnyActor& into) const {
  const PackedActor& packed = actors_[actor];
  const PackedActor& next = actors_[actor + 1];
  into.id = text(packed.id);
  into.label = text(packed.label);
  into.country = text(packed.country);
  into.kind = packed.kind;
  into.mentions = packed.mentions;
  into.aliases.resize(next.aliases - packed.aliases);
  for (std::size_t i = 0; i < into.aliases.size(); ++i) {
    const PackedAlias& alias = aliases_[packed.aliases + i];
    into.aliases[i].name = text(alias.name);
    into.aliases[i].count = alias.count;
  }
  into.offices.resize(next.offices - packed.offices);
  for (std::size_t i = 0; i < into.offices.size(); ++i) {
    const PackedOffice& office = offices_[packed.offices + i];
    into.offices[i].title = text(office.title);
    into.offices[i].of = text(office.of);
    into.offices[i].current = office.current;
  }
  into.external_ids.resize(next.external_ids - packed.external_ids);
  for (std::size_t i = 0; i < into.external_ids.size(); ++i) {
    const PackedExternalId& external = external_ids_[packed.external_ids + i];
    into.external_ids[i].scheme = text(external.scheme);
    into.external_ids[i].value = text(external.value);
  }
  into.reasons.resize(next.reasons - packed.reasons);
  for (std::size_t i = 0; i < into.reasons.size(); ++i) {
    const PackedReason& reason = mention_reasons_[packed.reasons + i];
    auto& to = into.reasons[i];
    to.text = text(reason.text);
    to.document = document_.id;
    to.begin = reason.begin;
    to.end = reason.end;
    to.rule = text(reason.rule);
  }
}

template <typename AnyRelation>
void PackedFragment::fill_relation(std::size_t relation, AnyRelation& into) const {
  const PackedRelation& packed = relations_[relation];
  const PackedRelation& next = relations_[relation + 1];
  into.source = text(actors_[packed.source].id);
  into.target = text(actors_[packed.target].id);
  into.type = text(packed.type);
  into.label = text(packed.label);
  into.mode = text(packed.mode);
  into.status = packed.status;
  into.by = text(packed.by);
  into.date = text(packed.date);
  into.title = text(packed.title);
  into.symmetric = packed.symmetric;
  into.confidence = packed.confidence;
  into.evidence.resize(next.evidence - packed.evidence);
  for (std::size_t i = 0; i < into.evidence.size(); ++i) {
    const PackedEvidence& evidence = evidence_[packed.evidence + i];
    auto& to = into.evidence[i];
    to.document = document_.id;
    to.begin = evidence.begin;
    to.end = evidence.end;
    to.quote = text(evidence.quote);
    to.sentence = text(evidence.sentence);
  }
  into.reasons.resize(next.reasons - packed.reasons);
  for (std::size_t i = 0; i < into.reasons.size(); ++i)
    into.reasons[i] = text(relation_reasons_[packed.reasons + i]);
}

template void PackedFragment::fill_actor(std::size_t actor, Actor& into) const;
template void PackedFragment::fill_actor(std::size_t actor, ActorView& into) const;
template void PackedFragment::fill_relation(std::size_t relation, Relation& into) const;
template void PackedFragment::fill_relation(std::size_t relation, RelationView& into) const;

Fragment PackedFragment::unpack() const {
  Fragment fragment;
  fragment.document = document_;
  fragment.notes = notes_;
  fragment.actors.resize(actor_count());
  for (std::size_t i = 0; i < actor_count(); ++i) read(i, fragment.actors[i]);
  fragment.relations.resize(relation_count());
  for (std::size_t i = 0; i < relation_count(); ++i) read(i, fragment.relations[i]);
  return fragment;
}

bool PackedFragment::operator<(const PackedFragment& other) const {
  const auto order = [](const PackedFragment& f) {
    return std::tuple(
        f.relation_count(), f.actor_count(),
        std::tie(f.bytes_, f.relations_, f.actors_, f.evidence_, f.aliases_, f.offices_, f.external_ids_,
                 f.mention_reasons_, f.relation_reasons_, f.document_, f.notes_));
  };
  return order(*this) < order(other);
}

}  // namespace entente
