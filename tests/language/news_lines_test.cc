// SPDX-License-Identifier: Apache-2.0
#include "extract/language/news_lines.h"

#include <gtest/gtest.h>

#include "tests/language/language_fixture.h"

namespace entente {
namespace {

// Each sentence with its role: "[headline] Talks fail".
std::string roles(const std::string& text) {
  const Document document = document_of(text);
  LanguageEngine::Scratch scratch;
  const Analysis analysis = engine().segment(document, scratch);
  std::string out;
  for (const Sentence& s : analysis.sentences)
    out += "[" + std::string(to_string(s.role)) + (s.duplicate ? ", again" : "") + "] " +
           text.substr(s.begin, s.end - s.begin) + "\n";
  return out;
}

TEST(NewsLines, ARelease) {
  EXPECT_EQ(roles("Sweden and Chad Open Talks\n\nAnna Lind, Minister for Foreign Affairs\n\nMarch 5, "
                  "2021\n\nSweden met Chad. It went well."),
            "[headline] Sweden and Chad Open Talks\n[byline] Anna Lind, Minister for Foreign Affairs\n"
            "[dateline] March 5, 2021\n[body] Sweden met Chad.\n[body] It went well.\n");
}

TEST(NewsLines, AnAgencyReport) {
  EXPECT_EQ(roles("Chad recalls envoy\n\nBy Jon Doe\n\nLAGOS (Agency) — Chad recalled its envoy. He left.\n\n"
                  "FILE - The envoy speaks in Lagos, May 3, 2019. (AP Photo/Ann Roe)\n\nReporting by Jon "
                  "Doe; editing by Ann Roe"),
            "[headline] Chad recalls envoy\n[byline] By Jon Doe\n[dateline] LAGOS (Agency) —\n[body] Chad "
            "recalled its envoy.\n"
            "[body] He left.\n[caption] FILE - The envoy speaks in Lagos, May 3, 2019.\n[caption] (AP "
            "Photo/Ann Roe)\n"
            "[byline] Reporting by Jon Doe; editing by Ann Roe\n");
}

TEST(NewsLines, Datelines) {
  struct Case {
    const char *text, *dateline;
  } const cases[] = {
      {"MOSCOW (Reuters) — Russia said no to the plan.", "MOSCOW (Reuters) —"},
      {"WASHINGTON, June 5 (AP) - The president left.", "WASHINGTON, June 5 (AP) -"},
      {"SEOUL, South Korea — The talks began today.", "SEOUL, South Korea —"},
      {"PARIS -- France agreed to it.", "PARIS --"},
      {"UNITED NATIONS, Sept. 21 (IPS) – Members met.", "UNITED NATIONS, Sept. 21 (IPS) –"},
      {"MOSCOW, November 25. /TASS/. Russia said no.", "MOSCOW, November 25. /TASS/."},
      {"MOSCOW. Nov 25 (Interfax) - Russia said no.", "MOSCOW. Nov 25 (Interfax) -"},
      {"(CNN) -- Russia said no.", "(CNN) --"},
      {"ANKARA/BRUSSELS (Reuters) - Turkey said no.", "ANKARA/BRUSSELS (Reuters) -"},
      {"Geneva (ICRC) – The committee spoke.", "Geneva (ICRC) –"},
      {"The plan (Moscow's) - a bad one - failed.", ""},
      {"MOSCOW said no to it - again.", ""},
      {"The minister (Norway) - no friend of it - left.", ""},
      {"Russia - a large country - said no.", ""},
      {"NATO said no - and then yes.", ""},
      {"US and UK officials met - at last.", ""},
  };
  for (const auto& c : cases) {
    const std::string found = roles(c.text), expected = std::string("[dateline] ") + c.dateline + "\n";
    if (*c.dateline)
      EXPECT_EQ(found.substr(0, expected.size()), expected);
    else
      EXPECT_EQ(found.find("dateline"), std::string::npos) << found;
  }
}

TEST(NewsLines, AnordinarySentenceIsBody) {
  EXPECT_EQ(roles("Chad met Mali."), "[body] Chad met Mali.\n");
  EXPECT_EQ(roles("Chad met Mali"), "[body] Chad met Mali\n");
}

TEST(NewsLines, ASentenceToldTwiceIsMarked) {
  EXPECT_EQ(roles("Chad recalls envoy to Mali\n\nCHAD RECALLS ENVOY TO MALI.\n\nIt is so. It is so."),
            "[headline] Chad recalls envoy to Mali\n[body, again] CHAD RECALLS ENVOY TO MALI.\n[body] It is "
            "so.\n[body] It is so.\n");
}

}  // namespace
}  // namespace entente
