// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/writer.h"

namespace entente {

// The serialisation of graphology, which sigma.js draws: `Graph.from(json)`. Actors stand on a spiral in the
// order of their ids, so that sigma can draw at once; run a layout for more. Holds all that the graph does,
// but for fragments.
void write_graphology(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace entente
