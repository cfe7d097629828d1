// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/job.h"

#include <charconv>
#include <utility>
#include <vector>

#include "graph/error.h"

namespace entente {
namespace {

// To be changed with the fields below: program and library may come from different versions.
constexpr std::string_view kForm = "entente-layout 1\n";

// "12:" for a number, "3:abc" for a text.
class JobWriter {
 public:
  void number(std::size_t value) { bytes_ += std::to_string(value) + ':'; }
  void text(const std::string& value) {
    number(value.size());
    bytes_ += value;
  }
  template <typename Enum>
  void one_of(const Enum& value, Enum) {
    number(static_cast<std::size_t>(value));
  }
  void flag(bool value) { number(value ? 1 : 0); }
  std::size_t count(std::size_t size) {
    number(size);
    return size;
  }
  template <typename T>
  void resize(const std::vector<T>&, std::size_t) {}
  void index(std::size_t value, std::size_t) { number(value); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_{kForm};
};

class JobReader {
 public:
  explicit JobReader(std::string_view bytes) : rest_(bytes) {
    if (!rest_.starts_with(kForm)) fail();
    rest_.remove_prefix(kForm.size());
  }
  void number(std::size_t& value) {
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    const auto length = static_cast<std::size_t>(end - rest_.data());
    if (error != std::errc() || length == rest_.size() || rest_[length] != ':') fail();
    rest_.remove_prefix(length + 1);
  }
  void text(std::string& value) {
    const std::size_t size = count(0);
    value = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  template <typename Enum>
  void one_of(Enum& value, Enum last) {
    std::size_t code = 0;
    index(code, static_cast<std::size_t>(last) + 1);
    value = static_cast<Enum>(code);
  }
  void flag(bool& value) {
    std::size_t code = 0;
    index(code, 2);
    value = code == 1;
  }
  // Of what takes a byte each at least.
  std::size_t count(std::size_t) {
    std::size_t size = 0;
    number(size);
    if (size > rest_.size()) fail();
    return size;
  }
  template <typename T>
  void resize(std::vector<T>& all, std::size_t size) {
    all.resize(size);
  }
  void index(std::size_t& value, std::size_t end) {
    number(value);
    if (value >= end) fail();
  }
  void end() const {
    if (!rest_.empty()) fail();
  }

 private:
  [[noreturn]] static void fail() {
    throw InputError("layout", "this is no plan of this version's; library and program do not fit together");
  }
  std::string_view rest_;
};

template <typename Bytes, typename All, typename Pass>
void pass_each(Bytes& bytes, All& all, Pass pass) {
  const std::size_t size = bytes.count(all.size());
  bytes.resize(all, size);
  for (auto& one : all) pass(one);
}

template <typename Bytes, typename Word>
void pass_word(Bytes& bytes, Word& word) {
  bytes.text(word.text);
  bytes.one_of(word.quad, Quad::material_conflict);
  bytes.one_of(word.status, Status::denied);
  bytes.text(word.by);
  bytes.number(word.weight);
}

template <typename Bytes, typename Line>
void pass_line(Bytes& bytes, Line& line, std::size_t nodes) {
  bytes.index(line.source, nodes);
  bytes.index(line.target, nodes);
  bytes.flag(line.both_ways);
  bytes.number(line.weight);
  pass_each(bytes, line.words, [&](auto& word) { pass_word(bytes, word); });
  bytes.text(line.quote);
}

// The one list of fields, for both directions.
template <typename Bytes, typename Job>
void pass_job(Bytes& bytes, Job& job) {
  bytes.one_of(job.format, DiagramFormat::pdf);
  bytes.text(job.engine);
  bytes.number(job.seconds);
  auto& plan = job.plan;
  for (auto* text : {&plan.title, &plan.subtitle, &plan.cut, &plan.alone}) bytes.text(*text);
  pass_each(bytes, plan.nodes, [&](auto& node) {
    for (auto* text : {&node.id, &node.label, &node.note}) bytes.text(*text);
    bytes.one_of(node.kind, ActorKind::bloc);
  });
  const std::size_t nodes = plan.nodes.size();
  pass_each(bytes, plan.lines, [&](auto& line) { pass_line(bytes, line, nodes); });
  pass_each(bytes, plan.groups, [&](auto& group) {
    bytes.text(group.country);
    bytes.text(group.label);
    pass_each(bytes, group.nodes, [&](auto& node) { bytes.index(node, nodes); });
  });
}

}  // namespace

std::string bytes_of(const LayoutJob& job) {
  JobWriter writer;
  pass_job(writer, job);
  return writer.take();
}

LayoutJob read_layout_job(std::string_view bytes) {
  JobReader reader(bytes);
  LayoutJob job;
  pass_job(reader, job);
  reader.end();
  return job;
}

}  // namespace entente
