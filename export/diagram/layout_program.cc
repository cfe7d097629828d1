// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/layout_program.h"

#include <unistd.h>

#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

#include "graph/error.h"

namespace entente {
namespace {

constexpr const char* kName = "entente-layout";

std::vector<std::filesystem::path> places() {
  std::vector<std::filesystem::path> all;
  std::error_code error;
  const auto running = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    all.push_back(running.parent_path() / kName);
    all.push_back(running.parent_path().parent_path() / ENTENTE_LIBEXEC / "entente" / kName);
  }
  all.emplace_back(ENTENTE_INSTALLED_LAYOUT);
  all.emplace_back(ENTENTE_BUILT_LAYOUT);
  return all;
}

}  // namespace

std::filesystem::path layout_program(const std::filesystem::path& named) {
  if (!named.empty()) return named;
  if (const char* chosen = std::getenv("ENTENTE_LAYOUT"); chosen != nullptr && *chosen != '\0') return chosen;
  std::string looked;
  for (const auto& place : places()) {
    if (::access(place.c_str(), X_OK) == 0) return place;
    looked += (looked.empty() ? "" : ", ") + place.string();
  }
  throw OutputError("cannot draw: the program entente-layout is in none of " + looked +
                    "; name it in ENTENTE_LAYOUT");
}

}  // namespace entente
