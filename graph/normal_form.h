// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "graph/fragment.h"

namespace entente {

// How what several texts, or several sentences of one, say of the same actor or relation becomes one; the
// rules stand at KnowledgeGraph. The result depends on the set of parts, never on their order.

// Precondition: at least one part, all of the same id.
Actor combine(std::span<const Actor> parts);

// Precondition: at least one part, all of the same key. Relations that are symmetric have canonical ends.
Relation combine(std::span<const Relation> parts);

// Puts the ends of a symmetric relation into canonical order, source < target.
void canonicalise(Relation& relation);

// The fragment in normal form: ends canonical, actors and relations sorted and unique, their lists too. Empty
// document ids of evidence and reasons become the fragment's.
Fragment normal_form(Fragment fragment);

// Throws std::invalid_argument, saying what is wrong, where a fragment breaks a precondition of
// KnowledgeGraph::add.
void check_fragment(const Fragment& fragment);

}  // namespace entente
