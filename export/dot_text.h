// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "export/text/text_buffer.h"

namespace entente {

// Text as a DOT escString, without its quotes: as append_dot_text of export/dot_writer.h. Internal to
// export/.
void append_dot_text(TextBuffer& out, std::string_view text);

// The same of what of it fits into so many bytes, cut between characters.
void append_dot_cut(TextBuffer& out, std::string_view text, std::size_t bytes);

// An escString in quotes: bare quotes are escaped, and a long string becomes a sum of shorter ones ("abc" +
// "def"), since Graphviz 2.42 takes no token over 16,384 bytes. Precondition: every backslash of `text`
// begins an escape.
void append_dot_string(TextBuffer& out, std::string_view text);

// The same for an escString that `out` ends with, from `begin` on; it gets the closing quote only.
void finish_dot_string(TextBuffer& out, std::size_t begin);

}  // namespace entente
