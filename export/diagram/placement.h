// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <span>
#include <vector>

namespace entente {

// Where the words of lines stand: on their line, where they cover as little as can be. Graphviz's own places
// overlap where lines leave a cluster, and in every engine but dot. Points of y upwards.

struct Spot {
  double x = 0, y = 0;
  auto operator<=>(const Spot&) const = default;
};

struct Area {
  double left = 0, bottom = 0, right = 0, top = 0;
};

// A line's course in small steps, and the words on it.
struct WordedLine {
  std::vector<Spot> course;
  double width = 0, height = 0;  // of the words; 0: none
  Spot at;                       // their middle
};

// Sets `at` of each line with words. Covering an actor or other words counts most, then crossing other lines,
// then distance from the line's middle. Deterministic.
void place_words(std::span<WordedLine> lines, std::span<const Area> actors);

// The course of a Bézier spline of 3n + 1 points, in steps of about `step` points.
std::vector<Spot> course_of(std::span<const Spot> spline, double step);

}  // namespace entente
