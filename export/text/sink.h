// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>

#include "export/text/text_buffer.h"

namespace entente {

// The buffer between a text writer and its stream. A writer appends records to `text` and says `settle()`
// after each; what has gathered goes on to the stream in large pieces, so a graph of any size needs one
// buffer.
//
//   TextSink sink(out);
//   sink.text += "digraph {\n";
//   sink.settle();
//   ...
//   sink.finish();
class TextSink {
 public:
  explicit TextSink(std::ostream& out) : text(2 * kPiece), out_(out) {}
  TextSink(const TextSink&) = delete;
  TextSink& operator=(const TextSink&) = delete;

  TextBuffer text;

  void settle() {
    if (text.size() >= kPiece) hand_on();
  }

  // Hands on the rest and flushes. Throws OutputError where the stream fails, as settle() does.
  void finish();

 private:
  static constexpr std::size_t kPiece = std::size_t{64} << 10;
  void hand_on();

  std::ostream& out_;
};

}  // namespace entente
