// SPDX-License-Identifier: Apache-2.0
// Compiled for AVX2; only reached through run-time dispatch.
#if defined(__x86_64__)

#include <immintrin.h>

#include "extract/language/network/kernels_isa.h"

namespace entente::network_avx2 {
namespace {

#include "extract/language/network/kernels_body.h"

// 255 * 63 * 2 < 2^15: the 16-bit pairs never saturate.
ENTENTE_INLINE __m256i add_products(__m256i sum, __m256i bytes, __m256i weights) {
  return _mm256_add_epi32(sum, _mm256_madd_epi16(_mm256_maddubs_epi16(bytes, weights), _mm256_set1_epi16(1)));
}

#include "extract/language/network/kernels_avx2_body.h"

}  // namespace

const Kernels& kernels() {
  static constexpr Kernels k = {Isa::avx2,  pack_fours, multiply, recur,
                                tanh_bytes, relu_bytes, affine,   add_relu_bytes};
  return k;
}

}  // namespace entente::network_avx2

#endif
