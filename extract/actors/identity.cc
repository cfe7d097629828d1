// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/identity.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>

#include "extract/actors/identity_archive.h"
#include "extract/actors/identity_clusters.h"
#include "extract/actors/name_atoms.h"
#include "extract/actors/person_name.h"
#include "extract/actors/word_lists.h"
#include "graph/normal_form.h"

namespace entente {
namespace {

using Seen = IdentityArchive::Seen;
using Index = std::map<std::string, std::set<std::string>>;  // ids by a key of their names

constexpr std::size_t most_alike = 24;  // ids of one key that are compared

// Whose title says nothing of the country: an envoy for Iran, a friend, a counterpart.
bool says_no_country(const std::string& title) {
  const std::string last = title.substr(title.rfind(' ') + 1);
  const WordLists& lists = WordLists::built_in();
  if (last == "counterpart" || last == "leaders" || last == "leader" || last == "friend") return true;
  for (std::size_t at = 0; at < title.size();) {
    const auto end = std::min(title.find(' ', at), title.size());
    if (lists.has(WordList::sent, title.substr(at, end - at))) return true;
    at = end + 1;
  }
  return title.empty();
}

bool has_solid_title(const IdentityArchive::Country& country) {
  return std::any_of(country.titles.begin(), country.titles.end(), std::not_fn(says_no_country));
}

// "foreign minister" and "minister", "minister of foreign affairs" and "minister".
bool titles_agree(const std::set<std::string>& a, const std::set<std::string>& b) {
  for (const std::string& x : a)
    for (const std::string& y : b)
      if (x == y || x.ends_with(" " + y) || y.ends_with(" " + x) || x.starts_with(y + " ") ||
          y.starts_with(x + " "))
        return true;
  return false;
}

std::set<std::string> keys_of(const Seen& seen, bool full) {
  std::set<std::string> keys;
  for (const std::string& text : seen.names) {
    const PersonName name = PersonName::read(text);
    if (!name.words.empty() && name.is_full() == full) keys.insert(name.key());
  }
  return keys;
}

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

// One token of two to eight capitals: "SDF".
bool is_abbreviation(std::string_view name) {
  return name.size() > 1 && name.size() < 9 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

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
  void place_short_names();
  bool share_land(const std::string& a, const std::string& b) const;
  bool same_middle(const std::string& a, const std::string& b) const;
  bool says_nobody(const std::string& id) const;
  bool keeps_company(const IdentityArchive::Place& place, const std::set<std::string>& ids,
                     bool others_bear_it) const;
  std::string bearer(const IdentityArchive::Place& place) const;
  std::string split(const std::string& id, const std::string& country) const;
  std::string id_of(const std::string& document, const std::string& id, const std::string& country) const;

  Judgements judgements;
  IdentityArchive archive;
  std::map<std::string, std::map<std::string, std::string>> parted;  // id → country → the id that it gets
  std::map<std::string, Seen> people;                                // by id after parting
  std::unique_ptr<IdentityClusters> clusters;
  Index by_short_name;                                  // people by a name that is less than a full one
  std::unordered_map<std::string, std::string> placed;  // "document id" → id
};

Identity::Identity(Judgements judgements) : state_(std::make_unique<State>(std::move(judgements))) {}
Identity::~Identity() = default;

void Identity::observe(const Fragment& fragment) {
  state_->archive.observe(fragment);
}

void Identity::decide() {
  State& s = *state_;
  s.clusters = std::make_unique<IdentityClusters>(s.judgements.different);
  s.placed.clear();
  s.part_namesakes();
  s.add_people();
  s.join_same_names();
  s.join_spellings();
  s.join_forenames();
  s.join_shorter_names();
  s.join_abbreviations();
  s.place_short_names();
  for (const auto& [keep, other] : s.judgements.same) s.clusters->force(keep, other);
}

// One name, two countries, no office in common: two people.
void Identity::State::part_namesakes() {
  parted.clear();
  for (const auto& [id, seen] : archive.people()) {
    std::size_t most = 0;
    std::string main;
    for (const auto& [country, facts] : seen.countries)
      if (!country.empty() && has_solid_title(facts) && facts.documents > most)
        most = facts.documents, main = country;
    std::vector<const std::string*> apart;
    for (const auto& [country, facts] : seen.countries)
      if (!country.empty() && has_solid_title(facts) && facts.documents * 2 >= most)
        apart.push_back(&country);
    bool parts = apart.size() > 1;
    for (std::size_t a = 0; a < apart.size() && parts; ++a)
      for (std::size_t b = a + 1; b < apart.size() && parts; ++b) {
        const auto &one = seen.countries.at(*apart[a]).titles, &other = seen.countries.at(*apart[b]).titles;
        parts = !titles_agree(one, other);
      }
    if (!parts) continue;
    auto& names = parted[id];
    for (const auto& [country, facts] : seen.countries)
      names[country] = country.empty() ? id : id + "." + main;
    for (const std::string* country : apart) names[*country] = id + "." + *country;
  }
}

std::string Identity::State::split(const std::string& id, const std::string& country) const {
  const auto names = parted.find(id);
  if (names == parted.end()) return id;
  const auto name = names->second.find(country);
  return name == names->second.end() ? id : name->second;
}

void Identity::State::add_people() {
  people.clear();
  for (const auto& [id, seen] : archive.people())
    for (const auto& [country, facts] : seen.countries) {
      Seen& one = people[split(id, country)];
      one.names.insert(seen.names.begin(), seen.names.end());
      one.documents = seen.documents;
      one.document_count += facts.documents;
      one.countries.emplace(country, facts);
    }
  for (const auto& [id, seen] : people) {
    IdentityClusters::Facts facts;
    facts.weight = seen.document_count;
    for (const auto& [country, known] : seen.countries) {
      if (!country.empty()) facts.lands.insert(country);
      if (!country.empty() && (has_solid_title(known) || known.titles.empty()))
        facts.countries.insert(country);
      for (const std::string& title : known.titles) facts.titles.insert(title);
    }
    for (const std::string& text : seen.names) {
      const PersonName name = PersonName::read(text);
      if (name.is_full()) facts.forenames.insert(name.words.front());
      if (!name.initials.empty()) facts.initials.insert(name.initials);
    }
    clusters->add(id, std::move(facts));
  }
}

// "person:li-wu" and "official:li-wu", "Koichi Hagiuda" and "Hagiuda Koichi", "Ann B. Low" and "Ann Low".
void Identity::State::join_same_names() {
  Index alike;
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
    if (ids.size() > most_alike) continue;
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
  Index by_rest;  // by a full name without one of its words
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
    if (ids.size() < 2 || ids.size() > most_alike) continue;
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
  Index by_surname;
  for (const auto& [id, seen] : people)
    for (const std::string& key : keys_of(seen, true)) by_surname[key.substr(key.rfind(' ') + 1)].insert(id);
  const auto forenames = [&](const std::string& id) { return clusters->facts(id).forenames; };
  for (const auto& [surname, ids] : by_surname) {
    if (ids.size() < 2 || ids.size() > most_alike) continue;
    for (const std::string& id : ids) {
      std::set<std::string> fit;  // clusters, by name
      bool initial = false;
      for (const std::string& forename : forenames(id)) initial = initial || forename.size() == 1;
      for (const std::string& other : ids) {
        const std::string name = clusters->name(other);
        if (name == clusters->name(id) || fit.contains(name) || !clusters->fit(id, other)) continue;
        if (!same_middle(id, other)) continue;
        if (!initial || share_land(id, other)) fit.insert(name);
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
  Index longer;
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
      if (found == longer.end() || found->second.size() > most_alike) continue;
      std::set<std::string> fit;
      for (const std::string& other : found->second) {
        if (share_land(id, other) && clusters->name(other) != clusters->name(id) && clusters->fit(id, other))
          fit.insert(clusters->name(other));
      }
      if (fit.size() == 1) clusters->join(id, *fit.begin());
    }
}

void Identity::State::join_abbreviations() {
  Index by_abbreviation;
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
  const Seen& seen = archive.people().at(id);
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
  const Seen& seen = archive.people().at(place.id);
  const std::set<std::string> full = keys_of(seen, true);
  if (full.size() > 1) return {};
  const std::set<std::string> keys = full.empty() ? keys_of(seen, false) : full;
  std::map<std::string, std::set<std::string>> bearers;  // cluster → ids
  for (const std::string& key : keys) {
    const auto found = by_short_name.find(key);
    if (found == by_short_name.end() || found->second.size() > most_alike) continue;
    for (const std::string& id : found->second)
      if (clusters->name(id) != clusters->name(own) && clusters->fit(id, own, false))
        bearers[clusters->name(id)].insert(id);
  }
  std::set<std::string> fit;
  for (const auto& [name, ids] : bearers) {
    const auto& facts = clusters->facts(name);
    if (place.titles.empty()) {
      if (full.empty() && keeps_company(place, ids, bearers.size() > 1)) fit.insert(name);
    } else if (place.country.empty()) {
      if (bearers.size() == 1 && share_long_title(place.titles, facts.titles)) fit.insert(name);
    } else if (facts.lands.contains(place.country) &&
               (titles_agree(place.titles, facts.titles) ||
                (bearers.size() == 1 && all_courtesies(place.titles)))) {
      fit.insert(name);
    } else if (bearers.size() == 1 && (facts.lands.empty() || share_long_title(place.titles, facts.titles)) &&
               keeps_company(place, ids, false)) {
      fit.insert(name);  // the country was taken from what the document speaks of most
    }
  }
  return fit.size() == 1 ? *fit.begin() : std::string();
}

// Whether the document speaks of the company of him who has these ids: his country, where he alone bears the
// name, or somebody of whom his own documents speak.
bool Identity::State::keeps_company(const IdentityArchive::Place& place, const std::set<std::string>& ids,
                                    bool others_bear_it) const {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    const auto& lands = clusters->facts(id).lands;
    const bool named = std::any_of(lands.begin(), lands.end(), [&](const auto& country) {
      return archive.names_country(place.document, country);
    });
    return (named && !others_bear_it) ||
           archive.share_company(place.document, people.at(id).documents, place.id, id);
  });
}

std::string Identity::State::id_of(const std::string& document, const std::string& id,
                                   const std::string& country) const {
  if (const auto place = placed.find(document + " " + id); place != placed.end())
    return clusters->name(place->second);
  return clusters->name(split(id, country));
}

Fragment Identity::apply(Fragment fragment) const {
  if (!state_->clusters) return fragment;
  std::unordered_map<std::string, std::string> names;
  for (Actor& actor : fragment.actors) {
    const std::string id = state_->id_of(fragment.document.id, actor.id, actor.country);
    if (id != actor.id) names.emplace(actor.id, id);
  }
  if (names.empty()) return fragment;
  const auto rename = [&](std::string& id) {
    if (const auto found = names.find(id); found != names.end()) id = found->second;
  };
  for (Actor& actor : fragment.actors) {
    rename(actor.id);
    if (actor.kind == ActorKind::person && actor.id.starts_with("official:"))
      actor.kind = ActorKind::official;
    for (Office& office : actor.offices) rename(office.of);
  }
  for (Relation& relation : fragment.relations) {
    rename(relation.source);
    rename(relation.target);
    rename(relation.by);
  }
  std::erase_if(fragment.relations, [](const Relation& r) { return r.source == r.target; });
  return normal_form(std::move(fragment));
}

}  // namespace entente
