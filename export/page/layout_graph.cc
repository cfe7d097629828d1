// SPDX-License-Identifier: Apache-2.0
#include "export/page/layout_graph.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <utility>

namespace entente::layout_detail {

Links::Links(std::size_t nodes, std::span<const LayoutLink> links) : first_(nodes + 1) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(2 * links.size());
  for (const auto& [a, b] : links) {
    if (a == b) continue;
    ends.emplace_back(a, b);
    ends.emplace_back(b, a);
  }
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  for (const auto& [from, to] : ends) {
    ++first_[from + 1];
    links_.push_back({to, 1.0F});
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  stretch();
}

// Leaves fill rings of 8, 16, 24, ... around their hub; two hubs keep more room between them than others.
void Links::stretch() {
  std::vector<std::size_t> leaves(size());
  for (std::uint32_t node = 0; node < size(); ++node) {
    for (std::size_t i = first_[node]; i < first_[node + 1]; ++i) {
      Link& link = links_[i];
      if (degree(link.to) > 1 && degree(node) > 1) {
        const double least = static_cast<double>(std::min(degree(node), degree(link.to)));
        link.length = static_cast<float>(1 + 0.16 * std::min(6.0, std::sqrt(least) - 1));
      } else if (degree(link.to) == 1) {
        std::size_t ring = 1, before = leaves[node]++;
        while (before >= 8 * ring) before -= 8 * ring++;
        link.length = static_cast<float>(1 + 0.7 * static_cast<double>(ring - 1));
      }
    }
  }
  for (std::uint32_t node = 0; node < size(); ++node) {
    if (degree(node) != 1) continue;
    Link& link = links_[first_[node]];
    for (const Link& back : of(link.to)) {
      if (back.to == node) link.length = back.length;
    }
  }
}

std::vector<std::vector<std::uint32_t>> components(const Links& links) {
  std::vector<std::vector<std::uint32_t>> found;
  std::vector<bool> seen(links.size());
  for (std::uint32_t start = 0; start < links.size(); ++start) {
    if (seen[start]) continue;
    std::vector<std::uint32_t> set{start};
    seen[start] = true;
    for (std::size_t i = 0; i < set.size(); ++i) {
      for (const auto& link : links.of(set[i])) {
        if (!seen[link.to]) {
          seen[link.to] = true;
          set.push_back(link.to);
        }
      }
    }
    std::sort(set.begin(), set.end());
    found.push_back(std::move(set));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return found;
}

void distances(const Links& links, std::uint32_t from, std::vector<float>& far) {
  using Step = std::pair<float, std::uint32_t>;
  far.assign(links.size(), std::numeric_limits<float>::infinity());
  std::priority_queue<Step, std::vector<Step>, std::greater<>> next;
  far[from] = 0;
  next.emplace(0.0F, from);
  while (!next.empty()) {
    const auto [way, node] = next.top();
    next.pop();
    if (way > far[node]) continue;
    for (const auto& link : links.of(node)) {
      const float longer = way + link.length;
      if (longer >= far[link.to]) continue;
      far[link.to] = longer;
      next.emplace(longer, link.to);
    }
  }
}

void lay_flat(std::span<Point> points) {
  double mx = 0, my = 0, xx = 0, xy = 0, yy = 0;
  for (const Point& p : points) mx += p.x, my += p.y;
  mx /= static_cast<double>(points.size()), my /= static_cast<double>(points.size());
  for (const Point& p : points) {
    xx += (p.x - mx) * (p.x - mx), xy += (p.x - mx) * (p.y - my), yy += (p.y - my) * (p.y - my);
  }
  const double angle = 0.5 * std::atan2(2 * xy, xx - yy), c = std::cos(angle), s = std::sin(angle);
  for (Point& p : points) {
    const double dx = p.x - mx, dy = p.y - my;
    p = {c * dx + s * dy, c * dy - s * dx};
  }
}

namespace {

// Points in the order of the cells of a grid, with each cell's first: neighbours are looked up by cell.
struct Grid {
  Grid(std::span<const Point> points, double width, double height) : width(width), height(height) {
    for (std::uint32_t i = 0; i < points.size(); ++i) cells.emplace_back(cell(points[i]), i);
    std::sort(cells.begin(), cells.end());
  }
  using Cell = std::pair<std::int32_t, std::int32_t>;

  Cell cell(const Point& p) const {
    return {static_cast<std::int32_t>(std::floor(p.x / width)),
            static_cast<std::int32_t>(std::floor(p.y / height))};
  }

  template <typename Visit>
  void around(const Point& p, Visit visit) const {
    const Cell home = cell(p);
    for (std::int32_t column = home.first - 1; column <= home.first + 1; ++column) {
      // A column's three cells lie next to each other in the order.
      auto at = std::lower_bound(cells.begin(), cells.end(), std::pair(Cell{column, home.second - 1}, 0U));
      for (; at != cells.end() && at->first <= Cell{column, home.second + 1}; ++at) visit(at->second);
    }
  }

  double width, height;
  std::vector<std::pair<Cell, std::uint32_t>> cells;
};

// Moves two overlapping boxes half of the overlap apart, along the axis on which it is smaller.
bool part(Point& a, Point& b, double width, double height) {
  const double dx = b.x - a.x, dy = b.y - a.y;
  const double over_x = width - std::abs(dx), over_y = height - std::abs(dy);
  if (over_x <= 0.01 || over_y <= 0.01) return false;
  if (over_x * height < over_y * width) {
    const double move = std::copysign(0.5 * over_x, dx);
    a.x -= move, b.x += move;
  } else {
    const double move = std::copysign(0.5 * over_y, dy);
    a.y -= move, b.y += move;
  }
  return true;
}

}  // namespace

void part_boxes(std::span<Point> points, double width, double height) {
  const int rounds = points.size() > 1000 ? 12 : 80;
  for (int round = 0; round < rounds; ++round) {
    bool moved = false;
    const Grid grid(points, width, height);
    for (std::uint32_t i = 0; i < points.size(); ++i) {
      grid.around(points[i], [&](std::uint32_t j) {
        if (j > i) moved |= part(points[i], points[j], width, height);
      });
    }
    if (!moved) return;
  }
}

}  // namespace entente::layout_detail
