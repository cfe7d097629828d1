// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

// Whether a text has soft hyphens, joiners or direction marks: what Token::form leaves out.
bool has_invisible(std::string_view text);

// The text without them.
std::string without_invisible(std::string_view text);

}  // namespace entente
