// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/identity_archive.h"

#include <algorithm>

#include "extract/actors/name_atoms.h"
#include "extract/actors/person_name.h"

namespace entente {
namespace {

constexpr std::size_t most_names = 40, most_documents = 32, most_company = 64;

// Keeps the first ones in order, so that the order of adding does not show.
template <typename Set>
void add_bounded(Set& set, const std::string& value, std::size_t most) {
  set.insert(value);
  if (set.size() > most) set.erase(std::prev(set.end()));
}

void add_document(std::vector<std::string>& documents, const std::string& document) {
  const auto at = std::lower_bound(documents.begin(), documents.end(), document);
  if (at == documents.end() || *at != document) documents.insert(at, document);
  if (documents.size() > most_documents) documents.pop_back();
}

bool has_full_name(const Actor& actor) {
  if (PersonName::read(actor.label).is_full()) return true;
  return std::any_of(actor.aliases.begin(), actor.aliases.end(),
                     [](const Alias& alias) { return PersonName::read(alias.name).is_full(); });
}

}  // namespace

bool is_person_id(std::string_view id) {
  return id.starts_with("official:") || id.starts_with("person:");
}

void IdentityArchive::observe(const Fragment& fragment) {
  const std::string& document = fragment.document.id;
  Company& company = company_[document];
  for (const Actor& actor : fragment.actors) {
    if (actor.id.starts_with("country:")) {
      if (!actor.country.empty()) add_bounded(company.countries, actor.country, 2 * most_company);
      continue;
    }
    const bool person = is_person_id(actor.id);
    if (!person && !actor.id.starts_with("institution:")) continue;
    add_bounded(company.actors, actor.id, most_company);
    Seen& seen = (person ? people_ : bodies_)[actor.id];
    add_bounded(seen.names, actor.label, most_names);
    for (const Alias& alias : actor.aliases) add_bounded(seen.names, alias.name, most_names);
    Country& country = seen.countries[actor.country];
    ++country.documents;
    ++seen.document_count;
    for (const Office& office : actor.offices)
      add_bounded(country.titles, fold_name(office.title), most_names);
    for (const Office& office : actor.offices)
      if (office.of.starts_with("institution:")) add_bounded(seen.bodies, office.of, most_names);
    add_document(seen.documents, document);
    if (person) {
      Place place{document, actor.id, actor.country, {}};
      for (const Office& office : actor.offices) place.titles.insert(fold_name(office.title));
      if (!has_full_name(actor) || !place.titles.empty()) short_names_.push_back(std::move(place));
    }
  }
}

bool IdentityArchive::names_country(const std::string& document, const std::string& country) const {
  const auto found = company_.find(document);
  return found != company_.end() && found->second.countries.contains(country);
}

bool IdentityArchive::names_body(const std::string& document, const std::set<std::string>& bodies) const {
  const auto found = company_.find(document);
  return found != company_.end() && std::any_of(bodies.begin(), bodies.end(), [&](const std::string& body) {
           return found->second.actors.contains(body);
         });
}

// An actor of whom half the archive speaks says nothing of a document.
bool IdentityArchive::is_telling(const std::string& actor) const {
  const auto& all = is_person_id(actor) ? people_ : bodies_;
  return all.at(actor).document_count <= std::max<std::size_t>(3, company_.size() / 20);
}

bool IdentityArchive::share_company(const std::string& document, const std::vector<std::string>& others,
                                    std::string_view id, std::string_view other_id) const {
  const auto mine = company_.find(document);
  if (mine == company_.end()) return false;
  for (const std::string& other : others) {
    const auto theirs = company_.find(other);
    if (theirs == company_.end()) continue;
    for (const std::string& actor : mine->second.actors)
      if (actor != id && actor != other_id && theirs->second.actors.contains(actor) && is_telling(actor))
        return true;
  }
  return false;
}

}  // namespace entente
