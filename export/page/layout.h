// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

struct Point {
  double x = 0;
  double y = 0;
  auto operator<=>(const Point&) const = default;
};

// That two nodes belong near each other. Direction, repetition and loops do not matter.
struct LayoutLink {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

struct LayoutOptions {
  double link_length = 170;  // pixels between neighbours, roughly
  double width =
      124;  // pixels that a node needs with its words, in small graphs; less where there are thousands
  double height = 66;
  double aspect = 1.5;  // width to height that the whole aims at
};

// Where to draw each of `nodes` nodes so that distance on paper follows distance in the graph: stress
// majorization by stochastic gradient descent (Zheng, Pawar and Goodman 2018), against every other node in
// small components, against chosen pivots in large ones (Ortmann, Klimenta and Brandes 2016). Components are
// laid out apart and packed; the leaves of a hub stand in rings around it. Deterministic: the same graph
// gives the same points, rounded to a tenth of a pixel. 5,000 nodes with 10,000 links take about a second.
// Ends of links must be below `nodes`.
std::vector<Point> layout(std::size_t nodes, std::span<const LayoutLink> links,
                          const LayoutOptions& options = {});

}  // namespace entente
