// SPDX-License-Identifier: Apache-2.0
// Every format for 100,000 actors and 1,000,000 relations into a sink that drops it (csv: into files).
// `ratio` is the CPU time by that of a bare buffered writer (bench/bare_writers.h): of the same bytes for
// json and dot, of JSON for the others. `beyond_MiB` is the peak of memory beyond the graph.
#include <benchmark/benchmark.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

#include "bench/bare_writers.h"
#include "bench/big_graph.h"
#include "bench/memory.h"
#include "export/writer.h"
#include "graph/normal_form.h"

namespace entente {
namespace {

double seconds_now() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

std::filesystem::path scratch_folder() {
  const auto folder = std::filesystem::temp_directory_path() / "entente_formats_bench";
  std::filesystem::create_directories(folder);
  return folder;
}

// In normal form, so that the bare writers' bytes are those of ours; copied, so that its strings lie in
// memory in the order in which they are written.
const Fragment& plain_structs() {
  static const Fragment fragment = [] {
    const Fragment sorted = normal_form(big_fragment(kActors, kRelations));
    return Fragment(sorted);
  }();
  return fragment;
}

void write_bare_json(std::ostream& out) {
  BareJson(out).write(plain_structs());
}

void write_bare_dot(std::ostream& out) {
  static const BareDot::Labels labels = [] {
    BareDot::Labels labels;
    for (const Actor& actor : plain_structs().actors) labels.emplace(actor.id, actor.label);
    return labels;
  }();
  BareDot(out, labels).write(plain_structs());
}

using Writer = void (*)(std::ostream& out);

void into_nothing(Writer writer) {
  Null null;
  std::ostream out(&null);
  writer(out);
}

// What writes files is measured against the bare writer into a file.
void into_file(Writer writer) {
  std::ofstream out(scratch_folder() / "bare", std::ios::binary);
  writer(out);
}

// The best of five.
double bare_seconds(void (*into)(Writer), Writer writer) {
  plain_structs();
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const double start = seconds_now();
    into(writer);
    best = std::min(best, seconds_now() - start);
  }
  return best;
}

// A writer of the same bytes where there is one, or of JSON.
double bare_seconds(const Format& format) {
  static const double json = bare_seconds(into_nothing, write_bare_json);
  static const double dot = bare_seconds(into_nothing, write_bare_dot);
  static const double json_to_disk = bare_seconds(into_file, write_bare_json);
  if (format.write_folder != nullptr) return json_to_disk;
  return format.name == "dot" ? dot : json;
}

void WriteBare(benchmark::State& state, Writer writer) {
  into_nothing(writer);  // the first run is slower
  std::int64_t bytes = 0;
  for (auto _ : state) {
    Null null;
    std::ostream out(&null);
    writer(out);
    bytes += null.bytes;
  }
  state.SetBytesProcessed(bytes);
}

void write_format(const Format& format, Null& null) {
  std::ostream out(&null);
  if (format.write_folder != nullptr) {
    format.write_folder(big_graph(), scratch_folder(), {});
  } else {
    format.write(big_graph(), out, {});
  }
}

void Write(benchmark::State& state, const char* name) {
  const Format& format = *find_format(name);
  const bool is_folder = format.write_folder != nullptr;
  const double bare = bare_seconds(format);
  big_graph();
  double seconds = 0, beyond = 0;
  std::int64_t bytes = 0;
  for (auto _ : state) {
    const MemoryPeak peak;
    Null null;
    const double start = seconds_now();
    write_format(format, null);
    seconds += seconds_now() - start;
    beyond = peak.mebibytes();
    bytes += null.bytes;
  }
  if (bytes > 0) state.SetBytesProcessed(bytes);
  state.counters["beyond_MiB"] = beyond;
  state.counters["ratio"] = seconds / static_cast<double>(state.iterations()) / bare;
  if (is_folder) std::filesystem::remove_all(scratch_folder());
}

void register_all() {
  benchmark::RegisterBenchmark("bare_json", WriteBare, write_bare_json)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("bare_dot", WriteBare, write_bare_dot)->Unit(benchmark::kMillisecond);
  for (const char* name : {"json", "dot", "graphml", "gexf", "csv", "cypher", "turtle", "jsonld", "cytoscape",
                           "jgf", "graphology", "d3", "ftm", "events", "mermaid"}) {
    benchmark::RegisterBenchmark(name, [name](benchmark::State& state) {
      Write(state, name);
    })->Unit(benchmark::kMillisecond);
  }
}

const bool kRegistered = (register_all(), true);

}  // namespace
}  // namespace entente
