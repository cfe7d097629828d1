// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/fragment.h"
#include "graph/knowledge_graph.h"

namespace entente {

// A piece of evidence whose quote is not what the original holds there.
struct EvidenceFault {
  Evidence evidence;
  std::string found;  // the original's bytes in the range; empty where the range lies outside

  std::string message() const;  // one line
};

// The invariant that a reader of a graph relies on: for every piece of evidence, `original`'s bytes in the
// range are the quote, either byte for byte or, where the original is not valid UTF-8, after repair
// (graph/utf8.h). Returns the first fault in the fragment's order, or none. `original` is the input that the
// document was read from, all of it.
std::optional<EvidenceFault> check_evidence(const Fragment& fragment, std::string_view original);

// The same for one document of a graph. Precondition: the graph has the document.
std::optional<EvidenceFault> check_evidence(const KnowledgeGraph& graph, std::string_view document,
                                            std::string_view original);

}  // namespace entente
