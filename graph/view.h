// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

// Actors and relations as they lie in the graph, without a copy of their texts: for those who walk over
// millions. Fields are those of the structs of the same name (graph/actor.h, graph/relation.h).

struct EvidenceView {
  std::string_view document;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::string_view quote;
  std::string_view sentence;
  bool operator==(const EvidenceView&) const = default;
};

struct RelationView {
  std::string_view source, target, type, label, mode;
  Status status = Status::actual;
  std::string_view by, date, title;
  bool symmetric = false;
  double confidence = 1.0;
  std::vector<EvidenceView> evidence;
  std::vector<std::string_view> reasons;
  bool operator==(const RelationView&) const = default;
};

struct AliasView {
  std::string_view name;
  std::uint32_t count = 0;
  bool operator==(const AliasView&) const = default;
};

struct OfficeView {
  std::string_view title, of;
  bool current = true;
  bool operator==(const OfficeView&) const = default;
};

struct ExternalIdView {
  std::string_view scheme, value;
  bool operator==(const ExternalIdView&) const = default;
};

struct MentionReasonView {
  std::string_view text, document;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::string_view rule;
  bool operator==(const MentionReasonView&) const = default;
};

struct ActorView {
  std::string_view id, label;
  ActorKind kind = ActorKind::institution;
  std::vector<AliasView> aliases;
  std::string_view country;
  std::vector<OfficeView> offices;
  std::uint32_t mentions = 0;
  std::vector<ExternalIdView> external_ids;
  std::vector<MentionReasonView> reasons;
  bool operator==(const ActorView&) const = default;
};

// The view of a value, into one whose memory is used again; it lives as long as the value.
void view(const Relation& relation, RelationView& into);
void view(const Actor& actor, ActorView& into);

// Reads relations out of a graph. What comes of several documents is put together in the reader's own memory.
//
//   RelationReader relations(graph);
//   for (std::size_t i = 0; i < graph.relation_count(); ++i) {
//     const RelationView& relation = relations.read(i);  // good until the next read or change of the graph
class RelationReader {
 public:
  explicit RelationReader(const KnowledgeGraph& graph) : graph_(graph) {}
  const RelationView& read(std::size_t index);

 private:
  const KnowledgeGraph& graph_;
  RelationView view_;
  Relation combined_;
};

// The same for actors.
class ActorReader {
 public:
  explicit ActorReader(const KnowledgeGraph& graph) : graph_(graph) {}
  const ActorView& read(std::size_t index);

 private:
  const KnowledgeGraph& graph_;
  ActorView view_;
  Actor combined_;
};

}  // namespace entente
