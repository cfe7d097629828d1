// SPDX-License-Identifier: Apache-2.0
#include "export/graph_assembler.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace entente {
namespace {

// Moves the evidence out of a relation, by document.
std::map<std::string, std::vector<Evidence>> split_evidence(Relation& relation) {
  std::map<std::string, std::vector<Evidence>> by_document;
  for (Evidence& piece : relation.evidence) by_document[piece.document].push_back(std::move(piece));
  relation.evidence.clear();
  return by_document;
}

bool one_document(const std::vector<Evidence>& evidence) {
  return std::ranges::all_of(evidence,
                             [&](const Evidence& e) { return e.document == evidence.front().document; });
}

}  // namespace

Fragment& GraphAssembler::fragment(const std::string& document) {
  Fragment& fragment = fragments_[document];
  fragment.document.id = document;
  return fragment;
}

void GraphAssembler::add(DocumentInfo document, std::vector<std::string> notes) {
  Fragment& held = fragment(document.id);
  held.document = std::move(document);
  held.notes = std::move(notes);
}

bool GraphAssembler::add(NodeRecord&& node) {
  Actor& actor = node.actor;
  if (!nodes_.try_emplace(actor.id, Basics{actor.label, actor.country, actor.kind}).second) return false;
  if (node.parts.empty()) {
    unplaced_actors_.push_back(std::move(actor));
    return true;
  }
  for (Part<Actor>& part : node.parts) {
    part.value.reasons.clear();
    for (const MentionReason& reason : actor.reasons) {
      if (reason.document == part.document) part.value.reasons.push_back(reason);
    }
    fragment(part.document).actors.push_back(std::move(part.value));
  }
  return true;
}

void GraphAssembler::add(LinkRecord&& link) {
  Relation& whole = link.relation;
  if (link.parts.empty() && whole.evidence.empty()) {
    unplaced_relations_.push_back(std::move(whole));
    return;
  }
  if (link.parts.empty() && one_document(whole.evidence)) {
    fragment(whole.evidence.front().document).relations.push_back(std::move(whole));
    return;
  }
  auto evidence = split_evidence(whole);
  for (Part<Relation>& part : link.parts) {
    part.value.evidence = std::move(evidence[part.document]);
    evidence.erase(part.document);
    fragment(part.document).relations.push_back(std::move(part.value));
  }
  for (auto& [document, pieces] : evidence) {
    Relation part = whole;
    part.evidence = std::move(pieces);
    fragment(document).relations.push_back(std::move(part));
  }
}

// An actor of no document goes to the first whose relations touch it; `close` names it to the others.
void GraphAssembler::place_actors() {
  std::unordered_map<std::string_view, Fragment*> owners;
  for (auto& [id, held] : fragments_) {
    for (const Relation& relation : held.relations) {
      owners.try_emplace(relation.source, &held);
      owners.try_emplace(relation.target, &held);
    }
  }
  Fragment& first = fragments_.begin()->second;
  for (Actor& actor : unplaced_actors_) {
    const auto found = owners.find(actor.id);
    Fragment& owner = found == owners.end() ? first : *found->second;
    for (MentionReason& reason : actor.reasons) reason.document = owner.document.id;
    owner.actors.push_back(std::move(actor));
  }
  unplaced_actors_.clear();
}

// Gives the fragment the actors that its relations name and that it does not have.
void GraphAssembler::close(Fragment& fragment) {
  std::unordered_set<std::string_view> held;
  for (const Actor& actor : fragment.actors) held.insert(actor.id);
  std::vector<Actor> missing;
  for (const Relation& relation : fragment.relations) {
    for (const std::string* id : {&relation.source, &relation.target}) {
      if (!held.insert(*id).second) continue;
      const Basics& basics = nodes_.at(*id);
      Actor& actor = missing.emplace_back();
      actor.id = *id;
      actor.label = basics.label;
      actor.country = basics.country;
      actor.kind = basics.kind;
    }
  }
  std::ranges::move(missing, std::back_inserter(fragment.actors));
}

KnowledgeGraph GraphAssembler::finish() {
  if (fragments_.empty() && !(unplaced_actors_.empty() && unplaced_relations_.empty())) fragment("");
  for (Relation& relation : unplaced_relations_) {
    fragments_.begin()->second.relations.push_back(std::move(relation));
  }
  if (!unplaced_actors_.empty()) place_actors();
  KnowledgeGraph graph;
  for (auto held = fragments_.begin(); held != fragments_.end(); held = fragments_.erase(held)) {
    close(held->second);
    graph.replace(std::move(held->second));
  }
  return graph;
}

}  // namespace entente
