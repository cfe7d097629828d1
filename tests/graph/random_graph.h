// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "graph/fragment.h"
#include "graph/knowledge_graph.h"

namespace entente {

// Random fragments that overlap: they speak of the same few actors, in different words, so that there is
// something to gather. The same seed gives the same fragments.
class FragmentMaker {
 public:
  explicit FragmentMaker(std::uint32_t seed) : random_(seed) {}

  Fragment make(const std::string& document) {
    Fragment fragment;
    fragment.document = {document, "Title of " + document, "2023-0" + std::to_string(1 + below(9)) + "-15",
                         "", ""};
    if (chance()) fragment.notes.push_back("2 bytes were no UTF-8");
    for (std::uint32_t i = 0; i < kActors; ++i) {
      if (below(3) > 0) fragment.actors.push_back(actor(i));
    }
    const std::size_t relations = fragment.actors.size() < 2 ? 0 : below(12);
    for (std::size_t i = 0; i < relations; ++i) fragment.relations.push_back(relation(fragment));
    std::shuffle(fragment.actors.begin(), fragment.actors.end(), random_);
    return fragment;
  }

  std::vector<Fragment> make_many(std::size_t count) {
    std::vector<Fragment> fragments;
    for (std::size_t i = 0; i < count; ++i) fragments.push_back(make("d" + std::to_string(i)));
    return fragments;
  }

  void shuffle(std::vector<Fragment>& fragments) {
    std::shuffle(fragments.begin(), fragments.end(), random_);
  }

 private:
  static constexpr std::uint32_t kActors = 8;

  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }
  bool chance() { return below(2) == 0; }
  std::string word() {
    static const char* const kWords[] = {"told",       "met", "urged", "warned",
                                         "talks with", "",    "Wang",  "the minister"};
    return kWords[below(8)];
  }

  static std::string id(std::uint32_t i) { return "a:" + std::to_string(i); }

  Actor actor(std::uint32_t i) {
    Actor actor;
    actor.id = id(i);
    actor.label = "Actor " + std::to_string(i) + (chance() ? "" : " the Elder");
    actor.kind = static_cast<ActorKind>(below(20) == 0 ? below(5) : i % 5);
    actor.mentions = 1 + below(5);
    for (std::uint32_t k = below(3); k > 0; --k)
      actor.aliases.push_back({"name " + std::to_string(below(4)), 1 + below(3)});
    if (chance()) actor.country = below(4) == 0 ? "FRA" : "CHN";
    if (below(3) == 0) actor.offices.push_back({word(), id(below(kActors)), chance()});
    if (below(3) == 0) actor.external_ids.push_back({"wikidata", "Q" + std::to_string(i)});
    if (below(4) == 0) actor.reasons.push_back({word(), "", below(9), 9, "gazetteer"});
    return actor;
  }

  Relation relation(const Fragment& fragment) {
    static const char* const kTypes[] = {"CONSULT", "AGREE", "SANCTION", "part_of"};
    static const char* const kDates[] = {"", "2023-02-21", "2023-02", "2023-04-01/2023-05-10"};
    Relation relation;
    const std::uint32_t size = static_cast<std::uint32_t>(fragment.actors.size());
    const std::uint32_t source = below(size), target = (source + 1 + below(size - 1)) % size;
    relation.source = fragment.actors[source].id;
    relation.target = fragment.actors[target].id;
    relation.type = kTypes[below(4)];
    relation.label = word();
    relation.status = static_cast<Status>(below(4));
    if (below(4) == 0) relation.by = id(below(kActors));
    relation.date = kDates[below(4)];
    if (below(4) == 0) relation.mode = "visit";
    if (below(4) == 0) relation.title = word();
    relation.symmetric = chance();
    relation.confidence = below(11) / 10.0;
    for (std::uint32_t k = below(4); k > 0; --k) {
      const std::uint64_t begin = below(100);
      relation.evidence.push_back({"", begin, begin + 5, "quote", chance() ? "A quote of five." : ""});
    }
    if (below(4) == 0) relation.reasons.push_back("rule " + word());
    return relation;
  }

  std::mt19937 random_;
};

inline KnowledgeGraph gather(const std::vector<Fragment>& fragments) {
  KnowledgeGraph graph;
  for (const Fragment& fragment : fragments) graph.add(fragment);
  return graph;
}

}  // namespace entente
