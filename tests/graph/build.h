// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/fragment.h"
#include "graph/knowledge_graph.h"

namespace entente {

// Short words for tests: a fragment from lines "Wang CONSULT Patrushev", an actor for each name.
inline Actor named(std::string id, ActorKind kind = ActorKind::person) {
  Actor actor;
  actor.id = id;
  actor.label = std::move(id);
  actor.kind = kind;
  actor.mentions = 1;
  return actor;
}

inline Relation related(std::string source, std::string type, std::string target,
                        Status status = Status::actual) {
  Relation relation;
  relation.source = std::move(source);
  relation.target = std::move(target);
  relation.type = std::move(type);
  relation.status = status;
  return relation;
}

inline Fragment fragment_of(std::string document, std::vector<Relation> relations) {
  Fragment fragment;
  fragment.document.id = std::move(document);
  for (const Relation& relation : relations) {
    fragment.actors.push_back(named(relation.source));
    fragment.actors.push_back(named(relation.target));
  }
  for (Actor& actor : fragment.actors) actor.mentions = 1;
  fragment.relations = std::move(relations);
  return fragment;
}

// A graph as lines, so that a failure prints what a reader understands.
inline std::string render(const KnowledgeGraph& graph) {
  std::string text;
  for (const Actor& actor : graph.actors()) {
    text += actor.id + " \"" + actor.label + "\" " + std::string(to_string(actor.kind)) + " x" +
            std::to_string(actor.mentions) + "\n";
  }
  for (const Relation& r : graph.relations()) {
    text += r.source + (r.symmetric ? " -- " : " -> ") + r.target + " " + r.type + " " +
            std::string(to_string(r.status)) + (r.by.empty() ? "" : " by " + r.by) +
            (r.date.empty() ? "" : " on " + r.date) + " x" + std::to_string(r.evidence.size()) + "\n";
  }
  return text;
}

}  // namespace entente
