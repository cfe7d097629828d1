// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

// Text from outside made safe to print: control characters, line ends and direction marks become \x1B, \n or
// \u202E, invalid UTF-8 U+FFFD, so that a name can neither steer the terminal nor fake a line.
std::string printable(std::string_view text);

bool stdout_is_terminal();
bool stderr_is_terminal();

// Colours of what is printed to people: on when standard output is a terminal that has them and NO_COLOR is
// not set.
class Style {
 public:
  static Style of_stdout();
  explicit Style(bool colours) : colours_(colours) {}

  std::string bold(std::string_view text) const { return wrap("1", text); }
  std::string dim(std::string_view text) const { return wrap("2", text); }
  std::string green(std::string_view text) const { return wrap("32", text); }
  std::string red(std::string_view text) const { return wrap("31", text); }
  std::string blue(std::string_view text) const { return wrap("34", text); }

 private:
  std::string wrap(std::string_view code, std::string_view text) const;
  bool colours_;
};

// A line on standard error that counts documents as they are done; nothing where standard error is no
// terminal.
class Progress {
 public:
  explicit Progress(bool quiet) : on_(!quiet && stderr_is_terminal()) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void done(std::size_t documents, std::size_t failed);
  void clear();

 private:
  bool on_;
  bool shown_ = false;
};

}  // namespace entente
