// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/writer.h"

namespace entente {

// GEXF, for Gephi: 1.3, or 1.2 where the options say so. Relations with a date have a time spell of whole
// days, so the timeline works; parallel edges differ in `kind` (1.3), without which Gephi joins them.
// Directed and lists as in GraphML.
void write_gexf(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace entente
