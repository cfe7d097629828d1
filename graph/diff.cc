// SPDX-License-Identifier: Apache-2.0
#include "graph/diff.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>
#include <utility>

namespace entente {
namespace {

std::string render(const std::string& text) {
  return text;
}
std::string render(std::uint32_t count) {
  return std::to_string(count);
}
std::string render(bool flag) {
  return flag ? "yes" : "no";
}
std::string render(double number) {
  char digits[32];
  return std::string(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}
std::string render(const Alias& alias) {
  return alias.name + " (" + std::to_string(alias.count) + ")";
}
std::string render(const Office& office) {
  return office.title + " of " + office.of + (office.current ? "" : " (former)");
}
std::string render(const ExternalId& id) {
  return id.scheme + ":" + id.value;
}
std::string render(const Evidence& e) {
  return e.document + "[" + std::to_string(e.begin) + ", " + std::to_string(e.end) + ") \"" + e.quote + "\"";
}

template <typename T>
std::string render(const std::vector<T>& list) {
  std::string text;
  for (const T& item : list) text += (text.empty() ? "" : "; ") + render(item);
  return text;
}

// Collects what differs.
class Comparison {
 public:
  template <typename T>
  void field(const char* name, const T& before, const T& after) {
    if (!(before == after)) changes_.push_back({name, render(before), render(after)});
  }
  std::vector<FieldChange> take() { return std::move(changes_); }

 private:
  std::vector<FieldChange> changes_;
};

std::vector<FieldChange> compare(const Actor& before, const Actor& after) {
  Comparison c;
  c.field("label", before.label, after.label);
  c.field("kind", std::string(to_string(before.kind)), std::string(to_string(after.kind)));
  c.field("aliases", before.aliases, after.aliases);
  c.field("country", before.country, after.country);
  c.field("offices", before.offices, after.offices);
  c.field("mentions", before.mentions, after.mentions);
  c.field("external_ids", before.external_ids, after.external_ids);
  return c.take();
}

std::vector<FieldChange> compare(const Relation& before, const Relation& after) {
  Comparison c;
  c.field("label", before.label, after.label);
  c.field("mode", before.mode, after.mode);
  c.field("date", before.date, after.date);
  c.field("title", before.title, after.title);
  c.field("symmetric", before.symmetric, after.symmetric);
  c.field("confidence", before.confidence, after.confidence);
  c.field("evidence", before.evidence, after.evidence);
  return c.take();
}

auto key_of(const Actor& actor) {
  return std::tie(actor.id);
}
auto key_of(const Relation& r) {
  return std::tie(r.source, r.target, r.type, r.status, r.by);
}
auto key_of(const DocumentInfo& document) {
  return std::tie(document.id);
}

// Walks over two sorted lists at once. Calls `gone`, `came` and `both` with what it finds.
template <typename T, typename Read, typename Gone, typename Came, typename Both>
void walk(std::size_t before_size, std::size_t after_size, Read read, Gone gone, Came came, Both both) {
  T before, after;
  std::size_t i = 0, j = 0;
  if (i < before_size) read(0, i, before);
  if (j < after_size) read(1, j, after);
  while (i < before_size || j < after_size) {
    const bool only_before = j == after_size || (i < before_size && key_of(before) < key_of(after));
    const bool only_after = i == before_size || (j < after_size && key_of(after) < key_of(before));
    if (only_before) gone(before);
    if (only_after) came(after);
    if (!only_before && !only_after) both(before, after);
    if (!only_after && ++i < before_size) read(0, i, before);
    if (!only_before && ++j < after_size) read(1, j, after);
  }
}

template <typename Change, typename T>
void note_change(std::vector<Change>& changes, const T& before, const T& after) {
  std::vector<FieldChange> fields = compare(before, after);
  if (!fields.empty()) changes.push_back({before, after, std::move(fields)});
}

// Moves pairs that differ in the status alone from removed and added to statuses_changed.
void pair_statuses(GraphDiff& diff) {
  const auto plain = [](const Relation& r) { return std::tuple(r.source, r.target, r.type, r.by); };
  std::multimap<std::tuple<std::string, std::string, std::string, std::string>, Relation> removed;
  for (Relation& relation : diff.relations_removed) removed.emplace(plain(relation), std::move(relation));
  std::vector<Relation> added;
  for (Relation& relation : diff.relations_added) {
    const auto found = removed.find(plain(relation));
    if (found == removed.end()) {
      added.push_back(std::move(relation));
    } else {
      diff.statuses_changed.push_back({std::move(found->second), std::move(relation)});
      removed.erase(found);
    }
  }
  diff.relations_added = std::move(added);
  diff.relations_removed.clear();
  for (auto& [key, relation] : removed) diff.relations_removed.push_back(std::move(relation));
  std::ranges::sort(diff.relations_removed,
                    [](const auto& a, const auto& b) { return key_of(a) < key_of(b); });
}

}  // namespace

bool GraphDiff::empty() const {
  return documents_added.empty() && documents_removed.empty() && actors_added.empty() &&
         actors_removed.empty() && actors_changed.empty() && relations_added.empty() &&
         relations_removed.empty() && relations_changed.empty() && statuses_changed.empty();
}

GraphDiff diff(const KnowledgeGraph& before, const KnowledgeGraph& after) {
  const KnowledgeGraph* const graphs[] = {&before, &after};
  const auto adder = [](auto& list) { return [&list](const auto& item) { list.push_back(item); }; };
  GraphDiff diff;
  walk<DocumentInfo>(
      before.document_count(), after.document_count(),
      [&](int side, std::size_t i, DocumentInfo& into) { into = graphs[side]->document(i); },
      adder(diff.documents_removed), adder(diff.documents_added), [](const auto&, const auto&) {});
  walk<Actor>(
      before.actor_count(), after.actor_count(),
      [&](int side, std::size_t i, Actor& into) { graphs[side]->read_actor(i, into); },
      adder(diff.actors_removed), adder(diff.actors_added),
      [&](const Actor& a, const Actor& b) { note_change(diff.actors_changed, a, b); });
  walk<Relation>(
      before.relation_count(), after.relation_count(),
      [&](int side, std::size_t i, Relation& into) { graphs[side]->read_relation(i, into); },
      adder(diff.relations_removed), adder(diff.relations_added),
      [&](const Relation& a, const Relation& b) { note_change(diff.relations_changed, a, b); });
  pair_statuses(diff);
  return diff;
}

}  // namespace entente
