// SPDX-License-Identifier: Apache-2.0
#include "extract/document/input_check.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "graph/error.h"

namespace entente {
namespace {

struct Signature {
  std::string_view bytes;
  std::string_view what;
};

constexpr std::array<Signature, 8> signatures = {{
    {"%PDF-", "is a PDF; turn it into text first"},
    {"PK\x03\x04", "is a zip archive or an office document; turn it into text first"},
    {"\x1F\x8B", "is compressed with gzip; unpack it first"},
    {"\x89PNG", "is a PNG image"},
    {"\xFF\xD8\xFF", "is a JPEG image"},
    {"\x7F"
     "ELF",
     "is a program, not a text"},
    {"\xFF\xFE", "is UTF-16; convert it to UTF-8 first"},
    {"\xFE\xFF", "is UTF-16; convert it to UTF-8 first"},
}};

bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v';
}

// A text has hardly a control character; one in a hundred bytes of its beginning makes a binary.
bool looks_binary(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, std::size_t{1} << 16U);
  const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !is_white(c) && c != '\x1B';
  });
  return static_cast<std::size_t>(controls) * 100 > sample.size();
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace

void check_is_text(const std::string& name, std::string_view bytes, std::size_t max_bytes) {
  if (bytes.size() > max_bytes) throw InputError(name, too_long_message(max_bytes));
  for (const Signature& signature : signatures)
    if (bytes.starts_with(signature.bytes)) throw InputError(name, std::string(signature.what));
  if (std::all_of(bytes.begin(), bytes.end(), is_white)) throw InputError(name, "is empty");
  if (looks_binary(bytes)) throw InputError(name, "is a binary file, not a text");
}

bool looks_like_html(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  while (!bytes.empty() && is_white(bytes.front())) bytes.remove_prefix(1);
  std::string start(bytes.substr(0, 14));
  std::transform(start.begin(), start.end(), start.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return start.starts_with("<!doctype html") || start.starts_with("<html");
}

std::string too_long_message(std::size_t max_bytes) {
  return "is longer than " + std::to_string(max_bytes >> 20U) + " MiB; split it into documents";
}

void note_repairs(const Repairs& repairs, Document& document) {
  if (repairs.invalid != 0)
    document.notes.push_back(count_of(repairs.invalid, "byte sequence was", "byte sequences were") +
                             " not UTF-8 and became U+FFFD");
  if (repairs.controls != 0)
    document.notes.push_back(count_of(repairs.controls, "control character", "control characters") +
                             " became spaces");
}

}  // namespace entente
