// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// The days that an ISO 8601 date or period covers, as dates of any precision: "2023-04" has both ends
// "2023-04", "2023-04-01/2023-05-10" one of each. Both are empty for an empty date.
struct Period {
  std::string_view first;
  std::string_view last;
};

Period parse_period(std::string_view date);

// Whether the two have a day in common; an empty end is open.
bool overlap(const Period& a, const Period& b);

// The shortest period that covers all, in ISO 8601: the date itself where all are the same, "" where all are
// empty.
std::string span_of(const std::vector<std::string_view>& dates);

}  // namespace entente
