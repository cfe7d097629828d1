// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/identity_clusters.h"

#include <algorithm>
#include <tuple>

#include "extract/actors/person_name.h"

namespace entente {
namespace {

bool share(const std::set<std::string>& a, const std::set<std::string>& b) {
  const auto& less = a.size() < b.size() ? a : b;
  const auto& more = a.size() < b.size() ? b : a;
  return std::any_of(less.begin(), less.end(), [&](const std::string& x) { return more.contains(x); });
}

// An office that says which: "Foreign Minister", not "Minister".
bool share_telling_title(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& title) {
    return title.find(' ') != std::string::npos && b.contains(title);
  });
}

bool all_agree(const std::set<std::string>& a, const std::set<std::string>& b) {
  for (const std::string& x : a)
    for (const std::string& y : b)
      if (!forenames_agree(x, y)) return false;
  return true;
}

}  // namespace

IdentityClusters::IdentityClusters(const std::vector<std::pair<std::string, std::string>>& different) {
  for (const auto& [a, b] : different) {
    const std::size_t x = node_of(a), y = node_of(b);
    nodes_[x].apart.push_back(y);
    nodes_[y].apart.push_back(x);
  }
}

std::size_t IdentityClusters::node_of(const std::string& id) {
  const auto [found, is_new] = index_.emplace(id, nodes_.size());
  if (is_new) nodes_.push_back({id, nodes_.size(), nodes_.size(), {}, {}});
  return found->second;
}

void IdentityClusters::add(const std::string& id, Facts facts) {
  nodes_[node_of(id)].facts = std::move(facts);
}

std::size_t IdentityClusters::root(std::size_t node) const {
  while (nodes_[node].parent != node) node = nodes_[node].parent;
  return node;
}

std::string IdentityClusters::name(const std::string& id) const {
  const auto found = index_.find(id);
  return found == index_.end() ? id : nodes_[nodes_[root(found->second)].best].id;
}

bool IdentityClusters::fit(const std::string& a, const std::string& b, bool ask_forenames) const {
  const std::size_t x = root(index_.at(a)), y = root(index_.at(b));
  if (x == y) return true;
  const Facts &one = nodes_[x].facts, &other = nodes_[y].facts;
  const bool land = one.countries.empty() || other.countries.empty() ||
                    share(one.countries, other.countries) || share_telling_title(one.titles, other.titles);
  const bool initials = one.initials.empty() || other.initials.empty() || share(one.initials, other.initials);
  return land && initials && (!ask_forenames || all_agree(one.forenames, other.forenames)) &&
         !kept_apart(a, b);
}

bool IdentityClusters::kept_apart(const std::string& a, const std::string& b) const {
  const auto& apart = nodes_[root(index_.at(a))].apart;
  const std::size_t other = root(index_.at(b));
  return std::any_of(apart.begin(), apart.end(), [&](std::size_t node) { return root(node) == other; });
}

bool IdentityClusters::join(const std::string& a, const std::string& b, bool ask_forenames) {
  if (!fit(a, b, ask_forenames)) return false;
  unite(root(index_.at(a)), root(index_.at(b)));
  return true;
}

void IdentityClusters::force(const std::string& keep, const std::string& other) {
  const std::size_t kept = node_of(keep), node = node_of(other);
  unite(root(kept), root(node));
  nodes_[root(kept)].best = kept;
}

// Officials before others, then who is in more documents, the longer id, byte order.
bool IdentityClusters::stands_before(const Node& a, const Node& b) const {
  const auto rank = [&](const Node& n, const Node& of) {
    return std::tuple(n.id.starts_with("official:"), n.facts.weight, n.id.size(), of.id);
  };
  return rank(a, b) > rank(b, a);
}

void IdentityClusters::unite(std::size_t a, std::size_t b) {
  if (a == b) return;
  if (nodes_[a].facts.countries.size() + nodes_[a].facts.titles.size() <
      nodes_[b].facts.countries.size() + nodes_[b].facts.titles.size())
    std::swap(a, b);
  Node &into = nodes_[a], &from = nodes_[b];
  from.parent = a;
  Facts& all = into.facts;
  all.lands.merge(from.facts.lands);
  all.countries.merge(from.facts.countries);
  all.titles.merge(from.facts.titles);
  all.forenames.merge(from.facts.forenames);
  all.initials.merge(from.facts.initials);
  into.apart.insert(into.apart.end(), from.apart.begin(), from.apart.end());
  if (stands_before(nodes_[from.best], nodes_[into.best])) into.best = from.best;
}

}  // namespace entente
