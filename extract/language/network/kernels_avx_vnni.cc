// SPDX-License-Identifier: Apache-2.0
// Compiled for AVX2 with VNNI; only reached through run-time dispatch.
#if defined(__x86_64__)

#include <immintrin.h>

#include "extract/language/network/kernels_isa.h"

namespace entente::network_avx_vnni {
namespace {

#include "extract/language/network/kernels_body.h"

ENTENTE_INLINE __m256i add_products(__m256i sum, __m256i bytes, __m256i weights) {
  return _mm256_dpbusd_avx_epi32(sum, bytes, weights);
}

#include "extract/language/network/kernels_avx2_body.h"

}  // namespace

const Kernels& kernels() {
  static constexpr Kernels k = {Isa::avx_vnni, pack_fours, multiply, recur,
                                tanh_bytes,    relu_bytes, affine,   add_relu_bytes};
  return k;
}

}  // namespace entente::network_avx_vnni

#endif
