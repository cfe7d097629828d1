// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>

#include "export/json_reader.h"
#include "export/json_writer.h"
#include "export/page/html_writer.h"
#include "graph/error.h"
#include "graph/sha256.h"
#include "tests/export/nasty_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string page_of(const KnowledgeGraph& graph, const WriteOptions& options = {}) {
  std::ostringstream out;
  write_html(graph, out, options);
  return out.str();
}

// What stands between the first `open` and the next `close`.
std::string between(std::string_view text, std::string_view open, std::string_view close) {
  const auto begin = text.find(open);
  if (begin == text.npos) return "(no " + std::string(open) + ")";
  const auto from = begin + open.size();
  return std::string(text.substr(from, text.find(close, from) - from));
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
  return found;
}

std::string policy_hash(std::string_view text) {
  Sha256 hash;
  hash.add(text);
  return "'sha256-" + hash.base64() + "'";
}

TEST(Html, PolicyNamesTheScriptAndTheStyleThatAreInThePage) {
  const std::string page = page_of(nasty_graph());
  const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\">");
  EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
  EXPECT_THAT(policy, HasSubstr("script-src " + policy_hash(between(page, "<script>", "</script>"))));
  EXPECT_THAT(policy, HasSubstr("style-src " + policy_hash(between(page, "<style>", "</style>"))));
  EXPECT_THAT(policy, Not(HasSubstr("unsafe")));
}

TEST(Html, NamesAreNeverMarkUp) {
  const std::string page = page_of(nasty_graph());
  EXPECT_EQ(count(page, "<script"), 3U);  // two of data, one of code
  EXPECT_EQ(count(page, "</script>"), 3U);
  EXPECT_EQ(count(page, "<img"), 0U);
  EXPECT_EQ(count(page, "<!ENTITY"), 0U);
  EXPECT_EQ(count(page, "\u2028"), 0U);
  EXPECT_EQ(count(page, "@GRAPH@") + count(page, "@VIEW@"), 0U);
}

TEST(Html, GraphInThePageIsTheGraph) {
  const KnowledgeGraph graph = nasty_graph();
  std::istringstream data(between(page_of(graph), "id=\"graph\">", "</script>"));
  std::ostringstream before, after;
  write_json(graph, before);
  write_json(read_json(data, "page"), after);
  EXPECT_EQ(before.str(), after.str());
}

TEST(Html, TitleIsEscapedAndFallsBackToTheDocument) {
  WriteOptions options;
  options.title = "<b>Talks</b> & \"more\"";
  EXPECT_EQ(between(page_of(nasty_graph(), options), "<title>", "</title>"),
            "&lt;b&gt;Talks&lt;/b&gt; &amp; &quot;more&quot;");
  Fragment fragment;
  fragment.document = {"wire-7", "", "", "", ""};
  KnowledgeGraph graph;
  graph.add(fragment);
  EXPECT_EQ(between(page_of(graph), "<title>", "</title>"), "wire-7");
}

TEST(Html, EmptyGraphIsAPageToo) {
  const std::string page = page_of(KnowledgeGraph());
  EXPECT_THAT(page, HasSubstr("\"positions\":[]"));
}

TEST(Html, SameGraphSameBytes) {
  EXPECT_EQ(page_of(nasty_graph()), page_of(nasty_graph()));
}

TEST(Html, FullDiskIsAnOutputError) {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  EXPECT_THROW(write_html(nasty_graph(), out), OutputError);
}

}  // namespace
}  // namespace entente
