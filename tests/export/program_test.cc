// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/program.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include "graph/error.h"

namespace entente {
namespace {

using std::chrono::seconds;

std::string shell(const std::string& script, std::string_view input = {},
                  std::chrono::milliseconds limit = seconds(20)) {
  return run_program("/bin/sh", {"-c", script}, input, limit, "work");
}

std::string error_of(const std::string& script, std::string_view input = {},
                     std::chrono::milliseconds limit = seconds(20)) {
  try {
    shell(script, input, limit);
  } catch (const OutputError& error) {
    return error.what();
  }
  return "none";
}

// More than any pipe holds, both ways at once: neither side may wait for the other.
TEST(Program, LargeInputComesBackWhole) {
  std::string large;
  for (int i = 0; large.size() < 5'000'000; ++i) large += std::to_string(i);
  EXPECT_EQ(shell("exec cat", large), large);
  EXPECT_EQ(shell("cat >/dev/null; printf done", large), "done");
}

TEST(Program, InputThatNobodyReadsIsNoMatter) {
  EXPECT_EQ(shell("exec <&-; printf done", std::string(3'000'000, 'x')), "done");
}

TEST(Program, SaysWhatTheProgramSaid) {
  EXPECT_EQ(error_of("echo no room >&2; exit 3"), "work: no room");
  EXPECT_EQ(error_of("printf half; exit 3"), "work broke off");
  EXPECT_EQ(shell("echo a warning >&2; printf whole"), "whole");
}

TEST(Program, CrashDoesNotHurtTheCaller) {
  EXPECT_EQ(error_of("kill -SEGV $$"), "work broke off: Segmentation fault");
}

TEST(Program, IsKilledWhenTimeIsUp) {
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(error_of("exec sleep 60", "input", seconds(1)), "work took longer than 1 second and was stopped");
  EXPECT_LT(std::chrono::steady_clock::now() - start, seconds(10));
}

TEST(Program, MissingOneIsNamed) {
  try {
    run_program("/nowhere/at/all", {}, "", seconds(1), "work");
    FAIL();
  } catch (const OutputError& error) {
    EXPECT_STREQ(error.what(), "work: cannot run /nowhere/at/all: No such file or directory");
  }
}

// A signal that the caller holds back or passes over is the caller's matter, not the program's.
TEST(Program, StartsWithSignalsAsTheyComeByDefault) {
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  EXPECT_EQ(error_of("kill -PIPE $$; printf alive"), "work broke off: Broken pipe");
  std::signal(SIGPIPE, before);
}

// Threads that allocate all the while: what a fork would copy is a heap in the middle of something.
TEST(Program, ThreadsMayRunOthersAtOnce) {
  std::vector<std::jthread> threads;
  std::vector<std::string> outputs(4);
  for (std::string& output : outputs) {
    threads.emplace_back([&output] {
      for (int i = 0; i < 10; ++i) output += shell("exec cat", std::string(100'000, 'x'));
    });
  }
  threads.clear();
  for (const std::string& output : outputs) EXPECT_EQ(output, std::string(1'000'000, 'x'));
}

}  // namespace
}  // namespace entente
