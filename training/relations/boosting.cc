// SPDX-License-Identifier: Apache-2.0
#include "training/relations/boosting.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

struct Sums {
  double gradient = 0, hessian = 0;
};

struct Split {
  double gain = 0;
  std::int32_t feature = -1;
  std::uint32_t bin = 0;  // the last bin that goes left
};

class Booster {
 public:
  Booster(const BoostingRows& rows, const BoostingOptions& options) : rows_(rows), options_(options) {
    for (std::size_t f = 0; f < rows.features; ++f) bin(f);
    scores_.assign(rows.size(), 0.0f);
    gradients_.resize(rows.size());
    hessians_.resize(rows.size());
  }

  BoostedTrees run() {
    BoostedTrees trees;
    const float base = base_score();
    trees.set_base(base);
    std::fill(scores_.begin(), scores_.end(), base);
    for (int i = 0; i < options_.trees; ++i) {
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        const float p = 1.0f / (1.0f + std::exp(-scores_[r]));
        gradients_[r] = rows_.weights[r] * (p - rows_.labels[r]);
        hessians_[r] = std::max(rows_.weights[r] * p * (1.0f - p), 1e-6f);
      }
      draw_features();
      tree_.clear();
      std::vector<std::uint32_t> all(rows_.size());
      for (std::uint32_t r = 0; r < all.size(); ++r) all[r] = r;
      grow(std::move(all), 0);
      trees.add(tree_);
    }
    return trees;
  }

 private:
  float base_score() const {
    double yes = 1, no = 1;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      yes += rows_.weights[r] * rows_.labels[r];
      no += rows_.weights[r] * (1 - rows_.labels[r]);
    }
    return static_cast<float>(std::log(yes / no));
  }

  // Cuts a feature's values into bins of about equal counts.
  void bin(std::size_t feature) {
    std::vector<float> values;
    for (std::size_t r = 0; r < rows_.size(); ++r) values.push_back(rows_.row(r)[feature]);
    std::sort(values.begin(), values.end());
    std::vector<float> cuts;
    std::vector<float> distinct = values;
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    if (distinct.size() <= options_.bins) {
      cuts = distinct;
    } else {
      for (std::size_t b = 1; b <= options_.bins; ++b)
        cuts.push_back(values[b * values.size() / options_.bins - 1]);
      cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    }
    auto& bins = bins_.emplace_back(rows_.size());
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const auto at = std::lower_bound(cuts.begin(), cuts.end(), rows_.row(r)[feature]) - cuts.begin();
      bins[r] = static_cast<std::uint8_t>(
          std::min<std::ptrdiff_t>(at, static_cast<std::ptrdiff_t>(cuts.size()) - 1));
    }
    cuts_.push_back(std::move(cuts));
  }

  std::uint64_t draw() {
    state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
    return state_ >> 33;
  }

  void draw_features() {
    drawn_.clear();
    for (std::size_t f = 0; f < rows_.features; ++f) {
      if (static_cast<float>(draw() % 10000) < options_.feature_share * 10000.0f) drawn_.push_back(f);
    }
  }

  double worth(const Sums& sums) const {
    return sums.gradient * sums.gradient / (sums.hessian + options_.l2);
  }

  Split best_split(const std::vector<std::uint32_t>& rows, const Sums& all) const {
    Split best;
    best.gain = options_.min_gain;
    std::vector<Sums> histogram;
    for (const std::size_t feature : drawn_) {
      const std::size_t count = cuts_[feature].size();
      if (count < 2) continue;
      histogram.assign(count, {});
      for (const std::uint32_t r : rows) {
        Sums& sums = histogram[bins_[feature][r]];
        sums.gradient += gradients_[r];
        sums.hessian += hessians_[r];
      }
      Sums left;
      for (std::uint32_t b = 0; b + 1 < count; ++b) {
        left.gradient += histogram[b].gradient;
        left.hessian += histogram[b].hessian;
        const Sums right{all.gradient - left.gradient, all.hessian - left.hessian};
        if (left.hessian < options_.min_hessian || right.hessian < options_.min_hessian) continue;
        const double gain = worth(left) + worth(right) - worth(all);
        if (gain > best.gain) best = {gain, static_cast<std::int32_t>(feature), b};
      }
    }
    return best;
  }

  std::uint16_t grow(std::vector<std::uint32_t> rows, int depth) {
    Sums all;
    for (const std::uint32_t r : rows) {
      all.gradient += gradients_[r];
      all.hessian += hessians_[r];
    }
    const auto index = static_cast<std::uint16_t>(tree_.size());
    tree_.emplace_back();
    const Split split = depth < options_.depth ? best_split(rows, all) : Split{};
    if (split.feature < 0) {
      const auto value = static_cast<float>(-options_.rate * all.gradient / (all.hessian + options_.l2));
      tree_[index].threshold = value;
      for (const std::uint32_t r : rows) scores_[r] += value;
      return index;
    }
    const auto feature = static_cast<std::size_t>(split.feature);
    std::vector<std::uint32_t> left, right;
    for (const std::uint32_t r : rows) (bins_[feature][r] <= split.bin ? left : right).push_back(r);
    rows = {};
    tree_[index].feature = static_cast<std::int16_t>(feature);
    tree_[index].threshold = cuts_[feature][split.bin];
    const std::uint16_t l = grow(std::move(left), depth + 1);
    const std::uint16_t r = grow(std::move(right), depth + 1);
    tree_[index].left = l;
    tree_[index].right = r;
    return index;
  }

  const BoostingRows& rows_;
  const BoostingOptions options_;
  std::vector<std::vector<std::uint8_t>> bins_;  // by feature, by row
  std::vector<std::vector<float>> cuts_;
  std::vector<float> scores_, gradients_, hessians_;
  std::vector<std::size_t> drawn_;
  std::vector<BoostedTrees::Node> tree_;
  std::uint64_t state_ = 20221124;
};

}  // namespace

BoostedTrees boost(const BoostingRows& rows, const BoostingOptions& options) {
  return Booster(rows, options).run();
}

}  // namespace entente
