// SPDX-License-Identifier: Apache-2.0
#include "graph/view.h"

#include "graph/knowledge_graph_impl.h"

namespace entente {

void view(const Relation& relation, RelationView& into) {
  into.source = relation.source;
  into.target = relation.target;
  into.type = relation.type;
  into.label = relation.label;
  into.mode = relation.mode;
  into.status = relation.status;
  into.by = relation.by;
  into.date = relation.date;
  into.title = relation.title;
  into.symmetric = relation.symmetric;
  into.confidence = relation.confidence;
  into.evidence.clear();
  for (const Evidence& e : relation.evidence)
    into.evidence.push_back({e.document, e.begin, e.end, e.quote, e.sentence});
  into.reasons.assign(relation.reasons.begin(), relation.reasons.end());
}

void view(const Actor& actor, ActorView& into) {
  into.id = actor.id;
  into.label = actor.label;
  into.kind = actor.kind;
  into.country = actor.country;
  into.mentions = actor.mentions;
  into.aliases.clear();
  for (const Alias& alias : actor.aliases) into.aliases.push_back({alias.name, alias.count});
  into.offices.clear();
  for (const Office& office : actor.offices)
    into.offices.push_back({office.title, office.of, office.current});
  into.external_ids.clear();
  for (const ExternalId& id : actor.external_ids) into.external_ids.push_back({id.scheme, id.value});
  into.reasons.clear();
  for (const MentionReason& r : actor.reasons)
    into.reasons.push_back({r.text, r.document, r.begin, r.end, r.rule});
}

const RelationView& RelationReader::read(std::size_t index) {
  const Gathered& gathered = graph_.impl().gathered();
  const auto parts = gathered.relation_parts(index);
  if (parts.size() == 1) {
    gathered.fragment(parts[0].part.fragment).read(parts[0].part.item, view_);
  } else {
    graph_.read_relation(index, combined_);
    view(combined_, view_);
  }
  return view_;
}

const ActorView& ActorReader::read(std::size_t index) {
  const Gathered& gathered = graph_.impl().gathered();
  const auto parts = gathered.actor_parts(index);
  if (parts.size() == 1) {
    gathered.fragment(parts[0].fragment).read(parts[0].item, view_);
  } else {
    graph_.read_actor(index, combined_);
    view(combined_, view_);
  }
  return view_;
}

}  // namespace entente
