// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/fragment.h"

namespace entente {

// What makes two relations the same edge. A symmetric relation stands in canonical order: source < target.
struct RelationKey {
  std::string source;
  std::string target;
  std::string type;
  Status status = Status::actual;
  std::string by;
  auto operator<=>(const RelationKey&) const = default;
};

// What one document adds to an actor or to a relation of the graph.
template <typename T>
struct Part {
  std::string document;  // document id
  T value;
  bool operator==(const Part&) const = default;
};

// Iterates what a graph makes on demand: `for (const Relation& relation : graph.relations())`. Values are
// copies.
template <typename Graph, typename T, T (Graph::*get)(std::size_t) const>
class IndexedRange {
 public:
  class iterator {
   public:
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    iterator() = default;
    iterator(const Graph* graph, std::size_t index) : graph_(graph), index_(index) {}
    T operator*() const { return (graph_->*get)(index_); }
    iterator& operator++() { return ++index_, *this; }
    iterator operator++(int) { return iterator(graph_, index_++); }
    bool operator==(const iterator&) const = default;

   private:
    const Graph* graph_ = nullptr;
    std::size_t index_ = 0;
  };

  IndexedRange(const Graph* graph, std::size_t size) : graph_(graph), size_(size) {}
  iterator begin() const { return {graph_, 0}; }
  iterator end() const { return {graph_, size_}; }
  std::size_t size() const { return size_; }

 private:
  const Graph* graph_;
  std::size_t size_;
};

// The graph of a set of documents: a directed multigraph of actors (nodes) and relations (edges).
//
// It is a function of the *set* of fragments that it holds, keyed by document id: whatever the order in which
// they were added, replaced, removed or merged, equal sets give equal graphs, in the same order. Actors come
// sorted by id, relations by RelationKey, documents by id; an index is good until the next change.
//
//   KnowledgeGraph graph;
//   graph.add(extractor.extract(document, scratch));
//   for (const Relation& relation : graph.relations()) ...
//
// Where several documents speak of the same actor, alias and mention counts are summed, offices, external ids
// and reasons united; label, kind and country are those with most mentions behind them (then the longest,
// then the first in byte order), but a person's label is a full name where any document gives one. Where
// several speak of the same relation, the evidence is united; label, mode and title are those with most
// evidence behind them; the date is their common one, or the period that spans them all; the confidence is
// the highest; it is symmetric where any document says so.
//
// The first question after a change gathers the fragments, O(n log n) in their size; later ones are cheap. A
// const graph may be shared by threads.
class KnowledgeGraph {
 public:
  KnowledgeGraph();
  KnowledgeGraph(const KnowledgeGraph&);
  KnowledgeGraph(KnowledgeGraph&&) noexcept;
  KnowledgeGraph& operator=(const KnowledgeGraph&);
  KnowledgeGraph& operator=(KnowledgeGraph&&) noexcept;
  ~KnowledgeGraph();

  // --- Changing the set. A fragment is brought into normal form first (graph/normal_form.h), so neither the
  // order of its parts nor a repeated one matters. Throws std::invalid_argument where an id is not an actor
  // id, an end of a relation is not among the fragment's actors, both ends are the same, or evidence names
  // another document.

  // Adds the fragment and returns whether the graph changed. Where the document is there already with other
  // content, the richer fragment stays (more relations, then more actors, then byte order), as in `merge`.
  bool add(Fragment fragment);

  // The document's fragment is this one from now on.
  void replace(Fragment fragment);

  // Takes the document out, as if it had never been there; false where it was not.
  bool remove(std::string_view document);

  // Adds every fragment of `other`. Associative, commutative, idempotent.
  void merge(const KnowledgeGraph& other);

  // --- Documents

  std::size_t document_count() const;
  DocumentInfo document(std::size_t index) const;
  bool has_document(std::string_view id) const;
  std::vector<std::string> document_ids() const;
  std::vector<std::string> notes(std::size_t index) const;      // of the document
  std::optional<Fragment> fragment(std::string_view id) const;  // as it was added, in normal form

  // --- Actors and relations

  std::size_t actor_count() const;
  std::size_t relation_count() const;
  bool empty() const { return actor_count() == 0; }

  Actor actor(std::size_t index) const;
  Relation relation(std::size_t index) const;
  RelationKey relation_key(std::size_t index) const;

  // The same into a value whose memory is used again: for those who walk over millions.
  void read_actor(std::size_t index, Actor& into) const;
  void read_relation(std::size_t index, Relation& into) const;

  IndexedRange<KnowledgeGraph, Actor, &KnowledgeGraph::actor> actors() const { return {this, actor_count()}; }
  IndexedRange<KnowledgeGraph, Relation, &KnowledgeGraph::relation> relations() const {
    return {this, relation_count()};
  }

  // The ends of a relation as indices of actors.
  struct Ends {
    std::size_t source = 0;
    std::size_t target = 0;
  };
  Ends ends(std::size_t relation) const;

  // The actor to whom the relation is attributed; empty where it is nobody of the graph.
  std::optional<std::size_t> speaker(std::size_t relation) const;

  std::optional<std::size_t> find_actor(std::string_view id) const;

  // Actors who bear the name as id, label or alias, without regard to ASCII case: what a person types.
  // Sorted; an exact id alone where there is one.
  std::vector<std::size_t> find_named(std::string_view name) const;

  std::optional<std::size_t> find_relation(const RelationKey& key) const;

  // Relations in which the actor is source or target, sorted.
  std::vector<std::size_t> relations_of(std::size_t actor) const;

  // What each document adds, sorted by document.
  std::vector<Part<Actor>> actor_parts(std::size_t index) const;
  std::vector<Part<Relation>> relation_parts(std::size_t index) const;

  // Equal sets of fragments.
  bool operator==(const KnowledgeGraph& other) const;

  struct Impl;
  const Impl& impl() const { return *impl_; }  // for the library's own sources

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
