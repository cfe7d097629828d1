// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "extract/relations/boosted_trees.h"

namespace entente {

// Rows of numeric features with a 0/1 label and a weight each.
struct BoostingRows {
  std::size_t features = 0;
  std::vector<float> values;  // row after row
  std::vector<float> labels;
  std::vector<float> weights;

  std::size_t size() const { return labels.size(); }
  const float* row(std::size_t i) const { return values.data() + i * features; }
};

struct BoostingOptions {
  int trees = 200;
  int depth = 6;
  float rate = 0.08f;
  float l2 = 5.0f;
  float min_hessian = 5.0f;
  float min_gain = 0.0f;
  float feature_share = 0.5f;  // of the features that a tree may ask for, drawn in a fixed order
  std::size_t bins = 48;
};

// Gradient boosting of the logistic loss over histograms. The same rows give the same trees.
BoostedTrees boost(const BoostingRows& rows, const BoostingOptions& options);

}  // namespace entente
