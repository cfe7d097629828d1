// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "extract/actors/mention.h"
#include "extract/relations/sentence_view.h"

namespace entente {

// The actor in whose mouth the text puts what stands at `predicate`: the subject of the verb of saying above
// it or the one after "according to". -1: the article's own voice.
std::int32_t speaker_of(const SentenceView& view, std::uint32_t predicate,
                        std::span<const Mention* const> mentions);

}  // namespace entente
