// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace entente {

// Instruction sets that the network's inner loops exist for. All give the same bytes: products are exact
// integers, and the float parts do the same operations in the same order, sixteen lanes wide, without fused
// multiply-adds.
enum class Isa : std::uint8_t { sse2, avx2, avx_vnni, avx512 };

std::string_view to_string(Isa isa);
bool supported(Isa isa);  // by this CPU and by this build
Isa best_isa();           // the widest supported

// Bytes at a 64-byte boundary that grow but never shrink; what they held is lost when they grow.
class AlignedBytes {
 public:
  std::byte* need(std::size_t size);
  const std::byte* data() const { return data_.get(); }
  std::size_t size() const { return size_; }

 private:
  struct Free {
    void operator()(std::byte* p) const;
  };
  std::unique_ptr<std::byte, Free> data_;
  std::size_t size_ = 0;
};

// A matrix of signed 8-bit weights within +-63 (pairs of products then fit 16 bits), laid out for one
// instruction set.
struct PackedMatrix {
  int outputs = 0;  // as given; the layout is padded to a multiple of 16
  int inputs = 0;   // a multiple of 4
  AlignedBytes weights;
  AlignedBytes offsets;  // int32 for each output: -128 times the sum of its weights, where inputs are
                         // bytes about 128
  int padded_outputs() const { return (outputs + 15) / 16 * 16; }
};

// The scale and the bias that turn an integer sum into a number, for each output.
struct Affine {
  const float* scale;
  const float* bias;
};

// One layer's half: forwards or backwards over its rows. Gates stand as candidate, forget, mix: 3 * width
// sums a row.
struct RecurrentRows {
  const std::int32_t* sums;   // [rows][3 * width]
  const std::uint8_t* input;  // the layer's own input at this half's columns, bytes about 128
  std::uint8_t* output;
  std::size_t stride;         // of input and output, in bytes
  const std::uint8_t* fresh;  // for each row: whether a sentence begins there (in the direction of travel)
  float* state;               // [width], carried from call to call
  int rows;
  int width;       // a multiple of 16
  bool backwards;  // last row first
};

// The inner loops of one instruction set. Every `width` and `outputs` of a row is padded to 16 by the caller.
struct Kernels {
  Isa isa;
  // Lays out `weights` [outputs][inputs], and their offsets for inputs about `zero`.
  void (*pack)(const std::int8_t* weights, int outputs, int inputs, int zero, PackedMatrix& out);
  // sums[row][output] = offset + weights . inputs, exactly; sums has padded_outputs columns.
  void (*multiply)(const PackedMatrix& m, const std::uint8_t* inputs, std::size_t stride, int rows,
                   std::int32_t* sums);
  void (*recur)(const RecurrentRows& r, Affine affine);
  // tanh to bytes about 128 (levels 127) or about 0 (levels 63).
  void (*tanh_bytes)(const std::int32_t* sums, std::size_t sums_stride, int rows, int width, Affine affine,
                     int levels, int zero, std::uint8_t* out, std::size_t stride);
  // max(0, x) cut at 4 to bytes 0 to 255.
  void (*relu_bytes)(const std::int32_t* sums, std::size_t sums_stride, int rows, int width, Affine affine,
                     std::uint8_t* out, std::size_t stride);
  void (*affine)(const std::int32_t* sums, std::size_t sums_stride, int rows, int width, Affine affine,
                 float* out, std::size_t stride);
  // max(0, a + b) cut at 4 to bytes.
  void (*add_relu_bytes)(const float* a, const float* b, int width, std::uint8_t* out);
};

// Precondition: supported(isa).
const Kernels& kernels_for(Isa isa);

}  // namespace entente
