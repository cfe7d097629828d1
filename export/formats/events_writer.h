// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/writer.h"

namespace entente {

// Tab-separated event records, a header and one line a relation, for those who work with GDELT, ICEWS or
// POLECAT. Tabs, line ends and backslashes in a field are \t \n \r \\. Holds the first piece of evidence of
// each relation and how many there are; no aliases, offices or identifiers.
void write_events(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace entente
