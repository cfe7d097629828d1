// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/identity.h"

#include <algorithm>

#include "extract/actors/name_atoms.h"
#include "graph/error.h"
#include "graph/normal_form.h"

namespace entente {
namespace {

constexpr std::string_view official = "official:", person = "person:";

bool is_person(std::string_view id) {
  return id.starts_with(official) || id.starts_with(person);
}

std::string_view name_of(std::string_view id) {
  return id.substr(id.find(':') + 1);
}

std::pair<std::string, std::string> ordered(std::string a, std::string b) {
  if (b < a) std::swap(a, b);
  return {std::move(a), std::move(b)};
}

std::string_view next_word(std::string_view& rest, std::size_t& column) {
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t')) rest.remove_prefix(1), ++column;
  const auto end = std::min(rest.find_first_of(" \t"), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(end);
  return word;
}

}  // namespace

Judgements Judgements::parse(std::string_view text, const std::string& file) {
  Judgements judgements;
  std::set<std::pair<std::string, std::string>> same, different;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const auto end = text.find('\n');
    std::string_view rest = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    std::size_t column = 1;
    const std::string_view verb = next_word(rest, column);
    if (verb.empty() || verb.front() == '#') continue;
    if (verb != "same" && verb != "different")
      throw InputError(file, line, column, "a judgement is: same ID ID, or different ID ID");
    column += verb.size();
    std::string ids[2];
    for (std::string& id : ids) {
      const std::string_view word = next_word(rest, column);
      if (!is_actor_id(word)) throw InputError(file, line, column, "an actor id was expected");
      id = word;
      column += word.size();
    }
    if (!next_word(rest, column).empty()) throw InputError(file, line, column, "more than two ids");
    auto pair = ordered(ids[0], ids[1]);
    if ((verb == "same" ? different : same).contains(pair))
      throw InputError(file, line, 1, "another line says the opposite of " + ids[0] + " and " + ids[1]);
    if ((verb == "same" ? same : different).insert(pair).second)
      (verb == "same" ? judgements.same : judgements.different).emplace_back(ids[0], ids[1]);
  }
  return judgements;
}

Identity::Identity(Judgements judgements) : judgements_(std::move(judgements)) {
  for (const auto& [a, b] : judgements_.different) apart_.insert(ordered(a, b));
}

void Identity::observe(const Fragment& fragment) {
  for (const Actor& actor : fragment.actors) {
    if (!is_person(actor.id)) continue;
    auto& titles = seen_[actor.id].titles[actor.country];
    for (const Office& office : actor.offices) titles.insert(fold_name(office.title));
  }
}

void Identity::decide() {
  parted_.clear();
  joined_.clear();
  part_namesakes();
  join_kinds();
  join_surnames();
  obey();
}

std::string Identity::split(const std::string& id, const std::string& country) const {
  return country.empty() || !parted_.contains(id) ? id : id + "." + country;
}

std::string Identity::root(std::string id) const {
  for (auto found = joined_.find(id); found != joined_.end(); found = joined_.find(id)) id = found->second;
  return id;
}

bool Identity::forbidden(const std::string& a, const std::string& b) const {
  return apart_.contains(ordered(a, b));
}

void Identity::join(const std::string& from, const std::string& to) {
  const std::string a = root(from), b = root(to);
  if (a != b) joined_[a] = b;
}

// One name, two countries, no office in common: two people.
void Identity::part_namesakes() {
  for (const auto& [id, seen] : seen_) {
    std::vector<const std::set<std::string>*> known;
    for (const auto& [country, titles] : seen.titles)
      if (!country.empty() && !titles.empty()) known.push_back(&titles);
    bool apart = known.size() > 1;
    for (std::size_t a = 0; a < known.size() && apart; ++a)
      for (std::size_t b = a + 1; b < known.size() && apart; ++b)
        apart = std::none_of(known[a]->begin(), known[a]->end(),
                             [&](const std::string& title) { return known[b]->contains(title); });
    if (apart) parted_.insert(id);
  }
}

void Identity::join_kinds() {
  for (const auto& [id, seen] : seen_) {
    if (!id.starts_with(person) || name_of(id).find('-') == std::string_view::npos) continue;
    const std::string twin = std::string(official) + std::string(name_of(id));
    const auto other = seen_.find(twin);
    if (other == seen_.end() || parted_.contains(twin) || parted_.contains(id) || forbidden(id, twin))
      continue;
    const auto country = [](const Seen& s) {
      for (const auto& [c, titles] : s.titles)
        if (!c.empty()) return c;
      return std::string();
    };
    const std::string mine = country(seen), theirs = country(other->second);
    if (mine.empty() || theirs.empty() || mine == theirs) join(id, twin);
  }
}

void Identity::join_surnames() {
  std::unordered_map<std::string, std::vector<const std::string*>> by_surname;  // "smith GBR"
  for (const auto& [id, seen] : seen_) {
    const std::string_view name = name_of(id);
    const auto last = name.rfind('-'), first = name.find('-');
    if (last == std::string_view::npos) continue;
    for (const auto& [country, titles] : seen.titles) {
      if (country.empty()) continue;
      by_surname[std::string(name.substr(last + 1)) + " " + country].push_back(&id);
      by_surname[std::string(name.substr(0, first)) + " " + country].push_back(&id);
    }
  }
  for (const auto& [id, seen] : seen_) {
    const std::string_view name = name_of(id);
    if (name.find('-') != std::string_view::npos) continue;
    for (const auto& [country, titles] : seen.titles) {
      const auto found = by_surname.find(std::string(name) + " " + country);
      if (country.empty() || titles.empty() || found == by_surname.end() || found->second.size() > 50)
        continue;
      std::set<std::string> fit;
      for (const std::string* candidate : found->second) {
        const auto& others = seen_.at(*candidate).titles.at(country);
        const bool shared = std::any_of(titles.begin(), titles.end(),
                                        [&](const std::string& title) { return others.contains(title); });
        if (shared && !forbidden(id, *candidate)) fit.insert(split(*candidate, country));
      }
      if (fit.size() == 1) join(split(id, country), *fit.begin());
    }
  }
}

void Identity::obey() {
  for (const auto& [keep, other] : judgements_.same) join(other, keep);
}

std::string Identity::id_of(std::string_view id, std::string_view country) const {
  return root(split(std::string(id), std::string(country)));
}

Fragment Identity::apply(Fragment fragment) const {
  std::unordered_map<std::string, std::string> names;
  for (Actor& actor : fragment.actors) {
    const std::string id = id_of(actor.id, actor.country);
    if (id != actor.id) names.emplace(actor.id, id);
  }
  if (names.empty()) return fragment;
  const auto rename = [&](std::string& id) {
    if (const auto found = names.find(id); found != names.end()) id = found->second;
  };
  for (Actor& actor : fragment.actors) {
    rename(actor.id);
    if (actor.kind == ActorKind::person && actor.id.starts_with(official)) actor.kind = ActorKind::official;
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
