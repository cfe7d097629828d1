// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// Little-endian numbers in a model's file; the take_ functions advance `bytes` and return false at its end.
inline void put_u32(std::string& out, std::uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift & 0xFF));
}

inline void put_u16(std::string& out, std::uint16_t value) {
  out.push_back(static_cast<char>(value & 0xFF));
  out.push_back(static_cast<char>(value >> 8));
}

inline void put_float(std::string& out, float value) {
  put_u32(out, std::bit_cast<std::uint32_t>(value));
}

inline bool take_u32(std::string_view& bytes, std::uint32_t& value) {
  if (bytes.size() < 4) return false;
  value = 0;
  for (int i = 0; i < 4; ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  bytes.remove_prefix(4);
  return true;
}

inline bool take_u16(std::string_view& bytes, std::uint16_t& value) {
  if (bytes.size() < 2) return false;
  value = static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[0]) |
                                     static_cast<unsigned char>(bytes[1]) << 8);
  bytes.remove_prefix(2);
  return true;
}

inline bool take_float(std::string_view& bytes, float& value) {
  std::uint32_t bits = 0;
  if (!take_u32(bytes, bits)) return false;
  value = std::bit_cast<float>(bits);
  return true;
}

}  // namespace entente
