// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <array>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/program.h"
#include "cli/verbs.h"
#include "graph/error.h"
#include "graph/nearest.h"

namespace entente {
namespace {

void add_verbs(CLI::App& app, Program& program) {
  add_build(app, program);
  add_extract(app, program);
  add_export(app, program);
  add_show(app, program);
  add_path(app, program);
  add_around(app, program);
  add_diff(app, program);
  add_explain(app, program);
  add_formats(app, program);
  add_parse(app, program);
  add_eval(app, program);
}

void add_global_options(CLI::App& app, Program& program) {
  app.set_version_flag("--version", "entente " ENTENTE_VERSION);
  app.add_option("--data", program.data, "Folder with the model, the gazetteer and the lexicon");
  app.add_flag("-q,--quiet", program.quiet, "No notes and no progress on standard error");
  app.require_subcommand(1);
  app.fallthrough();
  app.footer(
      "Examples:\n"
      "  entente build article.txt -o article.svg        a picture of one article\n"
      "  entente build news/*.txt -o graph.json          one graph of many\n"
      "  entente show graph.json                         who did what to whom, to read\n"
      "  entente path graph.json \"Wang Yi\" NATO          how two actors are joined\n\n"
      "Exit codes: 0 done, 1 some documents failed, 2 usage, 3 input unreadable, 4 output failed.");
}

// CLI11's own message, and the verb that a mistyped one most likely means.
std::string usage_message(const CLI::ParseError& error, const CLI::App& app, const std::string& first) {
  std::string message = error.what();
  if (!app.get_subcommands().empty() || first.empty() || first.front() == '-') return message;
  std::vector<std::string> names;
  for (const CLI::App* verb : app.get_subcommands(nullptr)) names.push_back(verb->get_name());
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  message = "there is no verb \"" + first + "\"";
  if (const auto near = nearest_name(first, candidates); !near.empty())
    message += "; did you mean \"" + std::string(near) + "\"?";
  return message;
}

Exit fail(Exit exit, const std::string& message) {
  warn(message);
  return exit;
}

Exit run(CLI::App& app, Program& program, int argc, char** argv) {
  try {
    app.parse(argc, argv);
    return program.exit;
  } catch (const CLI::Success& help_or_version) {
    app.exit(help_or_version);
    return Exit::done;
  } catch (const CLI::ParseError& error) {
    const std::string message = usage_message(error, app, argc > 1 ? argv[1] : "");
    return fail(Exit::usage, message + " (see entente --help)");
  } catch (const UsageError& error) {
    return fail(Exit::usage, error.what());
  } catch (const InputError& error) {
    return fail(Exit::input_unreadable, error.what());
  } catch (const OutputError& error) {
    return fail(Exit::output_failed, error.what());
  } catch (const std::exception& error) {
    return fail(Exit::internal, std::string("internal error: ") + error.what());
  }
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  entente::Program program;
  CLI::App app(
      "Reads texts on international affairs and builds the graph of actors and relations that they state.",
      "entente");
  entente::add_global_options(app, program);
  entente::add_verbs(app, program);
  return static_cast<int>(entente::run(app, program, argc, argv));
}
