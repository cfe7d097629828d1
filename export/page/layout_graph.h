// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "export/page/layout.h"

namespace entente::layout_detail {

// Neighbours of every node with the length each link should have, in link lengths.
class Links {
 public:
  struct Link {
    std::uint32_t to;
    float length;
  };

  Links(std::size_t nodes, std::span<const LayoutLink> links);

  std::size_t size() const noexcept { return first_.size() - 1; }
  std::span<const Link> of(std::uint32_t node) const {
    return {links_.data() + first_[node], links_.data() + first_[node + 1]};
  }
  std::size_t degree(std::uint32_t node) const { return first_[node + 1] - first_[node]; }

 private:
  void stretch();

  std::vector<std::size_t> first_;
  std::vector<Link> links_;
};

// Sets of connected nodes, the largest first, each sorted.
std::vector<std::vector<std::uint32_t>> components(const Links& links);

// Lengths of the shortest ways from `from`, written into `far` (size: all nodes; infinity where there is
// none).
void distances(const Links& links, std::uint32_t from, std::vector<float>& far);

// A fixed sequence that looks random: the same on every machine.
class Dice {
 public:
  std::uint64_t next() {
    state_ ^= state_ << 13, state_ ^= state_ >> 7, state_ ^= state_ << 17;
    return state_;
  }
  std::size_t below(std::size_t limit) { return next() % limit; }
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

 private:
  std::uint64_t state_ = 0x9e3779b97f4a7c15;
};

// Points for the nodes of one component, in link lengths, around no particular place.
std::vector<Point> minimise_stress(const Links& links, std::span<const std::uint32_t> component);

// Turns the points so that they spread widest from left to right.
void lay_flat(std::span<Point> points);

// Pushes points apart until no two boxes of that width and height overlap, or some rounds have passed.
void part_boxes(std::span<Point> points, double width, double height);

}  // namespace entente::layout_detail
