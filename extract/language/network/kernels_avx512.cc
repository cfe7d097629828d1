// SPDX-License-Identifier: Apache-2.0
// Compiled for AVX-512 with VNNI; only reached through run-time dispatch.
#if defined(__x86_64__)

#include <immintrin.h>

#include "extract/language/network/kernels_isa.h"

namespace entente::network_avx512 {
namespace {

#include "extract/language/network/kernels_body.h"

ENTENTE_INLINE __m512i four_of(const std::uint8_t* p) {
  std::int32_t v;
  __builtin_memcpy(&v, p, 4);
  return _mm512_set1_epi32(v);
}

// R rows by B blocks of 16 outputs: the sums stay in registers.
template <int R, int B>
ENTENTE_INLINE void tile(const std::int8_t* w, std::size_t block, const std::int32_t* offsets,
                         const std::uint8_t* x, std::size_t stride, int inputs, std::int32_t* sums,
                         std::size_t sums_stride) {
  __m512i acc[R][B];
  for (int b = 0; b < B; ++b) {
    const __m512i start = _mm512_loadu_si512(offsets + 16 * b);
    for (int r = 0; r < R; ++r) acc[r][b] = start;
  }
  for (int k = 0; k < inputs; k += 4) {
    __m512i line[B];
    for (int b = 0; b < B; ++b) line[b] = _mm512_load_si512(w + b * block + 16 * static_cast<std::size_t>(k));
    for (int r = 0; r < R; ++r) {
      const __m512i v = four_of(x + r * stride + k);
      for (int b = 0; b < B; ++b) acc[r][b] = _mm512_dpbusd_epi32(acc[r][b], v, line[b]);
    }
  }
  for (int r = 0; r < R; ++r)
    for (int b = 0; b < B; ++b) _mm512_storeu_si512(sums + r * sums_stride + 16 * b, acc[r][b]);
}

template <int B>
ENTENTE_INLINE void columns(const PackedMatrix& m, int first, const std::uint8_t* x, std::size_t stride,
                            int rows, std::int32_t* sums, std::size_t sums_stride) {
  const std::size_t block = 16 * static_cast<std::size_t>(m.inputs);
  const auto* w = reinterpret_cast<const std::int8_t*>(m.weights.data()) + first / 16 * block;
  const auto* offsets = reinterpret_cast<const std::int32_t*>(m.offsets.data()) + first;
  int r = 0;
  for (; r + 6 <= rows; r += 6)
    tile<6, B>(w, block, offsets, x + r * stride, stride, m.inputs, sums + r * sums_stride + first,
               sums_stride);
  for (; r + 2 <= rows; r += 2)
    tile<2, B>(w, block, offsets, x + r * stride, stride, m.inputs, sums + r * sums_stride + first,
               sums_stride);
  for (; r < rows; ++r)
    tile<1, B>(w, block, offsets, x + r * stride, stride, m.inputs, sums + r * sums_stride + first,
               sums_stride);
}

void multiply(const PackedMatrix& m, const std::uint8_t* x, std::size_t stride, int rows,
              std::int32_t* sums) {
  const int padded = m.padded_outputs();
  int o = 0;
  for (; o + 64 <= padded; o += 64) columns<4>(m, o, x, stride, rows, sums, padded);
  for (; o + 32 <= padded; o += 32) columns<2>(m, o, x, stride, rows, sums, padded);
  for (; o < padded; o += 16) columns<1>(m, o, x, stride, rows, sums, padded);
}

}  // namespace

const Kernels& kernels() {
  static constexpr Kernels k = {Isa::avx512, pack_fours, multiply, recur,
                                tanh_bytes,  relu_bytes, affine,   add_relu_bytes};
  return k;
}

}  // namespace entente::network_avx512

#endif
