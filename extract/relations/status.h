// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "extract/relations/event_type.h"
#include "extract/relations/sentence_view.h"
#include "graph/relation.h"

namespace entente {

// Whether what the predicate names happened, as its words and those that govern it tell: negation, modals,
// tense, conditions, purpose, and what the lexicon says that a governor makes of its complement ("refused to
// meet", "plans a visit", "called off talks").
Status status_of(const SentenceView& view, std::uint32_t predicate, EventType type);

}  // namespace entente
