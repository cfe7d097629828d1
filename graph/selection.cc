// SPDX-License-Identifier: Apache-2.0
// Parts of a graph as graphs: every fragment is trimmed, so that what is left is again a function of
// documents.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>

#include "graph/algorithms.h"
#include "graph/knowledge_graph_impl.h"
#include "graph/period.h"

namespace entente {
namespace {

template <typename T, typename U>
bool admits(const std::vector<T>& list, const U& value) {
  return list.empty() || std::ranges::find(list, value) != list.end();
}

bool asks_of_relations(const Filter& filter) {
  return !filter.countries.empty() || !filter.types.empty() || !filter.statuses.empty() ||
         !filter.from.empty() || !filter.to.empty() || filter.min_confidence > 0;
}

// Adds what is left of a fragment; nothing where nothing is.
void add_trimmed(KnowledgeGraph& graph, const Fragment& fragment) {
  if (!fragment.actors.empty()) graph.add(fragment);
}

void drop_lone_actors(Fragment& fragment) {
  std::unordered_set<std::string_view> held;
  for (const Relation& relation : fragment.relations) held.insert({relation.source, relation.target});
  std::erase_if(fragment.actors, [&](const Actor& actor) { return !held.contains(actor.id); });
}

// Judges the fragments' actors and relations by a filter. Kind and country of an actor are those of the whole
// graph.
class Sieve {
 public:
  Sieve(const KnowledgeGraph& graph, const Filter& filter) : filter_(filter) {
    for (const Actor& actor : graph.actors()) {
      if (admits(filter.kinds, actor.kind)) kept_.insert(actor.id);
      if (admits(filter.countries, actor.country)) of_countries_.insert(actor.id);
    }
  }

  void trim(Fragment& fragment) const {
    std::erase_if(fragment.actors, [&](const Actor& actor) { return !kept_.contains(actor.id); });
    std::erase_if(fragment.relations, [&](const Relation& r) { return !keeps(r, fragment.document); });
    if (asks_of_relations(filter_)) drop_lone_actors(fragment);
  }

 private:
  bool keeps(const Relation& relation, const DocumentInfo& document) const {
    return kept_.contains(relation.source) && kept_.contains(relation.target) &&
           (of_countries_.contains(relation.source) || of_countries_.contains(relation.target)) &&
           admits(filter_.types, relation.type) && admits(filter_.statuses, relation.status) &&
           relation.confidence >= filter_.min_confidence && falls_into_period(relation, document);
  }

  bool falls_into_period(const Relation& relation, const DocumentInfo& document) const {
    if (filter_.from.empty() && filter_.to.empty()) return true;
    const std::string& date = relation.date.empty() ? document.date : relation.date;
    return !date.empty() && overlap(parse_period(date), Period{filter_.from, filter_.to});
  }

  const Filter& filter_;
  std::unordered_set<std::string> kept_, of_countries_;
};

}  // namespace

KnowledgeGraph filter(const KnowledgeGraph& graph, const Filter& filter) {
  const Sieve sieve(graph, filter);
  KnowledgeGraph result;
  for (const auto& [id, packed] : graph.impl().fragments) {
    if (!admits(filter.documents, id)) continue;
    Fragment fragment = packed->unpack();
    sieve.trim(fragment);
    add_trimmed(result, fragment);
  }
  return result;
}

KnowledgeGraph subgraph(const KnowledgeGraph& graph, std::span<const std::size_t> actors,
                        std::span<const std::size_t> relations) {
  std::set<std::string> ids;
  std::set<RelationKey> keys;
  for (const std::size_t actor : actors) ids.insert(std::string(graph.impl().gathered().actor_id(actor)));
  for (const std::size_t relation : relations) {
    const RelationKey& key = *keys.insert(graph.relation_key(relation)).first;
    ids.insert({key.source, key.target});
  }
  KnowledgeGraph result;
  for (const auto& [id, packed] : graph.impl().fragments) {
    Fragment fragment = packed->unpack();
    std::erase_if(fragment.actors, [&](const Actor& actor) { return !ids.contains(actor.id); });
    std::erase_if(fragment.relations, [&](const Relation& r) {
      return !keys.contains(RelationKey{r.source, r.target, r.type, r.status, r.by});
    });
    add_trimmed(result, fragment);
  }
  return result;
}

}  // namespace entente
