// SPDX-License-Identifier: Apache-2.0
// Every samples/x.txt gives the graph in samples/x.json. A new sample needs no line here: write the text, run
// `./dev samples`, read what came out.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "export/json_reader.h"
#include "extract/document/reader.h"
#include "extract/extractor.h"
#include "graph/check_evidence.h"
#include "tests/samples/graph_text.h"

namespace entente {
namespace {

const std::filesystem::path source_dir = ENTENTE_SOURCE_DIR;

std::vector<std::filesystem::path> sample_texts() {
  std::vector<std::filesystem::path> texts;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir / "samples"))
    if (entry.path().extension() == ".txt") texts.push_back(entry.path());
  std::sort(texts.begin(), texts.end());
  return texts;
}

const Extractor& extractor() {
  static const Extractor shared([] {
    ExtractorOptions options;
    options.data = source_dir / "data";
    return options;
  }());
  return shared;
}

Document read_sample(const std::filesystem::path& text) {
  Document document = read_text(text.filename().string(), read_file(text, std::size_t{1} << 20U));
  document.source = document.id;
  return document;
}

// "Windows" line ends must change nothing but the offsets.
std::string with_crlf(const std::string& bytes) {
  std::string crlf;
  for (const char c : bytes) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  return crlf;
}

TEST(Samples, AreThere) { EXPECT_GE(sample_texts().size(), 6u); }

TEST(Samples, GiveTheExpectedGraphs) {
  Extractor::Scratch scratch;
  for (const auto& text : sample_texts()) {
    SCOPED_TRACE(text.filename());
    const Document document = read_sample(text);
    KnowledgeGraph graph;
    const Fragment fragment = extractor().extract(document, scratch);
    EXPECT_FALSE(check_evidence(fragment, document.original_bytes()));
    graph.add(fragment);
    const auto expected = std::filesystem::path(text).replace_extension(".json");
    EXPECT_EQ(graph_text(graph), graph_text(read_json_file(expected)));
  }
}

TEST(Samples, WindowsLineEndsChangeOnlyOffsets) {
  Extractor::Scratch scratch;
  for (const auto& text : sample_texts()) {
    SCOPED_TRACE(text.filename());
    const std::string bytes = read_file(text, std::size_t{1} << 20U);
    const Fragment plain = extractor().extract(read_text("a", bytes), scratch);
    const Document document = read_text("a", with_crlf(bytes));
    const Fragment windows = extractor().extract(document, scratch);
    EXPECT_FALSE(check_evidence(windows, document.original_bytes()));
    EXPECT_EQ(plain.actors, windows.actors);
    EXPECT_EQ(plain.relations.size(), windows.relations.size());
  }
}

}  // namespace
}  // namespace entente
