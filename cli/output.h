// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "export/writer.h"
#include "graph/knowledge_graph.h"

namespace CLI {
class App;
}

namespace entente {

// Where a graph is written and in which format: -o (several files if asked), -f, and what formats can be
// told.
struct Output {
  std::vector<std::string> files;  // none or "-": standard output
  std::string format;              // empty: by each file's ending, JSON for standard output
  WriteOptions options;

  void add_to(CLI::App& verb);

  // Finds the formats. Throws UsageError for one that there is not, naming the nearest, for a file whose
  // ending tells none, and for a binary or a folder to a terminal: called before the work begins.
  void check() const;

  // Writes the graph to each file, whole or not at all. Throws OutputError.
  void write(const KnowledgeGraph& graph) const;
};

// Writes what `text` holds to standard output. Throws OutputError where that fails.
void print(const std::string& text);

}  // namespace entente
