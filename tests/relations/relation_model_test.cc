// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/relation_model.h"

#include <gtest/gtest.h>

#include <array>

#include "graph/error.h"

namespace entente {
namespace {

RelationModel small_model() {
  RelationModel model;
  const float one = 1.5f;
  model.any.add(7, {&one, 1});
  model.any.build_index();
  std::array<float, event_type_count> row{};
  row[3] = -2.25f;
  model.types.add(9, row);
  model.types.build_index();
  const BoostedTrees::Node nodes[] = {{0, 1, 2, 0.5f}, {-1, 0, 0, -1.0f}, {-1, 0, 0, 2.0f}};
  model.judge.add(nodes);
  model.threshold = 0.25f;
  return model;
}

TEST(RelationModel, ReadsWhatItWrote) {
  const RelationModel model = RelationModel::parse(small_model().serialise(), "m");
  EXPECT_EQ(model.any.row(7)[0] * LinearTable::unit, 1.5f);
  EXPECT_EQ(model.types.row(9)[3] * LinearTable::unit, -2.25f);
  EXPECT_EQ(model.types.row(8)[3], 0);
  const float low = 0, high = 1;
  EXPECT_EQ(model.judge.score({&low, 1}), -1.0f);
  EXPECT_EQ(model.judge.score({&high, 1}), 2.0f);
  EXPECT_EQ(model.threshold, 0.25f);
}

// Whatever is cut off or changed, the error names the file.
TEST(RelationModel, RefusesDamage) {
  const std::string bytes = small_model().serialise();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(RelationModel::parse(bytes.substr(0, size), "m"), InputError) << size;
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] ^= 0x40;
    EXPECT_THROW(RelationModel::parse(damaged, "m"), InputError) << at;
  }
}

TEST(BoostedTrees, RefusesTreesThatDoNotEnd) {
  BoostedTrees trees;
  const BoostedTrees::Node loop[] = {{0, 0, 0, 0.5f}};
  trees.add(loop);
  std::string bytes;
  trees.append_to(bytes);
  std::string_view view = bytes;
  EXPECT_FALSE(BoostedTrees().take_from(view));
}

}  // namespace
}  // namespace entente
