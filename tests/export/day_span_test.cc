// SPDX-License-Identifier: Apache-2.0
#include "export/text/day_span.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(DaySpan, ADateOfAnyPrecisionIsWholeDays) {
  const struct {
    const char* date;
    DaySpan days;
  } cases[] = {
      {"2023-02-21", {"2023-02-21", "2023-02-21"}},
      {"2023-02", {"2023-02-01", "2023-02-28"}},
      {"2024-02", {"2024-02-01", "2024-02-29"}},
      {"2023", {"2023-01-01", "2023-12-31"}},
      {"2023-04-01/2023-05-10", {"2023-04-01", "2023-05-10"}},
      {"2023-04/2023-05", {"2023-04-01", "2023-05-31"}},
      {"2023-04-01/", {"2023-04-01", ""}},
      {"/2023-04-01", {"", "2023-04-01"}},
      {"2023-02-21T10:00:00Z", {"2023-02-21", "2023-02-21"}},
      {"", {}},
      {"soon", {}},
      {"2023-02-30", {}},
      {"2023-13", {}},
      {"0000", {}},
      {"2023-2-1", {}},
      {"20\"><x", {}},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(day_span(c.date).first, c.days.first) << c.date;
    EXPECT_EQ(day_span(c.date).last, c.days.last) << c.date;
  }
}

}  // namespace
}  // namespace entente
