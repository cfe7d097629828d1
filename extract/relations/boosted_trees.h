// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// A sum of small decision trees over numeric features: a log-odds.
class BoostedTrees {
 public:
  // A node: goes left when features[feature] <= threshold, else right; a leaf has feature < 0 and its value
  // in `threshold`. Children stand behind their parent.
  struct Node {
    std::int16_t feature = -1;
    std::uint16_t left = 0;  // offsets from the tree's first node
    std::uint16_t right = 0;
    float threshold = 0;
  };

  bool empty() const noexcept { return starts_.empty(); }
  std::size_t size() const noexcept { return starts_.size(); }

  void set_base(float base) { base_ = base; }
  void add(std::span<const Node> tree);

  // The number of features that some node asks for: one past the highest.
  std::size_t feature_count() const;

  // Gives up on hopeless cases: a sum below `hopeless` on the way is returned as it stands.
  float score(std::span<const float> features) const {
    constexpr float hopeless = -3.0f;
    float sum = base_;
    std::size_t count = 0;
    for (const std::uint32_t start : starts_) {
      const Node* node = nodes_.data() + start;
      while (node->feature >= 0) {
        // Computed, not branched on: which way a case goes cannot be foretold.
        const std::uint32_t left =
            0U -
            static_cast<std::uint32_t>(features[static_cast<std::size_t>(node->feature)] <= node->threshold);
        node = nodes_.data() + start + ((node->left & left) | (node->right & ~left));
      }
      sum += node->threshold;
      if (++count % 8 == 0 && sum < hopeless) break;
    }
    return sum;
  }

  void append_to(std::string& out) const;
  bool take_from(std::string_view& bytes);  // false: no trees; checks that every walk ends

 private:
  float base_ = 0;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace entente
