// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace entente {

// The words that state a relation. Invariant, checked by check_evidence: the original input's bytes
// [begin, end) are `quote`.
struct Evidence {
  std::string document;     // document id
  std::uint64_t begin = 0;  // byte offsets in the original input, half-open
  std::uint64_t end = 0;
  std::string quote;
  std::string
      sentence;  // the whole sentence for display, as the document's repaired text has it; may be empty
  auto operator<=>(const Evidence&) const = default;
};

}  // namespace entente
