// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace entente {

// One file with everything that the analysis of a language has learned: named sections of bytes, mapped into
// memory.
//
//   8 bytes   "ENTMODEL"
//   u32       version of the format, model_format_version
//   u32       number of sections
//   u64       size of the whole file
//   u64       XXH64, seed 0, of everything after the first 64 bytes
//   32 bytes  zero
//   then for each section: its name in 40 bytes, zero-filled; u64 offset, a multiple of 64; u64 size
//   then the sections
//
// Numbers are little-endian. training/model_file.py reads and writes the same.
inline constexpr std::uint32_t model_format_version = 1;

class ModelFile {
 public:
  // Maps a file and checks it all. Throws InputError when it is missing, cut short, damaged or of another
  // version.
  static ModelFile open(const std::filesystem::path& path);

  // The same over a copy of `bytes`; `name` stands for the path in errors.
  static ModelFile from_bytes(std::span<const std::byte> bytes, std::string name);

  ModelFile(ModelFile&&) noexcept;
  ModelFile& operator=(ModelFile&&) noexcept;
  ~ModelFile();

  const std::string& name() const { return name_; }

  // The bytes of a section, at a 64-byte boundary; they live as long as this file, also when it is moved.
  std::optional<std::span<const std::byte>> find(std::string_view section) const;

  // As find(), but a section that is not there throws InputError.
  std::span<const std::byte> section(std::string_view section) const;

  // A section as numbers. Throws InputError when it is not there or its size is no multiple of T's.
  template <typename T>
  std::span<const T> array(std::string_view name) const {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 64);
    const std::span<const std::byte> bytes = section(name);
    if (bytes.size() % sizeof(T) != 0) fail("section " + std::string(name) + " has a wrong size");
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

  // As array(), of exactly `size` numbers.
  template <typename T>
  std::span<const T> array(std::string_view name, std::size_t size) const {
    const std::span<const T> all = array<T>(name);
    if (all.size() != size) fail("section " + std::string(name) + " has a wrong size");
    return all;
  }

  // Throws InputError in this file's name.
  [[noreturn]] void fail(std::string what) const;

 private:
  struct Bytes;
  ModelFile(std::unique_ptr<Bytes> bytes, std::string name);
  void check() const;

  std::unique_ptr<Bytes> bytes_;
  std::string name_;
};

// The bytes of a model file with these sections, in this order. Precondition: names of 1 to 39 bytes, all
// distinct.
std::vector<std::byte> make_model_file(
    const std::vector<std::pair<std::string, std::vector<std::byte>>>& sections);

// XXH64 with seed 0, https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md.
std::uint64_t xxh64(std::span<const std::byte> bytes);

}  // namespace entente
