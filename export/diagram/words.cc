// SPDX-License-Identifier: Apache-2.0
// Moves the words of a layout's lines to where place_words() wants them.
#include <graphviz/gvc.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "export/diagram/drawing.h"
#include "export/diagram/placement.h"

namespace entente {
namespace {

constexpr double kStep = 7;  // points

double number_of(void* object, const char* name) {
  const char* text = agget(object, const_cast<char*>(name));
  return text == nullptr ? 0 : std::strtod(text, nullptr);
}

// "s,x,y e,x,y x,y x,y ...": the points but for the arrows' tips.
std::vector<Spot> spline_of(Agedge_t* line) {
  std::vector<Spot> points;
  const char* text = agget(line, const_cast<char*>("pos"));
  if (text == nullptr) return points;
  for (std::string_view rest = text; !rest.empty();) {
    const auto end = std::min(rest.find(' '), rest.size());
    const std::string part(rest.substr(0, end));
    Spot spot;
    if (std::sscanf(part.c_str(), "%lf,%lf", &spot.x, &spot.y) == 2) points.push_back(spot);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return points;
}

Area area_of(Agnode_t* actor) {
  Spot at;
  const char* text = agget(actor, const_cast<char*>("pos"));
  if (text != nullptr) std::sscanf(text, "%lf,%lf", &at.x, &at.y);
  const double width = number_of(actor, "width") * 72, height = number_of(actor, "height") * 72;
  return {at.x - width / 2, at.y - height / 2, at.x + width / 2, at.y + height / 2};
}

}  // namespace

void move_words(Agraph_t* graph, const GraphvizNames& names) {
  std::vector<Area> actors;
  std::vector<WordedLine> lines;
  std::vector<Agedge_t*> edges;
  for (Agnode_t* actor = agfstnode(graph); actor != nullptr; actor = agnxtnode(graph, actor)) {
    actors.push_back(area_of(actor));
    for (Agedge_t* edge = agfstout(graph, actor); edge != nullptr; edge = agnxtout(graph, edge)) {
      WordedLine line;
      line.course = course_of(spline_of(edge), kStep);
      if (const textlabel_t* label = ED_label(edge))
        line.width = label->dimen.x, line.height = label->dimen.y;
      lines.push_back(std::move(line));
      edges.push_back(edge);
    }
  }
  place_words(lines, actors);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].width <= 0 || lines[i].course.size() < 2) continue;
    char place[64];
    std::snprintf(place, sizeof place, "%.2f,%.2f", lines[i].at.x, lines[i].at.y);
    names.set(edges[i], "lp", place);
  }
}

}  // namespace entente
