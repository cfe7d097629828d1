// SPDX-License-Identifier: Apache-2.0
#include "training/relations/linear_trainer.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace entente {
namespace {

struct Dense {
  std::vector<std::uint32_t> ids;                    // by index, sorted
  std::vector<std::vector<std::uint32_t>> examples;  // feature indices
};

Dense number_features(std::span<const TrainingExample* const> examples, std::uint32_t min_count) {
  std::unordered_map<std::uint32_t, std::uint32_t> counts;
  for (const TrainingExample* example : examples) {
    for (const std::uint32_t id : example->features) ++counts[id];
  }
  Dense dense;
  for (const auto& [id, count] : counts) {
    if (count >= min_count) dense.ids.push_back(id);
  }
  std::sort(dense.ids.begin(), dense.ids.end());
  std::unordered_map<std::uint32_t, std::uint32_t> index;
  index.reserve(dense.ids.size());
  for (std::uint32_t i = 0; i < dense.ids.size(); ++i) index.emplace(dense.ids[i], i);
  for (const TrainingExample* example : examples) {
    auto& row = dense.examples.emplace_back();
    for (const std::uint32_t id : example->features) {
      if (const auto found = index.find(id); found != index.end()) row.push_back(found->second);
    }
  }
  return dense;
}

class AdaGrad {
 public:
  AdaGrad(std::size_t features, std::size_t outputs, const TrainingOptions& options)
      : outputs_(outputs),
        options_(options),
        weights_(features * outputs),
        squares_(features * outputs, 1.0f) {}

  void step(const TrainingExample& example, const std::vector<std::uint32_t>& features) {
    sums_.assign(outputs_, 0.0f);
    for (const std::uint32_t feature : features) {
      const float* row = weights_.data() + feature * outputs_;
      for (std::size_t k = 0; k < outputs_; ++k) sums_[k] += row[k];
    }
    for (std::size_t k = 0; k < outputs_; ++k) {
      sums_[k] = example.weights[k] * (1.0f / (1.0f + std::exp(-sums_[k])) - example.labels[k]);
    }
    for (const std::uint32_t feature : features) {
      float* row = weights_.data() + feature * outputs_;
      float* squares = squares_.data() + feature * outputs_;
      for (std::size_t k = 0; k < outputs_; ++k) {
        const float gradient = sums_[k] + options_.l2 * row[k];
        squares[k] += gradient * gradient;
        row[k] -= options_.rate * gradient / std::sqrt(squares[k]);
      }
    }
  }

  std::span<const float> row(std::size_t feature) const {
    return {weights_.data() + feature * outputs_, outputs_};
  }

 private:
  std::size_t outputs_;
  TrainingOptions options_;
  std::vector<float> weights_, squares_, sums_;
};

// A fixed permutation of 0..size-1 that differs from epoch to epoch.
std::vector<std::uint32_t> shuffled(std::size_t size, std::uint64_t seed) {
  std::vector<std::uint32_t> order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = static_cast<std::uint32_t>(i);
  std::uint64_t state = seed * 0x9E3779B97F4A7C15ull + 1;
  for (std::size_t i = size; i > 1; --i) {
    state = state * 6364136223846793005ull + 1442695040888963407ull;
    std::swap(order[i - 1], order[(state >> 33) % i]);
  }
  return order;
}

}  // namespace

LinearTable train(std::span<const TrainingExample* const> examples, std::size_t outputs,
                  const TrainingOptions& options) {
  const Dense dense = number_features(examples, options.min_count);
  AdaGrad trainer(dense.ids.size(), outputs, options);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (const std::uint32_t i : shuffled(examples.size(), static_cast<std::uint64_t>(epoch) + 1)) {
      trainer.step(*examples[i], dense.examples[i]);
    }
  }
  LinearTable table(outputs);
  for (std::size_t i = 0; i < dense.ids.size(); ++i) table.add(dense.ids[i], trainer.row(i));
  table.build_index();
  return table;
}

std::vector<float> scores(const LinearTable& table, std::span<const std::uint32_t> features) {
  std::vector<float> sums(table.outputs(), 0.0f);
  for (const std::uint32_t id : features) {
    const std::int16_t* row = table.row(id);
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += LinearTable::unit * static_cast<float>(row[k]);
  }
  return sums;
}

}  // namespace entente
