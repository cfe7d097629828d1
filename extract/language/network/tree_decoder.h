// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

// Finds the dependency tree with the highest sum of arc scores that has exactly one root.
//
// `scores[d * stride + h]` is the score of word h - 1 as head of word d, h = 0 standing for the root, for 0
// <= d < n and 0 <= h <= n; a word's score as its own head is passed over. `heads[d]` receives the index of
// d's head, -1 for the root. Among trees of equal score the choice is fixed. Trees may be non-projective.
//
// Nearly always each word's best head already makes a tree, and one look at the scores is all; else Chu, Liu
// and Edmonds's algorithm runs, in time and memory quadratic in n.
class TreeDecoder {
 public:
  // Preconditions: n >= 1; stride > n; scores within +-2^30.
  void decode(std::span<const std::int32_t> scores, std::size_t stride, int n, std::span<std::int32_t> heads);

 private:
  struct Arc {
    std::int64_t score;
    std::int32_t head, dependent;  // between words as given: 0 is the root
  };

  bool greedy(std::span<const std::int32_t> scores, std::size_t stride, int n, std::span<std::int32_t> heads);
  void load(std::span<const std::int32_t> scores, std::size_t stride, int n);
  Arc& arc(int from, int to) { return arcs_[static_cast<std::size_t>(from) * size_ + to]; }
  int best_head(int slot);
  void contract(std::size_t from);
  void settle(int n, std::span<std::int32_t> heads);

  // The contraction works on slots: each holds a word or a cycle that has been drawn together, a "node".
  // Nodes 0 to n are the words, later ones the cycles in the order of their making.
  std::size_t size_ = 0;
  std::vector<Arc> arcs_;            // [from slot][to slot]
  std::vector<Arc> chosen_;          // for each node: its best incoming arc
  std::vector<int> parent_;          // for each node: the cycle that holds it, or -1
  std::vector<int> node_;            // for each slot: the node it holds
  std::vector<int> live_;            // slots in use
  std::vector<std::uint8_t> state_;  // for each slot: untouched, on the path, finished
  std::vector<int> path_;
};

}  // namespace entente
