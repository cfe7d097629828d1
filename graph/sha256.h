// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// SHA-256 (FIPS 180-4) of bytes that come in pieces: names a document by its content and lets the page's
// security policy name its own script.
//
//   Sha256 hash;
//   hash.add("ab");
//   hash.add("c");
//   hash.hex();  // "ba7816bf..."
class Sha256 {
 public:
  using Digest = std::array<std::uint8_t, 32>;

  void add(std::string_view bytes);

  // The digest of all bytes added so far. More may be added afterwards.
  Digest digest() const;
  std::string hex() const;     // 64 lower-case hexadecimal digits
  std::string base64() const;  // 44 characters, as Content-Security-Policy wants it

 private:
  void take(const std::uint8_t* block);

  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::uint8_t, 64> open_{};  // the block not yet full
  std::size_t held_ = 0;                 // bytes in `open_`
  std::uint64_t total_ = 0;              // bytes added
};

// The 64 lower-case hexadecimal digits of `bytes`' SHA-256.
std::string sha256_hex(std::string_view bytes);

}  // namespace entente
