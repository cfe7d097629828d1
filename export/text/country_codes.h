// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace entente {

// The ISO 3166-1 alpha-2 code, in lower case as FollowTheMoney has it, of an alpha-3 code: "fr" of "FRA".
// Empty where there is none.
std::string_view iso_alpha2(std::string_view alpha3);

}  // namespace entente
