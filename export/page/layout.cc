// SPDX-License-Identifier: Apache-2.0
#include "export/page/layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "export/page/layout_graph.h"

namespace entente {
namespace {

using namespace layout_detail;

// One component with its points moved to begin at (0, 0).
struct Sheet {
  std::vector<std::uint32_t> nodes;
  std::vector<Point> points;
  double width = 0, height = 0;
};

Sheet draw_component(const Links& links, std::vector<std::uint32_t> nodes, const LayoutOptions& options) {
  Sheet sheet{std::move(nodes), {}, 0, 0};
  sheet.points = minimise_stress(links, sheet.nodes);
  lay_flat(sheet.points);
  for (Point& p : sheet.points) p.x *= options.link_length, p.y *= options.link_length;
  // Thousands are not read one by one: they keep a glyph's room, not that of the words.
  const double room = sheet.nodes.size() <= 150
                          ? 1
                          : std::max(0.3, std::sqrt(150.0 / static_cast<double>(sheet.nodes.size())));
  part_boxes(sheet.points, options.width * room, options.height * room);
  const auto [left, right] = std::minmax_element(sheet.points.begin(), sheet.points.end(),
                                                 [](const Point& a, const Point& b) { return a.x < b.x; });
  const auto [top, bottom] = std::minmax_element(sheet.points.begin(), sheet.points.end(),
                                                 [](const Point& a, const Point& b) { return a.y < b.y; });
  const Point corner{left->x, top->y};
  sheet.width = right->x - left->x + options.width;
  const double gap = sheet.nodes.size() > 1 ? 1.4 : 1;  // so that one sees what is a component
  sheet.height = bottom->y - top->y + gap * options.height;
  for (Point& p : sheet.points) p.x -= corner.x, p.y -= corner.y;
  return sheet;
}

// Sheets in rows, the largest first, so that the whole has about the shape asked for.
void pack(const std::vector<Sheet>& sheets, double aspect, std::vector<Point>& points) {
  double area = 0, widest = 0;
  for (const Sheet& sheet : sheets) {
    area += sheet.width * sheet.height;
    widest = std::max(widest, sheet.width);
  }
  const double row_width = std::max(widest, std::sqrt(area * aspect) * 1.1);
  double x = 0, y = 0, row_height = 0;
  for (const Sheet& sheet : sheets) {
    if (x > 0 && x + sheet.width > row_width + 1e-6) x = 0, y += row_height, row_height = 0;
    for (std::size_t i = 0; i < sheet.nodes.size(); ++i) {
      points[sheet.nodes[i]] = {x + sheet.points[i].x, y + sheet.points[i].y};
    }
    x += sheet.width;
    row_height = std::max(row_height, sheet.height);
  }
}

void round_and_centre(std::vector<Point>& points) {
  Point low = points.front(), high = points.front();
  for (const Point& p : points) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  for (Point& p : points) {
    p.x = std::round((p.x - (low.x + high.x) / 2) * 10) / 10 + 0.0;  // + 0.0: no negative zero
    p.y = std::round((p.y - (low.y + high.y) / 2) * 10) / 10 + 0.0;
  }
}

}  // namespace

std::vector<Point> layout(std::size_t nodes, std::span<const LayoutLink> links,
                          const LayoutOptions& options) {
  std::vector<Point> points(nodes);
  if (nodes == 0) return points;
  const Links graph(nodes, links);
  std::vector<Sheet> sheets;
  for (auto& component : components(graph))
    sheets.push_back(draw_component(graph, std::move(component), options));
  pack(sheets, options.aspect, points);
  round_and_centre(points);
  return points;
}

}  // namespace entente
