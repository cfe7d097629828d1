// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

// The hash of an atom is built from its bytes, letters made small and digits made 0 (FNV-1a).
inline constexpr std::uint32_t hash_start = 0x811C9DC5u, hash_factor = 0x01000193u;

constexpr std::uint32_t hash_step(std::uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * hash_factor;
}

constexpr std::uint32_t hash_of(std::string_view bytes) {
  std::uint32_t hash = hash_start;
  for (const char c : bytes) hash = hash_step(hash, c);
  return hash;
}

}  // namespace entente
