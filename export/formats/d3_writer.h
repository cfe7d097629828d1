// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/writer.h"

namespace entente {

// Nodes and links as d3-force and the examples around it want them: Entente's own fields, and beside them
// `group` (the kind) and `value` (the weight). Holds all that the graph does, but for fragments.
void write_d3(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace entente
