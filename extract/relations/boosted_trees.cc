// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/boosted_trees.h"

#include <algorithm>
#include <cmath>

#include "extract/relations/binary.h"

namespace entente {

void BoostedTrees::add(std::span<const Node> tree) {
  starts_.push_back(static_cast<std::uint32_t>(nodes_.size()));
  nodes_.insert(nodes_.end(), tree.begin(), tree.end());
}

std::size_t BoostedTrees::feature_count() const {
  std::int16_t highest = -1;
  for (const Node& node : nodes_) highest = std::max(highest, node.feature);
  return static_cast<std::size_t>(highest + 1);
}

void BoostedTrees::append_to(std::string& out) const {
  put_float(out, base_);
  put_u32(out, static_cast<std::uint32_t>(starts_.size()));
  for (std::size_t i = 0; i < starts_.size(); ++i) {
    const std::size_t end = i + 1 < starts_.size() ? starts_[i + 1] : nodes_.size();
    put_u32(out, static_cast<std::uint32_t>(end - starts_[i]));
    for (std::size_t n = starts_[i]; n < end; ++n) {
      put_u16(out, static_cast<std::uint16_t>(nodes_[n].feature));
      put_u16(out, nodes_[n].left);
      put_u16(out, nodes_[n].right);
      put_float(out, nodes_[n].threshold);
    }
  }
}

bool BoostedTrees::take_from(std::string_view& bytes) {
  std::uint32_t trees = 0;
  if (!take_float(bytes, base_) || !take_u32(bytes, trees)) return false;
  nodes_.clear();
  starts_.clear();
  std::vector<Node> tree;
  for (std::uint32_t i = 0; i < trees; ++i) {
    std::uint32_t size = 0;
    if (!take_u32(bytes, size) || size == 0 || size > bytes.size() / 10) return false;
    tree.resize(size);
    for (std::uint32_t n = 0; n < size; ++n) {
      std::uint16_t feature = 0;
      Node& node = tree[n];
      if (!take_u16(bytes, feature) || !take_u16(bytes, node.left) || !take_u16(bytes, node.right) ||
          !take_float(bytes, node.threshold) || std::isnan(node.threshold)) {
        return false;
      }
      node.feature = static_cast<std::int16_t>(feature);
      if (node.feature >= 0 && (node.left <= n || node.right <= n || node.left >= size || node.right >= size))
        return false;
    }
    add(tree);
  }
  return true;
}

}  // namespace entente
