// SPDX-License-Identifier: Apache-2.0
#include "export/formats/events_writer.h"

#include "export/formats/json_fields.h"
#include "export/text/escape.h"
#include "export/text/walk.h"

namespace entente {
namespace {

constexpr std::string_view kHeader =
    "event\tdate\tsource\tsource_name\tsource_country\tsource_kind\ttarget\ttarget_name\ttarget_"
    "country\ttarget_kind\t"
    "type\tmode\tquad\tscore\tcameo\tstatus\tby\tpredicate\tsymmetric\tconfidence\tweight\tdocument\tbegin\te"
    "nd\tquote\n";

class Record {
 public:
  explicit Record(TextBuffer& out) : out_(out) {}

  void text(std::string_view text) {
    separate();
    append_tsv_field(out_, text);
  }

  template <typename Number>
  void number(Number number) {
    separate();
    append_number(out_, number);
  }

  void actor(const ActorView& actor) {
    text(actor.id);
    text(actor.label);
    text(actor.country);
    text(to_string(actor.kind));
  }

 private:
  void separate() {
    if (!first_) out_ += '\t';
    first_ = false;
  }

  TextBuffer& out_;
  bool first_ = true;
};

// PLOVER's number of the quad category; 0 for a standing tie, which is no event.
std::uint64_t quad_number(Quad quad) {
  return static_cast<std::uint64_t>(quad);
}

// The CAMEO root: the two digits that the type's first code begins with.
std::string_view cameo_root(const RelationType& type) {
  return type.cameo.empty() ? std::string_view() : std::string_view(type.cameo.front()).substr(0, 2);
}

void append_type_fields(Record& record, const RelationView& relation, const WriteOptions& options) {
  record.text(relation.type);
  record.text(relation.mode);
  if (const RelationType* type = options.ontology->find(relation.type)) {
    record.number(quad_number(type->quad));
    record.number(type->score);
    record.text(cameo_root(*type));
  } else {
    for (int field = 0; field < 3; ++field) record.text("");
  }
}

void append_evidence_fields(Record& record, const RelationView& relation, bool evidence) {
  record.number(std::uint64_t{relation.evidence.size()});
  if (evidence && !relation.evidence.empty()) {
    const EvidenceView& first = relation.evidence.front();
    record.text(first.document);
    record.number(first.begin);
    record.number(first.end);
    record.text(first.quote);
  } else {
    for (int field = 0; field < 4; ++field) record.text("");
  }
}

}  // namespace

void write_events(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  sink.text += kHeader;
  ActorReader sources(graph), targets(graph);
  TextBuffer id;
  write_relations(graph, sink, "", [&](std::size_t index, const RelationView& relation) {
    const auto ends = graph.ends(index);
    Record record(sink.text);
    id.clear();
    append_edge_id(id, index);
    record.text(id);
    record.text(relation.date);
    record.actor(sources.read(ends.source));
    record.actor(targets.read(ends.target));
    append_type_fields(record, relation, options);
    record.text(to_string(relation.status));
    record.text(relation.by);
    record.text(relation.label);
    record.text(relation.symmetric ? "true" : "false");
    record.number(relation.confidence);
    append_evidence_fields(record, relation, options.evidence);
    sink.text += '\n';
  });
  sink.finish();
}

}  // namespace entente
