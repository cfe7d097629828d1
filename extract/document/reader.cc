// SPDX-License-Identifier: Apache-2.0
#include "extract/document/reader.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include "extract/document/input_check.h"
#include "extract/document/mapped_text.h"
#include "graph/error.h"
#include "graph/sha256.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 3> format_names = {"text", "html", "jsonl"};

bool has_ending(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  return std::equal(ending.rbegin(), ending.rend(), name.rbegin(),
                    [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
}

}  // namespace

std::string_view to_string(InputFormat format) {
  return format_names[static_cast<std::size_t>(format)];
}

std::optional<InputFormat> parse_input_format(std::string_view name) {
  const auto found = std::find(format_names.begin(), format_names.end(), name);
  if (found == format_names.end()) return std::nullopt;
  return static_cast<InputFormat>(found - format_names.begin());
}

InputFormat guess_input_format(const std::filesystem::path& path, std::string_view bytes) {
  const std::string name = path.filename().string();
  for (const std::string_view ending : {".jsonl", ".ndjson", ".jsonlines"})
    if (has_ending(name, ending)) return InputFormat::jsonl;
  for (const std::string_view ending : {".html", ".htm", ".xhtml"})
    if (has_ending(name, ending)) return InputFormat::html;
  return looks_like_html(bytes) ? InputFormat::html : InputFormat::text;
}

std::string read_file(const std::filesystem::path& path, std::size_t max_bytes) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw InputError(path.string(), "is a directory");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError(path.string(), std::strerror(errno != 0 ? errno : EIO));
  std::string bytes;
  std::array<char, 1U << 16U> block{};
  while (in.read(block.data(), block.size()), in.gcount() > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > max_bytes) throw InputError(path.string(), too_long_message(max_bytes));
  }
  if (in.bad()) throw InputError(path.string(), "cannot be read to its end");
  if (bytes.empty()) throw InputError(path.string(), "is empty");
  return bytes;
}

Document read_text(std::string id, std::string bytes, const ReaderOptions& options) {
  check_is_text(id, bytes, options.max_bytes);
  Document document;
  document.sha256 = sha256_hex(bytes);
  Repairs repairs;
  MappedText text(std::move(bytes));
  text.copy_clean(0, text.input().size(), repairs);
  std::move(text).finish(document);
  document.id = std::move(id);
  document.title = find_headline(document.text);
  document.date = options.date.empty() ? find_dateline_date(document.text) : options.date;
  note_repairs(repairs, document);
  return document;
}

}  // namespace entente
