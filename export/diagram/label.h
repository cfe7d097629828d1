// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Text for Graphviz's HTML-like labels. Whatever a name holds stays a name: mark-up, entities and backslashes
// are escaped, what is no XML character becomes U+FFFD, and runs of spaces and line ends one space. Never
// empty: a label of nothing is a syntax error to Graphviz.
std::string label_text(std::string_view text);

// The text in lines of about `limit` characters, broken at spaces; at most `most` lines, the last then ending
// in an ellipsis, as does a word longer than a line and half. Not escaped yet.
std::vector<std::string> wrap_label(std::string_view text, std::size_t limit, std::size_t most);

// Points that the text takes in Helvetica of that size, by a table of average widths: for boxes made before
// layout.
double text_width(std::string_view text, double size);

}  // namespace entente
