// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace entente {

// Sixteen bytes of text at a time, for any machine. Internal to export/text, as all here.
class PortableSixteen {
 public:
  explicit PortableSixteen(const char* from) {
    std::memcpy(&first_, from, 8);
    std::memcpy(&last_, from + 8, 8);
  }
  PortableSixteen(std::uint64_t first, std::uint64_t last) : first_(first), last_(last) {}

  // Whether any is one of `specials`, a control character or no ASCII.
  template <char... specials>
  bool any() const {
    return (found<specials...>(first_) | found<specials...>(last_)) != 0;
  }

 private:
  static constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x8080808080808080;

  // The high bit of a byte is set where it is zero; false alarms above a zero byte do no harm.
  static std::uint64_t zeros(std::uint64_t v) { return (v - kOnes) & ~v & kHighs; }

  template <char... specials>
  static std::uint64_t found(std::uint64_t v) {
    const std::uint64_t small = (v - kOnes * 0x20) & ~v & kHighs;
    return (v & kHighs) | small | zeros(v ^ kOnes * 0x7F) |
           (zeros(v ^ kOnes * static_cast<unsigned char>(specials)) | ... | 0);
  }

  std::uint64_t first_ = 0, last_ = 0;
};

#if defined(__SSE2__)
// The same by the machine's own instructions.
class Sixteen {
 public:
  explicit Sixteen(const char* from) : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))) {}
  Sixteen(std::uint64_t first, std::uint64_t last)
      : bytes_(_mm_set_epi64x(static_cast<long long>(last), static_cast<long long>(first))) {}

  template <char... specials>
  bool any() const {
    // Compared as signed numbers, all above 0x7F are below 0x20 too.
    __m128i found = _mm_cmplt_epi8(bytes_, _mm_set1_epi8(0x20));
    found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes_, _mm_set1_epi8(0x7F)));
    ((found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes_, _mm_set1_epi8(specials)))), ...);
    return _mm_movemask_epi8(found) != 0;
  }

 private:
  __m128i bytes_;
};
#else
using Sixteen = PortableSixteen;
#endif

// is_plain by blocks of that class.
template <typename Block, char... specials>
bool is_plain_by(std::string_view text) {
  const char* at = text.data();
  const std::size_t size = text.size();
  // Two reads of the same size that may overlap, side by side.
  const auto ends = [&]<typename Word>(Word) {
    Word first, last;
    std::memcpy(&first, at, sizeof(Word));
    std::memcpy(&last, at + size - sizeof(Word), sizeof(Word));
    return std::pair<std::uint64_t, std::uint64_t>(first, last);
  };
  if (size >= 16) {
    const char* const last = at + size - 16;
    for (; at < last; at += 16) {
      if (Block(at).template any<specials...>()) return false;
    }
    return !Block(last).template any<specials...>();
  }
  if (size >= 8) {
    const auto [first, last] = ends(std::uint64_t{});
    return !Block(first, last).template any<specials...>();
  }
  if (size >= 4) {
    const auto [first, last] = ends(std::uint32_t{});
    const std::uint64_t both = first | last << 32;
    return !Block(both, both).template any<specials...>();
  }
  if (size == 0) return true;
  const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
  const std::uint64_t three = byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16 | byte(0) << 24;
  const std::uint64_t six = three | three << 32;
  return !Block(six, six).template any<specials...>();
}

// Whether the text is printable ASCII without any of `specials`: what a format writes as it stands.
template <char... specials>
bool is_plain(std::string_view text) {
  return is_plain_by<Sixteen, specials...>(text);
}

}  // namespace entente
