// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "extract/language/sentence.h"
#include "extract/language/token_gaps.h"

namespace entente {

// How many tokens at the beginning of a block are its dateline, "MOSCOW (Reuters) —" or "WASHINGTON, June 5
// —", or 0.
std::size_t dateline_length(std::string_view text, std::span<const RawToken> block);

// Sets Sentence::role of headlines, bylines, datelines and captions, by what stands in a paragraph and where.
// Paragraphs that begin with a dateline keep the role body but for that piece, which is a sentence of its
// own.
void set_roles(std::span<Sentence> sentences);

// Sets Sentence::duplicate of sentences of at least four words whose words an earlier one has, letter case
// and punctuation aside.
void mark_duplicates(std::span<Sentence> sentences);

}  // namespace entente
