// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/actors/mention.h"
#include "extract/document/document.h"
#include "extract/language/sentence.h"
#include "extract/relations/statement.h"
#include "graph/fragment.h"

namespace entente {

// The last stage: what the stages before found in one document, as the graph of it in normal form. Token
// ranges become evidence in the original input's bytes; standing ties become relations and offices; what a
// repeated headline or caption says again is left out. Reasons are kept when `keep_reasons` says so.
Fragment gather(const Document& document, const Analysis& analysis, const ResolvedActors& actors,
                const std::vector<Statement>& statements, bool keep_reasons);

}  // namespace entente
