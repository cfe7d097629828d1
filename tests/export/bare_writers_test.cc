// SPDX-License-Identifier: Apache-2.0
// The benchmark's yardsticks write what our writers write, or the ratios would say nothing.
#include "bench/bare_writers.h"

#include <gtest/gtest.h>

#include <sstream>

#include "bench/big_graph.h"
#include "export/dot_writer.h"
#include "export/json_writer.h"
#include "graph/normal_form.h"

namespace entente {
namespace {

struct BareWriters : testing::Test {
  BareWriters() { graph.add(fragment); }
  const Fragment fragment = normal_form(big_fragment(100, 1000));
  KnowledgeGraph graph;
  std::ostringstream bare, ours;
};

TEST_F(BareWriters, WriteTheSameJson) {
  BareJson(bare).write(fragment);
  write_json(graph, ours);
  EXPECT_EQ(bare.str(), ours.str());
}

TEST_F(BareWriters, WriteTheSameDot) {
  BareDot::Labels labels;
  for (const Actor& actor : fragment.actors) labels.emplace(actor.id, actor.label);
  BareDot(bare, labels).write(fragment);
  write_dot_as_stream(graph, ours);
  EXPECT_EQ(bare.str(), ours.str());
}

}  // namespace
}  // namespace entente
