// SPDX-License-Identifier: Apache-2.0
#include "export/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include "graph/error.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

// Buffers into a file descriptor and remembers the first error.
class FileBuffer : public std::streambuf {
 public:
  explicit FileBuffer(int descriptor) : descriptor_(descriptor), buffer_(1 << 16) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
  }
  int error() const { return error_; }

 protected:
  int_type overflow(int_type c) override {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }

  std::streamsize xsputn(const char* text, std::streamsize size) override {
    if (size < epptr() - pptr()) return std::streambuf::xsputn(text, size);
    return sync() == 0 && write_all(text, static_cast<std::size_t>(size)) ? size : 0;
  }

  int sync() override {
    const bool good = write_all(pbase(), static_cast<std::size_t>(pptr() - pbase()));
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return good ? 0 : -1;
  }

 private:
  bool write_all(const char* text, std::size_t size) {
    while (size > 0 && error_ == 0) {
      const ssize_t written = ::write(descriptor_, text, size);
      if (written < 0 && errno != EINTR) error_ = errno;
      if (written > 0) {
        text += written;
        size -= static_cast<std::size_t>(written);
      }
    }
    return error_ == 0;
  }

  int descriptor_;
  int error_ = 0;
  std::vector<char> buffer_;
};

[[noreturn]] void fail(const fs::path& target, int error) {
  throw OutputError(target.string() + ": cannot write: " + std::strerror(error));
}

// Follows links, so that a link to a file stays a link.
fs::path resolve(const fs::path& target) {
  std::error_code error;
  const fs::path real = fs::canonical(target, error);
  return error ? target : real;
}

bool is_special(const fs::path& target) {
  std::error_code error;
  const fs::file_status status = fs::status(target, error);
  return fs::exists(status) && !fs::is_regular_file(status);
}

// The rights that a new file gets, or those of the file that is replaced.
mode_t rights_of(const fs::path& target) {
  struct stat status {};
  if (::stat(target.c_str(), &status) == 0) return status.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

struct AtomicFile::Impl {
  explicit Impl(fs::path path) : target(resolve(path)), direct(is_special(target)) {
    if (fs::is_directory(target)) fail(target, EISDIR);
    if (direct) {
      descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
    } else {
      std::string name = target.string() + ".XXXXXX";
      descriptor = ::mkostemp(name.data(), O_CLOEXEC);
      if (descriptor >= 0) temporary = name;
    }
    if (descriptor < 0) fail(target, errno);
    buffer.emplace(descriptor);
    stream.rdbuf(&*buffer);
  }

  ~Impl() {
    if (descriptor >= 0) ::close(descriptor);
    if (!temporary.empty()) ::unlink(temporary.c_str());
  }

  void commit() {
    stream.flush();
    if (buffer->error() != 0 || !stream) fail(target, buffer->error() != 0 ? buffer->error() : EIO);
    if (!direct && (::fchmod(descriptor, rights_of(target)) != 0 || ::fsync(descriptor) != 0))
      fail(target, errno);
    if (::close(std::exchange(descriptor, -1)) != 0) fail(target, errno);
    if (direct) return;
    if (::rename(temporary.c_str(), target.c_str()) != 0) fail(target, errno);
    temporary.clear();
    flush_folder();
  }

  // Best effort: the rename itself outlives a power cut. Not every file system lets folders be flushed.
  void flush_folder() const {
    const fs::path folder = target.has_parent_path() ? target.parent_path() : ".";
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return;
    ::fsync(handle);
    ::close(handle);
  }

  fs::path target;
  bool direct;
  std::string temporary;
  int descriptor = -1;
  std::optional<FileBuffer> buffer;
  std::ostream stream{nullptr};
};

AtomicFile::AtomicFile(fs::path target) : impl_(std::make_unique<Impl>(std::move(target))) {}
AtomicFile::AtomicFile(AtomicFile&&) noexcept = default;
AtomicFile& AtomicFile::operator=(AtomicFile&&) noexcept = default;
AtomicFile::~AtomicFile() = default;

std::ostream& AtomicFile::stream() {
  return impl_->stream;
}
void AtomicFile::commit() {
  impl_->commit();
}

void write_file(const fs::path& target, std::string_view content) {
  AtomicFile file(target);
  file.stream() << content;
  file.commit();
}

}  // namespace entente
