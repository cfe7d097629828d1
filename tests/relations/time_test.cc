// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/time.h"

#include <gtest/gtest.h>

#include <sstream>

namespace entente {
namespace {

// The dates in words parted by spaces, for a document of Tuesday, 21 February 2023.
std::string dates(const std::string& text, std::string_view anchor = "2023-02-21") {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) words.push_back(word);
  Sentence sentence;
  for (const std::string& word : words) sentence.tokens.emplace_back().form = word;
  std::string out;
  for (const TimeExpression& time : find_times(sentence, anchor))
    out += (out.empty() ? "" : " ") + time.value;
  return out;
}

TEST(Time, DatesWhatTheTableSays) {
  const struct {
    const char *text, *dates;
  } cases[] = {
      {"They met Monday .", "2023-02-20"},
      {"They met on Tuesday .", "2023-02-21"},
      {"They met last Friday .", "2023-02-17"},
      {"They will meet Friday .", "2023-02-24"},
      {"They meet next Tuesday .", "2023-02-28"},
      {"They met yesterday .", "2023-02-20"},
      {"They met last month .", "2023-01"},
      {"They meet next year .", "2024"},
      {"They met last week .", "2023-02-13/2023-02-19"},
      {"They met Feb. 14 .", "2023-02-14"},
      {"They met in December .", "2022-12"},
      {"They will meet in April .", "2023-04"},
      {"They met on 3 March 2011 .", "2011-03-03"},
      {"They met on March 3 , 2011 .", "2011-03-03"},
      {"They have fought since 1984 .", "1984"},
      {"They met two weeks ago .", "2023-02-07"},
      {"They met three years ago .", "2020"},
      {"They may meet .", ""},
      {"They marched in 2000 towns .", "2000"},
      {"About 1900 people march .", ""},
      {"They will march in March .", "2023-03"},
      {"They march on the capital .", ""},
      {"May Ling spoke .", ""},
      {"They met in May 1999 .", "1999-05"},
      {"They met 30 people .", ""},
      {"They met the last of them .", ""},
      {"They met next door .", ""},
      {"They will meet tomorrow .", "2023-02-22"},
      {"They met today .", "2023-02-21"},
      {"They met on the second floor .", ""},
      {"They met three times .", ""},
      {"They met last night .", "2023-02-20"},
      {"They met this morning .", "2023-02-21"},
      {"They met in the last morning hours .", ""},
      {"They met this week .", "2023-02-20/2023-02-26"},
      {"They met in the summer .", ""},
      {"The Friday prayers", "2023-02-17"},
      {"February 30", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(dates(c.text), c.dates) << c.text;
}

TEST(Time, WithoutAnAnchorDatesOnlyWhatNamesItsYear) {
  EXPECT_EQ(dates("They met Monday , last month and in March .", ""), "");
  EXPECT_EQ(dates("They met in March 2003 .", ""), "2003-03");
}

}  // namespace
}  // namespace entente
