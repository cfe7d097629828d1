// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include "export/writer.h"

namespace entente {

// The graph as a Graphviz digraph that plain `dot -Tsvg` draws as a readable diagram: shape and colour by
// kind of actor, colour and arrow by cooperation or conflict (export/style.h), dashes for planned and
// possible, dots for denied, the evidence as tooltip. Type, status and the like stand beside as attributes of
// those names for other programs. Uses the options ontology, diagram, title and evidence.
//
// Any bytes come back from Graphviz's own reader as they went in, but for what DOT or SVG cannot hold:
// invalid UTF-8 and control characters are U+FFFD, "\r\n" and "\r" are line ends. Tooltips are cut to a few
// quotes. Text of any length is written so that Graphviz 2.42 reads it.
//
// Written through cgraph up to kDotCgraphLimit actors and relations, where it needs 20 MB at most; beyond as
// a stream of the same content, in the memory of one buffer. Safe to call from several threads; calls through
// cgraph take turns, since it is not.
void write_dot(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options = {});

inline constexpr std::size_t kDotCgraphLimit = 10'000;

// The two ways, for tests and measurements.
void write_dot_by_cgraph(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options = {});
void write_dot_as_stream(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options = {});

// Text as a DOT escString, without its quotes: what Graphviz shows is the text itself. Quotes stay as they
// are: cgraph, or whoever writes the string, escapes those.
void append_dot_text(std::string& out, std::string_view text);

}  // namespace entente
