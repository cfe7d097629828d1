// SPDX-License-Identifier: Apache-2.0
// What the names of all documents tell: the rules of Identity that join ids.
#include <algorithm>

#include "extract/actors/identity_state.h"
#include "extract/actors/person_name.h"

namespace entente {
namespace {

// One token of two to eight capitals: "SDF".
bool is_abbreviation(std::string_view name) {
  return name.size() > 1 && name.size() < 9 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

// "person:li-wu" and "official:li-wu", "Koichi Hagiuda" and "Hagiuda Koichi", "Ann B. Low" and "Ann Low".
void Identity::State::join_same_names() {
  IdentityIndex alike;
  for (const auto& [id, seen] : people)
    for (const std::string& text : seen.names) {
      const PersonName name = PersonName::read(text);
      if (name.is_full()) alike[name.bag_key()].insert(id);
    }
  for (const auto& [key, ids] : alike) {
    std::set<std::string> initials;
    for (const std::string& id : ids) {
      const auto& own = clusters->facts(id).initials;
      initials.insert(own.begin(), own.end());
    }
    if (ids.size() > most_alike_ids) continue;
    const auto alike_initials = [&](const std::string& a, const std::string& b) {
      // Where an Ann B. and an Ann C. are there, a plain Ann is neither.
      return initials.size() < 2 ||
             clusters->facts(a).initials.empty() == clusters->facts(b).initials.empty();
    };
    // Those with a country first: who has none is the only one whom he fits.
    std::vector<std::string> landless;
    for (auto a = ids.begin(); a != ids.end(); ++a) {
      if (clusters->facts(*a).countries.empty()) landless.push_back(*a);
      for (auto b = std::next(a); b != ids.end(); ++b)
        if (clusters->facts(*a).countries.empty() == clusters->facts(*b).countries.empty() &&
            alike_initials(*a, *b))
          clusters->join(*a, *b, false);
    }
    for (const std::string& id : landless) {
      std::set<std::string> fit;
      for (const std::string& other : ids)
        if (other != id && alike_initials(id, other) && clusters->fit(id, other, false))
          fit.insert(clusters->name(other));
      if (fit.size() == 1) clusters->join(id, *fit.begin(), false);
    }
  }
}

bool Identity::State::share_land(const std::string& a, const std::string& b) const {
  const auto &mine = clusters->facts(a).lands, &theirs = clusters->facts(b).lands;
  return std::any_of(mine.begin(), mine.end(), [&](const auto& c) { return theirs.contains(c); });
}

// Whether the two share a full name but for its forename: "Matthew R. Low" and "Matt Low", not "Matthew Evan
// Low".
bool Identity::State::same_middle(const std::string& a, const std::string& b) const {
  const auto rest = [](const std::string& key) { return key.substr(key.find(' ')); };
  std::set<std::string> mine;
  for (const std::string& key : keys_of(people.at(a), true)) mine.insert(rest(key));
  for (const std::string& key : keys_of(people.at(b), true))
    if (mine.contains(rest(key))) return true;
  return false;
}

// "Sergei Low" and "Sergey Low" of one country; where none is known, only a slip of the pen.
void Identity::State::join_spellings() {
  IdentityIndex by_rest;  // by a full name without one of its words
  const auto without = [](const std::vector<std::string>& words, std::size_t skip) {
    std::string key;
    for (std::size_t i = 0; i < words.size(); ++i) key += i == skip ? std::string("~ ") : words[i] + " ";
    return key;
  };
  std::map<std::pair<std::string, std::string>, std::string> word_of;  // by key and id
  for (const auto& [id, seen] : people)
    for (const std::string& text : seen.names) {
      const PersonName name = PersonName::read(text);
      for (std::size_t i = 0; name.is_full() && i < name.words.size(); ++i) {
        const std::string key = without(name.words, i);
        by_rest[key].insert(id);
        word_of.emplace(std::pair(key, id), name.words[i]);
      }
    }
  for (const auto& [key, ids] : by_rest) {
    if (ids.size() < 2 || ids.size() > most_alike_ids) continue;
    for (auto a = ids.begin(); a != ids.end(); ++a)
      for (auto b = std::next(a); b != ids.end(); ++b) {
        const std::string &one = word_of.at({key, *a}), &other = word_of.at({key, *b});
        const bool landless = clusters->facts(*a).lands.empty() && clusters->facts(*b).lands.empty();
        if (slip(one, other) ? landless || share_land(*a, *b)
                             : same_spelling(one, other) && share_land(*a, *b))
          clusters->join(*a, *b, false);
      }
  }
}

// "Tony Low" and "Antony Low"; "A. Low" of the country that has one whom it fits.
void Identity::State::join_forenames() {
  IdentityIndex by_surname;
  for (const auto& [id, seen] : people)
    for (const std::string& key : keys_of(seen, true)) by_surname[key.substr(key.rfind(' ') + 1)].insert(id);
  const auto has_initial = [&](const std::string& id) {
    const auto& forenames = clusters->facts(id).forenames;
    return std::any_of(forenames.begin(), forenames.end(), [](const auto& name) { return name.size() == 1; });
  };
  for (const auto& [surname, ids] : by_surname) {
    if (ids.size() < 2 || ids.size() > most_alike_ids) continue;
    for (const std::string& id : ids) {
      std::set<std::string> fit;  // clusters, by name
      for (const std::string& other : ids) {
        const std::string name = clusters->name(other);
        if (name == clusters->name(id) || fit.contains(name) || !clusters->fit(id, other)) continue;
        if (!same_middle(id, other)) continue;
        if ((!has_initial(id) && !has_initial(other)) || share_land(id, other)) fit.insert(name);
      }
      // All whom the name fits must be one: a landless name that fits people of two countries is neither's.
      bool one = true;
      for (auto a = fit.begin(); a != fit.end(); ++a)
        for (const std::string& other : ids) {
          const std::string name = clusters->name(other);
          if (name != *a && name != clusters->name(id) && clusters->fit(*a, other) == !fit.contains(name))
            one = false;
        }
      for (const std::string& other : fit)
        if (one) clusters->join(id, other);
    }
  }
}

// "Juan Reis" and "Juan Carlos Reis", "Mohamed bin Ali" and "Mohamed bin Ali Al Hakim", of one country.
void Identity::State::join_shorter_names() {
  IdentityIndex longer;
  for (const auto& [id, seen] : people)
    for (const std::string& key : keys_of(seen, true)) {
      const auto first = key.find(' '), last = key.rfind(' ');
      if (first == last) continue;
      longer[key.substr(0, first) + key.substr(last)].insert(id);
      for (auto space = key.find(' ', first + 1); space != std::string::npos;
           space = key.find(' ', space + 1))
        longer[key.substr(0, space)].insert(id);
    }
  for (const auto& [id, seen] : people)
    for (const std::string& key : keys_of(seen, true)) {
      const auto found = longer.find(key);
      if (found == longer.end() || found->second.size() > most_alike_ids) continue;
      std::set<std::string> fit;
      for (const std::string& other : found->second) {
        if (share_land(id, other) && clusters->name(other) != clusters->name(id) && clusters->fit(id, other))
          fit.insert(clusters->name(other));
      }
      if (fit.size() == 1) clusters->join(id, *fit.begin());
    }
}

void Identity::State::join_abbreviations() {
  IdentityIndex by_abbreviation;
  std::vector<const std::string*> short_ids;
  for (const auto& [id, seen] : archive.bodies()) {
    IdentityClusters::Facts facts;
    facts.weight = seen.document_count;
    for (const auto& [country, known] : seen.countries)
      if (!country.empty()) facts.countries.insert(country);
    clusters->add(id, std::move(facts));
    if (std::all_of(seen.names.begin(), seen.names.end(), is_abbreviation))
      short_ids.push_back(&id);
    else
      for (const std::string& name : seen.names)
        if (is_abbreviation(name)) by_abbreviation[name].insert(id);
  }
  for (const std::string* id : short_ids) {
    std::set<std::string> fit;
    for (const std::string& name : archive.bodies().at(*id).names)
      if (const auto found = by_abbreviation.find(name); found != by_abbreviation.end())
        fit.insert(found->second.begin(), found->second.end());
    if (fit.size() == 1 && clusters->fit(*id, *fit.begin())) clusters->force(*fit.begin(), *id);
  }
}

// "Lake Guard" and Norway's "Lake Guard", where no other state has one of that name: "institution:lake-guard"
// and "institution:lake-guard.nor". A name of one word, and one that every state's ministries have, says too
// little.
void Identity::State::join_owned_bodies() {
  IdentityIndex owned;
  for (const auto& [id, seen] : archive.bodies())
    if (const auto dot = id.rfind('.'); dot != std::string::npos) owned[id.substr(0, dot)].insert(id);
  for (const auto& [plain, ids] : owned) {
    if (!archive.bodies().contains(plain) || ids.size() != 1) continue;
    const bool known = !clusters->facts(plain).countries.empty();
    const bool common = plain.find('-') == std::string::npos || plain.ends_with("-ministry") ||
                        plain.ends_with("-court") || plain.ends_with("-police") ||
                        plain.ends_with("-assembly");
    if (known || !common) clusters->join(plain, *ids.begin(), false);
  }
}

}  // namespace entente
