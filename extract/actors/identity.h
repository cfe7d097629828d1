// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/fragment.h"

namespace entente {

// What people say of actors, and what wins over every rule. A file of lines; `#` begins a comment:
//
//   same official:li-na person:li-na
//   different official:john-smith official:jon-smith
struct Judgements {
  std::vector<std::pair<std::string, std::string>> same, different;

  // Throws InputError with file:line:col for a line that is neither, and where two lines contradict each
  // other.
  static Judgements parse(std::string_view text, const std::string& file);
};

// Which actors of many fragments are one, decided from all of them: never from the order in which they came.
// Ids that resolvers make are already the same for the same name; this joins what one document alone could
// not know, and parts what only shares a name.
//
//   Identity identity(judgements);
//   for (const Fragment& fragment : fragments) identity.observe(fragment);
//   identity.decide();
//   for (Fragment& fragment : fragments) fragment = identity.apply(std::move(fragment));
//
// - A person and an official of one full name are the official, unless both have a country and the two
// differ.
// - One name with two countries and no office in common is two people: their ids get the country,
// "official:ali-hassan.IRQ".
// - A surname alone ("official:smith", of GBR) is the official of that surname and country who shares an
// office with
//   it, where just one does.
// Time and memory grow linearly with the actors.
class Identity {
 public:
  explicit Identity(Judgements judgements = {});

  void observe(const Fragment& fragment);
  void decide();  // after the last observe(); may be called again after more

  // The fragment with every id replaced by the one that stands for its actor; in normal form.
  Fragment apply(Fragment fragment) const;

  // The id that an actor with that id and country goes by.
  std::string id_of(std::string_view id, std::string_view country) const;

 private:
  struct Seen {
    std::map<std::string, std::set<std::string>> titles;  // by country: offices, folded
  };
  std::string split(const std::string& id, const std::string& country) const;
  std::string root(std::string id) const;
  bool forbidden(const std::string& a, const std::string& b) const;
  void join(const std::string& from, const std::string& to);
  void part_namesakes();
  void join_kinds();
  void join_surnames();
  void obey();

  Judgements judgements_;
  std::set<std::pair<std::string, std::string>> apart_;
  std::map<std::string, Seen> seen_;                     // people by id
  std::set<std::string> parted_;                         // ids that get their country
  std::unordered_map<std::string, std::string> joined_;  // id → the id that it goes by, in chains
};

}  // namespace entente
