// SPDX-License-Identifier: Apache-2.0
#include "graph/error.h"

#include <utility>

namespace entente {
namespace {

std::string render(const std::string& file, std::size_t line, std::size_t column,
                   const std::string& message) {
  std::string text = file;
  if (line != 0) text += ":" + std::to_string(line);
  if (line != 0 && column != 0) text += ":" + std::to_string(column);
  return text + ": " + message;
}

}  // namespace

InputError::InputError(std::string file, std::size_t line, std::size_t column, std::string message)
    : std::runtime_error(render(file, line, column, message)),
      file_(std::move(file)),
      line_(line),
      column_(column),
      message_(std::move(message)) {}

std::string in_quotes(std::string_view text) { return std::string(1, '"').append(text).append(1, '"'); }

}  // namespace entente
