// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/writer.h"

namespace entente {

// The same triples as Turtle in JSON-LD 1.1 with its context inside, so that no reader goes to the network.
void write_jsonld(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace entente
