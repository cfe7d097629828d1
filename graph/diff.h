// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

// What became another between two graphs, field by field: {"status", "planned", "actual"}.
struct FieldChange {
  std::string field;
  std::string before;
  std::string after;
  bool operator==(const FieldChange&) const = default;
};

struct ActorChange {
  Actor before;
  Actor after;
  std::vector<FieldChange> fields;  // in the order of Actor's members; never empty
};

struct RelationChange {
  Relation before;
  Relation after;
  std::vector<FieldChange> fields;
};

// A relation whose status went from one to another ("planned" to "actual") while source, target, type and by
// stayed.
struct StatusChange {
  Relation before;
  Relation after;
};

// The difference of two graphs, every list sorted as in a graph.
struct GraphDiff {
  std::vector<DocumentInfo> documents_added, documents_removed;
  std::vector<Actor> actors_added, actors_removed;
  std::vector<ActorChange> actors_changed;
  std::vector<Relation> relations_added, relations_removed;
  std::vector<RelationChange> relations_changed;
  std::vector<StatusChange> statuses_changed;  // these are not among added and removed

  bool empty() const;
};

GraphDiff diff(const KnowledgeGraph& before, const KnowledgeGraph& after);

}  // namespace entente
