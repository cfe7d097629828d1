// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program_run.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace entente {

Workplace::Workplace() {
  std::string name = (std::filesystem::temp_directory_path() / "entente_cli_XXXXXX").string();
  folder_ = mkdtemp(name.data());
}

Workplace::~Workplace() {
  std::filesystem::remove_all(folder_);
}

void Workplace::write(const std::string& name, std::string_view bytes) const {
  std::ofstream(folder_ / name, std::ios::binary) << bytes;
}

std::string Workplace::read(const std::string& name) const {
  std::ifstream in(folder_ / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

ProgramRun Workplace::run(const std::string& arguments, std::string_view input,
                          const std::string& before) const {
  write(".input", input);
  const std::string command = "cd " + folder_.string() + " && " + before +
                              " ENTENTE_DATA=" ENTENTE_SOURCE_DIR "/data " + ENTENTE_BINARY_DIR "/entente " +
                              arguments + " < .input > .out 2> .err";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read(".out"), read(".err")};
}

}  // namespace entente
