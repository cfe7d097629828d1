// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <memory>
#include <utility>
#include <vector>

#include "cli/output.h"
#include "cli/selection.h"
#include "cli/texts.h"
#include "cli/verbs.h"
#include "extract/actors/identity.h"
#include "extract/document/reader.h"

namespace entente {
namespace {

struct Build {
  TextOptions texts;
  Selection selection;
  Output output;
  std::string judgements;
};

Judgements read_judgements(const std::string& file) {
  return file.empty() ? Judgements() : Judgements::parse(read_file(file, std::size_t{16} << 20U), file);
}

// Who is who is decided from all documents at once, so that their order never shows.
KnowledgeGraph join(const Program& program, std::vector<Fragment> fragments, Judgements judgements) {
  Identity identity(std::move(judgements));
  for (const Fragment& fragment : fragments) identity.observe(fragment);
  identity.decide();
  KnowledgeGraph graph;
  for (Fragment& fragment : fragments) {
    const std::string document = fragment.document.id;
    const bool known = graph.has_document(document);
    if (graph.add(identity.apply(std::move(fragment))) && known)
      note(program, document + ": comes twice with different content; the richer one stays");
  }
  return graph;
}

void run_build(Program& program, const Build& build) {
  build.output.check();
  build.selection.filter();
  Judgements judgements = read_judgements(build.judgements);
  std::vector<Fragment> fragments;
  const Tally tally = for_each_document(
      program, build.texts,
      [](const Document&, Extraction extraction) { return std::move(extraction.fragment); },
      [&](Fragment fragment) { fragments.push_back(std::move(fragment)); });
  program.exit = tally.exit();
  if (tally.documents == 0) return;
  Output output = build.output;
  output.options.most_actors = build.selection.top;  // who asks for so many gets them
  output.write(build.selection.apply(join(program, std::move(fragments), std::move(judgements))));
}

}  // namespace

void add_build(CLI::App& app, Program& program) {
  CLI::App* verb = app.add_subcommand("build", "Builds one graph of all inputs");
  const auto build = std::make_shared<Build>();
  build->texts.add_to(*verb);
  verb->add_option(
      "--judgements", build->judgements,
      "File of lines \"same ID ID\" and \"different ID ID\" on who is who; they win over every rule");
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
