// SPDX-License-Identifier: Apache-2.0
// The loops that every instruction set shares, included once by each kernels_<isa>.cc inside its own
// namespace: the compiler lowers the sixteen-lane vectors to what the set has, so that the arithmetic is the
// same everywhere. No inline function of a library may be used here: the linker could keep the copy made for
// a newer CPU.

typedef float Floats __attribute__((vector_size(64), aligned(4), may_alias));
typedef std::int32_t Ints __attribute__((vector_size(64), aligned(4), may_alias));
typedef std::uint8_t Bytes __attribute__((vector_size(16), aligned(1), may_alias));

#define ENTENTE_INLINE static inline __attribute__((always_inline))

ENTENTE_INLINE Floats clamp(Floats x, float low, float high) {
  const Floats l = low - Floats{}, h = high - Floats{};
  x = x < l ? l : x;
  return x > h ? h : x;
}

// A continued fraction of tanh, cut short: within 1.4e-3, a sixth of the step of the bytes that it ends in.
// At the bounds it is just below one.
ENTENTE_INLINE Floats tanh_of(Floats x) {
  x = clamp(x, -3.64f, 3.64f);
  const Floats s = x * x;
  return x * (945.0f + s * (105.0f + s)) / (945.0f + s * (420.0f + s * 15.0f));
}

ENTENTE_INLINE Floats sigmoid_of(Floats x) {
  return 0.5f + 0.5f * tanh_of(0.5f * x);
}

ENTENTE_INLINE Floats floats_of(const std::int32_t* p) {
  return __builtin_convertvector(*reinterpret_cast<const Ints*>(p), Floats);
}

ENTENTE_INLINE Floats load(const float* p) {
  return *reinterpret_cast<const Floats*>(p);
}

// Rounds half to even (adding 1.5 * 2^23 leaves the integer in the low bits) and stores the low bytes.
ENTENTE_INLINE void store_rounded(Floats x, std::uint8_t* out) {
  const Floats moved = x + 12582912.0f;
  const Ints bits = (Ints)moved & 0xFF;
  *reinterpret_cast<Bytes*>(out) = __builtin_convertvector(bits, Bytes);
}

ENTENTE_INLINE Floats value_of(const std::int32_t* sums, const Affine& a, int i) {
  return floats_of(sums + i) * load(a.scale + i) + load(a.bias + i);
}

static void recur(const RecurrentRows& r, Affine a) {
  const int w = r.width;
  for (int k = 0; k < r.rows; ++k) {
    const int row = r.backwards ? r.rows - 1 - k : k;
    const std::int32_t* s = r.sums + static_cast<std::size_t>(row) * 3 * w;
    const std::uint8_t* in = r.input + row * r.stride;
    std::uint8_t* out = r.output + row * r.stride;
    if (r.fresh[row])
      for (int i = 0; i < w; ++i) r.state[i] = 0.0f;
    for (int i = 0; i < w; i += 16) {
      const Floats z = tanh_of(value_of(s, a, i));
      const Floats f = sigmoid_of(value_of(s, a, w + i));
      const Floats m = sigmoid_of(value_of(s, a, 2 * w + i));
      const Floats c = z + f * (load(r.state + i) - z);
      *reinterpret_cast<Floats*>(r.state + i) = c;
      const Ints bytes = __builtin_convertvector(*reinterpret_cast<const Bytes*>(in + i), Ints) - 128;
      const Floats x = __builtin_convertvector(bytes, Floats) * (1.0f / 127.0f);
      store_rounded((x + m * (c - x)) * 127.0f + 128.0f, out + i);
    }
  }
}

static void tanh_bytes(const std::int32_t* sums, std::size_t sums_stride, int rows, int width, Affine a,
                       int levels, int zero, std::uint8_t* out, std::size_t stride) {
  const float top = static_cast<float>(levels), middle = static_cast<float>(zero);
  for (int row = 0; row < rows; ++row)
    for (int i = 0; i < width; i += 16)
      store_rounded(tanh_of(value_of(sums + row * sums_stride, a, i)) * top + middle, out + row * stride + i);
}

static void relu_bytes(const std::int32_t* sums, std::size_t sums_stride, int rows, int width, Affine a,
                       std::uint8_t* out, std::size_t stride) {
  for (int row = 0; row < rows; ++row)
    for (int i = 0; i < width; i += 16)
      store_rounded(clamp(value_of(sums + row * sums_stride, a, i), 0.0f, 4.0f) * 63.75f,
                    out + row * stride + i);
}

static void affine(const std::int32_t* sums, std::size_t sums_stride, int rows, int width, Affine a,
                   float* out, std::size_t stride) {
  for (int row = 0; row < rows; ++row)
    for (int i = 0; i < width; i += 16)
      *reinterpret_cast<Floats*>(out + row * stride + i) = value_of(sums + row * sums_stride, a, i);
}

static void add_relu_bytes(const float* a, const float* b, int width, std::uint8_t* out) {
  for (int i = 0; i < width; i += 16)
    store_rounded(clamp(load(a + i) + load(b + i), 0.0f, 4.0f) * 63.75f, out + i);
}

// Room for `weights` in groups of 16 outputs by `step` inputs, and the offsets.
static void pack_offsets(const std::int8_t* weights, int outputs, int inputs, int zero, PackedMatrix& m) {
  m.outputs = outputs;
  m.inputs = inputs;
  auto* offsets = reinterpret_cast<std::int32_t*>(m.offsets.need(sizeof(std::int32_t) * m.padded_outputs()));
  for (int o = 0; o < m.padded_outputs(); ++o) {
    std::int32_t sum = 0;
    if (o < outputs)
      for (int k = 0; k < inputs; ++k) sum += weights[static_cast<std::size_t>(o) * inputs + k];
    offsets[o] = -zero * sum;
  }
}

// weights[block of 16 outputs][group of 4 inputs][output][input]: a 64-byte line feeds 16 sums.
[[maybe_unused]] static void pack_fours(const std::int8_t* weights, int outputs, int inputs, int zero,
                                        PackedMatrix& m) {
  pack_offsets(weights, outputs, inputs, zero, m);
  auto* out =
      reinterpret_cast<std::int8_t*>(m.weights.need(static_cast<std::size_t>(m.padded_outputs()) * inputs));
  for (int block = 0; block < m.padded_outputs(); block += 16, out += 16 * static_cast<std::size_t>(inputs))
    for (int o = 0; o < 16; ++o) {
      const std::int8_t* from = weights + static_cast<std::size_t>(block + o) * inputs;
      for (int k = 0; k < inputs; k += 4) {
        std::int32_t four = 0;
        if (block + o < outputs) __builtin_memcpy(&four, from + k, 4);
        __builtin_memcpy(out + (k * 4 + o) * 4, &four, 4);
      }
    }
}
