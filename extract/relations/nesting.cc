// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/nesting.h"

#include <algorithm>

#include "extract/relations/hash.h"

namespace entente {
namespace {

// Relations of a noun to the noun phrase that it stands in.
bool is_nominal(Deprel deprel) {
  switch (deprel) {
    case Deprel::amod:
    case Deprel::appos:
    case Deprel::compound:
    case Deprel::flat:
    case Deprel::nmod:
    case Deprel::nmod_desc:
    case Deprel::nmod_poss:
    case Deprel::nmod_unmarked:
    case Deprel::nummod:
    case Deprel::list:
      return true;
    default:
      return false;
  }
}

bool names(Deprel deprel) {
  return deprel == Deprel::appos || deprel == Deprel::flat || deprel == Deprel::nmod_desc ||
         deprel == Deprel::compound;
}

bool same_actor(const Mention& a, const Mention& b) {
  return std::any_of(a.actors.begin(), a.actors.end(), [&](std::uint32_t actor) {
    return std::find(b.actors.begin(), b.actors.end(), actor) != b.actors.end();
  });
}

// The mention of another actor whose head is `token`, or a name in apposition to it.
const Mention* mention_at(const DependencyTree& tree, std::uint32_t token, const Mention& inner,
                          std::span<const Mention* const> mentions) {
  for (const Mention* mention : mentions) {
    if (mention == &inner || mention->head >= tree.size() || same_actor(*mention, inner)) continue;
    if (mention->head == token) return mention;
    const bool hangs =
        tree.head(mention->head) == static_cast<std::int32_t>(token) && names(tree.deprel(mention->head));
    if (hangs && mention->head != inner.head && mention->begin > inner.begin) return mention;
  }
  return nullptr;
}

}  // namespace

Nesting find_nesting(const DependencyTree& tree, const Mention& mention,
                     std::span<const Mention* const> mentions) {
  Nesting nesting;
  std::uint32_t at = mention.head;
  for (std::uint32_t steps = 1; steps < 6; ++steps) {
    Deprel deprel = tree.deprel(at);
    if (steps == 1) {
      nesting.link = deprel;
      nesting.preposition = hash_text(tree.preposition(at));
    }
    if (!is_nominal(deprel) || tree.head(at) < 0) break;
    at = static_cast<std::uint32_t>(tree.head(at));
    if (const Mention* outer = mention_at(tree, at, mention, mentions)) {
      nesting.outer = outer;
      nesting.steps = steps;
      break;
    }
  }
  return nesting;
}

}  // namespace entente
