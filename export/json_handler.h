// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/graph_assembler.h"
#include "export/json_stream.h"
#include "graph/ontology.h"

namespace entente {

// Where in a graph file the reader is.
enum class JsonPlace : std::uint8_t {
  top,
  root,
  graph,
  documents,
  document,
  notes,
  nodes,
  node,
  aliases,
  alias_counts,
  offices,
  office,
  external_ids,
  external_id,
  mention_reasons,
  mention_reason,
  node_parts,
  node_part,
  links,
  link,
  all_evidence,
  evidence,
  reasons,
  link_parts,
  link_part,
  skipped,
};

// A value that is no list and no object.
struct JsonScalar {
  enum class Type : std::uint8_t { null, flag, count, number, text };
  Type type = Type::null;
  bool flag = false;
  std::uint64_t count = 0;
  double number = 0;
  std::string_view text = {};
};

// RapidJSON's events (hence the names) in, records to the assembler out. What may stand where is one table,
// in the source. Throws InputError at the first fault. Internal to export/.
class JsonHandler {
 public:
  JsonHandler(std::string_view file, const JsonStream& stream, const Ontology& ontology,
              GraphAssembler& graph)
      : file_(file), stream_(stream), ontology_(ontology), graph_(graph) {}

  bool Null() { return scalar({}); }
  bool Bool(bool flag) { return scalar({.type = JsonScalar::Type::flag, .flag = flag}); }
  bool Int(int number) { return Double(number); }
  bool Uint(unsigned count) { return Uint64(count); }
  bool Int64(std::int64_t number) { return Double(static_cast<double>(number)); }
  bool Uint64(std::uint64_t count) {
    return scalar({.type = JsonScalar::Type::count, .count = count, .number = static_cast<double>(count)});
  }
  bool Double(double number) { return scalar({.type = JsonScalar::Type::number, .number = number}); }
  bool RawNumber(const char*, std::size_t, bool) { return false; }
  bool String(const char* text, std::size_t size, bool) {
    return scalar({.type = JsonScalar::Type::text, .text = {text, size}});
  }
  bool Key(const char* text, std::size_t size, bool) {
    key_.assign(text, size);
    return true;
  }
  bool StartObject() { return open(false); }
  bool EndObject(std::size_t) { return close(); }
  bool StartArray() { return open(true); }
  bool EndArray(std::size_t) { return close(); }

  // Checks what can only be known at the end.
  void finish() const;

  [[noreturn]] void fail(const std::string& message) const;  // at the next byte

 private:
  friend struct JsonFields;

  // Fields that a part has of its own; the others are the whole's.
  enum ActorField : unsigned {
    label = 1,
    kind = 2,
    country = 4,
    aliases = 8,
    offices = 16,
    mentions = 32,
    external_ids = 64
  };
  enum RelationField : unsigned {
    r_label = 1,
    r_mode = 2,
    r_date = 4,
    r_title = 8,
    r_symmetric = 16,
    r_confidence = 32,
    r_reasons = 64
  };

  struct ActorDraft {
    std::string document;
    Actor actor;
    std::vector<std::uint32_t> alias_counts;
    unsigned own = 0;
  };
  struct RelationDraft {
    std::string document;
    Relation relation;
    unsigned own = 0;
  };
  // A link's end that was no node yet when the link came.
  struct OpenEnd {
    std::string id;
    std::size_t line, column;
  };

  bool scalar(const JsonScalar& value);
  bool open(bool list);
  bool close();
  void begin(JsonPlace place);
  void end(JsonPlace place);
  void end_document();
  void end_node();
  void end_link();
  void pair_counts(ActorDraft& draft) const;
  void check_end(const std::string& id);
  void require(bool there, std::string_view field) const;

  [[noreturn]] void fail_at_value(const JsonScalar& value, const std::string& message) const;
  std::size_t value_column(const JsonScalar& value) const;

  Actor& actor(ActorField field);
  Relation& relation(RelationField field);
  ActorDraft& actor_draft() { return in_part_ ? actor_parts_.back() : actor_; }
  RelationDraft& relation_draft() { return in_part_ ? relation_parts_.back() : relation_; }
  void set_id(const JsonScalar& value, std::string& id) const;

  std::string file_;
  const JsonStream& stream_;
  const Ontology& ontology_;
  GraphAssembler& graph_;

  std::vector<JsonPlace> places_{JsonPlace::top};
  std::string key_;
  bool has_nodes_ = false;
  bool in_part_ = false;  // of a node or link

  DocumentInfo document_;
  bool has_document_id_ = false;
  std::vector<std::string> notes_;
  ActorDraft actor_;
  std::vector<ActorDraft> actor_parts_;
  RelationDraft relation_;
  std::vector<RelationDraft> relation_parts_;
  Evidence evidence_;
  MentionReason mention_reason_;
  bool has_evidence_document_ = false;
  std::vector<OpenEnd> open_ends_;
};

}  // namespace entente
