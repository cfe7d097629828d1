// SPDX-License-Identifier: Apache-2.0
// The formats of other tools for 100,000 actors and 1,000,000 relations, against a bare buffered writer of
// the same fields: `ratio` is the format's time by the bare writer's, `beyond_MiB` the peak of memory beyond
// the graph.
#include <benchmark/benchmark.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

#include "bench/big_graph.h"
#include "bench/memory.h"
#include "export/text/escape.h"
#include "export/text/sink.h"
#include "export/writer.h"

namespace entente {
namespace {

double seconds_now() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// The yardstick: a plain writer of JSON, the same fields out of plain structs, escaped a character at a time
// into one buffer.
class Bare {
 public:
  explicit Bare(std::ostream& out) : sink_(out) {}

  void write(const Fragment& fragment) {
    for (const Actor& actor : fragment.actors) node(actor);
    for (const Relation& relation : fragment.relations) link(relation);
    sink_.finish();
  }

 private:
  void node(const Actor& actor) {
    text("id", actor.id), text("label", actor.label), text("kind", to_string(actor.kind));
    text("country", actor.country), number("mentions", std::uint64_t{actor.mentions});
    for (const Alias& alias : actor.aliases)
      text("name", alias.name), number("count", std::uint64_t{alias.count});
    for (const Office& office : actor.offices) text("title", office.title), text("of", office.of);
    sink_.settle();
  }

  void link(const Relation& relation) {
    text("source", relation.source), text("target", relation.target), text("type", relation.type);
    text("label", relation.label), text("mode", relation.mode), text("status", to_string(relation.status));
    text("by", relation.by), text("date", relation.date), number("confidence", relation.confidence);
    number("weight", std::uint64_t{relation.evidence.size()});
    for (const Evidence& evidence : relation.evidence) {
      text("document", evidence.document), number("begin", evidence.begin), number("end", evidence.end);
      text("quote", evidence.quote);
    }
    sink_.settle();
  }

  void name(std::string_view name) { sink_.text.append(",\"").append(name).append("\":"); }
  void text(std::string_view field, std::string_view value) {
    name(field);
    sink_.text += '"';
    for (const char c : value) {
      if (c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20) sink_.text += '\\';
      sink_.text += c;
    }
    sink_.text += '"';
  }
  template <typename Number>
  void number(std::string_view field, Number value) {
    name(field);
    append_number(sink_.text, value);
  }

  TextSink sink_;
};

std::filesystem::path scratch_folder() {
  const auto folder = std::filesystem::temp_directory_path() / "entente_formats_bench";
  std::filesystem::create_directories(folder);
  return folder;
}

double bare_seconds_into(std::streambuf& buffer) {
  static const Fragment fragment = big_fragment(kActors, kRelations);
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    std::ostream out(&buffer);
    const double start = seconds_now();
    Bare(out).write(fragment);
    best = std::min(best, seconds_now() - start);
  }
  return best;
}

double bare_seconds() {
  Null null;
  static const double seconds = bare_seconds_into(null);
  return seconds;
}

// What writes files is measured against the bare writer into a file.
double bare_seconds_to_disk() {
  std::filebuf file;
  file.open(scratch_folder() / "bare", std::ios::out | std::ios::binary);
  static const double seconds = bare_seconds_into(file);
  return seconds;
}

void WriteBare(benchmark::State& state) {
  const Fragment fragment = big_fragment(kActors, kRelations);
  for (auto _ : state) {
    Null null;
    std::ostream out(&null);
    Bare(out).write(fragment);
  }
}

void Write(benchmark::State& state, const char* name) {
  const Format* format = find_format(name);
  const KnowledgeGraph& graph = big_graph();
  const bool is_folder = format->write_folder != nullptr;
  const double bare = is_folder ? bare_seconds_to_disk() : bare_seconds();
  double seconds = 0;
  double beyond = 0;
  for (auto _ : state) {
    const MemoryPeak peak;
    const double start = seconds_now();
    if (is_folder) {
      format->write_folder(graph, scratch_folder(), {});
    } else {
      Null null;
      std::ostream out(&null);
      format->write(graph, out, {});
    }
    seconds += seconds_now() - start;
    beyond = peak.mebibytes();
  }
  state.counters["beyond_MiB"] = beyond;
  state.counters["ratio"] = seconds / static_cast<double>(state.iterations()) / bare;
  if (is_folder) std::filesystem::remove_all(scratch_folder());
}

void register_all() {
  benchmark::RegisterBenchmark("bare", WriteBare)->Unit(benchmark::kMillisecond);
  for (const char* name : {"json", "graphml", "gexf", "csv", "cypher", "turtle", "jsonld", "cytoscape", "jgf",
                           "graphology", "d3", "ftm", "events", "mermaid"}) {
    benchmark::RegisterBenchmark(name, [name](benchmark::State& state) {
      Write(state, name);
    })->Unit(benchmark::kMillisecond);
  }
}

const bool kRegistered = (register_all(), true);

}  // namespace
}  // namespace entente
