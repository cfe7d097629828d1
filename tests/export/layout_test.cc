// SPDX-License-Identifier: Apache-2.0
#include "export/page/layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace entente {
namespace {

double distance(const Point& a, const Point& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

std::vector<LayoutLink> path_of(std::uint32_t nodes) {
  std::vector<LayoutLink> links;
  for (std::uint32_t i = 1; i < nodes; ++i) links.push_back({i - 1, i});
  return links;
}

// A tree with cross links, as graphs of news are: a few hubs, many leaves.
std::vector<LayoutLink> many(std::uint32_t nodes) {
  std::vector<LayoutLink> links;
  for (std::uint32_t i = 1; i < nodes; ++i) {
    links.push_back({i, i * 7919U % i / 3});
    links.push_back({i, i * 104729U % nodes});
  }
  return links;
}

// Overlapping pairs of boxes of that size.
std::size_t overlaps(const std::vector<Point>& points, double width, double height) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      if (std::abs(points[i].x - points[j].x) < width && std::abs(points[i].y - points[j].y) < height)
        ++found;
    }
  }
  return found;
}

TEST(Layout, NothingAndOneNode) {
  EXPECT_TRUE(layout(0, {}).empty());
  EXPECT_EQ(layout(1, {}), std::vector<Point>{Point{}});
}

TEST(Layout, SameGraphSamePoints) {
  EXPECT_EQ(layout(300, many(300)), layout(300, many(300)));
  EXPECT_EQ(layout(2000, many(2000)), layout(2000, many(2000)));
}

TEST(Layout, DirectionAndRepetitionDoNotMatter) {
  const std::vector<LayoutLink> links = {{1, 0}, {0, 1}, {2, 1}, {1, 2}, {2, 2}};
  EXPECT_EQ(layout(3, links), layout(3, path_of(3)));
}

TEST(Layout, DistanceOnPaperFollowsDistanceInTheGraph) {
  const std::vector<Point> points = layout(12, path_of(12));
  for (std::uint32_t i = 2; i < 12; ++i) {
    EXPECT_LT(distance(points[0], points[i - 1]), distance(points[0], points[i])) << i;
  }
}

TEST(Layout, LiesWide) {
  const std::vector<Point> points = layout(12, path_of(12));
  const auto by_x = [](const Point& a, const Point& b) { return a.x < b.x; };
  const auto by_y = [](const Point& a, const Point& b) { return a.y < b.y; };
  const auto [left, right] = std::minmax_element(points.begin(), points.end(), by_x);
  const auto [top, bottom] = std::minmax_element(points.begin(), points.end(), by_y);
  EXPECT_GT(right->x - left->x, bottom->y - top->y);
}

TEST(Layout, NamesOfASmallGraphDoNotOverlap) {
  std::vector<LayoutLink> star;
  for (std::uint32_t i = 1; i < 40; ++i) star.push_back({0, i});
  EXPECT_EQ(overlaps(layout(40, star), 115, 60), 0U);
  EXPECT_EQ(overlaps(layout(25, many(25)), 115, 60), 0U);
}

TEST(Layout, PartsThatAreNotConnectedStandApart) {
  std::vector<LayoutLink> links = path_of(6);
  for (std::uint32_t i = 7; i < 12; ++i) links.push_back({i - 1, i});
  const std::vector<Point> points = layout(15, links);  // two paths and three nodes alone
  for (std::uint32_t i = 0; i < 6; ++i) {
    for (std::uint32_t j = 6; j < 15; ++j) EXPECT_GT(distance(points[i], points[j]), 60) << i << ' ' << j;
  }
}

TEST(Layout, ThousandsOfNodesAllHaveAPlaceOfTheirOwn) {
  const std::vector<Point> points = layout(5000, many(5000));
  const std::set<Point> places(points.begin(), points.end());
  EXPECT_GT(places.size(), 4990U);
  EXPECT_TRUE(std::all_of(points.begin(), points.end(),
                          [](const Point& p) { return std::isfinite(p.x) && std::isfinite(p.y); }));
}

}  // namespace
}  // namespace entente
