// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/document/document.h"

namespace entente {

void OffsetMap::add(std::uint64_t text, std::uint64_t original) {
  pieces_.push_back({text, original, 0});
}

void OffsetMap::replace(std::uint64_t text, std::uint64_t original, std::uint64_t original_end) {
  pieces_.push_back({text, original, original_end});
}

// The last piece that begins at or before `text`; what lies before the first piece follows the input from its
// start.
const OffsetMap::Piece& OffsetMap::piece_at(std::uint64_t text) const {
  static constexpr Piece start{0, 0, 0};
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), text,
                                      [](std::uint64_t at, const Piece& piece) { return at < piece.text; });
  return after == pieces_.begin() ? start : *std::prev(after);
}

std::uint64_t OffsetMap::to_original(std::uint64_t text) const {
  const Piece& piece = piece_at(text);
  return piece.original_end != 0 ? piece.original : piece.original + (text - piece.text);
}

std::pair<std::uint64_t, std::uint64_t> OffsetMap::to_original(std::uint64_t begin, std::uint64_t end) const {
  const std::uint64_t first = to_original(begin);
  if (end <= begin) return {first, first};
  const Piece& last = piece_at(end - 1);
  return {first, last.original_end != 0 ? last.original_end : last.original + (end - last.text)};
}

}  // namespace entente
