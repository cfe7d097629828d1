// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <algorithm>

#include "cli/output.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "export/writer.h"

namespace entente {
namespace {

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width > text.size() ? width - text.size() : 0, ' ');
}

std::string list_formats(const Style& style) {
  std::size_t width = 0;
  for (const Format& format : formats()) width = std::max(width, format.name.size());
  std::string text;
  for (const Format& format : formats()) {
    text += style.bold(padded(format.name, width)) + "  " + std::string(format.description) + "\n";
    if (!format.lacks.empty())
      text += std::string(width + 2, ' ') + style.dim("lacks: " + std::string(format.lacks)) + "\n";
  }
  return text;
}

}  // namespace

void add_formats(CLI::App& app, Program&) {
  CLI::App* verb = app.add_subcommand("formats", "Lists what graphs can be written as, and what for");
  verb->callback([] { print(list_formats(Style::of_stdout())); });
}

}  // namespace entente
