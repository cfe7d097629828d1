// SPDX-License-Identifier: Apache-2.0
// The product of matrices for the two instruction sets with 32-byte vectors, included inside the namespace of
// each after its add_products().

ENTENTE_INLINE __m256i four_of(const std::uint8_t* p) {
  std::int32_t v;
  __builtin_memcpy(&v, p, 4);
  return _mm256_set1_epi32(v);
}

// R rows by 16 outputs.
template <int R>
ENTENTE_INLINE void tile(const std::int8_t* w, const std::int32_t* offsets, const std::uint8_t* x,
                         std::size_t stride, int inputs, std::int32_t* sums, std::size_t sums_stride) {
  __m256i acc[R][2];
  for (int b = 0; b < 2; ++b) {
    const __m256i start = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(offsets + 8 * b));
    for (int r = 0; r < R; ++r) acc[r][b] = start;
  }
  for (int k = 0; k < inputs; k += 4) {
    const auto* line = reinterpret_cast<const __m256i*>(w + 16 * static_cast<std::size_t>(k));
    const __m256i low = _mm256_load_si256(line), high = _mm256_load_si256(line + 1);
    for (int r = 0; r < R; ++r) {
      const __m256i v = four_of(x + r * stride + k);
      acc[r][0] = add_products(acc[r][0], v, low);
      acc[r][1] = add_products(acc[r][1], v, high);
    }
  }
  for (int r = 0; r < R; ++r)
    for (int b = 0; b < 2; ++b)
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + r * sums_stride + 8 * b), acc[r][b]);
}

void multiply(const PackedMatrix& m, const std::uint8_t* x, std::size_t stride, int rows,
              std::int32_t* sums) {
  const int padded = m.padded_outputs();
  const auto* w = reinterpret_cast<const std::int8_t*>(m.weights.data());
  const auto* offsets = reinterpret_cast<const std::int32_t*>(m.offsets.data());
  for (int o = 0; o < padded; o += 16, w += 16 * static_cast<std::size_t>(m.inputs)) {
    int r = 0;
    for (; r + 5 <= rows; r += 5)
      tile<5>(w, offsets + o, x + r * stride, stride, m.inputs, sums + r * padded + o, padded);
    for (; r < rows; ++r)
      tile<1>(w, offsets + o, x + r * stride, stride, m.inputs, sums + r * padded + o, padded);
  }
}
