// SPDX-License-Identifier: Apache-2.0
// What holds of each format in the table.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "export/writer.h"
#include "graph/error.h"
#include "graph/utf8.h"
#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

// The text formats; pictures and the page have tests of their own.
std::vector<const Format*> text_formats() {
  std::vector<const Format*> found;
  for (const char* name : {"cytoscape", "jgf", "graphology", "d3", "graphml", "gexf", "cypher", "turtle",
                           "jsonld", "ftm", "mermaid", "events"}) {
    const Format* format = find_format(name);
    EXPECT_NE(format, nullptr) << name;
    if (format != nullptr) found.push_back(format);
  }
  return found;
}

TEST(EveryFormat, SaysWhatItIsFor) {
  std::set<std::string_view> names;
  for (const Format& format : formats()) {
    EXPECT_TRUE(names.insert(format.name).second) << format.name;
    EXPECT_FALSE(format.description.empty()) << format.name;
    EXPECT_NE(format.write == nullptr, format.write_folder == nullptr) << format.name;
  }
}

TEST(EveryFormat, EqualGraphsGiveEqualBytes) {
  for (const Format* format : text_formats()) {
    EXPECT_EQ(written(format->write, nasty_graph()), written(format->write, nasty_graph())) << format->name;
  }
}

TEST(EveryFormat, IsValidUtf8WhateverTheNames) {
  for (const Format* format : text_formats()) {
    const std::string text = written(format->write, nasty_graph());
    EXPECT_EQ(valid_utf8_prefix(text), text.size()) << format->name;
  }
}

TEST(EveryFormat, AnEmptyGraphIsAFileToo) {
  for (const Format* format : text_formats())
    EXPECT_NO_THROW(written(format->write, KnowledgeGraph())) << format->name;
}

// A stream as of a full disk.
class FullDisk : public std::streambuf {
 protected:
  std::streamsize xsputn(const char*, std::streamsize) override { return 0; }
  int overflow(int) override { return traits_type::eof(); }
};

TEST(EveryFormat, AFullDiskIsAnOutputError) {
  for (const Format* format : text_formats()) {
    FullDisk disk;
    std::ostream out(&disk);
    EXPECT_THROW(format->write(small_graph(), out, {}), OutputError) << format->name;
  }
}

}  // namespace
}  // namespace entente
