// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>

#include "export/writer.h"

namespace entente {

// The graph as one page to explore in a browser: pan and zoom, filters, a time slider, search, the quotes
// behind each relation, tables, saving. It holds all it needs, asks the network for nothing and opens from
// disk; the graph is in it as the JSON that write_json makes. Names and quotes stay text: nothing from a
// graph is ever taken for mark-up or script, which the page's Content-Security-Policy enforces too. The
// layout is computed here (export/page/layout.h). Uses the options title, ontology and evidence. Throws
// OutputError where `out` fails.
void write_html(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options = {});

}  // namespace entente
