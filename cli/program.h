// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente {

// What the program returns to the shell.
enum class Exit : int {
  done = 0,
  some_failed = 1,       // finished, but some documents failed
  usage = 2,             // the command line says something that cannot be
  input_unreadable = 3,  // nothing could be read, or a file that the work needs
  output_failed = 4,
  internal = 70,
};

// A command line that cannot be: an unknown format, an actor whom the graph does not have.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// What all verbs share: the options before the verb, and the exit code that the verb leaves behind.
struct Program {
  std::filesystem::path data;  // --data; data_folder() finds the folder where it is empty
  bool quiet = false;          // --quiet: no notes and no progress
  Exit exit = Exit::done;
};

// The folder with english.model, gazetteers and lexicon: --data, then $ENTENTE_DATA, then beside the program
// (in a build tree or an installed prefix), then where the build said that it would be installed. Throws
// InputError where none of them is there.
std::filesystem::path data_folder(const Program& program);

// One line on standard error, "entente: ...", control characters escaped. `note` is silent with --quiet.
void warn(std::string_view message);
void note(const Program& program, std::string_view message);

}  // namespace entente
