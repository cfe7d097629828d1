// SPDX-License-Identifier: Apache-2.0
// Reading JSON, and what the libraries reach that others write with, for 100,000 actors and 1,000,000
// relations with all their strings. `beyond_MiB` is the peak of memory beyond the graph. formats_bench has
// our writers.
#include <benchmark/benchmark.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <ostream>
#include <sstream>
#include <string>

#include "bench/big_graph.h"
#include "bench/memory.h"
#include "export/dot_writer.h"
#include "export/json_reader.h"
#include "export/json_writer.h"

namespace entente {
namespace {

template <typename Write>
void measure(benchmark::State& state, Write write) {
  std::int64_t bytes = 0;
  double beyond = 0;
  for (auto _ : state) {
    Null null;
    std::ostream out(&null);
    const MemoryPeak peak;
    write(out);
    beyond = peak.mebibytes();
    bytes += null.bytes;
  }
  state.SetBytesProcessed(bytes);
  state.counters["beyond_MiB"] = beyond;
}

// RapidJSON alone writes the same fields from plain structs.
class RapidJsonWriter {
 public:
  explicit RapidJsonWriter(std::ostream& out) : out_(out), writer_(buffer_) {}

  void write(const Fragment& fragment) {
    writer_.StartObject();
    writer_.Key("nodes");
    writer_.StartArray();
    for (const Actor& actor : fragment.actors) node(actor);
    writer_.EndArray();
    writer_.Key("links");
    writer_.StartArray();
    for (const Relation& relation : fragment.relations) link(relation);
    writer_.EndArray();
    writer_.EndObject();
    pass_on(0);
  }

 private:
  void node(const Actor& a) {
    writer_.StartObject();
    field("id", a.id), field("label", a.label), field("kind", to_string(a.kind)), field("country", a.country);
    writer_.Key("aliases");
    writer_.StartArray();
    for (const Alias& alias : a.aliases) text(alias.name);
    writer_.EndArray();
    writer_.Key("alias_counts");
    writer_.StartArray();
    for (const Alias& alias : a.aliases) writer_.Uint(alias.count);
    writer_.EndArray();
    writer_.Key("offices");
    writer_.StartArray();
    for (const Office& office : a.offices) {
      writer_.StartObject();
      field("title", office.title), field("of", office.of);
      writer_.Key("current");
      writer_.Bool(office.current);
      writer_.EndObject();
    }
    writer_.EndArray();
    number("mentions", a.mentions);
    writer_.EndObject();
    pass_on(1 << 16);
  }

  void link(const Relation& r) {
    writer_.StartObject();
    field("source", r.source), field("target", r.target);
    field("key", r.type + "/" + std::string(to_string(r.status)) + (r.by.empty() ? "" : "/" + r.by));
    field("type", r.type), field("label", r.label), field("status", to_string(r.status)), field("by", r.by);
    field("date", r.date);
    number("weight", r.evidence.size());
    writer_.Key("confidence");
    writer_.Double(r.confidence);
    field("mode", r.mode);
    writer_.Key("evidence");
    writer_.StartArray();
    for (const Evidence& e : r.evidence) {
      writer_.StartObject();
      field("document", e.document), number("begin", e.begin), number("end", e.end), field("quote", e.quote);
      writer_.EndObject();
    }
    writer_.EndArray();
    writer_.EndObject();
    pass_on(1 << 16);
  }

  void text(std::string_view t) { writer_.String(t.data(), static_cast<rapidjson::SizeType>(t.size())); }
  void field(const char* name, std::string_view value) { writer_.Key(name), text(value); }
  void number(const char* name, std::uint64_t value) { writer_.Key(name), writer_.Uint64(value); }
  void pass_on(std::size_t from) {
    if (buffer_.GetSize() < from) return;
    out_.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize()));
    buffer_.Clear();
  }

  std::ostream& out_;
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

void WriteByRapidJson(benchmark::State& state) {
  const Fragment fragment = big_fragment(kActors, kRelations);
  measure(state, [&](std::ostream& out) { RapidJsonWriter(out).write(fragment); });
}

// As large as write_dot lets cgraph have it; the big graph takes it half a minute and 1.6 GiB.
void WriteDotByCgraph(benchmark::State& state) {
  KnowledgeGraph graph;
  graph.add(big_fragment(1'000, 9'000));
  graph.relation_count();
  measure(state, [&](std::ostream& out) { write_dot_by_cgraph(graph, out); });
}

void ReadJson(benchmark::State& state) {
  std::ostringstream json;
  write_json(big_graph(), json);
  const std::string text = std::move(json).str();
  double beyond = 0;
  for (auto _ : state) {
    const MemoryPeak peak;
    const KnowledgeGraph graph = read_json(text, "bench");
    benchmark::DoNotOptimize(graph.relation_count());
    beyond = peak.mebibytes();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
  state.counters["peak_MiB"] = beyond;
}

BENCHMARK(WriteByRapidJson)->Unit(benchmark::kMillisecond);
BENCHMARK(WriteDotByCgraph)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(ReadJson)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace entente
