// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>

#include "extract/document/html_tags.h"
#include "extract/document/reader.h"
#include "tests/document/document_text.h"

namespace entente {
namespace {

TEST(ReadHtml, GivesParagraphsAndKeepsTheirPlacesInThePage) {
  const std::string page =
      "<html><body><p>Wang Yi <b>told</b> Nikolai&nbsp;Patrushev&#8217;s\n aide.</p><p>They   "
      "met.<br>Twice.</p></body></html>";
  const Document document = read_html("a.html", page);
  EXPECT_EQ(document.text, "Wang Yi told Nikolai Patrushev\xE2\x80\x99s aide.\n\nThey met.\nTwice.\n\n");
  EXPECT_EQ(original_of(document, "Wang Yi told Nikolai"), "Wang Yi <b>told</b> Nikolai");
  EXPECT_EQ(original_of(document, "Patrushev\xE2\x80\x99s"), "Patrushev&#8217;s");
  EXPECT_EQ(original_of(document, "They met"), "They   met");
  expect_sound_map(document);
}

TEST(ReadHtml, TakesTheArticleAndLeavesOutWhatStandsAround) {
  const std::string filler =
      "The ministers of both countries met for three hours and spoke of trade and of the border. ";
  const std::string page =
      "<!DOCTYPE html><html><head><title>Site - Ministers meet</title>"
      "<meta property='og:title' content='Ministers meet &amp; talk'>"
      "<meta property=\"article:published_time\" content=\"2023-02-21T10:00:00Z\"></head><body>"
      "<header>Menu</header><nav>Home</nav><article><header><h1>Ministers meet</h1></header><p>" +
      filler + filler + filler +
      "</p><script>if (a < b) alert('</p>')</script><aside>Read more</aside></article>"
      "<footer>Imprint</footer></body></html>";
  const Document document = read_html("a.html", page);
  EXPECT_EQ(document.text.find("Ministers meet\n\nThe ministers"), 0u) << document.text;
  for (const auto* word : {"Menu", "Home", "alert", "Read more", "Imprint"})
    EXPECT_EQ(document.text.find(word), std::string::npos) << word;
  EXPECT_EQ(document.title, "Ministers meet & talk");
  EXPECT_EQ(document.date, "2023-02-21");
  expect_sound_map(document);
}

TEST(ReadHtml, SurvivesBrokenMarkUp) {
  for (const char* page :
       {"<p>a < b & c > d", "<p", "x<!-- open", "x <a href=\"open>y</a> z", "<nav>never closed <p>Iran",
        "</p></p>x", "&#x110000; &#0; &bogus; &amp", "<script>never closed", "x<b a='1' b>y</b>", "<>x</>"}) {
    SCOPED_TRACE(page);
    expect_sound_map(read_html("a.html", page));
  }
}

TEST(ReadHtml, KeepsTheTextOfAnUnclosedNavigation) {
  EXPECT_EQ(read_html("a.html", "<nav>Menu<p>Iran met Oman.</p>").text, "Menu\n\nIran met Oman.\n\n");
}

TEST(ReadHtml, AnyPageGivesValidTextWithASoundMap) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {
      "<p>",   "</p>",      "<nav>",    "</nav>",    "<b>",        "</b>",     "<br>",
      "&amp;", "&#173;",    "&nbsp;",   "&",         "<",          ">",        "<!--",
      "-->",   "word ",     "\n",       "  ",        "\xFF",       "\xC3\xA9", "<a href='",
      "'>",    "</script>", "<script>", "<article>", "</article>", "\xC2\xAD", "\r\n"};
  for (int round = 0; round < 300; ++round) {
    std::string page = "Some text to begin with. ";
    for (int i = 0; i < 60; ++i) page += pieces[random() % pieces.size()];
    expect_sound_map(read_html("round " + std::to_string(round), page));
  }
}

TEST(ReadHtml, TextUnderDeepAndUnclosedMarkUpIsFound) {
  std::string page;
  for (int i = 0; i < 200'000; ++i) page += "<div><nav>";
  page += "Iran met Oman.";
  EXPECT_NE(read_html("a.html", page).text.find("Iran met Oman."), std::string::npos);
}

TEST(HtmlReference, DecodesNamesAndNumbers) {
  EXPECT_EQ(decode_html("&lt;&eacute;&#x2019;&#146;&quot;&apos;"), "<\xC3\xA9\xE2\x80\x99\xE2\x80\x99\"'");
  EXPECT_EQ(decode_html("AT&T &nonsense; &"), "AT&T &nonsense; &");
  EXPECT_EQ(decode_html("&#xD800;&#1114112;&#0;"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

}  // namespace
}  // namespace entente
