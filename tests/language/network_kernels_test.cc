// SPDX-License-Identifier: Apache-2.0
// Each instruction set against plain loops over the same numbers.
#include "extract/language/network/kernels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace entente {
namespace {

std::vector<Isa> isas() {
  std::vector<Isa> all;
  for (const Isa isa : {Isa::sse2, Isa::avx2, Isa::avx_vnni, Isa::avx512})
    if (supported(isa)) all.push_back(isa);
  return all;
}

template <typename T>
std::vector<T> random_numbers(std::size_t n, int low, int high, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<T> out(n);
  for (T& v : out)
    v = static_cast<T>(low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1)));
  return out;
}

struct Shape {
  int outputs, inputs, rows;
};

void PrintTo(const Shape& s, std::ostream* out) {
  *out << s.outputs << "x" << s.inputs << " by " << s.rows;
}

class Multiply : public testing::TestWithParam<Shape> {};

void expect_exact(const Shape& s, const std::vector<std::int8_t>& weights,
                  const std::vector<std::uint8_t>& inputs) {
  for (const Isa isa : isas()) {
    const Kernels& k = kernels_for(isa);
    PackedMatrix m;
    k.pack(weights.data(), s.outputs, s.inputs, 128, m);
    const int width = m.padded_outputs();
    std::vector<std::int32_t> sums(static_cast<std::size_t>(s.rows) * width, -1);
    k.multiply(m, inputs.data(), s.inputs, s.rows, sums.data());
    for (int r = 0; r < s.rows; ++r)
      for (int o = 0; o < width; ++o) {
        std::int32_t plain = 0;
        for (int i = 0; o < s.outputs && i < s.inputs; ++i)
          plain += weights[o * s.inputs + i] * (inputs[r * s.inputs + i] - 128);
        ASSERT_EQ(sums[static_cast<std::size_t>(r) * width + o], plain)
            << to_string(isa) << " row " << r << " output " << o;
      }
  }
}

TEST_P(Multiply, IsExactOnEveryInstructionSet) {
  const Shape s = GetParam();
  expect_exact(s, random_numbers<std::int8_t>(s.outputs * s.inputs, -63, 63, 1),
               random_numbers<std::uint8_t>(s.rows * s.inputs, 0, 255, 2));
}

TEST_P(Multiply, DoesNotSaturateAtTheLargestNumbers) {
  const Shape s = GetParam();
  for (const int sign : {-1, 1})
    expect_exact(s, std::vector<std::int8_t>(s.outputs * s.inputs, static_cast<std::int8_t>(63 * sign)),
                 std::vector<std::uint8_t>(s.rows * s.inputs, 255));
}

INSTANTIATE_TEST_SUITE_P(Shapes, Multiply,
                         testing::Values(Shape{768, 256, 48}, Shape{384, 256, 7}, Shape{256, 448, 13},
                                         Shape{305, 160, 5}, Shape{51, 128, 9}, Shape{22, 96, 1},
                                         Shape{1, 4, 3}, Shape{17, 128, 16}, Shape{80, 128, 6}));

// Rows of sums with a scale that spreads them over what the activations distinguish.
struct Sums {
  int rows = 5, width = 64;
  std::vector<std::int32_t> values = random_numbers<std::int32_t>(rows * width, -400000, 400000, 3);
  std::vector<float> scale = std::vector<float>(width, 1.7e-5f), bias = std::vector<float>(width, 0.25f);
  Affine affine() const { return {scale.data(), bias.data()}; }
  double at(int i) const { return values[i] * 1.7e-5 + 0.25; }
};

TEST(Activations, TanhIsRightToHalfAStepAndTheSameEverywhere) {
  const Sums s;
  std::vector<std::uint8_t> first;
  for (const Isa isa : isas()) {
    std::vector<std::uint8_t> out(s.values.size());
    kernels_for(isa).tanh_bytes(s.values.data(), s.width, s.rows, s.width, s.affine(), 127, 128, out.data(),
                                s.width);
    for (std::size_t i = 0; i < out.size(); ++i) EXPECT_NEAR(out[i] - 128.0, 127 * std::tanh(s.at(i)), 0.55);
    if (first.empty()) first = out;
    EXPECT_EQ(out, first) << to_string(isa);
  }
}

TEST(Activations, TanhAboutZeroGivesSignedBytes) {
  const Sums s;
  std::vector<std::uint8_t> out(s.values.size());
  kernels_for(Isa::sse2).tanh_bytes(s.values.data(), s.width, s.rows, s.width, s.affine(), 63, 0, out.data(),
                                    s.width);
  for (std::size_t i = 0; i < out.size(); ++i)
    EXPECT_NEAR(static_cast<std::int8_t>(out[i]), 63 * std::tanh(s.at(i)), 0.55);
}

TEST(Activations, ReluIsCutAtFour) {
  const Sums s;
  std::vector<std::uint8_t> first;
  for (const Isa isa : isas()) {
    std::vector<std::uint8_t> out(s.values.size());
    kernels_for(isa).relu_bytes(s.values.data(), s.width, s.rows, s.width, s.affine(), out.data(), s.width);
    for (std::size_t i = 0; i < out.size(); ++i)
      EXPECT_NEAR(out[i], std::clamp(s.at(i), 0.0, 4.0) * 63.75, 0.51);
    if (first.empty()) first = out;
    EXPECT_EQ(out, first) << to_string(isa);
  }
}

TEST(Activations, SumsOfTwoRowsAreCutAtFour) {
  std::vector<float> a(32), b(32);
  for (int i = 0; i < 32; ++i) a[i] = i * 0.3f - 4, b[i] = i * 0.1f;
  for (const Isa isa : isas()) {
    std::vector<std::uint8_t> out(32);
    kernels_for(isa).add_relu_bytes(a.data(), b.data(), 32, out.data());
    for (int i = 0; i < 32; ++i)
      EXPECT_NEAR(out[i], std::clamp(a[i] + b[i], 0.0f, 4.0f) * 63.75f, 0.51) << to_string(isa);
  }
}

// The recurrence as its formula says it, in double precision, over one direction.
std::vector<double> plain_recurrence(const std::vector<double>& gates, const std::vector<std::uint8_t>& input,
                                     const std::vector<std::uint8_t>& fresh, int rows, int width,
                                     bool backwards) {
  const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
  std::vector<double> out(static_cast<std::size_t>(rows) * width);
  for (int i = 0; i < width; ++i) {
    double c = 0;
    for (int k = 0; k < rows; ++k) {
      const int row = backwards ? rows - 1 - k : k;
      const double* g = gates.data() + static_cast<std::size_t>(row) * 3 * width + i;
      if (fresh[row]) c = 0;
      const double f = sigmoid(g[width]), m = sigmoid(g[2 * width]);
      c = f * c + (1 - f) * std::tanh(g[0]);
      const double x = (input[row * width + i] - 128) / 127.0;
      out[row * width + i] = (x + m * (c - x)) * 127 + 128;
    }
  }
  return out;
}

TEST(Recurrence, FollowsItsFormulaBothWaysAndIsTheSameEverywhere) {
  const int rows = 23, width = 32;
  const auto sums = random_numbers<std::int32_t>(rows * 3 * width, -300000, 300000, 5);
  const auto input = random_numbers<std::uint8_t>(rows * width, 1, 255, 6);
  const std::vector<float> scale(3 * width, 1e-5f), bias(3 * width, 0.1f);
  std::vector<double> gates;
  for (const std::int32_t s : sums) gates.push_back(s * 1e-5 + 0.1);
  std::vector<std::uint8_t> fresh(rows, 0);
  for (const bool backwards : {false, true}) {
    fresh.assign(rows, 0);
    fresh[backwards ? rows - 1 : 0] = fresh[9] = 1;
    const auto plain = plain_recurrence(gates, input, fresh, rows, width, backwards);
    std::vector<std::uint8_t> first;
    for (const Isa isa : isas()) {
      std::vector<std::uint8_t> out(rows * width);
      std::vector<float> state(width, 7.0f);
      kernels_for(isa).recur({sums.data(), input.data(), out.data(), static_cast<std::size_t>(width),
                              fresh.data(), state.data(), rows, width, backwards},
                             {scale.data(), bias.data()});
      for (std::size_t i = 0; i < out.size(); ++i) EXPECT_NEAR(out[i], plain[i], 0.6) << to_string(isa);
      if (first.empty()) first = out;
      EXPECT_EQ(out, first) << to_string(isa);
    }
  }
}

TEST(Dispatch, PicksASupportedSetAndHasThePlainOneAlways) {
  EXPECT_TRUE(supported(best_isa()));
  EXPECT_TRUE(supported(Isa::sse2));
}

}  // namespace
}  // namespace entente
