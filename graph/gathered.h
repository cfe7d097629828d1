// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.h"
#include "graph/packed_fragment.h"

namespace entente {

// A set of fragments as one graph: which fragments speak of which actor and relation, sorted. Actors and
// relations themselves are put together from these parts when somebody asks for them. Points into the
// fragments. Internal to graph/.
class Gathered {
 public:
  // Precondition: fragments are sorted by document id.
  explicit Gathered(std::vector<const PackedFragment*> fragments);

  // The part of the actor or relation with index `item` of the fragment with index `fragment`.
  struct PartIndex {
    std::uint32_t fragment;
    std::uint32_t item;
  };
  // A relation of a fragment by ranks that sort as the strings they stand for.
  struct EdgePart {
    std::uint32_t source, target, by;
    std::uint16_t type;
    Status status;
    PartIndex part;
  };

  std::size_t actor_count() const { return actor_begins_.size() - 1; }
  std::size_t relation_count() const { return relation_begins_.size() - 1; }
  const PackedFragment& fragment(std::size_t index) const { return *fragments_[index]; }

  // Sorted by document.
  std::span<const PartIndex> actor_parts(std::size_t actor) const;
  std::span<const EdgePart> relation_parts(std::size_t relation) const;

  std::string_view actor_id(std::size_t actor) const;
  const EdgePart& edge(std::size_t relation) const { return relation_parts_[relation_begins_[relation]]; }
  std::string_view type(const EdgePart& edge) const { return types_[edge.type]; }
  std::string_view by(const EdgePart& edge) const { return bys_[edge.by]; }
  std::optional<std::size_t> speaker(const EdgePart& edge) const;  // the actor whose id that is

  std::optional<std::size_t> find_actor(std::string_view id) const;
  std::optional<std::size_t> find_relation(const RelationKey& key) const;

 private:
  void gather_actors();
  void gather_relations();
  void find_speakers();
  // Actor index of every actor of every fragment: `fragment_actors_[fragment_begins_[f] + local]`.
  std::uint32_t global_actor(std::size_t fragment, std::uint32_t local) const;

  std::vector<const PackedFragment*> fragments_;
  std::vector<std::size_t> fragment_begins_;
  std::vector<std::uint32_t> fragment_actors_;                 // needed while gathering only
  std::vector<std::uint32_t> actor_begins_, relation_begins_;  // closed by one more entry
  std::vector<PartIndex> actor_parts_;
  std::vector<EdgePart> relation_parts_;
  std::vector<std::string_view> types_, bys_;  // sorted; bys_ begins with "", which stands for nobody
  std::vector<std::uint32_t> speakers_;        // for each of bys_ the actor of that id, or actor_count()
};

}  // namespace entente
