// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/role.h"

#include <algorithm>

#include "extract/relations/hash.h"

namespace entente {
namespace {

using Place = Role::Place;

constexpr std::size_t longest_way = 24;

Role::Up up_kind(Deprel deprel) {
  switch (deprel) {
    case Deprel::conj:
      return Role::up_conj;
    case Deprel::xcomp:
      return Role::up_xcomp;
    case Deprel::advcl:
    case Deprel::advcl_relcl:
      return Role::up_advcl;
    case Deprel::obj:
      return Role::up_object;
    case Deprel::ccomp:
    case Deprel::parataxis:
      return Role::up_ccomp;
    case Deprel::acl:
    case Deprel::acl_relcl:
      return Role::up_acl;
    case Deprel::nmod:
    case Deprel::obl:
      return Role::up_nmod;
    default:
      return is_subject(deprel) ? Role::up_subject : Role::up_other;
  }
}

Place place_of(Deprel deprel) {
  switch (deprel) {
    case Deprel::nsubj:
    case Deprel::nsubj_outer:
    case Deprel::csubj:
    case Deprel::obl_agent:
      return Place::subject;
    case Deprel::nsubj_pass:
    case Deprel::csubj_pass:
    case Deprel::obj:
      return Place::object;
    case Deprel::iobj:
      return Place::indirect;
    case Deprel::nmod_poss:
      return Place::possessor;
    case Deprel::amod:
    case Deprel::compound:
    case Deprel::nmod_desc:
    case Deprel::nmod_unmarked:
    case Deprel::nummod:
    case Deprel::flat:
      return Place::modifier;
    case Deprel::obl:
    case Deprel::nmod:
      return Place::preposition;
    case Deprel::conj:
      return Place::conjunct;
    case Deprel::appos:
      return Place::apposition;
    default:
      return is_clause(deprel) ? Place::clause : Place::other;
  }
}

bool is_transparent(Deprel deprel) {
  return deprel == Deprel::conj || deprel == Deprel::appos || deprel == Deprel::flat;
}

// The place that the antecedent of a relative or participial clause takes in the clause's verb.
Place gap(const DependencyTree& tree, std::uint32_t verb) {
  const Token& token = tree.token(verb);
  if (token.deprel == Deprel::acl) return token.morphology.passive ? Place::object : Place::subject;
  bool has_subject = false;
  for (const std::uint32_t child : tree.children(verb)) {
    const Token& argument = tree.token(child);
    if (argument.morphology.pron_type == PronType::rel) return place_of(argument.deprel);
    has_subject = has_subject || is_subject(argument.deprel);
  }
  return has_subject ? Place::object : Place::subject;
}

bool lacks_subject(const DependencyTree& tree, std::uint32_t verb) {
  return std::none_of(tree.children(verb).begin(), tree.children(verb).end(),
                      [&](std::uint32_t child) { return is_subject(tree.deprel(child)); });
}

// "Iran says it will visit": the pronoun most likely is who speaks.
bool has_pronoun_subject(const DependencyTree& tree, std::uint32_t verb) {
  const std::int32_t subject = tree.child(verb, Deprel::nsubj);
  if (subject < 0) return false;
  const Token& token = tree.token(static_cast<std::uint32_t>(subject));
  return token.upos == Upos::pron && token.morphology.pron_type == PronType::prs;
}

// Fills in the steps up from the predicate to (not including) `top`, and whether they leave a subject in
// place.
void set_up(Role& role, const DependencyTree& tree, std::uint32_t predicate, std::int32_t top) {
  std::uint8_t last = Role::up_none;
  role.shared = true;
  for (auto at = static_cast<std::int32_t>(predicate); at != top; at = tree.head(at)) {
    const Role::Up kind = up_kind(tree.deprel(at));
    const bool same_subject =
        (kind == Role::up_ccomp || kind == Role::up_advcl) && has_pronoun_subject(tree, at);
    if (same_subject) {
      last = kind;
      role.up = mix(role.up, 99u);
      ++role.up_length;
      continue;
    }
    if (kind == Role::up_ccomp || kind == Role::up_subject || kind == Role::up_acl ||
        kind == Role::up_other ||
        (kind != Role::up_nmod && kind != Role::up_object && !lacks_subject(tree, at))) {
      role.shared = false;
    }
    if (kind == last) continue;  // "wants to try to visit": one step of control
    last = kind;
    if (role.up_length < 3) role.up = mix(role.up, kind + 1u);
    ++role.up_length;
  }
}

std::uint32_t via_kind(const DependencyTree& tree, std::uint32_t token) {
  const Place place = place_of(tree.deprel(token));
  if (place == Place::preposition) return tree.preposition(token) == "of" ? 100u : 101u;
  return static_cast<std::uint32_t>(place);
}

void set_place(Role& role, const DependencyTree& tree, std::uint32_t token) {
  role.place = place_of(tree.deprel(token));
  if (role.place == Place::preposition) role.preposition = hash_text(tree.preposition(token));
}

}  // namespace

std::uint32_t Role::key() const {
  return mix(static_cast<std::uint32_t>(place), preposition, via, up, shared ? 1u : 0u);
}

std::uint32_t Role::coarse() const {
  const std::uint32_t way = up_length == 0 ? 0u : shared ? 1u : 2u;
  return mix(static_cast<std::uint32_t>(place), preposition, way, via_length == 0 ? 0u : 1u);
}

Role role_of(const DependencyTree& tree, std::uint32_t predicate, std::uint32_t argument) {
  Role role;
  if (predicate == argument) {
    role.place = Place::self;
    return role;
  }
  const std::int32_t top = tree.common_ancestor(predicate, argument);
  if (top < 0) return role;

  std::uint32_t way[longest_way];  // from below `top` down to the argument
  std::size_t length = 0;
  for (auto at = static_cast<std::int32_t>(argument); at != top; at = tree.head(at)) {
    if (length == longest_way) return role;
    way[length++] = static_cast<std::uint32_t>(at);
  }
  std::reverse(way, way + length);
  while (length > 1 && is_transparent(tree.deprel(way[length - 1]))) {  // "[Wang] and Lavrov met"
    role.coordinated = role.coordinated || tree.deprel(way[length - 1]) == Deprel::conj;
    --length;
  }

  std::size_t first = 0;
  if (static_cast<std::uint32_t>(top) == predicate) {
    set_place(role, tree, way[0]);
    first = 1;
  } else {
    auto below = static_cast<std::int32_t>(predicate);  // the child of `top` on the way to the predicate
    while (tree.head(below) != top) below = tree.head(below);
    const Deprel link = tree.deprel(below);
    const bool clause_of_noun = link == Deprel::acl || link == Deprel::acl_relcl;
    const bool inside = length == 0 || place_of(tree.deprel(way[0])) == Place::modifier ||
                        place_of(tree.deprel(way[0])) == Place::possessor ||
                        is_transparent(tree.deprel(way[0])) || tree.deprel(way[0]) == Deprel::nmod;
    if (clause_of_noun && inside) {
      set_up(role, tree, predicate, below);
      role.place = gap(tree, below);
      if (role.up_length == 0) role.shared = false;
    } else if (length == 0) {
      set_up(role, tree, predicate, top);
      role.place = Place::above;
      role.shared = false;
    } else {
      set_up(role, tree, predicate, top);
      set_place(role, tree, way[0]);
      if (role.place == Place::subject && tree.child(top, Deprel::obj) >= 0 &&
          tree.deprel(predicate) == Deprel::xcomp && tree.head(predicate) == top) {
        role.shared = false;  // "urged Iran to stop": the object controls
      } else if (role.place == Place::object && tree.deprel(predicate) == Deprel::xcomp) {
        role.place = Place::subject;
      }
      first = 1;
    }
  }
  for (std::size_t i = first; i < length; ++i) {
    if (is_transparent(tree.deprel(way[i]))) continue;
    if (role.via_length < 3) role.via = mix(role.via, via_kind(tree, way[i]) + 1u);
    ++role.via_length;
  }
  return role;
}

bool fills(const Role& role, const Slot& slot) {
  if (role.up_length > 0 && !role.shared) return false;
  switch (slot.kind) {
    case SlotKind::subject:
      return role.place == Place::subject;
    case SlotKind::object:
      return role.place == Place::object || role.place == Place::indirect;
    case SlotKind::possessor:
      return role.place == Place::possessor;
    case SlotKind::modifier:
      return role.place == Place::modifier;
    case SlotKind::preposition:
      return role.place == Place::preposition && role.preposition == slot.key;
    case SlotKind::clause:
      return role.place == Place::clause;
  }
  return false;
}

std::string to_string(Role::Place place) {
  static constexpr const char* names[] = {"none", "self",   "subj", "obj",   "iobj",  "poss", "mod",
                                          "prep", "clause", "conj", "appos", "above", "other"};
  return names[static_cast<std::size_t>(place)];
}

}  // namespace entente
