// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "export/text/escape.h"

namespace entente {

// Appends fields of XML that all end alike. Each is given with the whole tag up to its value, so that one
// append writes it; `closing` ends it and outlives this.
class XmlFields {
 public:
  XmlFields(TextBuffer& out, std::string_view closing) : out_(out), closing_(closing) {}

  // Escaped; nothing where the text is empty.
  void text(std::string_view opening, std::string_view text) {
    if (text.empty()) return;
    out_ += opening;
    append_xml(out_, text);
    out_ += closing_;
  }

  // For our own words, which need no escaping.
  void word(std::string_view opening, std::string_view word) {
    out_ += opening;
    out_ += word;
    out_ += closing_;
  }

  template <typename Number>
  void number(std::string_view opening, Number number) {
    out_ += opening;
    append_number(out_, number);
    out_ += closing_;
  }

 private:
  TextBuffer& out_;
  std::string_view closing_;
};

}  // namespace entente
