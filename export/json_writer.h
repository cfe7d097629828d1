// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>

#include "export/writer.h"
#include "graph/fragment.h"

namespace entente {

// The graph as node-link JSON, schema "entente-graph/1" (data/entente-graph.schema.json), which d3 and
// networkx load. Nodes and links are streamed in the graph's order on one line without spaces, or indented
// where options.pretty is set; a line end follows. Invalid UTF-8 is written as U+FFFD. Uses the options id,
// pretty and evidence.
//
// A graph of one document says everything once. In a graph of several, nodes and links say under "documents"
// what each document adds, as far as it differs from the whole, so that the graph that is read back can be
// taken apart by document again. Throws OutputError where `out` fails.
void write_json(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options = {});

// The graph of one document, without gathering it first: a line of `entente extract`. Precondition: normal
// form.
void write_json(const Fragment& fragment, std::ostream& out, const WriteOptions& options = {});

}  // namespace entente
