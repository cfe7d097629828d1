// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/actors/mention.h"
#include "extract/language/sentence.h"
#include "extract/relations/statement.h"

namespace entente {

// "Tehran denies the charge": whom it contradicts, the sentence before says. For each such denial by an actor
// whom a statement of this sentence or one of the two before accuses or asks something of, the rejection of
// its source. `statements` are in text order.
std::vector<Statement> find_denials(const Analysis& analysis, const ResolvedActors& actors,
                                    const std::vector<Statement>& statements);

}  // namespace entente
