// SPDX-License-Identifier: Apache-2.0
#include "export/text/sink.h"

#include <ostream>

#include "graph/error.h"

namespace entente {

void TextSink::hand_on() {
  const std::string_view piece = text;
  out_.write(piece.data(), static_cast<std::streamsize>(piece.size()));
  text.clear();
  if (!out_) throw OutputError("cannot write the output");
}

void TextSink::finish() {
  hand_on();
  if (!out_.flush()) throw OutputError("cannot write the output");
}

}  // namespace entente
