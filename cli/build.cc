// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <memory>

#include "cli/output.h"
#include "cli/selection.h"
#include "cli/texts.h"
#include "cli/verbs.h"

namespace entente {
namespace {

struct Build {
  TextOptions texts;
  Selection selection;
  Output output;
};

void add_fragment(const Program& program, KnowledgeGraph& graph, const Fragment& fragment) {
  const bool known = graph.has_document(fragment.document.id);
  if (graph.add(fragment) && known)
    note(program, fragment.document.id + ": comes twice with different content; the richer one stays");
}

void run_build(Program& program, const Build& build) {
  build.output.check();
  build.selection.filter();
  KnowledgeGraph graph;
  const Tally tally = for_each_document(
      program, build.texts,
      [](const Document&, Extraction extraction) { return std::move(extraction.fragment); },
      [&](const Fragment& fragment) { add_fragment(program, graph, fragment); });
  program.exit = tally.exit();
  if (tally.documents != 0) build.output.write(build.selection.apply(std::move(graph)));
}

}  // namespace

void add_build(CLI::App& app, Program& program) {
  CLI::App* verb = app.add_subcommand("build", "Builds one graph of all inputs");
  const auto build = std::make_shared<Build>();
  build->texts.add_to(*verb);
  build->output.add_to(*verb);
  build->selection.add_to(*verb);
  verb->footer(
      "Examples:\n"
      "  entente build article.txt                            JSON on standard output\n"
      "  entente build news/*.txt -o graph.json -o graph.svg  the graph and its picture\n"
      "  entente build wire.jsonl -o page.html --top 40 -j 4  a page to explore\n"
      "  curl -s https://example.org/a.html | entente build - --input-format html -f dot");
  verb->callback([&program, build] { run_build(program, *build); });
}

}  // namespace entente
