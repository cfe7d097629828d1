// SPDX-License-Identifier: Apache-2.0
#include "extract/document/mapped_text.h"

#include <optional>
#include <utility>

#include "extract/document/code_point.h"

namespace entente {
namespace {

bool is_left_out(char32_t c) {  // soft hyphen, zero-width characters, direction marks, byte order mark
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

bool is_odd_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
}

// What stands for a character that is not copied as it is; no value where it is.
std::optional<std::string_view> substitute(const DecodedPoint& point, Repairs& repairs) {
  if (!point.valid) {
    ++repairs.invalid;
    return "\xEF\xBF\xBD";
  }
  if (point.value == '\r' || point.value == 0x85 || point.value == 0x2028) return "\n";
  if (point.value == 0x2029) return "\n\n";
  if (is_control(point.value)) {
    if (point.value != '\f' && point.value != '\v') ++repairs.controls;
    return " ";
  }
  if (is_odd_space(point.value)) return " ";
  if (is_left_out(point.value)) return "";
  return std::nullopt;
}

bool is_plain(char c) {
  return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t';
}

}  // namespace

void MappedText::copy(std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  if (!equal_run_ || next_ != begin) offsets_.add(text_.size(), begin);
  text_.append(input_, begin, end - begin);
  equal_run_ = true;
  next_ = end;
}

void MappedText::replace(std::string_view with, std::size_t begin, std::size_t end) {
  if (with.empty()) return;
  offsets_.replace(text_.size(), begin, end);
  text_ += with;
  equal_run_ = false;
  next_ = end;
}

void MappedText::copy_clean(std::size_t begin, std::size_t end, Repairs& repairs) {
  const std::string_view bytes = std::string_view(input_).substr(0, end);
  std::size_t copied = begin;
  for (std::size_t at = begin; at < end;) {
    if (is_plain(bytes[at])) {
      ++at;
      continue;
    }
    const DecodedPoint point = decode_utf8(bytes, at);
    if (const auto other = substitute(point, repairs)) {
      copy(copied, at);
      const bool crlf = point.value == '\r' && at + 1 < end && bytes[at + 1] == '\n';
      if (!crlf) replace(*other, at, at + point.length);  // of "\r\n" the "\n" is copied
      copied = at + point.length;
    }
    at += point.length;
  }
  copy(copied, end);
}

void MappedText::finish(Document& document) && {
  if (offsets_.is_identity() && text_.size() != input_.size()) offsets_.add(0, 0);
  document.offsets = std::move(offsets_);
  document.text = std::move(text_);
  document.original = document.offsets.is_identity() ? std::string() : std::move(input_);
}

}  // namespace entente
