// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/placement.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace entente {
namespace {

WordedLine level_line(double y, double width, double height) {
  const Spot spline[] = {{0, y}, {100, y}, {200, y}, {300, y}};
  return {course_of(spline, 5), width, height, {}};
}

bool apart(const WordedLine& a, const WordedLine& b) {
  return std::abs(a.at.x - b.at.x) >= (a.width + b.width) / 2 ||
         std::abs(a.at.y - b.at.y) >= (a.height + b.height) / 2;
}

TEST(Placement, WordsStandOnTheMiddleOfALineThatHasRoom) {
  std::vector<WordedLine> lines = {level_line(0, 40, 12)};
  place_words(lines, {});
  EXPECT_NEAR(lines[0].at.x, 150, 6);
  EXPECT_NEAR(lines[0].at.y, 0, 1e-9);
}

TEST(Placement, WordsAvoidActors) {
  std::vector<WordedLine> lines = {level_line(0, 40, 12)};
  const std::vector<Area> actors = {{110, -20, 190, 20}};
  place_words(lines, actors);
  EXPECT_TRUE(lines[0].at.x + 20 <= 112 || lines[0].at.x - 20 >= 188 || std::abs(lines[0].at.y) >= 24)
      << lines[0].at.x;
}

TEST(Placement, WordsOfNeighbouringLinesDoNotCoverEachOther) {
  std::vector<WordedLine> lines = {level_line(0, 90, 12), level_line(4, 90, 12), level_line(8, 90, 12)};
  place_words(lines, {});
  EXPECT_TRUE(apart(lines[0], lines[1]) && apart(lines[1], lines[2]) && apart(lines[0], lines[2]));
}

TEST(Placement, LinesWithoutWordsOrCourseStay) {
  std::vector<WordedLine> lines = {level_line(0, 0, 0), {{}, 30, 10, {1, 2}}};
  place_words(lines, {});
  EXPECT_EQ(lines[0].at, Spot{});
  EXPECT_EQ(lines[1].at, (Spot{1, 2}));
}

TEST(Placement, CourseBeginsAndEndsWhereTheSplineDoes) {
  const Spot spline[] = {{0, 0}, {0, 50}, {50, 100}, {100, 100}, {150, 100}, {200, 50}, {200, 0}};
  const std::vector<Spot> course = course_of(spline, 5);
  EXPECT_EQ(course.front(), (Spot{0, 0}));
  EXPECT_EQ(course.back(), (Spot{200, 0}));
  EXPECT_GT(course.size(), 40U);
  EXPECT_TRUE(course_of({}, 5).empty());
}

}  // namespace
}  // namespace entente
