// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"

#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <vector>

#include "cli/terminal.h"
#include "graph/error.h"

namespace entente {
namespace {

bool has_data(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::exists(folder / "ontology.tsv", error);
}

std::vector<std::filesystem::path> beside_the_program() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  const auto folder = program.parent_path();
  return {folder / "../share/entente", folder / "../../data", folder / "../data"};
}

}  // namespace

std::filesystem::path data_folder(const Program& program) {
  if (!program.data.empty()) return program.data;
  if (const char* named = std::getenv("ENTENTE_DATA"); named != nullptr && *named != '\0') return named;
  std::vector<std::filesystem::path> places = beside_the_program();
  places.emplace_back(ENTENTE_INSTALLED_DATA);
  for (const auto& folder : places)
    if (has_data(folder)) return folder.lexically_normal();
  throw InputError("data", "the folder is nowhere to be found; name it with --data or ENTENTE_DATA");
}

void warn(std::string_view message) {
  std::fprintf(stderr, "entente: %s\n", printable(message).c_str());
}

void note(const Program& program, std::string_view message) {
  if (!program.quiet) warn(message);
}

}  // namespace entente
