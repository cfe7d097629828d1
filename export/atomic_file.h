// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <ostream>
#include <string_view>

namespace entente {

// A file that appears whole or not at all: written under another name in the same folder, then flushed to the
// disk and renamed over the target. A reader sees the old file or the new one, never half of one; a file that
// is dropped before `commit` leaves no trace. A target that is no regular file (a pipe, /dev/stdout) is
// written directly.
//
//   AtomicFile file("graph.json");
//   write_json(graph, file.stream());
//   file.commit();
class AtomicFile {
 public:
  // Throws OutputError where nothing can be written there.
  explicit AtomicFile(std::filesystem::path target);
  AtomicFile(AtomicFile&&) noexcept;
  AtomicFile& operator=(AtomicFile&&) noexcept;
  ~AtomicFile();

  std::ostream& stream();

  // Puts the file in its place. Throws OutputError where that or an earlier write failed. Call once.
  void commit();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The whole content at once.
void write_file(const std::filesystem::path& target, std::string_view content);

}  // namespace entente
