// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/fragment.h"

namespace entente {

// What an archive of fragments says of its people and bodies, as far as it tells who is who. A function of
// the set of fragments; what is kept of each actor and document is bounded.
class IdentityArchive {
 public:
  void observe(const Fragment& fragment);

  // A country in which an actor was seen.
  struct Country {
    std::set<std::string> titles;  // of offices, folded
    std::size_t documents = 0;
  };
  struct Seen {
    std::set<std::string> names;               // as texts write them
    std::map<std::string, Country> countries;  // by ISO code; empty: none given
    std::vector<std::string> documents;        // the first of them in byte order
    std::set<std::string> bodies;              // institutions whose office the actor holds
    std::size_t document_count = 0;
  };
  // An actor in one document, when the name alone says little.
  struct Place {
    std::string document, id, country;
    std::set<std::string> titles;
  };

  const std::map<std::string, Seen>& people() const { return people_; }
  const std::map<std::string, Seen>& bodies() const { return bodies_; }
  const std::vector<Place>& short_names() const { return short_names_; }

  // Whether the document names the country.
  bool names_country(const std::string& document, const std::string& country) const;

  // Whether the document names one of the institutions.
  bool names_body(const std::string& document, const std::set<std::string>& bodies) const;

  // Whether the document names a person or a body that one of the other documents names, beside these two
  // ids.
  bool share_company(const std::string& document, const std::vector<std::string>& others, std::string_view id,
                     std::string_view other_id) const;

 private:
  struct Company {
    std::set<std::string> countries;
    std::set<std::string> actors;  // people and bodies
  };
  bool is_telling(const std::string& actor) const;

  std::map<std::string, Seen> people_, bodies_;
  std::vector<Place> short_names_;
  std::unordered_map<std::string, Company> company_;  // by document
};

bool is_person_id(std::string_view id);

}  // namespace entente
