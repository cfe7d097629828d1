// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>

#include "cli/program.h"
#include "cli/terminal.h"
#include "export/atomic_file.h"
#include "graph/error.h"

namespace entente {
namespace {

const Format& require_format(const std::string& name) {
  if (const Format* format = find_format(name)) return *format;
  std::string message = "there is no format \"" + name + "\"";
  if (const auto near = nearest_format(name); !near.empty())
    message += "; did you mean \"" + std::string(near) + "\"?";
  throw UsageError(message + " (entente formats lists them)");
}

bool is_stdout(const std::string& file) {
  return file == "-";
}

const Format& format_for(const std::string& file, const std::string& name) {
  if (!name.empty()) return require_format(name);
  if (is_stdout(file)) return require_format("json");
  if (const Format* format = format_of(file)) return *format;
  throw UsageError("the ending of \"" + file +
                   "\" tells no format; add -f FORMAT (entente formats lists them)");
}

void write_stdout(const Format& format, const KnowledgeGraph& graph, const WriteOptions& options) {
  format.write(graph, std::cout, options);
  std::cout.flush();
  if (!std::cout) throw OutputError("cannot write to standard output");
}

void write_to_folder(const Format& format, const KnowledgeGraph& graph, const std::string& folder,
                     const WriteOptions& options) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw OutputError(folder + ": " + error.message());
  format.write_folder(graph, folder, options);
}

void write_one(const std::string& file, const Format& format, const KnowledgeGraph& graph,
               const WriteOptions& options) {
  if (format.write == nullptr) return write_to_folder(format, graph, file, options);
  if (is_stdout(file)) return write_stdout(format, graph, options);
  AtomicFile out(file);
  format.write(graph, out.stream(), options);
  out.commit();
}

}  // namespace

void Output::add_to(CLI::App& verb) {
  verb.add_option("-o,--output", files,
                  "File to write, or a folder for csv; several -o write several [standard output]")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  verb.add_option("-f,--format", format,
                  "json, dot, svg, html, ...: see `entente formats` [by the file's ending]");
  verb.add_option("--title", options.title, "Title of a picture or page");
  verb.add_option("--layout", options.layout, "svg, png, pdf: how Graphviz places the actors [dot]")
      ->check(CLI::IsMember({"dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage"}));
  verb.add_flag_callback(
      "--parallel", [this] { options.merge_parallel = false; },
      "svg, png, pdf: a line for each relation, not one for each pair");
  verb.add_flag("--pretty", options.pretty, "json: indented");
  verb.add_flag("--spreadsheet", options.spreadsheet, "csv: for a spreadsheet, formulas disarmed");
  verb.add_option("--gexf", "gexf: version 1.2 or 1.3 [1.3]")
      ->check(CLI::IsMember({"1.2", "1.3"}))
      ->each([this](const std::string& version) { options.gexf12 = version == "1.2"; });
}

void Output::check() const {
  const std::vector<std::string> all = files.empty() ? std::vector<std::string>{"-"} : files;
  for (const std::string& file : all) {
    const Format& chosen = format_for(file, format);
    if (!is_stdout(file)) continue;
    if (chosen.write == nullptr)
      throw UsageError("format " + std::string(chosen.name) + " is several files; name a folder with -o");
    if (chosen.binary && stdout_is_terminal())
      throw UsageError("format " + std::string(chosen.name) + " is not text; name a file with -o");
  }
}

void Output::write(const KnowledgeGraph& graph) const {
  if (files.empty()) return write_one("-", format_for("-", format), graph, options);
  for (const std::string& file : files) write_one(file, format_for(file, format), graph, options);
}

void print(const std::string& text) {
  std::cout << text << std::flush;
  if (!std::cout) throw OutputError("cannot write to standard output");
}

}  // namespace entente
