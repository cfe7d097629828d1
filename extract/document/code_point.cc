// SPDX-License-Identifier: Apache-2.0
#include "extract/document/code_point.h"

namespace entente {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// What a lead byte promises: how many bytes follow, and between which bounds the first of them lies.
struct Lead {
  unsigned following = 0;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  char32_t bits = 0;
};

Lead read_lead(unsigned lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {1, 0x80, 0xBF, lead & 0x1FU};
  if (lead == 0xE0) return {2, 0xA0, 0xBF, 0};
  if (lead == 0xED) return {2, 0x80, 0x9F, 0xD};
  if (lead >= 0xE1 && lead <= 0xEF) return {2, 0x80, 0xBF, lead & 0xFU};
  if (lead == 0xF0) return {3, 0x90, 0xBF, 0};
  if (lead >= 0xF1 && lead <= 0xF3) return {3, 0x80, 0xBF, lead & 7U};
  if (lead == 0xF4) return {3, 0x80, 0x8F, 4};
  return {};
}

}  // namespace

DecodedPoint decode_utf8(std::string_view bytes, std::size_t at) {
  const unsigned first = byte_at(bytes, at);
  if (first < 0x80) return {first, 1, true};
  Lead lead = read_lead(first);
  if (lead.following == 0) return {};
  std::size_t length = 1;
  for (; length <= lead.following; ++length) {
    const unsigned next = at + length < bytes.size() ? byte_at(bytes, at + length) : 0;
    if (next < lead.low || next > lead.high) return {0xFFFD, length, false};
    lead.bits = (lead.bits << 6U) | (next & 0x3FU);
    lead.low = 0x80;
    lead.high = 0xBF;
  }
  return {lead.bits, length, true};
}

void append_utf8(char32_t point, std::string& out) {
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((point >> shift) & 0x3FU)); };
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0U | (point >> 6U));
    tail(0);
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0U | (point >> 12U));
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0U | (point >> 18U));
    tail(12), tail(6), tail(0);
  }
}

std::string clean_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint point = decode_utf8(text, at);
    const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
    append_utf8(control ? U' ' : point.value, line);
    at += point.length;
  }
  const auto last = line.find_last_not_of(' ');
  line.erase(last == std::string::npos ? 0 : last + 1);
  line.erase(0, line.find_first_not_of(' '));
  return line;
}

}  // namespace entente
