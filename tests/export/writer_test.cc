// SPDX-License-Identifier: Apache-2.0
#include "export/writer.h"

#include <gtest/gtest.h>

#include <set>

namespace entente {
namespace {

TEST(Formats, AreFoundByNameAndByFile) {
  for (const Format& format : formats()) {
    EXPECT_EQ(find_format(format.name), &format);
    EXPECT_TRUE(format.write != nullptr || format.write_folder != nullptr) << format.name;
    EXPECT_FALSE(format.description.empty()) << format.name;
  }
  EXPECT_EQ(find_format("jsom"), nullptr);
  EXPECT_EQ(format_of("out/graph.json"), find_format("json"));
  EXPECT_EQ(format_of("graph.dot"), find_format("dot"));
  EXPECT_EQ(format_of("graph.unknown"), nullptr);
}

TEST(Formats, HaveDifferentNamesAndExtensions) {
  std::set<std::string_view> names, extensions;
  for (const Format& format : formats()) {
    EXPECT_TRUE(names.insert(format.name).second) << format.name;
    if (!format.extension.empty())
      EXPECT_TRUE(extensions.insert(format.extension).second) << format.extension;
  }
}

TEST(Formats, NearestHelpsWithMisspeltNames) {
  EXPECT_EQ(nearest_format("jsom"), "json");
  EXPECT_EQ(nearest_format("DOT"), "dot");
  EXPECT_EQ(nearest_format("nothing of the kind"), "");
}

}  // namespace
}  // namespace entente
