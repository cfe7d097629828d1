// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/actors/identity.h"
#include "extract/actors/identity_archive.h"
#include "extract/actors/identity_clusters.h"

namespace entente {

// Ids by a key of their names.
using IdentityIndex = std::map<std::string, std::set<std::string>>;

constexpr std::size_t most_alike_ids = 24;  // ids of one key that are compared

// The keys (PersonName::key) of the actor's full names, or of those that are less.
std::set<std::string> keys_of(const IdentityArchive::Seen& seen, bool full);

// "foreign minister" and "minister", "minister of foreign affairs" and "minister".
bool titles_agree(const std::set<std::string>& a, const std::set<std::string>& b);

// The rules, in the order in which decide() takes them.
struct Identity::State {
  explicit State(Judgements j) : judgements(std::move(j)) {}

  void part_namesakes();
  void add_people();
  void join_same_names();
  void join_spellings();
  void join_forenames();
  void join_shorter_names();
  void join_abbreviations();
  void join_owned_bodies();
  void place_short_names();
  bool share_land(const std::string& a, const std::string& b) const;
  bool same_middle(const std::string& a, const std::string& b) const;
  bool says_nobody(const std::string& id) const;
  bool keeps_company(const IdentityArchive::Place& place, const std::set<std::string>& ids,
                     bool uncertain) const;
  std::string bearer(const IdentityArchive::Place& place) const;
  std::string split(const std::string& id, const std::string& country) const;
  std::string id_of(const std::string& document, const std::string& id, const std::string& country) const;

  Judgements judgements;
  IdentityArchive archive;
  std::map<std::string, std::map<std::string, std::string>> parted;  // id → country → the id that it gets
  std::map<std::string, IdentityArchive::Seen> people;               // by id after parting
  std::unique_ptr<IdentityClusters> clusters;
  IdentityIndex by_short_name;                          // people by a name that is less than a full one
  std::unordered_map<std::string, std::string> placed;  // "document id" → id
};

}  // namespace entente
