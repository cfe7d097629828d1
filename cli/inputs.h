// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extract/document/reader.h"

namespace entente {

// The documents of files and of standard input ("-"), one after the other in the order of the command line. A
// document from a file of text is named by its path, one from standard input "stdin".
class Inputs {
 public:
  // Without a format each file's is guessed.
  Inputs(std::vector<std::string> paths, std::optional<InputFormat> format, ReaderOptions options);

  // The next document; empty at the end. Throws InputError for a file or a line that cannot be read, and goes
  // on with what comes after it when called again.
  std::optional<Document> next();

 private:
  std::optional<Document> open(const std::string& path);
  Document read(const std::string& path, std::string bytes, InputFormat format);

  std::vector<std::string> paths_;
  std::optional<InputFormat> format_;
  ReaderOptions options_;
  std::size_t next_path_ = 0;
  std::ifstream file_;
  std::unique_ptr<JsonLinesReader> lines_;  // of the file that is open, if it is of JSON lines
};

}  // namespace entente
