// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "extract/relations/dependency_tree.h"
#include "extract/relations/lexicon.h"

namespace entente {

// How a token stands to a predicate, with the tree's detours taken out: conjuncts share a role, a passive's
// agent is a subject, the antecedent of a relative clause fills its gap, the subject of "agreed to visit" is
// that of "visit".
struct Role {
  enum class Place : std::uint8_t {
    none,
    self,
    subject,
    object,
    indirect,
    possessor,
    modifier,
    preposition,
    clause,
    conjunct,
    apposition,
    above,
    other
  };

  // The kinds of steps up from the predicate to the token under which the argument stands.
  enum Up : std::uint8_t {
    up_none,
    up_conj,
    up_xcomp,
    up_advcl,
    up_object,
    up_ccomp,
    up_acl,
    up_nmod,
    up_subject,
    up_other
  };

  Place place = Place::none;
  std::uint32_t preposition = 0;  // hash of the preposition, 0: none
  std::uint32_t via = 0;          // hash of the steps below the first: "tariffs on [imports of] China"
  std::uint8_t via_length = 0;
  std::uint32_t up = 0;  // hash of the steps up
  std::uint8_t up_length = 0;
  bool shared = false;       // the steps up leave the argument in place: coordination, control, light verbs
  bool coordinated = false;  // reached as a conjunct

  std::uint32_t key() const;     // all of it
  std::uint32_t coarse() const;  // place and preposition, and whether the way is direct
};

// The role of token `argument` for the predicate `predicate`.
Role role_of(const DependencyTree& tree, std::uint32_t predicate, std::uint32_t argument);

// Whether an argument with that role fills the slot.
bool fills(const Role& role, const Slot& slot);

std::string to_string(Role::Place place);

}  // namespace entente
