// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "training/relations/pair_corpus.h"

namespace entente {

// Made-up sentences of the plainest kind for every entry of the lexicon ("A attacks B", "A's attack on B"),
// as examples for the linear models: so they trust the lexicon where the gold files never show a predicate.
std::vector<PairExample> lexicon_examples(const Lexicon& lexicon);

}  // namespace entente
