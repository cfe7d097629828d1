// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/relations/linear_table.h"

namespace entente {

// One example for a linear model: the features that hold and, for each output, what it should say and how
// much that counts. A weight of 0 says nothing of that output.
struct TrainingExample {
  std::vector<std::uint32_t> features;
  std::vector<float> labels;  // 0 or 1
  std::vector<float> weights;
};

struct TrainingOptions {
  int epochs = 8;
  float rate = 0.03f;
  float l2 = 1e-3f;
  std::uint32_t min_count = 2;  // features of fewer examples are left out
};

// Trains one logistic regression an output by AdaGrad in a fixed shuffled order: the same examples give the
// same table.
LinearTable train(std::span<const TrainingExample* const> examples, std::size_t outputs,
                  const TrainingOptions& options);

// The sums of the weights of the features that hold.
std::vector<float> scores(const LinearTable& table, std::span<const std::uint32_t> features);

}  // namespace entente
