// SPDX-License-Identifier: Apache-2.0
#include "export/style.h"

#include <cstddef>

namespace entente {
namespace {

constexpr NodeStyle kNodes[] = {
    {"ellipse", "filled,bold", "#d6e3f0", "#22384f", 1.8},   // country
    {"hexagon", "filled", "#e9dff6", "#64418f", 1.2},        // official
    {"hexagon", "filled", "#ffffff", "#64418f", 1.2},        // person
    {"box", "filled,rounded", "#dcefe4", "#2c6650", 1.2},    // institution
    {"doubleoctagon", "filled", "#f4e8cf", "#6b4a16", 1.2},  // bloc
};

// By quad category; dark enough for words on white.
constexpr std::string_view kColours[] = {"#566170", "#22699f", "#14508f", "#9c4f00", "#a11d1d"};

std::string_view line_of(Status status) {
  switch (status) {
    case Status::actual:
      return "solid";
    case Status::planned:
    case Status::possible:
      return "dashed";
    case Status::denied:
      return "dotted";
  }
  return "solid";
}

}  // namespace

const NodeStyle& node_style(ActorKind kind) {
  return kNodes[static_cast<std::size_t>(kind)];
}

Tone tone_of(const RelationType& type) {
  if (is_conflict(type.quad)) return Tone::conflict;
  return is_cooperation(type.quad) ? Tone::cooperation : Tone::tie;
}

std::string_view to_string(Tone tone) {
  switch (tone) {
    case Tone::tie:
      return "tie";
    case Tone::cooperation:
      return "cooperation";
    case Tone::conflict:
      return "conflict";
  }
  return "tie";
}

EdgeStyle edge_style(const RelationType* type, Status status) {
  const bool material =
      type != nullptr && (type->quad == Quad::material_cooperation || type->quad == Quad::material_conflict);
  EdgeStyle style;
  style.colour = kColours[static_cast<std::size_t>(type == nullptr ? Quad::tie : type->quad)];
  style.line = line_of(status);
  style.width = material ? 2.2 : 1.2;
  switch (type == nullptr ? Tone::tie : tone_of(*type)) {
    case Tone::tie:
      style.arrow = "empty";
      style.width = 0.8;
      break;
    case Tone::cooperation:
      style.arrow = "normal";
      break;
    case Tone::conflict:
      style.arrow = "normaltee";
      break;
  }
  return style;
}

}  // namespace entente
