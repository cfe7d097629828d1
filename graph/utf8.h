// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

// The length of the valid UTF-8 that `text` begins with, in bytes (no surrogates, nothing over-long).
std::size_t valid_utf8_prefix(std::string_view text);

inline bool is_valid_utf8(std::string_view text) { return valid_utf8_prefix(text) == text.size(); }

// The text with U+FFFD for every maximal invalid piece, as the Unicode Standard and browsers replace them.
std::string repair_utf8(std::string_view text);

}  // namespace entente
