// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <cstring>
#include <string_view>

namespace entente {

// Whether JSON holds the text as it stands: printable ASCII but for the quote and the backslash. Eight bytes
// at a time.
inline bool is_plain_json(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
  // The high bit of a byte is set where it is zero; false alarms above a zero byte do no harm.
  const auto zeros = [](std::uint64_t v) { return (v - ones) & ~v & highs; };
  while (!text.empty()) {
    std::uint64_t eight = 0x2020202020202020;
    const std::size_t size = text.size() < 8 ? text.size() : 8;
    std::memcpy(&eight, text.data(), size);
    const std::uint64_t small = (eight - ones * 0x20) & ~eight & highs;
    if (((eight & highs) | small | zeros(eight ^ ones * '"') | zeros(eight ^ ones * '\\')) != 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

// RapidJSON's writer, but plain strings are copied whole instead of byte by byte. Internal to export/.
class PlainWriter : public rapidjson::Writer<rapidjson::StringBuffer> {
 public:
  using Writer::Writer;

  // Precondition: is_plain_json(text).
  void plain_string(std::string_view text) {
    Prefix(rapidjson::kStringType);
    char* to = os_->Push(text.size() + 2);
    to[0] = '"';
    if (!text.empty()) std::memcpy(to + 1, text.data(), text.size());
    to[text.size() + 1] = '"';
  }

  // Names of fields, which are all plain.
  bool Key(const char* name, rapidjson::SizeType size) { return plain_string({name, size}), true; }
};

}  // namespace entente
