// SPDX-License-Identifier: Apache-2.0
#include "export/text/day_span.h"

#include <chrono>
#include <optional>

#include "graph/period.h"

namespace entente {
namespace {

std::optional<unsigned> digits(std::string_view text, std::size_t length) {
  unsigned number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = 10 * number + static_cast<unsigned>(c - '0');
  }
  return text.size() == length ? std::optional(number) : std::nullopt;
}

// The first or last day of a year, a month or a day; what follows a day ("T10:00") is left out.
std::string whole_day(std::string_view date, bool last) {
  using namespace std::chrono;
  if (date.size() > 10 && date[10] == 'T') date = date.substr(0, 10);
  const bool has_month = date.size() > 4 && date[4] == '-';
  const bool has_day = has_month && date.size() > 7 && date[7] == '-';
  if (date.size() != (has_day ? 10U : has_month ? 7U : 4U)) return {};
  const auto y = digits(date.substr(0, 4), 4);
  const auto m = has_month ? digits(date.substr(5, 2), 2) : std::optional<unsigned>(last ? 12 : 1);
  const auto d = has_day ? digits(date.substr(8, 2), 2) : std::optional<unsigned>(1);
  if (!y || !m || !d || *y == 0) return {};
  const year_month_day given{year(static_cast<int>(*y)), month(*m), day(*d)};
  if (!given.ok()) return {};
  if (has_day) return std::string(date);
  std::string day(date);
  if (!has_month) day += last ? "-12" : "-01";
  if (!last) return day += "-01";
  const auto length = unsigned(year_month_day_last(given.year(), month_day_last(given.month())).day());
  return day += "-" + std::to_string(length);
}

}  // namespace

DaySpan day_span(std::string_view date) {
  const Period period = parse_period(date);
  return {whole_day(period.first, false), whole_day(period.last, true)};
}

}  // namespace entente
