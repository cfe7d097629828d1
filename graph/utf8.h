// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

// The length of the valid UTF-8 that `text` begins with, in bytes (no surrogates, nothing over-long).
std::size_t valid_utf8_prefix(std::string_view text);

// The text with U+FFFD for every maximal invalid piece, as the Unicode Standard recommends.
std::string repair_utf8(std::string_view text);

}  // namespace entente
