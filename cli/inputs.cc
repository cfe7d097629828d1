// SPDX-License-Identifier: Apache-2.0
#include "cli/inputs.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <utility>

#include "extract/document/code_point.h"
#include "graph/error.h"

namespace entente {
namespace {

bool is_stdin(const std::string& path) {
  return path == "-";
}

std::string name_of(const std::string& path) {
  return is_stdin(path) ? "stdin"
                        : clean_line(std::filesystem::path(path).lexically_normal().generic_string());
}

std::string read_stdin(std::size_t max_bytes) {
  std::string bytes;
  std::array<char, 1U << 16U> block{};
  while (std::cin.read(block.data(), block.size()), std::cin.gcount() > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(std::cin.gcount()));
    if (bytes.size() > max_bytes) break;  // the reader of the text says so
  }
  return bytes;
}

// The file's first bytes, enough to see what it is; empty where it cannot be read.
std::string beginning_of(const std::string& path) {
  std::string bytes(64, '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

InputFormat guess(const std::string& path) {
  if (is_stdin(path)) return std::cin.peek() == '{' ? InputFormat::jsonl : InputFormat::text;
  return guess_input_format(path, beginning_of(path));
}

void open_lines(const std::string& path, std::ifstream& file) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw InputError(path, "is a directory");
  file = std::ifstream(path, std::ios::binary);
  if (!file) throw InputError(path, std::strerror(errno != 0 ? errno : EIO));
  if (file.peek() == std::ifstream::traits_type::eof()) throw InputError(path, "is empty");
}

}  // namespace

Inputs::Inputs(std::vector<std::string> paths, std::optional<InputFormat> format, ReaderOptions options)
    : paths_(std::move(paths)), format_(format), options_(std::move(options)) {}

Document Inputs::read(const std::string& path, std::string bytes, InputFormat format) {
  Document document = format == InputFormat::html ? read_html(name_of(path), std::move(bytes), options_)
                                                  : read_text(name_of(path), std::move(bytes), options_);
  document.source = name_of(path);
  return document;
}

std::optional<Document> Inputs::open(const std::string& path) {
  const InputFormat format = format_.value_or(guess(path));
  if (format != InputFormat::jsonl)
    return read(path, is_stdin(path) ? read_stdin(options_.max_bytes) : read_file(path, options_.max_bytes),
                format);
  if (!is_stdin(path)) open_lines(path, file_);
  lines_ = std::make_unique<JsonLinesReader>(is_stdin(path) ? std::cin : file_, name_of(path), options_);
  return std::nullopt;
}

std::optional<Document> Inputs::next() {
  while (true) {
    if (lines_) {
      if (auto document = lines_->next()) return document;
      lines_.reset();
    }
    if (next_path_ == paths_.size()) return std::nullopt;
    if (auto document = open(paths_[next_path_++])) return document;
  }
}

}  // namespace entente
