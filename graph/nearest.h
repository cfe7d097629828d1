// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace entente {

// The candidate that a misspelt name most likely means: fewest letters changed, without regard to ASCII case,
// and at most a third of them; the first of several. Empty where none is that near.
std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace entente
