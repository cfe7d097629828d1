// SPDX-License-Identifier: Apache-2.0
// Names that are less than a full one: who bears them is settled in each document.
#include <algorithm>

#include "extract/actors/identity_state.h"
#include "extract/actors/name_atoms.h"
#include "extract/actors/person_name.h"
#include "extract/actors/word_lists.h"

namespace entente {
namespace {

// "secretary general": an office that few hold.
bool share_long_title(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& title) {
    return title.find(' ') != std::string::npos && b.contains(title);
  });
}

// Titles that their bearers keep whatever they do next: "Ambassador", "General".
bool all_courtesies(const std::set<std::string>& titles) {
  const WordLists& lists = WordLists::built_in();
  return std::all_of(titles.begin(), titles.end(), [&](const std::string& title) {
    return lists.has(WordList::sent, title) || lists.has(WordList::rank, title);
  });
}

bool is_forename(const std::string& word) {
  const WordLists& lists = WordLists::built_in();
  return lists.has(WordList::man, word) || lists.has(WordList::woman, word) ||
         !lists.nickname_classes(word).empty();
}

std::string hex(std::uint64_t hash) {
  std::string text;
  for (int i = 0; i < 8; ++i, hash >>= 4) text += "0123456789abcdef"[hash & 15];
  return text;
}

}  // namespace

// A name that is less than a full one is settled in each document.
void Identity::State::place_short_names() {
  by_short_name.clear();
  for (const auto& [id, seen] : people) {
    const auto full = keys_of(seen, true);
    for (const std::string& key : full)
      for (auto space = key.find(' '); space != std::string::npos; space = key.find(' ', space + 1))
        by_short_name[key.substr(space + 1)].insert(id);  // "le drian" and "drian"
    if (!full.empty())
      for (const std::string& key : keys_of(seen, false)) by_short_name[key].insert(id);
  }
  for (const IdentityArchive::Place& place : archive.short_names()) {
    std::string found = bearer(place);
    if (found.empty() && place.titles.empty() && says_nobody(place.id))
      found = place.id + "." + hex(name_hash(place.document));
    if (!found.empty()) placed[place.document + " " + place.id] = std::move(found);
  }
}

// A forename, and a name that several bear: two documents need not mean the same person by it.
bool Identity::State::says_nobody(const std::string& id) const {
  const IdentityArchive::Seen& seen = archive.people().at(id);
  if (!keys_of(seen, true).empty() || id.find('-') != std::string::npos) return false;
  const auto keys = keys_of(seen, false);
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
    const auto bearers = by_short_name.find(key);
    return is_forename(key) || (bearers != by_short_name.end() && bearers->second.size() > 1);
  });
}

// Who bears the name in that document; empty where nobody or several may.
std::string Identity::State::bearer(const IdentityArchive::Place& place) const {
  const std::string own = split(place.id, place.country);
  const IdentityArchive::Seen& seen = archive.people().at(place.id);
  const std::set<std::string> full = keys_of(seen, true);
  if (full.size() > 1) return {};
  const std::set<std::string> keys = full.empty() ? keys_of(seen, false) : full;
  std::map<std::string, std::set<std::string>> bearers;  // cluster → ids
  for (const std::string& key : keys) {
    const auto found = by_short_name.find(key);
    if (found == by_short_name.end() || found->second.size() > most_alike_ids) continue;
    for (const std::string& id : found->second)
      if (clusters->name(id) != clusters->name(own) &&
          (place.titles.empty() ? clusters->fit(id, own, false) : !clusters->kept_apart(id, own)))
        bearers[clusters->name(id)].insert(id);
  }
  std::set<std::string> fit;
  for (const auto& [name, ids] : bearers) {
    const auto& facts = clusters->facts(name);
    if (place.titles.empty()) {
      const bool uncertain = bearers.size() > 1 || std::any_of(keys.begin(), keys.end(), is_forename);
      if (full.empty() && keeps_company(place, ids, uncertain)) fit.insert(name);
    } else if (place.country.empty()) {
      if (bearers.size() == 1 && share_long_title(place.titles, facts.titles)) fit.insert(name);
    } else if (facts.lands.contains(place.country) &&
               (titles_agree(place.titles, facts.titles) ||
                (bearers.size() == 1 && all_courtesies(place.titles)))) {
      fit.insert(name);
    } else if (bearers.size() == 1 &&
               ((keeps_company(place, ids, false) && (facts.lands.empty() || all_courtesies(place.titles) ||
                                                      share_long_title(place.titles, facts.titles))) ||
                (facts.lands.contains(place.country) && keeps_company(place, ids, true)))) {
      fit.insert(name);  // the country was taken from what the document speaks of most
    }
  }
  return fit.size() == 1 ? *fit.begin() : std::string();
}

// Whether the document speaks of the company of him who has these ids: his country or body, where it is
// certain that the name is his, or somebody of whom his own documents speak.
bool Identity::State::keeps_company(const IdentityArchive::Place& place, const std::set<std::string>& ids,
                                    bool uncertain) const {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    const auto& lands = clusters->facts(id).lands;
    const bool named = archive.names_body(place.document, people.at(id).bodies) ||
                       std::any_of(lands.begin(), lands.end(), [&](const auto& country) {
                         return archive.names_country(place.document, country);
                       });
    return (named && !uncertain) ||
           archive.share_company(place.document, people.at(id).documents, place.id, id);
  });
}

}  // namespace entente
