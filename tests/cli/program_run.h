// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace entente {

// What a run of the real program gave.
struct ProgramRun {
  int exit = -1;  // 128 + the signal where one ended it
  std::string out;
  std::string err;
};

// A folder of its own for a test, gone with it, and the program run inside.
class Workplace {
 public:
  Workplace();
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  void write(const std::string& name, std::string_view bytes) const;
  std::string read(const std::string& name) const;
  bool has(const std::string& name) const { return std::filesystem::exists(folder_ / name); }

  // `arguments` as a shell reads them, behind the program's name; `input` becomes its standard input.
  // `before` may set the environment: "NO_COLOR=1".
  ProgramRun run(const std::string& arguments, std::string_view input = {},
                 const std::string& before = {}) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace entente
