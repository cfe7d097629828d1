// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace entente {

// Ids joined into actors. Two clusters are joined only where what is known of them fits together.
class IdentityClusters {
 public:
  // What is known of an id.
  struct Facts {
    std::set<std::string> lands;      // countries that texts give
    std::set<std::string> countries;  // those that a title stands behind
    std::set<std::string> titles, forenames, initials;
    std::size_t weight = 0;  // documents: the weightiest id stands for all
    bool official = false;
  };

  explicit IdentityClusters(const std::vector<std::pair<std::string, std::string>>& different);

  void add(const std::string& id, Facts facts);
  bool has(const std::string& id) const { return index_.contains(id); }

  // The facts of the cluster that the id is in.
  const Facts& facts(const std::string& id) const { return nodes_[root(index_.at(id))].facts; }

  // The id that stands for the cluster; the id itself where it was never added.
  std::string name(const std::string& id) const;

  // Whether nothing speaks against one actor: not countries, middle initials, nor people's judgement; nor,
  // where it is asked, forenames.
  bool fit(const std::string& a, const std::string& b, bool ask_forenames = true) const;

  // Whether people say that they are two.
  bool kept_apart(const std::string& a, const std::string& b) const;

  // Joins them where they fit.
  bool join(const std::string& a, const std::string& b, bool ask_forenames = true);

  // Joins them whatever speaks against it; `keep` is the name from now on.
  void force(const std::string& keep, const std::string& other);

 private:
  struct Node {
    std::string id;
    std::size_t parent;
    std::size_t best;                // of a root: the node whose id stands for all
    Facts facts;                     // of a root: of all
    std::vector<std::size_t> apart;  // of a root: nodes that people say are others
  };
  std::size_t root(std::size_t node) const;
  std::size_t node_of(const std::string& id);
  void unite(std::size_t a, std::size_t b);
  bool stands_before(const Node& a, const Node& b) const;

  std::map<std::string, std::size_t> index_;
  std::vector<Node> nodes_;
};

}  // namespace entente
