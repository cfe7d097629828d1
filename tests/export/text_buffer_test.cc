// SPDX-License-Identifier: Apache-2.0
#include "export/text/text_buffer.h"

#include <gtest/gtest.h>

#include <string>

#include "export/text/plain_scan.h"

namespace entente {
namespace {

TEST(TextBuffer, GrowsAsAStringDoes) {
  TextBuffer out;
  std::string expected;
  for (std::size_t size = 0; size < 80; ++size) {
    std::string piece;
    for (std::size_t i = 0; i < size; ++i) piece += static_cast<char>('a' + (size + i) % 26);
    out += piece;
    out += '|';
    out += "two";
    expected += piece + "|two";
    ASSERT_EQ(out.view(), expected);
    ASSERT_EQ(out.back(), 'o');
  }
  out.truncate(3);
  EXPECT_EQ(out.view(), expected.substr(0, 3));
  out.clear();
  EXPECT_TRUE(out.empty());
}

bool is_plain_bytewise(std::string_view text) {
  for (const char c : text) {
    if (c < 0x20 || c == 0x7F || c == '"' || c == '\\') return false;
  }
  return true;
}

// Both ways see any byte at any place of texts shorter and longer than their blocks.
TEST(PlainScan, SeesEveryByteEverywhere) {
  for (std::size_t size = 0; size < 36; ++size) {
    ASSERT_TRUE((is_plain<'"', '\\'>(std::string(size, 'a'))));
    for (std::size_t at = 0; at < size; ++at) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(size, 'a');
        text[at] = static_cast<char>(byte);
        const bool expected = is_plain_bytewise(text);
        ASSERT_EQ((is_plain<'"', '\\'>(text)), expected) << size << " " << at << " " << byte;
        ASSERT_EQ((is_plain_by<PortableSixteen, '"', '\\'>(text)), expected)
            << size << " " << at << " " << byte;
      }
    }
  }
}

}  // namespace
}  // namespace entente
