// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/job.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "graph/error.h"

namespace entente {
namespace {

LayoutJob a_job() {
  LayoutJob job;
  job.format = DiagramFormat::pdf;
  job.engine = "fdp";
  job.seconds = 20;
  job.plan.title = std::string("a:\0\n3:\xFF", 7);
  job.plan.alone = "not drawn";
  job.plan.nodes = {{"country:CHN", "China", "", ActorKind::country},
                    {"bloc:x", "", "note", ActorKind::bloc}};
  job.plan.lines = {{1, 0, true, 7, {{"told", Quad::material_conflict, Status::denied, "x", 3}}, "quote"}};
  job.plan.groups = {{"CHN", "China", {0, 1}}};
  return job;
}

TEST(LayoutJob, ComesBackAsItWas) {
  const LayoutJob job = a_job(), back = read_layout_job(bytes_of(job));
  EXPECT_EQ(back.format, job.format);
  EXPECT_EQ(back.engine, job.engine);
  EXPECT_EQ(back.seconds, job.seconds);
  EXPECT_EQ(back.plan.title, job.plan.title);
  EXPECT_EQ(back.plan.alone, job.plan.alone);
  EXPECT_EQ(back.plan.nodes, job.plan.nodes);
  EXPECT_EQ(back.plan.lines, job.plan.lines);
  EXPECT_EQ(back.plan.groups, job.plan.groups);
}

TEST(LayoutJob, AnythingElseIsRefused) {
  const std::string bytes = bytes_of(a_job());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(read_layout_job(bytes.substr(0, size)), InputError) << size;
  EXPECT_THROW(read_layout_job(bytes + "0:"), InputError);
  EXPECT_THROW(read_layout_job("entente-layout 0\n" + bytes), InputError);
}

TEST(LayoutJob, DamageIsRefusedOrReadAndNothingWorse) {
  const std::string bytes = bytes_of(a_job());
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = bytes;
    damaged[random() % damaged.size()] = static_cast<char>("0123456789:\xFF"[random() % 12]);
    try {
      for (const DiagramLine& line : read_layout_job(damaged).plan.lines) EXPECT_LT(line.target, 2u);
    } catch (const InputError&) {
    }
  }
}

}  // namespace
}  // namespace entente
