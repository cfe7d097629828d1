// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/identity.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>

#include "extract/actors/identity_state.h"
#include "extract/actors/name_atoms.h"
#include "extract/actors/person_name.h"
#include "extract/actors/word_lists.h"
#include "graph/normal_form.h"

namespace entente {
namespace {

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

}  // namespace

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
  s.join_owned_bodies();
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
      IdentityArchive::Seen& one = people[split(id, country)];
      one.names.insert(seen.names.begin(), seen.names.end());
      one.documents = seen.documents;
      one.bodies = seen.bodies;
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
