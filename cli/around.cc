// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <memory>
#include <sstream>

#include "cli/graphs.h"
#include "cli/output.h"
#include "cli/render.h"
#include "cli/verbs.h"
#include "graph/algorithms.h"

namespace entente {
namespace {

struct Around {
  std::string graph;
  std::string actor;
  std::size_t steps = 1;
  Output output;

  bool writes() const { return !output.files.empty() || !output.format.empty(); }
};

void run_around(const Around& around) {
  if (around.writes()) around.output.check();
  const KnowledgeGraph graph = read_graph(around.graph);
  const KnowledgeGraph part = neighbourhood(graph, find_actor(graph, around.actor), around.steps);
  if (around.writes()) return around.output.write(part);
  std::ostringstream out;
  show_graph(part, out, Style::of_stdout());
  print(std::move(out).str());
}

}  // namespace

void add_around(CLI::App& app, Program&) {
  CLI::App* verb =
      app.add_subcommand("around", "Prints an actor, its neighbours and the relations among them");
  const auto around = std::make_shared<Around>();
  verb->add_option("GRAPH", around->graph, "A graph in Entente's JSON; - is standard input")->required();
  verb->add_option("A", around->actor, "An actor: its id, label or another name")->required();
  verb->add_option("--steps", around->steps, "How many relations away")->capture_default_str();
  around->output.add_to(*verb);
  verb->footer(
      "Examples:\n"
      "  entente around graph.json NATO\n"
      "  entente around graph.json \"Wang Yi\" --steps 2 -o wang.svg");
  verb->callback([around] { run_around(*around); });
}

}  // namespace entente
