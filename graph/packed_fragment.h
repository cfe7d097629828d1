// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/fragment.h"
#include "graph/view.h"

namespace entente {

// A fragment in normal form as the graph keeps it: every string once in one run of bytes, everything else in
// flat arrays; about a fifth of the Fragment's memory. Immutable. Internal to graph/.
class PackedFragment {
 public:
  // Precondition: check_fragment passed, and the fragment is in normal form.
  explicit PackedFragment(const Fragment& fragment);

  std::size_t actor_count() const { return actors_.size() - 1; }
  std::size_t relation_count() const { return relations_.size() - 1; }

  const DocumentInfo& document() const { return document_; }
  const std::vector<std::string>& notes() const { return notes_; }

  std::string_view actor_id(std::size_t actor) const { return text(actors_[actor].id); }

  // A relation's key; source and target are indices of the fragment's actors.
  struct Key {
    std::uint32_t source;
    std::uint32_t target;
    std::string_view type;
    Status status;
    std::string_view by;
  };
  Key key(std::size_t relation) const;

  // Into a value whose memory is used again; a view lives as long as the fragment.
  void read(std::size_t actor, Actor& into) const { fill_actor(actor, into); }
  void read(std::size_t actor, ActorView& into) const { fill_actor(actor, into); }
  void read(std::size_t relation, Relation& into) const { fill_relation(relation, into); }
  void read(std::size_t relation, RelationView& into) const { fill_relation(relation, into); }

  Fragment unpack() const;

  // A total order in which a richer fragment is greater: more relations, then more actors, then by content.
  bool operator==(const PackedFragment&) const = default;
  bool operator<(const PackedFragment& other) const;

 private:
  struct Text {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    auto operator<=>(const Text&) const = default;
  };
  // Lists of a record end where the next record's begin; a last record closes them.
  struct PackedActor {
    Text id, label, country;
    std::uint32_t mentions = 0;
    std::uint32_t aliases = 0, offices = 0, external_ids = 0, reasons = 0;
    ActorKind kind = ActorKind::country;
    auto operator<=>(const PackedActor&) const = default;
  };
  struct PackedAlias {
    Text name;
    std::uint32_t count = 0;
    auto operator<=>(const PackedAlias&) const = default;
  };
  struct PackedOffice {
    Text title, of;
    bool current = true;
    auto operator<=>(const PackedOffice&) const = default;
  };
  struct PackedExternalId {
    Text scheme, value;
    auto operator<=>(const PackedExternalId&) const = default;
  };
  struct PackedReason {
    Text text, rule;
    std::uint64_t begin = 0, end = 0;
    auto operator<=>(const PackedReason&) const = default;
  };
  struct PackedRelation {
    std::uint32_t source = 0, target = 0;
    Text type, label, mode, by, date, title;
    std::uint32_t evidence = 0, reasons = 0;
    double confidence = 0;
    Status status = Status::actual;
    bool symmetric = false;
    auto operator<=>(const PackedRelation&) const = default;
  };
  struct PackedEvidence {
    Text quote, sentence;
    std::uint64_t begin = 0, end = 0;
    auto operator<=>(const PackedEvidence&) const = default;
  };

  class Packer;

  template <typename AnyActor>
  void fill_actor(std::size_t actor, AnyActor& into) const;
  template <typename AnyRelation>
  void fill_relation(std::size_t relation, AnyRelation& into) const;

  std::string_view text(Text text) const { return {bytes_.data() + text.begin, text.size}; }

  DocumentInfo document_;
  std::vector<std::string> notes_;
  std::string bytes_;
  std::vector<PackedActor> actors_;
  std::vector<PackedAlias> aliases_;
  std::vector<PackedOffice> offices_;
  std::vector<PackedExternalId> external_ids_;
  std::vector<PackedReason> mention_reasons_;
  std::vector<PackedRelation> relations_;
  std::vector<PackedEvidence> evidence_;
  std::vector<Text> relation_reasons_;
};

}  // namespace entente
