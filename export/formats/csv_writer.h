// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/writer.h"

namespace entente {

// A folder of CSV tables (RFC 4180, UTF-8). Plain, one fact a row: actors.csv, aliases.csv, offices.csv,
// identifiers.csv, relations.csv, evidence.csv, documents.csv. For `neo4j-admin database import`, with its
// headers and U+001F between the elements of a list: neo4j-actors.csv, neo4j-relations.csv,
// neo4j-documents.csv. With `options.spreadsheet` the plain tables only, with a byte order mark and no cell
// that a spreadsheet takes for a formula. Nothing of the graph is left out, but for fragments.
void write_csv(const KnowledgeGraph& graph, const std::filesystem::path& folder, const WriteOptions& options);

}  // namespace entente
