// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <memory>

#include "cli/graphs.h"
#include "cli/output.h"
#include "cli/selection.h"
#include "cli/verbs.h"

namespace entente {
namespace {

struct Export {
  std::string graph;
  Selection selection;
  Output output;
};

}  // namespace

void add_export(CLI::App& app, Program&) {
  CLI::App* verb = app.add_subcommand("export", "Writes a graph in another format, all of it or a part");
  const auto options = std::make_shared<Export>();
  verb->add_option("GRAPH", options->graph, "A graph in Entente's JSON; - is standard input")->required();
  options->output.add_to(*verb);
  options->selection.add_to(*verb);
  verb->footer(
      "Examples:\n"
      "  entente export graph.json -f graphml -o graph.graphml\n"
      "  entente export graph.json -o china.svg --around China --type conflict\n"
      "  entente export graph.json -o may.pdf --between 2023-05-01 2023-05-31 --top 30");
  verb->callback([options] {
    options->output.check();
    options->selection.filter();
    options->output.options.most_actors = options->selection.top;  // who asks for so many gets them
    options->output.write(options->selection.apply(read_graph(options->graph)));
  });
}

}  // namespace entente
