// SPDX-License-Identifier: Apache-2.0
#include "graph/knowledge_graph.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "graph/knowledge_graph_impl.h"
#include "graph/normal_form.h"

namespace entente {
namespace {

std::shared_ptr<const PackedFragment> pack(Fragment&& fragment) {
  check_fragment(fragment);
  return std::make_shared<const PackedFragment>(normal_form(std::move(fragment)));
}

// Takes the richer of two fragments of a document; whether `held` changed.
bool keep_richer(std::shared_ptr<const PackedFragment>& held,
                 const std::shared_ptr<const PackedFragment>& other) {
  if (held && (held == other || !(*held < *other))) return false;
  held = other;
  return true;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

template <typename T, typename PartIndex>
std::vector<Part<T>> read_parts(const Gathered& gathered, std::span<const PartIndex> indices) {
  std::vector<Part<T>> parts;
  for (const PartIndex& index : indices) {
    Gathered::PartIndex place;
    if constexpr (std::is_same_v<T, Relation>) {
      place = index.part;
    } else {
      place = index;
    }
    const PackedFragment& fragment = gathered.fragment(place.fragment);
    fragment.read(place.item, parts.emplace_back(Part<T>{fragment.document().id, {}}).value);
  }
  return parts;
}

template <typename T>
T combine_parts(std::vector<Part<T>> parts) {
  std::vector<T> values;
  for (Part<T>& part : parts) values.push_back(std::move(part.value));
  return combine(values);
}

}  // namespace

const Gathered& KnowledgeGraph::Impl::gathered() const {
  return gathered_.get([this] {
    std::vector<const PackedFragment*> sorted;
    for (const auto& [id, fragment] : fragments) sorted.push_back(fragment.get());
    return Gathered(std::move(sorted));
  });
}

void KnowledgeGraph::Impl::changed() {
  gathered_.reset();
  topology_.reset();
}

KnowledgeGraph::KnowledgeGraph() : impl_(std::make_unique<Impl>()) {}
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph::~KnowledgeGraph() = default;

KnowledgeGraph::KnowledgeGraph(const KnowledgeGraph& other) : KnowledgeGraph() {
  impl_->fragments = other.impl_->fragments;
}

KnowledgeGraph& KnowledgeGraph::operator=(const KnowledgeGraph& other) {
  if (this != &other) *this = KnowledgeGraph(other);
  return *this;
}

bool KnowledgeGraph::add(Fragment fragment) {
  const std::shared_ptr<const PackedFragment> packed = pack(std::move(fragment));
  const bool grew = keep_richer(impl_->fragments[packed->document().id], packed);
  if (grew) impl_->changed();
  return grew;
}

void KnowledgeGraph::replace(Fragment fragment) {
  std::shared_ptr<const PackedFragment> packed = pack(std::move(fragment));
  impl_->fragments[packed->document().id] = std::move(packed);
  impl_->changed();
}

bool KnowledgeGraph::remove(std::string_view document) {
  const auto found = impl_->fragments.find(document);
  if (found == impl_->fragments.end()) return false;
  impl_->fragments.erase(found);
  impl_->changed();
  return true;
}

void KnowledgeGraph::merge(const KnowledgeGraph& other) {
  bool grew = false;
  for (const auto& [id, fragment] : other.impl_->fragments)
    grew |= keep_richer(impl_->fragments[id], fragment);
  if (grew) impl_->changed();
}

std::size_t KnowledgeGraph::document_count() const {
  return impl_->fragments.size();
}

DocumentInfo KnowledgeGraph::document(std::size_t index) const {
  return impl_->gathered().fragment(index).document();
}

std::vector<std::string> KnowledgeGraph::notes(std::size_t index) const {
  return impl_->gathered().fragment(index).notes();
}

bool KnowledgeGraph::has_document(std::string_view id) const {
  return impl_->fragments.contains(id);
}

std::vector<std::string> KnowledgeGraph::document_ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, fragment] : impl_->fragments) ids.push_back(id);
  return ids;
}

std::optional<Fragment> KnowledgeGraph::fragment(std::string_view id) const {
  const auto found = impl_->fragments.find(id);
  if (found == impl_->fragments.end()) return std::nullopt;
  return found->second->unpack();
}

std::size_t KnowledgeGraph::actor_count() const {
  return impl_->gathered().actor_count();
}
std::size_t KnowledgeGraph::relation_count() const {
  return impl_->gathered().relation_count();
}

Actor KnowledgeGraph::actor(std::size_t index) const {
  Actor actor;
  read_actor(index, actor);
  return actor;
}

Relation KnowledgeGraph::relation(std::size_t index) const {
  Relation relation;
  read_relation(index, relation);
  return relation;
}

void KnowledgeGraph::read_actor(std::size_t index, Actor& into) const {
  const Gathered& gathered = impl_->gathered();
  const auto parts = gathered.actor_parts(index);
  if (parts.size() == 1) {
    gathered.fragment(parts[0].fragment).read(parts[0].item, into);
  } else {
    into = combine_parts(read_parts<Actor>(gathered, parts));
  }
}

void KnowledgeGraph::read_relation(std::size_t index, Relation& into) const {
  const Gathered& gathered = impl_->gathered();
  const auto parts = gathered.relation_parts(index);
  if (parts.size() == 1) {
    gathered.fragment(parts[0].part.fragment).read(parts[0].part.item, into);
  } else {
    into = combine_parts(read_parts<Relation>(gathered, parts));
  }
}

RelationKey KnowledgeGraph::relation_key(std::size_t index) const {
  const Gathered& gathered = impl_->gathered();
  const Gathered::EdgePart& edge = gathered.edge(index);
  return {std::string(gathered.actor_id(edge.source)), std::string(gathered.actor_id(edge.target)),
          std::string(gathered.type(edge)), edge.status, std::string(gathered.by(edge))};
}

KnowledgeGraph::Ends KnowledgeGraph::ends(std::size_t relation) const {
  const Gathered::EdgePart& edge = impl_->gathered().edge(relation);
  return {edge.source, edge.target};
}

std::optional<std::size_t> KnowledgeGraph::speaker(std::size_t relation) const {
  const Gathered& gathered = impl_->gathered();
  return gathered.speaker(gathered.edge(relation));
}

std::optional<std::size_t> KnowledgeGraph::find_actor(std::string_view id) const {
  return impl_->gathered().find_actor(id);
}

std::vector<std::size_t> KnowledgeGraph::find_named(std::string_view name) const {
  if (const auto exact = find_actor(name)) return {*exact};
  std::vector<std::size_t> found;
  const auto same = [&](std::string_view other) { return equal_ignoring_case(name, other); };
  Actor actor;
  for (std::size_t i = 0; i < actor_count(); ++i) {
    read_actor(i, actor);
    if (same(actor.id) || same(actor.label) || std::ranges::any_of(actor.aliases, same, &Alias::name))
      found.push_back(i);
  }
  return found;
}

std::optional<std::size_t> KnowledgeGraph::find_relation(const RelationKey& key) const {
  return impl_->gathered().find_relation(key);
}

std::vector<Part<Actor>> KnowledgeGraph::actor_parts(std::size_t index) const {
  return read_parts<Actor>(impl_->gathered(), impl_->gathered().actor_parts(index));
}

std::vector<Part<Relation>> KnowledgeGraph::relation_parts(std::size_t index) const {
  return read_parts<Relation>(impl_->gathered(), impl_->gathered().relation_parts(index));
}

bool KnowledgeGraph::operator==(const KnowledgeGraph& other) const {
  return std::ranges::equal(impl_->fragments, other.impl_->fragments, [](const auto& a, const auto& b) {
    return a.first == b.first && (a.second == b.second || *a.second == *b.second);
  });
}

}  // namespace entente
