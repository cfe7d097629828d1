// SPDX-License-Identifier: Apache-2.0
#include "graph/period.h"

namespace entente {
namespace {

// A first day is early when it is coarse ("2023-04" begins before "2023-04-02"), which is how strings
// compare.
bool begins_before(std::string_view a, std::string_view b) {
  return a < b;
}

// A last day is late when it is coarse: "2023-04" ends after "2023-04-15".
bool ends_before(std::string_view a, std::string_view b) {
  if (a.starts_with(b)) return a.size() > b.size();
  return !b.starts_with(a) && a < b;
}

bool lies_before(std::string_view last, std::string_view first) {
  return !last.empty() && !first.empty() && !first.starts_with(last) && last < first;
}

}  // namespace

Period parse_period(std::string_view date) {
  const std::size_t slash = date.find('/');
  if (slash == std::string_view::npos) return {date, date};
  return {date.substr(0, slash), date.substr(slash + 1)};
}

bool overlap(const Period& a, const Period& b) {
  return !lies_before(a.last, b.first) && !lies_before(b.last, a.first);
}

std::string span_of(const std::vector<std::string_view>& dates) {
  Period span;
  std::string_view only;
  bool same = true;
  for (const std::string_view date : dates) {
    if (date.empty()) continue;
    const Period period = parse_period(date);
    if (only.empty()) {
      only = date;
      span = period;
      continue;
    }
    same = same && date == only;
    if (begins_before(period.first, span.first)) span.first = period.first;
    if (ends_before(span.last, period.last)) span.last = period.last;
  }
  if (same) return std::string(only);
  if (span.first == span.last) return std::string(span.first);
  return std::string(span.first) + "/" + std::string(span.last);
}

}  // namespace entente
