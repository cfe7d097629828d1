// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/fragment.h"
#include "graph/knowledge_graph.h"

namespace entente {

// A node as a file gives it: the actor as a whole, and what documents add to it, where the file says so.
struct NodeRecord {
  Actor actor;
  std::vector<Part<Actor>> parts;
};

// A link likewise; its evidence names documents too.
struct LinkRecord {
  Relation relation;
  std::vector<Part<Relation>> parts;
};

// Takes a graph's records in any order and puts its fragments together again. Internal to export/.
class GraphAssembler {
 public:
  void add(DocumentInfo document, std::vector<std::string> notes);

  // False where the id is there already.
  bool add(NodeRecord&& node);

  void add(LinkRecord&& link);

  bool has_node(std::string_view id) const { return nodes_.contains(id); }

  // Precondition: both ends of every link are nodes. Call once.
  KnowledgeGraph finish();

 private:
  // What a document that only names an actor gets of it.
  struct Basics {
    std::string label, country;
    ActorKind kind;
  };

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  Fragment& fragment(const std::string& document);
  void place_actors();
  void close(Fragment& fragment);

  std::map<std::string, Fragment, std::less<>> fragments_;
  std::unordered_map<std::string, Basics, Hash, std::equal_to<>> nodes_;
  std::vector<Actor> unplaced_actors_;        // of no document by their own account
  std::vector<Relation> unplaced_relations_;  // without evidence
};

}  // namespace entente
