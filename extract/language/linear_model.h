// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace entente {

// The rows that a decision looks at. Features are hashed: two may share a row, which training gets used to.
class FeatureRows {
 public:
  static constexpr int bits = 16;
  static constexpr std::size_t most = 40;

  void clear() { count_ = 0; }

  // The feature `template_id` with these values.
  void add(std::uint32_t template_id, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
    std::uint32_t x = template_id * 0x9E3779B1u ^ a;
    x = (x ^ (x >> 15)) * 0x2C1B3C6Du + b;
    x = (x ^ (x >> 13)) * 0x297A2D39u + c;
    x = (x ^ (x >> 16)) * 0x85EBCA6Bu;
    rows_[count_++] = x >> (32 - bits);
  }

  std::span<const std::uint32_t> rows() const { return {rows_.data(), count_}; }

 private:
  std::array<std::uint32_t, most> rows_;
  std::size_t count_ = 0;
};

// A linear model of one yes-or-no question: the sum of the weights of the rows, positive for yes.
class LinearModel {
 public:
  static constexpr std::size_t size = std::size_t{1} << FeatureRows::bits;

  LinearModel() = default;
  explicit LinearModel(std::span<const std::int16_t, size> weights) : weights_(weights.data()) {}

  std::int32_t score(const FeatureRows& features) const {
    std::int32_t sum = 0;
    for (const std::uint32_t row : features.rows()) sum += weights_[row];
    return sum;
  }

 private:
  const std::int16_t* weights_ = nullptr;
};

}  // namespace entente
