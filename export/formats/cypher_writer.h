// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/writer.h"

namespace entente {

// A Cypher script for Neo4j, one statement a line: constraint, documents, actors, relations. It merges, so it
// can be run again and on top of another graph. A relation's Neo4j type is its type; its evidence is in
// parallel lists. For millions of relations use csv.
void write_cypher(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace entente
