// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "graph/actor.h"
#include "graph/ontology.h"
#include "graph/relation.h"

namespace entente {

// How actors and relations look in every picture: DOT, diagrams, pages. Nothing is told by colour alone:
// kinds differ in shape, cooperation and conflict in the arrow's head, so that pictures can be read without
// colours, in grey and by people who cannot tell red from green. Colours are dark
// enough to bear text on white.

// A node. Shapes are Graphviz's names; colours "#rrggbb", text on `fill` is `ink`.
struct NodeStyle {
  std::string_view shape;
  std::string_view style;  // Graphviz's
  std::string_view fill;
  std::string_view border;
  double border_width = 1;  // points
};

inline constexpr std::string_view kInk = "#1a1a1a";
inline constexpr std::string_view kFont = "Helvetica,Arial,sans-serif";

// country: blue ellipse, bold; official: violet hexagon; person: white hexagon; institution: green box with round
// corners; bloc: sand octagon with a double line.
const NodeStyle& node_style(ActorKind kind);

// What a relation's colour and arrow say.
enum class Tone { tie, cooperation, conflict };
Tone tone_of(const RelationType& type);
std::string_view to_string(Tone tone);

// An edge. Line and arrow are Graphviz's names.
struct EdgeStyle {
  std::string_view colour;
  std::string_view arrow;  // tie: "empty", cooperation: "normal", conflict: "tee" before "normal"
  std::string_view line;   // actual: "solid", planned and possible: "dashed", denied: "dotted"
  double width = 1;        // points; material events are thicker than words
};

// `type` is null for a relation type that the ontology does not have: it looks like a tie.
EdgeStyle edge_style(const RelationType* type, Status status);

}  // namespace entente
