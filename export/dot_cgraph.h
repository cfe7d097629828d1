// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <graphviz/cgraph.h>

#include <memory>
#include <mutex>

#include "export/writer.h"

namespace entente {

// The drawing as a cgraph graph, for write_dot and for layouts. Internal to export/: the only header with a
// cgraph type.

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using CgraphPtr = std::unique_ptr<Agraph_t, CloseGraph>;

// Who makes, reads, lays out or closes a cgraph graph holds this: Graphviz has global state.
std::mutex& graphviz_mutex();

// Precondition: the caller holds graphviz_mutex until the graph is closed.
CgraphPtr draw_cgraph(const KnowledgeGraph& graph, const WriteOptions& options);

}  // namespace entente
