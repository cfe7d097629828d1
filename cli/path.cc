// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <memory>

#include "cli/graphs.h"
#include "cli/output.h"
#include "cli/render.h"
#include "cli/verbs.h"
#include "graph/algorithms.h"

namespace entente {
namespace {

struct PathOptions {
  std::string graph;
  std::string from;
  std::string to;
};

std::string render_path(const KnowledgeGraph& graph, const Path& path, const Style& style) {
  std::string text = style.bold(printable(graph.actor(path.actors.front()).label)) + "\n";
  for (std::size_t step = 0; step < path.relations.size(); ++step) {
    for (const std::size_t relation : path.relations[step])
      text += "  " + relation_line(graph, graph.relation(relation), style) + "\n";
    text += style.bold(printable(graph.actor(path.actors[step + 1]).label)) + "\n";
  }
  return text;
}

void run_path(const PathOptions& options) {
  const KnowledgeGraph graph = read_graph(options.graph);
  const std::size_t from = find_actor(graph, options.from);
  const std::size_t to = find_actor(graph, options.to);
  const auto path = shortest_path(graph, from, to);
  if (!path)
    return print("no relations join " + printable(graph.actor(from).label) + " and " +
                 printable(graph.actor(to).label) + "\n");
  print(render_path(graph, *path, Style::of_stdout()));
}

}  // namespace

void add_path(CLI::App& app, Program&) {
  CLI::App* verb = app.add_subcommand("path", "Prints a shortest chain of relations between two actors");
  const auto options = std::make_shared<PathOptions>();
  verb->add_option("GRAPH", options->graph, "A graph in Entente's JSON; - is standard input")->required();
  verb->add_option("A", options->from, "An actor: its id, label or another name")->required();
  verb->add_option("B", options->to, "Another")->required();
  verb->footer("Example:\n  entente path graph.json \"Wang Yi\" NATO");
  verb->callback([options] { run_path(*options); });
}

}  // namespace entente
