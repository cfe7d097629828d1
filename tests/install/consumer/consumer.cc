// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <sstream>

#include "export/diagram/diagram.h"
#include "export/json_writer.h"
#include "export/writer.h"
#include "extract/document/reader.h"
#include "extract/extractor.h"
#include "graph/algorithms.h"
#include "graph/knowledge_graph.h"

// Text in, JSON and a picture out, with installed headers and libraries only.
int main(int argc, char** argv) {
  entente::KnowledgeGraph graph;
  if (argc > 1) {
    entente::ExtractorOptions options;
    options.data = DATA;
    const entente::Extractor extractor(options);
    entente::Extractor::Scratch scratch;
    graph.add(extractor.extract(entente::read_text("a", argv[1]), scratch));
  }
  entente::find_format("json")->write(graph, std::cout, {});
  entente::DiagramOptions options;
  options.layout_program = LAYOUT;
  std::ostringstream picture;
  entente::write_diagram(graph, picture, entente::DiagramFormat::svg, options);
  if (picture.str().find("</svg>") == std::string::npos) return 2;
  return entente::connected_components(graph).size() == 1 ? 0 : 1;
}
