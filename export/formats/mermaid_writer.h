// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/writer.h"

namespace entente {

// A Mermaid flow chart to paste into Markdown. Mermaid draws at most 500 edges and 50,000 characters: of a
// larger graph the relations with most evidence are drawn, and a comment says how many there are. Holds
// labels, kinds (as shapes and colours) and statuses (as dashes), nothing else.
void write_mermaid(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace entente
