// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/writer.h"

namespace entente {

// JSON Graph Format, version 2 (draft-07 schema): `nodes` is an object keyed by id; whatever the format does
// not name is `metadata`, since its schema allows nothing else. Holds all that the graph does, but for
// fragments.
void write_jgf(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace entente
