// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "extract/document/document.h"

namespace entente {

// What a reader had to change in a text, for its notes.
struct Repairs {
  std::size_t invalid = 0;   // byte sequences that were not UTF-8, each now U+FFFD
  std::size_t controls = 0;  // control characters, each now a space
};

// Builds a document's text out of pieces of the input, in the input's order, and the offset map on the way.
// What is neither copied nor replaced is left out.
class MappedText {
 public:
  explicit MappedText(std::string input) : input_(std::move(input)) { text_.reserve(input_.size()); }

  std::string_view input() const noexcept { return input_; }
  std::string_view text() const noexcept { return text_; }

  // The input's bytes [begin, end) as they are.
  void copy(std::size_t begin, std::size_t end);

  // `with`, which may be empty, stands for the input's bytes [begin, end).
  void replace(std::string_view with, std::size_t begin, std::size_t end);

  // The input's bytes [begin, end) made fit for the stages: invalid UTF-8 becomes U+FFFD, a control character
  // or an odd space a plain space, every line end "\n"; soft hyphens, zero-width and direction marks are left
  // out.
  void copy_clean(std::size_t begin, std::size_t end, Repairs& repairs);

  // Moves text, input and offsets into `document`.
  void finish(Document& document) &&;

 private:
  std::string input_;
  std::string text_;
  OffsetMap offsets_;
  std::size_t next_ = 0;   // the input byte that an equal run would go on with
  bool equal_run_ = true;  // whether the last piece is an equal run
};

}  // namespace entente
