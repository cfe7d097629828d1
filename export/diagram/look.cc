// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/look.h"

#include <cstddef>

namespace entente {
namespace {

struct QuadLook {
  std::string_view line, text, name;
};
constexpr QuadLook kQuads[] = {
    {"#7c8794", "#566170", "Standing ties"},        {"#3d8bcb", "#22699f", "Cooperation in words"},
    {"#14508f", "#14508f", "Cooperation in deeds"}, {"#d2700a", "#9c4f00", "Conflict in words"},
    {"#a11d1d", "#a11d1d", "Conflict in deeds"},
};

const QuadLook& look(Quad quad) {
  return kQuads[static_cast<std::size_t>(quad)];
}

}  // namespace

std::string_view kind_name(ActorKind kind) {
  constexpr std::string_view kNames[] = {"Country", "Official", "Person", "Institution", "Bloc"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view line_colour(Quad quad) {
  return look(quad).line;
}
std::string_view text_colour(Quad quad) {
  return look(quad).text;
}
std::string_view quad_name(Quad quad) {
  return look(quad).name;
}

const char* dash_of(Status status) {
  switch (status) {
    case Status::actual:
      return "solid";
    case Status::planned:
      return "dashed";
    case Status::possible:
    case Status::denied:
      return "dotted";
  }
  return "solid";
}

const char* arrow_of(const DiagramWord& word) {
  if (word.status == Status::denied) return "teenormal";
  if (word.quad == Quad::tie) return "vee";
  return is_conflict(word.quad) ? "normalnormal" : "normal";
}

}  // namespace entente
