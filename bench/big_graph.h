// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <streambuf>
#include <string>

#include "graph/fragment.h"
#include "graph/knowledge_graph.h"

namespace entente {

// A graph of so many actors and relations in one document, every string field filled: what a large corpus
// gives. The same sizes give the same graph.
inline Fragment big_fragment(std::uint32_t actors, std::uint32_t relations) {
  static const char* const kTypes[] = {"CONSULT", "AGREE", "SANCTION", "COERCE", "part_of", "ACCUSE", "AID"};
  std::mt19937 random(1);
  const auto id = [](std::uint32_t i) { return "official:actor-" + std::to_string(i); };
  Fragment fragment;
  fragment.document = {"corpus", "A corpus", "2023-02-21", "bench", std::string(64, '0')};
  fragment.actors.reserve(actors);
  fragment.relations.reserve(relations);
  for (std::uint32_t i = 0; i < actors; ++i) {
    Actor actor;
    actor.id = id(i);
    actor.label = "Minister Number " + std::to_string(i);
    actor.kind = static_cast<ActorKind>(i % 5);
    actor.country = "CHN";
    actor.mentions = 3;
    actor.aliases = {{"Minister " + std::to_string(i), 2}, {"Number " + std::to_string(i), 1}};
    actor.offices = {{"Foreign Minister", id(i / 2), true}};
    fragment.actors.push_back(std::move(actor));
  }
  for (std::uint32_t i = 0; i < relations; ++i) {
    Relation relation;
    const std::uint32_t source = random() % actors;
    relation.source = id(source);
    relation.target = id((source + 1 + random() % (actors - 1)) % actors);
    relation.type = kTypes[random() % 7];
    relation.label = "told";
    relation.status = static_cast<Status>(random() % 4);
    if (random() % 4 == 0) relation.by = id(random() % actors);
    relation.date = "2023-02-21";
    relation.mode = "visit";
    relation.confidence = 0.75;
    const std::uint64_t begin = random() % 1'000'000;
    relation.evidence = {
        {"corpus", begin, begin + 39, "told the minister in a call on number " + std::to_string(i), ""}};
    fragment.relations.push_back(std::move(relation));
  }
  return fragment;
}

// The sizes that the writers are measured with.
inline constexpr std::uint32_t kActors = 100'000;
inline constexpr std::uint32_t kRelations = 1'000'000;

// The graph of these sizes, made once and gathered already.
inline const KnowledgeGraph& big_graph() {
  static const KnowledgeGraph graph = [] {
    KnowledgeGraph graph;
    graph.add(big_fragment(kActors, kRelations));
    graph.relation_count();  // gathers
    return graph;
  }();
  return graph;
}

// Counts what is written and drops it.
class Null : public std::streambuf {
 public:
  std::int64_t bytes = 0;

 protected:
  std::streamsize xsputn(const char*, std::streamsize size) override { return bytes += size, size; }
  int_type overflow(int_type c) override { return ++bytes, traits_type::not_eof(c); }
};

}  // namespace entente
