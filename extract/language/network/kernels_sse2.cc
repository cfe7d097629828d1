// SPDX-License-Identifier: Apache-2.0
// For any 64-bit x86, and in plain loops for any other machine.
#include "extract/language/network/kernels_isa.h"

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

namespace entente::network_sse2 {
namespace {

#include "extract/language/network/kernels_body.h"

#if defined(__x86_64__)

// 16-bit weights [block of 16 outputs][pair of inputs][output][input]: pmaddwd adds a pair of products to a
// sum.
void pack(const std::int8_t* weights, int outputs, int inputs, int zero, PackedMatrix& m) {
  pack_offsets(weights, outputs, inputs, zero, m);
  auto* out = reinterpret_cast<std::int16_t*>(
      m.weights.need(static_cast<std::size_t>(m.padded_outputs()) * inputs * 2));
  for (int block = 0; block < m.padded_outputs(); block += 16)
    for (int k = 0; k < inputs; k += 2)
      for (int o = block; o < block + 16; ++o)
        for (int j = 0; j < 2; ++j)
          *out++ = o < outputs ? weights[static_cast<std::size_t>(o) * inputs + k + j] : std::int16_t{0};
}

// R rows by 16 outputs.
template <int R>
ENTENTE_INLINE void tile(const std::int16_t* w, const std::int32_t* offsets, const std::uint8_t* x,
                         std::size_t stride, int inputs, std::int32_t* sums, std::size_t sums_stride) {
  __m128i acc[R][4];
  for (int b = 0; b < 4; ++b)
    for (int r = 0; r < R; ++r)
      acc[r][b] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(offsets + 4 * b));
  for (int k = 0; k < inputs; k += 2) {
    const auto* line = reinterpret_cast<const __m128i*>(w + 16 * static_cast<std::size_t>(k));
    for (int r = 0; r < R; ++r) {
      const std::uint8_t* p = x + r * stride + k;
      const __m128i v = _mm_set1_epi32(p[0] | p[1] << 16);
      for (int b = 0; b < 4; ++b)
        acc[r][b] = _mm_add_epi32(acc[r][b], _mm_madd_epi16(v, _mm_load_si128(line + b)));
    }
  }
  for (int r = 0; r < R; ++r)
    for (int b = 0; b < 4; ++b)
      _mm_storeu_si128(reinterpret_cast<__m128i*>(sums + r * sums_stride + 4 * b), acc[r][b]);
}

void multiply(const PackedMatrix& m, const std::uint8_t* x, std::size_t stride, int rows,
              std::int32_t* sums) {
  const int padded = m.padded_outputs();
  const auto* w = reinterpret_cast<const std::int16_t*>(m.weights.data());
  const auto* offsets = reinterpret_cast<const std::int32_t*>(m.offsets.data());
  for (int o = 0; o < padded; o += 16, w += 16 * static_cast<std::size_t>(m.inputs)) {
    int r = 0;
    for (; r + 2 <= rows; r += 2)
      tile<2>(w, offsets + o, x + r * stride, stride, m.inputs, sums + r * padded + o, padded);
    for (; r < rows; ++r)
      tile<1>(w, offsets + o, x + r * stride, stride, m.inputs, sums + r * padded + o, padded);
  }
}

#else

constexpr auto pack = pack_fours;

void multiply(const PackedMatrix& m, const std::uint8_t* x, std::size_t stride, int rows,
              std::int32_t* sums) {
  const int padded = m.padded_outputs();
  const auto* offsets = reinterpret_cast<const std::int32_t*>(m.offsets.data());
  for (int r = 0; r < rows; ++r) {
    const auto* w = reinterpret_cast<const std::int8_t*>(m.weights.data());
    for (int block = 0; block < padded; block += 16) {
      Ints acc = *reinterpret_cast<const Ints*>(offsets + block);
      for (int k = 0; k < m.inputs; k += 4)
        for (int o = 0; o < 16; ++o)
          for (int j = 0; j < 4; ++j) acc[o] += *w++ * x[r * stride + k + j];
      *reinterpret_cast<Ints*>(sums + static_cast<std::size_t>(r) * padded + block) = acc;
    }
  }
}

#endif

}  // namespace

const Kernels& kernels() {
  static constexpr Kernels k = {Isa::sse2,  pack,       multiply, recur,
                                tanh_bytes, relu_bytes, affine,   add_relu_bytes};
  return k;
}

}  // namespace entente::network_sse2
