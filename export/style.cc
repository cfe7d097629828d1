// SPDX-License-Identifier: Apache-2.0
#include "export/style.h"

#include <cstddef>

namespace entente {
namespace {

constexpr NodeStyle kNodes[] = {
    {"box", "filled,bold", "#cfe6f5", "#0b4f7d", 2.0},     // country
    {"ellipse", "filled", "#fdeebd", "#7a5b00", 1.2},      // official
    {"ellipse", "filled", "#ffffff", "#4d4d4d", 1.2},      // person
    {"box", "filled,rounded", "#d5f0e4", "#00664a", 1.2},  // institution
    {"hexagon", "filled", "#e8e8e8", "#4d4d4d", 1.2},      // bloc
};

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
  style.line = line_of(status);
  style.width = material ? 2.2 : 1.2;
  switch (type == nullptr ? Tone::tie : tone_of(*type)) {
    case Tone::tie:
      style.colour = "#666666";
      style.arrow = "empty";
      style.width = 0.8;
      break;
    case Tone::cooperation:
      style.colour = "#0072b2";
      style.arrow = "normal";
      break;
    case Tone::conflict:
      style.colour = "#a63a00";
      style.arrow = "normaltee";
      break;
  }
  return style;
}

}  // namespace entente
