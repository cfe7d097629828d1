// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "export/page/layout_graph.h"

namespace entente::layout_detail {
namespace {

constexpr std::size_t kMostForAllPairs = 900;  // nodes; above, pivots stand for the others
constexpr double kLastStep = 0.1;

// A wish: that nodes i and j be `length` apart; i moves with weight `pull_i`, j with `pull_j`.
struct Term {
  std::uint32_t i, j;
  float length, pull_i, pull_j;
};

class Stress {
 public:
  Stress(const Links& links, std::span<const std::uint32_t> component)
      : links_(links), component_(component) {
    place_.resize(links.size());
    for (std::uint32_t at = 0; at < component.size(); ++at) place_[component[at]] = at;
  }

  std::vector<Point> minimise() {
    if (component_.size() <= kMostForAllPairs)
      all_pairs();
    else
      pivots();
    scatter();
    descend(component_.size() <= 200 ? 60 : 30);
    return std::move(points_);
  }

 private:
  void all_pairs() {
    std::vector<float> far;
    for (std::uint32_t i = 0; i < component_.size(); ++i) {
      distances(links_, component_[i], far);
      for (std::uint32_t j = i + 1; j < component_.size(); ++j) {
        const float length = far[component_[j]], pull = 1 / (length * length);
        terms_.push_back({i, j, length, pull, pull});
      }
    }
  }

  void neighbours() {
    for (std::uint32_t i = 0; i < component_.size(); ++i) {
      for (const auto& link : links_.of(component_[i])) {
        const std::uint32_t j = place_[link.to];
        const float pull = 1 / (link.length * link.length);
        if (i < j) terms_.push_back({i, j, link.length, pull, pull});
      }
    }
  }

  // Pivots lie as far from each other as can be; each stands for the nodes nearest to it.
  void pivots() {
    neighbours();
    const std::size_t size = component_.size(), count = std::clamp<std::size_t>(1000000 / size, 24, 200);
    std::vector<float> nearest(size, std::numeric_limits<float>::infinity()), far;
    std::vector<std::uint32_t> region(size), chosen;
    std::vector<std::vector<float>> ways;
    std::uint32_t pivot = busiest();
    for (std::uint32_t p = 0; p < count && (p == 0 || nearest[pivot] > 0); ++p) {
      distances(links_, component_[pivot], far);
      ways.emplace_back(size);
      for (std::uint32_t i = 0; i < size; ++i) {
        ways.back()[i] = far[component_[i]];
        if (ways.back()[i] < nearest[i]) nearest[i] = ways.back()[i], region[i] = p;
      }
      chosen.push_back(pivot);
      pivot = static_cast<std::uint32_t>(std::max_element(nearest.begin(), nearest.end()) - nearest.begin());
    }
    for (std::uint32_t p = 0; p < chosen.size(); ++p) pivot_terms(chosen[p], p, ways[p], region);
  }

  void pivot_terms(std::uint32_t pivot, std::uint32_t number, const std::vector<float>& way,
                   const std::vector<std::uint32_t>& region) {
    std::vector<float> members;
    for (std::uint32_t i = 0; i < region.size(); ++i) {
      if (region[i] == number) members.push_back(way[i]);
    }
    std::sort(members.begin(), members.end());
    for (std::uint32_t i = 0; i < way.size(); ++i) {
      if (i == pivot || is_link(i, pivot)) continue;
      const auto stands_for = std::upper_bound(members.begin(), members.end(), way[i] / 2) - members.begin();
      const float pull = static_cast<float>(std::max<std::ptrdiff_t>(1, stands_for)) / (way[i] * way[i]);
      terms_.push_back({i, pivot, way[i], pull, 0});
    }
  }

  bool is_link(std::uint32_t i, std::uint32_t j) const {
    const auto links = links_.of(component_[i]);
    return std::any_of(links.begin(), links.end(),
                       [&](const auto& link) { return link.to == component_[j]; });
  }

  std::uint32_t busiest() const {
    const auto at = std::max_element(
        component_.begin(), component_.end(),
        [&](std::uint32_t a, std::uint32_t b) { return links_.degree(a) < links_.degree(b); });
    return static_cast<std::uint32_t>(at - component_.begin());
  }

  void scatter() {
    const double radius = std::sqrt(static_cast<double>(component_.size()));
    for (std::size_t i = 0; i < component_.size(); ++i) {
      points_.push_back({radius * (dice_.unit() - 0.5), radius * (dice_.unit() - 0.5)});
    }
  }

  // From steps that satisfy the weakest wish at once to ones that barely move the strongest.
  void descend(int rounds) {
    if (terms_.empty()) return;
    float least = std::numeric_limits<float>::infinity(), most = 0;
    for (const Term& term : terms_) {
      least = std::min(least, term.pull_i);
      most = std::max(most, term.pull_i);
    }
    const double first = 1 / static_cast<double>(least), last = kLastStep / static_cast<double>(most);
    const double decay = std::log(first / last) / (rounds - 1);
    for (int round = 0; round < rounds; ++round) {
      shuffle();
      const double step = first * std::exp(-decay * round);
      for (const Term& term : terms_) satisfy(term, step);
    }
  }

  void shuffle() {
    for (std::size_t i = terms_.size() - 1; i > 0; --i) std::swap(terms_[i], terms_[dice_.below(i + 1)]);
  }

  void satisfy(const Term& term, double step) {
    Point& a = points_[term.i];
    Point& b = points_[term.j];
    double dx = a.x - b.x, dy = a.y - b.y, far = std::sqrt(dx * dx + dy * dy);
    if (far < 1e-9)
      dx = dice_.unit() - 0.5, dy = dice_.unit() - 0.5, far = std::sqrt(dx * dx + dy * dy) + 1e-9;
    const double excess = (far - term.length) / (2 * far);
    const double move_a = std::min(1.0, term.pull_i * step) * excess,
                 move_b = std::min(1.0, term.pull_j * step) * excess;
    a.x -= move_a * dx, a.y -= move_a * dy;
    b.x += move_b * dx, b.y += move_b * dy;
  }

  const Links& links_;
  std::span<const std::uint32_t> component_;
  std::vector<std::uint32_t> place_;  // of a node in the component
  std::vector<Term> terms_;
  std::vector<Point> points_;
  Dice dice_;
};

}  // namespace

std::vector<Point> minimise_stress(const Links& links, std::span<const std::uint32_t> component) {
  return Stress(links, component).minimise();
}

}  // namespace entente::layout_detail
