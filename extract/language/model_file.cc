// SPDX-License-Identifier: Apache-2.0
#include "extract/language/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstring>

#include "graph/error.h"

namespace entente {
namespace {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

constexpr char magic[8] = {'E', 'N', 'T', 'M', 'O', 'D', 'E', 'L'};
constexpr std::size_t header_size = 64;
constexpr std::size_t name_size = 40;
constexpr std::size_t entry_size = name_size + 16;

template <typename T>
T read(const std::byte* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

template <typename T>
void write(std::byte* at, T value) {
  std::memcpy(at, &value, sizeof value);
}

std::size_t aligned(std::size_t n) {
  return (n + 63) / 64 * 64;
}

// One section's line in the table.
struct Entry {
  std::string_view name;
  std::uint64_t offset;
  std::uint64_t size;
};

Entry entry(std::span<const std::byte> file, std::uint32_t i) {
  const std::byte* at = file.data() + header_size + i * entry_size;
  const char* name = reinterpret_cast<const char*>(at);
  return {{name, strnlen(name, name_size)},
          read<std::uint64_t>(at + name_size),
          read<std::uint64_t>(at + name_size + 8)};
}

constexpr std::uint64_t prime1 = 0x9E3779B185EBCA87u, prime2 = 0xC2B2AE3D27D4EB4Fu,
                        prime3 = 0x165667B19E3779F9u, prime4 = 0x85EBCA77C2B2AE63u,
                        prime5 = 0x27D4EB2F165667C5u;

std::uint64_t round64(std::uint64_t acc, std::uint64_t lane) {
  return std::rotl(acc + lane * prime2, 31) * prime1;
}
std::uint64_t merge64(std::uint64_t acc, std::uint64_t lane) {
  return (acc ^ round64(0, lane)) * prime1 + prime4;
}

}  // namespace

std::uint64_t xxh64(std::span<const std::byte> bytes) {
  const std::byte* p = bytes.data();
  std::size_t left = bytes.size();
  std::uint64_t h = prime5;
  if (left >= 32) {
    std::uint64_t a = prime1 + prime2, b = prime2, c = 0, d = 0 - prime1;
    for (; left >= 32; left -= 32, p += 32) {
      a = round64(a, read<std::uint64_t>(p));
      b = round64(b, read<std::uint64_t>(p + 8));
      c = round64(c, read<std::uint64_t>(p + 16));
      d = round64(d, read<std::uint64_t>(p + 24));
    }
    h = std::rotl(a, 1) + std::rotl(b, 7) + std::rotl(c, 12) + std::rotl(d, 18);
    for (const std::uint64_t lane : {a, b, c, d}) h = merge64(h, lane);
  }
  h += bytes.size();
  for (; left >= 8; left -= 8, p += 8)
    h = std::rotl(h ^ round64(0, read<std::uint64_t>(p)), 27) * prime1 + prime4;
  if (left >= 4) {
    h = std::rotl(h ^ read<std::uint32_t>(p) * prime1, 23) * prime2 + prime3;
    left -= 4, p += 4;
  }
  for (; left > 0; --left, ++p) h = std::rotl(h ^ std::to_integer<std::uint64_t>(*p) * prime5, 11) * prime1;
  h = (h ^ h >> 33) * prime2;
  h = (h ^ h >> 29) * prime3;
  return h ^ h >> 32;
}

// The file's bytes, mapped or copied to a 64-byte boundary.
struct ModelFile::Bytes {
  std::span<const std::byte> all;
  void* mapped = nullptr;
  std::byte* copied = nullptr;

  ~Bytes() {
    if (mapped) munmap(mapped, all.size());
    ::operator delete (copied, std::align_val_t{64});
  }
};

ModelFile::ModelFile(std::unique_ptr<Bytes> bytes, std::string name)
    : bytes_(std::move(bytes)), name_(std::move(name)) {}
ModelFile::ModelFile(ModelFile&&) noexcept = default;
ModelFile& ModelFile::operator=(ModelFile&&) noexcept = default;
ModelFile::~ModelFile() = default;

ModelFile ModelFile::open(const std::filesystem::path& path) {
  auto bytes = std::make_unique<Bytes>();
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    throw InputError(path.string(), std::string("cannot read the model: ") + std::strerror(errno));
  struct stat info {};
  const bool regular = fstat(file, &info) == 0 && S_ISREG(info.st_mode);
  const auto size = static_cast<std::size_t>(regular ? info.st_size : 0);
  void* mapped = size > 0 ? mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
  ::close(file);
  if (mapped == MAP_FAILED)
    throw InputError(path.string(), regular ? "the model is empty" : "the model is no file");
  bytes->mapped = mapped;
  bytes->all = {static_cast<const std::byte*>(mapped), size};
  ModelFile model(std::move(bytes), path.string());
  model.check();
  return model;
}

ModelFile ModelFile::from_bytes(std::span<const std::byte> source, std::string name) {
  auto bytes = std::make_unique<Bytes>();
  bytes->copied = static_cast<std::byte*>(::operator new (source.size() + 1, std::align_val_t{64}));
  if (!source.empty()) std::memcpy(bytes->copied, source.data(), source.size());
  bytes->all = {bytes->copied, source.size()};
  ModelFile model(std::move(bytes), std::move(name));
  model.check();
  return model;
}

void ModelFile::fail(std::string what) const {
  throw InputError(name_, std::move(what));
}

void ModelFile::check() const {
  const std::span<const std::byte> file = bytes_->all;
  if (file.size() < header_size || std::memcmp(file.data(), magic, sizeof magic) != 0)
    fail("this is no model file");
  const auto version = read<std::uint32_t>(file.data() + 8);
  if (version != model_format_version)
    fail("the model has format version " + std::to_string(version) + ", this program reads version " +
         std::to_string(model_format_version));
  const auto size = read<std::uint64_t>(file.data() + 16);
  if (size != file.size())
    fail("the model has " + std::to_string(file.size()) + " bytes of " + std::to_string(size) +
         ": it is damaged");
  if (xxh64(file.subspan(header_size)) != read<std::uint64_t>(file.data() + 24))
    fail("the model's checksum is wrong: it is damaged");
  const std::uint64_t count = read<std::uint32_t>(file.data() + 12);
  if (count > (size - header_size) / entry_size) fail("the model's table of sections is damaged");
  for (std::uint32_t i = 0; i < count; ++i) {
    const Entry e = entry(file, i);
    if (e.name.empty() || e.offset % 64 != 0 || e.offset > size || e.size > size - e.offset)
      fail("the model's table of sections is damaged");
  }
}

std::optional<std::span<const std::byte>> ModelFile::find(std::string_view section) const {
  const std::span<const std::byte> file = bytes_->all;
  const auto count = read<std::uint32_t>(file.data() + 12);
  for (std::uint32_t i = 0; i < count; ++i)
    if (const Entry e = entry(file, i); e.name == section) return file.subspan(e.offset, e.size);
  return std::nullopt;
}

std::span<const std::byte> ModelFile::section(std::string_view name) const {
  if (const auto found = find(name)) return *found;
  fail("the model has no section " + std::string(name));
}

std::vector<std::byte> make_model_file(
    const std::vector<std::pair<std::string, std::vector<std::byte>>>& sections) {
  std::size_t size = aligned(header_size + sections.size() * entry_size);
  for (const auto& [name, bytes] : sections) size = aligned(size + bytes.size());
  std::vector<std::byte> file(size);
  std::size_t offset = aligned(header_size + sections.size() * entry_size);
  std::byte* at = file.data() + header_size;
  for (const auto& [name, bytes] : sections) {
    std::memcpy(at, name.data(), std::min(name.size(), name_size - 1));
    write<std::uint64_t>(at + name_size, offset);
    write<std::uint64_t>(at + name_size + 8, bytes.size());
    if (!bytes.empty()) std::memcpy(file.data() + offset, bytes.data(), bytes.size());
    offset = aligned(offset + bytes.size());
    at += entry_size;
  }
  std::memcpy(file.data(), magic, sizeof magic);
  write<std::uint32_t>(file.data() + 8, model_format_version);
  write<std::uint32_t>(file.data() + 12, static_cast<std::uint32_t>(sections.size()));
  write<std::uint64_t>(file.data() + 16, size);
  write<std::uint64_t>(file.data() + 24, xxh64(std::span<const std::byte>(file).subspan(header_size)));
  return file;
}

}  // namespace entente
