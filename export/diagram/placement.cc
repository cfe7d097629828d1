// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/placement.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace entente {
namespace {

constexpr int kRounds = 2;
constexpr double kOverActor = 120, kOverWords = 160;  // for all of the words' area
constexpr double kOverLine = 2.5;                     // a step of another line
constexpr double kAside = 4;                          // beside the line instead of on it
constexpr double kOffMiddle = 24;                     // at an end

double shared(const Area& a, const Area& b) {
  const double width = std::min(a.right, b.right) - std::max(a.left, b.left);
  const double height = std::min(a.top, b.top) - std::max(a.bottom, b.bottom);
  return width > 0 && height > 0 ? width * height : 0;
}

Area around(const Spot& at, double width, double height) {
  return {at.x - width / 2, at.y - height / 2, at.x + width / 2, at.y + height / 2};
}

Area area_of(const WordedLine& line) {
  return around(line.at, line.width, line.height);
}

class Placement {
 public:
  Placement(std::span<WordedLine> lines, std::span<const Area> actors) : lines_(lines), actors_(actors) {}

  // The shortest lines first: they have the least choice. The second round sees where all others stand.
  void place() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].width > 0 && lines_[i].course.size() > 1) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return lines_[a].course.size() < lines_[b].course.size();
    });
    placed_.assign(lines_.size(), false);
    for (int round = 0; round < kRounds; ++round) {
      for (const std::size_t line : order) {
        place_one(line);
        placed_[line] = true;
      }
    }
  }

 private:
  void place_one(std::size_t index) {
    WordedLine& line = lines_[index];
    const std::size_t steps = line.course.size();
    double least = std::numeric_limits<double>::infinity();
    Spot best = line.at;
    for (std::size_t i = steps / 10; i < steps - steps / 10; ++i) {
      for (const double side : {0.0, 1.0, -1.0}) {
        const Spot spot = beside(line, i, side);
        const double off = std::abs(static_cast<double>(i) / static_cast<double>(steps - 1) - 0.5) * 2;
        const double cost = off * off * kOffMiddle + (side == 0 ? 0 : kAside) +
                            covered(index, around(spot, line.width, line.height), least);
        if (cost >= least) continue;
        least = cost;
        best = spot;
      }
    }
    line.at = best;
  }

  // The middle of words that stand on the course there, or to the side and just clear of it.
  static Spot beside(const WordedLine& line, std::size_t i, double side) {
    const Spot& at = line.course[i];
    const Spot& before = line.course[i == 0 ? 0 : i - 1];
    const Spot& after = line.course[std::min(i + 1, line.course.size() - 1)];
    const double dx = after.x - before.x, dy = after.y - before.y, length = std::hypot(dx, dy) + 1e-9;
    const double nx = -dy / length, ny = dx / length;
    const double reach = side * (std::abs(nx) * line.width / 2 + std::abs(ny) * line.height / 2 + 2);
    return {at.x + nx * reach, at.y + ny * reach};
  }

  double covered(std::size_t index, const Area& area, double limit) const {
    const double size = (area.right - area.left) * (area.top - area.bottom);
    double cost = 0;
    for (const Area& actor : actors_) cost += kOverActor * shared(area, actor) / size;
    for (std::size_t i = 0; i < lines_.size() && cost < limit; ++i) {
      if (i == index) continue;
      if (placed_[i]) cost += kOverWords * shared(area, area_of(lines_[i])) / size;
      for (const Spot& spot : lines_[i].course) {
        const bool inside =
            spot.x > area.left && spot.x < area.right && spot.y > area.bottom && spot.y < area.top;
        if (inside) cost += kOverLine;
      }
    }
    return cost;
  }

  std::span<WordedLine> lines_;
  std::span<const Area> actors_;
  std::vector<bool> placed_;
};

}  // namespace

void place_words(std::span<WordedLine> lines, std::span<const Area> actors) {
  Placement(lines, actors).place();
}

std::vector<Spot> course_of(std::span<const Spot> spline, double step) {
  std::vector<Spot> course;
  for (std::size_t i = 0; i + 3 < spline.size(); i += 3) {
    const Spot &a = spline[i], &b = spline[i + 1], &c = spline[i + 2], &d = spline[i + 3];
    const double length = std::hypot(b.x - a.x, b.y - a.y) + std::hypot(c.x - b.x, c.y - b.y) +
                          std::hypot(d.x - c.x, d.y - c.y);
    const int steps = std::clamp(static_cast<int>(length / step), 2, 400);
    for (int k = course.empty() ? 0 : 1; k <= steps; ++k) {
      const double t = static_cast<double>(k) / steps, u = 1 - t;
      course.push_back({u * u * u * a.x + 3 * u * u * t * b.x + 3 * u * t * t * c.x + t * t * t * d.x,
                        u * u * u * a.y + 3 * u * u * t * b.y + 3 * u * t * t * c.y + t * t * t * d.y});
    }
  }
  return course;
}

}  // namespace entente
