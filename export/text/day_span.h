// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

// An ISO 8601 date or period of any precision as whole days, for formats whose dates must have a day.
struct DaySpan {
  std::string first;  // "2023-04-01"; empty where the period is open or no date of the calendar
  std::string last;   // "2023-04-30"
  bool empty() const { return first.empty() && last.empty(); }
  bool operator==(const DaySpan&) const = default;
};

// "2023-04" is "2023-04-01" to "2023-04-30"; "2023-04-01/2023-05" is "2023-04-01" to "2023-05-31".
DaySpan day_span(std::string_view date);

}  // namespace entente
