// SPDX-License-Identifier: Apache-2.0
#include "export/atomic_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "graph/error.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

class AtomicFileTest : public testing::Test {
 protected:
  AtomicFileTest() : folder_(fs::temp_directory_path() / ("entente-atomic-" + std::to_string(::getpid()))) {
    fs::create_directories(folder_);
  }
  ~AtomicFileTest() override { fs::remove_all(folder_); }

  std::string read(const fs::path& file) const {
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }
  std::ptrdiff_t files() const { return std::distance(fs::directory_iterator(folder_), {}); }

  fs::path folder_;
};

TEST_F(AtomicFileTest, AppearsWhole) {
  const fs::path target = folder_ / "graph.json";
  AtomicFile file(target);
  file.stream() << std::string(200'000, 'x') << "end";
  file.stream().flush();
  EXPECT_FALSE(fs::exists(target));
  file.commit();
  EXPECT_EQ(read(target), std::string(200'000, 'x') + "end");
  EXPECT_EQ(files(), 1);
}

TEST_F(AtomicFileTest, ADroppedFileLeavesNoTrace) {
  write_file(folder_ / "graph.json", "old");
  {
    AtomicFile file(folder_ / "graph.json");
    file.stream() << "half of the ne";
  }
  EXPECT_EQ(read(folder_ / "graph.json"), "old");
  EXPECT_EQ(files(), 1);
}

TEST_F(AtomicFileTest, KeepsTheRightsOfTheFileThatItReplaces) {
  const fs::path target = folder_ / "graph.json";
  write_file(target, "old");
  fs::permissions(target, fs::perms::owner_read | fs::perms::owner_write);
  write_file(target, "new");
  EXPECT_EQ(read(target), "new");
  EXPECT_EQ(fs::status(target).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(AtomicFileTest, ALinkStaysALink) {
  write_file(folder_ / "real", "old");
  fs::create_symlink("real", folder_ / "link");
  write_file(folder_ / "link", "new");
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  EXPECT_EQ(read(folder_ / "real"), "new");
}

TEST_F(AtomicFileTest, WritesToADeviceDirectly) {
  EXPECT_NO_THROW(write_file("/dev/null", "text"));
}

TEST_F(AtomicFileTest, WhatCannotBeWrittenIsAnError) {
  EXPECT_THROW(AtomicFile(folder_ / "no" / "such" / "file"), OutputError);
  EXPECT_THROW(AtomicFile{folder_}, OutputError);
}

TEST_F(AtomicFileTest, AFullDiskIsAnError) {
  if (!fs::exists("/dev/full")) GTEST_SKIP();
  EXPECT_THROW(write_file("/dev/full", "text"), OutputError);
}

}  // namespace
}  // namespace entente
