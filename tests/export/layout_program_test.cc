// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/layout_program.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "export/diagram/program.h"
#include "graph/error.h"

namespace entente {
namespace {

TEST(LayoutProgram, IsFoundBesideTheRunningProgram) {
  ::unsetenv("ENTENTE_LAYOUT");
  EXPECT_EQ(layout_program(), std::string(ENTENTE_BINARY_DIR) + "/entente-layout");
}

TEST(LayoutProgram, CallerThenEnvironmentComeFirst) {
  ::setenv("ENTENTE_LAYOUT", "/somewhere/else", 1);
  EXPECT_EQ(layout_program("/here"), "/here");
  EXPECT_EQ(layout_program(), "/somewhere/else");
  ::setenv("ENTENTE_LAYOUT", "", 1);
  EXPECT_EQ(layout_program().filename(), "entente-layout");
  ::unsetenv("ENTENTE_LAYOUT");
}

TEST(LayoutProgram, SaysWhatIsWrongWithItsInput) {
  try {
    run_program(layout_program(), {}, "digraph {}", std::chrono::seconds(20), "the layout");
    FAIL();
  } catch (const OutputError& error) {
    EXPECT_STREQ(error.what(),
                 "the layout: layout: this is no plan of this version's; library and program do not fit "
                 "together");
  }
}

}  // namespace
}  // namespace entente
