// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "export/text/text_buffer.h"

namespace entente {

// How a name or a quote stays text in each format: one escaper a context. Each takes any bytes at all and
// appends to `out`. Bytes that are not UTF-8 become U+FFFD; characters that a format cannot hold in any
// spelling do too. All else comes back equal from the format's own readers.

// A JSON string with its quotes.
void append_json_string(TextBuffer& out, std::string_view text);

// XML 1.0 character data, in an element or in a quoted attribute. U+FFFD for the control characters that XML
// cannot hold; tab and line ends as references, so that no reader normalises them away.
void append_xml(TextBuffer& out, std::string_view text);

// A cell of RFC 4180, quoted where it needs to be. An empty text stays an empty cell. U+FFFD for NUL.
void append_csv_cell(TextBuffer& out, std::string_view text);

// The same for files that people open in a spreadsheet: a text that the program would take for a formula (it
// begins with = + - @, a tab or a line end, or with the full-width form of one) gets an apostrophe before it.
void append_spreadsheet_cell(TextBuffer& out, std::string_view text);

// A field of tab-separated values: tab, line ends and backslash as \t \n \r \\, NUL as U+FFFD. Nothing is
// quoted.
void append_tsv_field(TextBuffer& out, std::string_view text);

// A Cypher string with its double quotes, on one line. Cypher reads \uXXXX before it looks for the quotes
// that end a string, so every backslash is doubled.
void append_cypher_string(TextBuffer& out, std::string_view text);

// A Cypher label or relationship type in backticks: _XX for each byte that is not of [A-Za-z0-9_], since
// \u0060 would close them.
void append_cypher_name(TextBuffer& out, std::string_view text);

// A Turtle string with its quotes. U+FFFD for NUL.
void append_turtle_string(TextBuffer& out, std::string_view text);

// A part of an IRI: percent-encoded but for [A-Za-z0-9_.~:-].
void append_iri_part(TextBuffer& out, std::string_view text);

// Text between the quotes of a Mermaid node or edge: `#N;` for whatever Mermaid, its Markdown or its
// directives could take for more than text. Line ends and tabs become spaces, other control characters
// U+FFFD.
void append_mermaid_text(TextBuffer& out, std::string_view text);

// The shortest digits that read back equal.
void append_number(TextBuffer& out, double number);
void append_number(TextBuffer& out, std::uint64_t number);

// The same for numbers of four places at most below 100,000, as confidences and scores are, in a fraction of
// the time. False, and nothing appended, for any other.
bool append_short_decimal(TextBuffer& out, double number);

// The same without an exponent, as xsd:decimal wants it.
void append_decimal(TextBuffer& out, double number);

}  // namespace entente
