// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "extract/document/document.h"
#include "graph/utf8.h"

namespace entente {

// The input's bytes behind the first place where `words` stand in the document's text.
inline std::string original_of(const Document& document, std::string_view words) {
  const auto at = document.text.find(words);
  if (at == std::string::npos) return "(\"" + std::string(words) + "\" is not in the text)";
  const auto [begin, end] = document.offsets.to_original(at, at + words.size());
  return std::string(document.original_bytes().substr(begin, end - begin));
}

// Every byte of the text maps into the input, in order, and what equals the input maps to its equal.
inline void expect_sound_map(const Document& document) {
  EXPECT_EQ(valid_utf8_prefix(document.text), document.text.size()) << document.id;
  std::uint64_t last = 0;
  for (std::size_t at = 0; at < document.text.size(); ++at) {
    const auto [begin, end] = document.offsets.to_original(at, at + 1);
    ASSERT_LE(last, begin) << document.id << " at " << at;
    ASSERT_LT(begin, end) << document.id << " at " << at;
    ASSERT_LE(end, document.original_bytes().size()) << document.id << " at " << at;
    last = begin;
  }
}

}  // namespace entente
