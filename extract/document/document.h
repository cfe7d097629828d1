// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

// Maps byte offsets of a document's text back to byte offsets of the input that it was read from. Identity
// until pieces are added; a piece is a run of text bytes that equals the input, or one that stands for other
// bytes of it (a repaired byte, a character reference).
class OffsetMap {
 public:
  // From text offset `text` on, the text follows the input at `original`. Offsets grow from call to call.
  void add(std::uint64_t text, std::uint64_t original);

  // From text offset `text` to the next piece, the text stands for the input's bytes [original, original_end)
  // as a whole: a range that touches it takes them all. A call to add() or replace() must follow where it
  // ends, unless the text ends there.
  void replace(std::uint64_t text, std::uint64_t original, std::uint64_t original_end);

  // The input's offset of text byte `text`.
  std::uint64_t to_original(std::uint64_t text) const;

  // The input's byte range of text bytes [begin, end): it ends after the last byte inside, not before the
  // first one outside, so that what a repair cut between them stays out. Empty ranges map to empty ranges.
  std::pair<std::uint64_t, std::uint64_t> to_original(std::uint64_t begin, std::uint64_t end) const;

  bool is_identity() const noexcept { return pieces_.empty(); }

 private:
  struct Piece {
    std::uint64_t text, original;
    std::uint64_t original_end;  // of a replaced run; 0 for an equal one
  };
  const Piece& piece_at(std::uint64_t text) const;

  std::vector<Piece> pieces_;
};

// A text as the stages see it: valid UTF-8 whose every byte range maps back to the input.
struct Document {
  std::string id;
  std::string title;   // empty where the input gives none
  std::string date;    // ISO 8601 date of publication, or empty
  std::string source;  // file name, URL or publisher
  std::string text;    // valid UTF-8
  std::string
      original;  // the input's bytes, where `offsets` is not the identity; else empty and `text` is the input
  OffsetMap offsets;               // text → input
  std::string sha256;              // of the input's bytes
  std::vector<std::string> notes;  // repairs and cuts, one line each

  std::string_view original_bytes() const {
    return offsets.is_identity() ? std::string_view(text) : original;
  }
};

}  // namespace entente
