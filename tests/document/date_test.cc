// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "extract/document/reader.h"

namespace entente {
namespace {

struct Case {
  std::string_view text;
  std::string_view date;
};

TEST(IsoDate, TakesDatesAndTheDayOfADateAndTime) {
  constexpr Case cases[] = {
      {"2023-02-21", "2023-02-21"},
      {"2023-02", "2023-02"},
      {"2023", "2023"},
      {"2024-02-29", "2024-02-29"},
      {"2023-02-21T08:30:00Z", "2023-02-21"},
      {"2023-02-21 08:30", "2023-02-21"},
      {"2023-02-29", ""},
      {"2023-13-01", ""},
      {"21.02.2023", ""},
      {"2023-02-2", ""},
      {"2023-2-21", ""},
      {"", ""},
      {"yesterday", ""},
      {"2023-02-21x", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(iso_date(c.text), c.date) << c.text;
}

TEST(DatelineDate, IsFoundWhereAFirstLineGivesItWithTheYear) {
  constexpr Case cases[] = {
      {"Envoys meet\n\nSunday, November 10, 2019\n\nThe envoys met.", "2019-11-10"},
      {"MOSCOW, 3 March 2021 (Agency) - Russia said it would leave.", "2021-03-03"},
      {"GENEVA, Sept. 5, 2022 \xE2\x80\x94 Delegates gathered.", "2022-09-05"},
      {"Talks resume\n2020-05-01\nThe talks resumed.", "2020-05-01"},
      {"MOSCOW (Agency) - Russia signed a treaty on March 3, 2021 in Minsk.", ""},
      {"Russia signed the treaty on March 3, 2021, and Belarus ratified it in the summer of that year.", ""},
      {"Plain words\n\nNo date here.", ""},
      {"November 31, 2019\n\nNo such day.", ""},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(find_dateline_date(c.text), c.date) << c.text;
}

TEST(Headline, IsAFirstLineThatIsNoSentence) {
  constexpr Case cases[] = {
      {"Envoys meet in Vienna\n\nThe envoys met.", "Envoys meet in Vienna"},
      {"\n  Will they meet?\nThey met.", "Will they meet?"},
      {"The envoys met.\n\nThey parted.", ""},
      {"The envoys met", ""},
      {"Dear Sir,\n\nWe write.", ""},
      {"Envoys meet\n\n  \n", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(find_headline(c.text), c.date) << c.text;
}

}  // namespace
}  // namespace entente
