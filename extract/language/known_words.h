// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace entente {

// Words that the segmenter knows by heart, asked by their hash (atom_hash.h).

// Whether, with a period, they are an abbreviation that seldom ends a sentence: "mr", "gen".
bool is_title_abbreviation(std::uint32_t hash);

// The same of months and of the states of the USA as news writes them: "sept", "calif".
bool is_date_or_state_abbreviation(std::uint32_t hash);

// Where a word that is written as one is cut in two ("cannot" 3, "gonna" 3), or 0; `length` in bytes.
std::uint32_t inner_cut(std::uint32_t hash, std::uint32_t length);

}  // namespace entente
