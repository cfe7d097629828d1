// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// A body's folded name brought to the one form that its id is made of: "ministry of defence" and "defense
// ministry" are one, so are "bureau for population and refugees" and "bureau of population refugees", "mfa"
// and "ministry of foreign affairs".
std::string body_core(std::string_view folded);

// The name with one slip of the pen undone, in every way: two letters changed back, a letter too many taken
// out. Empty for a name too short to tell.
std::vector<std::string> without_slip(std::string_view name);

}  // namespace entente
