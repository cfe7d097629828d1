// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente {

// What every reader throws when its input is bad: an unreadable file, broken JSON, an unknown relation type,
// a damaged model. `what()` is one line, "file:line:col: message"; line and column count from 1 and are left
// out when they are 0 (the fault lies in no one place).
class InputError : public std::runtime_error {
 public:
  InputError(std::string file, std::size_t line, std::size_t column, std::string message);
  explicit InputError(std::string file, std::string message)
      : InputError(std::move(file), 0, 0, std::move(message)) {}

  const std::string& file() const noexcept { return file_; }
  std::size_t line() const noexcept { return line_; }
  std::size_t column() const noexcept { return column_; }
  const std::string& message() const noexcept { return message_; }

 private:
  std::string file_;
  std::size_t line_;
  std::size_t column_;
  std::string message_;
};

// The text between quotation marks, as messages name what they found.
std::string in_quotes(std::string_view text);

// Thrown when an output cannot be written whole: a full disk, a directory that is not there, a layout
// stopped.
class OutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace entente
