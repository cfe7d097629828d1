// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <memory>
#include <sstream>

#include "cli/output.h"
#include "cli/texts.h"
#include "cli/trace.h"
#include "cli/verbs.h"
#include "export/atomic_file.h"
#include "export/json_writer.h"

namespace entente {
namespace {

struct Extract {
  TextOptions texts;
  std::string output = "-";
  bool trace = false;
};

std::string graph_line(const Fragment& fragment) {
  std::ostringstream out;
  WriteOptions options;
  options.id = fragment.document.id;
  write_json(fragment, out, options);
  return std::move(out).str();
}

// Every document's graph goes out as soon as those before it have.
Tally extract_all(const Program& program, const Extract& extract,
                  const std::function<void(const std::string&)>& put) {
  return for_each_document(
      program, extract.texts,
      [&](const Document& document, const Extraction& extraction) {
        return extract.trace ? render_trace(document, extraction) : graph_line(extraction.fragment);
      },
      put);
}

void run_extract(Program& program, const Extract& extract) {
  if (extract.output == "-") {
    program.exit = extract_all(program, extract, print).exit();
    return;
  }
  AtomicFile file(extract.output);
  const Tally tally = extract_all(program, extract, [&](const std::string& text) { file.stream() << text; });
  program.exit = tally.exit();
  if (tally.documents != 0) file.commit();
}

}  // namespace

void add_extract(CLI::App& app, Program& program) {
  CLI::App* verb =
      app.add_subcommand("extract", "Builds a graph of each document, one JSON line each, in input order");
  const auto extract = std::make_shared<Extract>();
  extract->texts.add_to(*verb);
  verb->add_option("-o,--output", extract->output, "File to write [standard output]");
  verb->add_flag("--trace", extract->trace,
                 "What every stage made of each sentence, to read, instead of JSON");
  verb->footer(
      "Input lines are {\"id\", \"text\", \"date\"?, \"title\"?}; evidence counts the bytes of the decoded "
      "\"text\".\n\n"
      "Examples:\n"
      "  entente extract wire.jsonl > graphs.jsonl\n"
      "  entente extract - --input-format jsonl -j 4 < wire.jsonl\n"
      "  entente extract article.txt --trace");
  verb->callback([&program, extract] {
    if (extract->trace) extract->texts.reasons = true;
    run_extract(program, *extract);
  });
}

}  // namespace entente
