// SPDX-License-Identifier: Apache-2.0
#include "extract/language/model_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>

#include "graph/error.h"

namespace entente {
namespace {

std::vector<std::byte> bytes_of(std::string_view text) {
  const auto* p = reinterpret_cast<const std::byte*>(text.data());
  return {p, p + text.size()};
}

std::string text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::vector<std::byte> small_model() {
  return make_model_file(
      {{"network/config", bytes_of("twelve bytes")}, {"empty", {}}, {"segmenter", bytes_of("abc")}});
}

std::string error_of(std::span<const std::byte> bytes) {
  try {
    ModelFile::from_bytes(bytes, "m.model");
  } catch (const InputError& e) {
    return e.what();
  }
  return "";
}

// https://github.com/Cyan4973/xxHash: known values with seed 0.
TEST(Xxh64, AgreesWithTheReference) {
  EXPECT_EQ(xxh64({}), 0xEF46DB3751D8E999u);
  EXPECT_EQ(xxh64(bytes_of("a")), 0xD24EC4F1A98C6E5Bu);
  EXPECT_EQ(xxh64(bytes_of("abc")), 0x44BC2CF5AD770999u);
}

TEST(ModelFile, GivesItsSectionsBack) {
  const ModelFile m = ModelFile::from_bytes(small_model(), "m.model");
  EXPECT_EQ(text_of(m.section("segmenter")), "abc");
  EXPECT_EQ(m.section("empty").size(), 0u);
  EXPECT_EQ(m.array<std::uint32_t>("network/config").size(), 3u);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(m.section("segmenter").data()) % 64, 0u);
  EXPECT_FALSE(m.find("network"));
}

TEST(ModelFile, SaysWhichSectionIsMissingOrMisshapen) {
  const ModelFile m = ModelFile::from_bytes(small_model(), "m.model");
  EXPECT_THROW(m.section("lemmas"), InputError);
  EXPECT_THROW(m.array<std::uint32_t>("segmenter"), InputError);
  EXPECT_THROW(m.array<std::uint32_t>("network/config", 4), InputError);
}

TEST(ModelFile, StaysValidWhenMoved) {
  ModelFile m = ModelFile::from_bytes(small_model(), "m.model");
  const auto section = m.section("segmenter");
  const ModelFile moved = std::move(m);
  EXPECT_EQ(text_of(section), "abc");
}

TEST(ModelFile, RefusesEveryTruncation) {
  const auto whole = small_model();
  for (std::size_t n = 0; n < whole.size(); ++n) EXPECT_NE(error_of(std::span(whole).first(n)), "") << n;
}

TEST(ModelFile, RefusesEveryDamagedByte) {
  const auto whole = small_model();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i >= 32 && i < 64) continue;  // reserved
    auto damaged = whole;
    damaged[i] ^= std::byte{0x10};
    EXPECT_NE(error_of(damaged), "") << i;
  }
}

TEST(ModelFile, NamesTheVersionThatItCannotRead) {
  auto m = small_model();
  m[8] = std::byte{9};
  EXPECT_EQ(error_of(m), "m.model: the model has format version 9, this program reads version 1");
}

// A table that points outside the file, with the right checksum.
TEST(ModelFile, RefusesSectionsOutsideTheFile) {
  for (const std::uint64_t offset : {std::uint64_t{1} << 40, ~std::uint64_t{63}, std::uint64_t{7}}) {
    auto m = small_model();
    std::memcpy(m.data() + 64 + 40, &offset, 8);
    const std::uint64_t check = xxh64(std::span(m).subspan(64));
    std::memcpy(m.data() + 24, &check, 8);
    EXPECT_EQ(error_of(m), "m.model: the model's table of sections is damaged");
  }
}

TEST(ModelFile, OpensAFileAndNamesOneThatIsMissing) {
  const std::string path = testing::TempDir() + "/model_file_test.model";
  const auto bytes = small_model();
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  EXPECT_EQ(text_of(ModelFile::open(path).section("segmenter")), "abc");
  std::ofstream(path, std::ios::trunc).close();
  EXPECT_THROW(ModelFile::open(path), InputError);
  EXPECT_THROW(ModelFile::open(path + ".missing"), InputError);
  EXPECT_THROW(ModelFile::open(testing::TempDir()), InputError);
}

}  // namespace
}  // namespace entente
