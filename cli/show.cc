// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <memory>
#include <sstream>

#include "cli/graphs.h"
#include "cli/output.h"
#include "cli/render.h"
#include "cli/selection.h"
#include "cli/verbs.h"

namespace entente {
namespace {

struct Show {
  std::string graph;
  Selection selection;
};

}  // namespace

void add_show(CLI::App& app, Program&) {
  CLI::App* verb =
      app.add_subcommand("show", "Prints a graph to read: actors by kind, relations as the texts tell them");
  const auto show = std::make_shared<Show>();
  verb->add_option("GRAPH", show->graph, "A graph in Entente's JSON; - is standard input")->required();
  show->selection.add_to(*verb);
  verb->footer(
      "Examples:\n"
      "  entente show graph.json\n"
      "  entente show graph.json --status planned --type cooperation\n"
      "  entente build article.txt | entente show -");
  verb->callback([show] {
    show->selection.filter();
    std::ostringstream out;
    show_graph(show->selection.apply(read_graph(show->graph)), out, Style::of_stdout());
    print(std::move(out).str());
  });
}

}  // namespace entente
