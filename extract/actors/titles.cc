// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include "extract/actors/gazetteer_builder.h"
#include "extract/actors/office_words.h"
#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {
namespace {

bool begins_with_capital(std::string_view form) {
  return !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
}

bool is_legislator(std::string_view noun) {
  return noun == "senator" || noun == "congressman" || noun == "congresswoman" || noun == "representative" ||
         noun == "lawmaker";
}

}  // namespace

// The well-known holder of such an office whose surname alone the text gives: "President Bush".
std::int32_t Resolution::known_holder(std::int32_t person, std::string_view noun,
                                      std::string_view country) const {
  const Draft& draft = drafts_[static_cast<std::size_t>(person)];
  if (draft.words.empty() || draft.words.size() > 4) return -1;
  std::string surname;  // "Le Drian", "López Obrador" too
  for (const std::string& word : draft.words) surname += (surname.empty() ? "" : " ") + word;
  const std::int64_t date = parse_gazetteer_date(document_.date.substr(0, 10));
  std::int32_t best = -1;
  std::uint32_t best_from = 0;
  const auto candidates = gazetteer_.by_surname(name_hash(draft.words.back()));
  const auto known = [&](std::uint32_t candidate) { return gazetteer_.entry(candidate).type == "known"; };
  // A surname that many others bear too says nothing without a title.
  if (noun.empty() && std::count_if(candidates.begin(), candidates.end(), std::not_fn(known)) > 2) return -1;
  for (const std::uint32_t candidate : candidates) {
    if (noun.empty() && !known(candidate)) continue;
    if (!country.empty() && gazetteer_.entry(candidate).country != country) continue;
    if (draft.words.size() > 1 && !fold_name(gazetteer_.entry(candidate).label).ends_with(" " + surname))
      continue;
    for (const GazetteerOffice& office : gazetteer_.offices(gazetteer_.entry(candidate))) {
      if (office.from == 0 || (!noun.empty() && fold_name(office.title).find(noun) == std::string::npos))
        continue;
      if (date > 0 && office.from > date + 10000) continue;
      if (office.from <= best_from) continue;
      best = static_cast<std::int32_t>(candidate);
      best_from = office.from;
    }
  }
  return best;
}

// Names the person of a short name whose office and country the text gives: "French Foreign Minister Le
// Drian".
void Resolution::name_known_holder(std::int32_t person, std::string_view noun, std::string_view country) {
  Draft& draft = drafts_[static_cast<std::size_t>(person)];
  if (draft.entry >= 0 || country.empty()) return;
  const std::int32_t known = known_holder(person, noun, country);
  if (known < 0 || !by_entry_.emplace(static_cast<std::uint32_t>(known), person).second) return;
  draft.entry = known;
}

// Whether a hyphen alone stands between the token and the one before: "Secretary-General".
bool Resolution::hyphened(std::uint32_t s, std::uint32_t i) const {
  return i > 1 && token(s, i - 1).form == "-" && !token(s, i - 1).space_after && !token(s, i - 2).space_after;
}

// The country that a title without owner most likely belongs to: the one the text speaks of most, near ones
// first, and none that has another holder of the office.
std::int32_t Resolution::likely_country(std::uint32_t s, std::uint32_t at, std::string_view noun) const {
  const std::uint32_t place = position(s, at);
  std::int32_t best = -1;
  double best_score = 0;
  const auto here =
      std::lower_bound(country_places_.begin(), country_places_.end(), std::pair(place, std::int32_t{-1}));
  const auto first = here - std::min<std::ptrdiff_t>(here - country_places_.begin(), 40);
  const auto last = here + std::min<std::ptrdiff_t>(country_places_.end() - here, 40);
  for (auto it = first; it != last; ++it) {
    if (!noun.empty() && holders_.contains(std::string(noun) + " " + std::to_string(it->second))) continue;
    if (has_no_such_office(drafts_[static_cast<std::size_t>(it->second)].country, noun)) continue;
    double score = country_counts_[static_cast<std::size_t>(it->second)];
    if (it->first >= base_[s] && it->first < place)
      score += 1.5;
    else if (it->first < place && s > 0 && it->first >= base_[s - 1])
      score += 0.7;
    if (it == country_places_.begin()) score += 1.5;
    if (score > best_score) best_score = score, best = it->second;
  }
  return best;
}

// The public body named last, in this sentence or one of the two before it.
std::int32_t Resolution::nearest_body(std::uint32_t s) const {
  for (std::uint32_t back = 0; back < 3 && back <= s; ++back) {
    const std::uint32_t at = s - back;
    for (std::uint32_t h = first_hit_[at + 1]; h-- > first_hit_[at];) {
      const NameHit& hit = hits_[h];
      if (hit.type != HitType::institution || hit.actor < 0 || hit.entry < 0) continue;
      if (!is_private_type(gazetteer_.entry(static_cast<std::uint32_t>(hit.entry)).type)) return hit.actor;
    }
  }
  return -1;
}

// Whose office it is when the text does not say: the known holder's, else the likely country.
std::int32_t Resolution::default_country(std::int32_t person, const Title& title,
                                         std::string_view office_key) {
  const std::string_view noun = small(title.sentence, title.noun);
  if (drafts_[static_cast<std::size_t>(person)].entry < 0) {
    const std::int32_t known = known_holder(person, noun);
    if (known >= 0 && by_entry_.emplace(static_cast<std::uint32_t>(known), person).second) {
      Draft& draft = drafts_[static_cast<std::size_t>(person)];
      draft.entry = known;
      draft.country = gazetteer_.entry(static_cast<std::uint32_t>(known)).country;
    }
  }
  const Draft& draft = drafts_[static_cast<std::size_t>(person)];
  if (draft.entry >= 0) {
    const GazetteerEntry known = gazetteer_.entry(static_cast<std::uint32_t>(draft.entry));
    // The office that the title names, before any other that he held.
    for (const bool named : {true, false})
      for (const GazetteerOffice& office : gazetteer_.offices(known)) {
        if (named && fold_name(office.title).find(noun) == std::string::npos) continue;
        if (const auto of = office.of.find(':') == std::string_view::npos ? gazetteer_.country(office.of)
                                                                          : gazetteer_.by_id(office.of))
          return draft_of_entry(*of);
      }
    if (const auto country = gazetteer_.country(known.country)) return draft_of_entry(*country);
  }
  if (draft.owner >= 0) return draft.owner;
  const std::string_view state = state_of_title(office_key);
  if (!state.empty() &&
      (state != "USA" || speaker_ < 0 || office_key.find("minister") == std::string_view::npos))
    if (const std::int32_t known = country_draft(state); known >= 0) return known;
  if (speaker_ >= 0 && is_speakers_title(noun)) return speaker_;
  // "Special Envoy for Iran": the text speaks most of where he is sent.
  if (is_sent(noun) && title.noun + 1 < title.end &&
      owner_preposition(small(title.sentence, title.noun + 1), false))
    return -1;
  return likely_country(title.sentence, title.begin, office_key);
}

// "President Bush" speaks of the United States where nothing else does.
void Resolution::speak_of_owner(const Title& title, std::int32_t owner) {
  Draft& whose = drafts_[static_cast<std::size_t>(owner)];
  if (whose.drawn) return;
  whose.drawn = true;
  add_mention(title.sentence, title.noun, title.noun + 1, MentionForm::title, owner,
              "whose office the title is", false);
  mention_at_[position(title.sentence, title.noun)] = -1;
}

// Reads a description that holds an office noun: whose office, which title, still held.
bool Resolution::read_title(const Title& title, std::int32_t person, std::string_view rule) {
  const std::uint32_t s = title.sentence;
  const std::string noun(small(s, title.noun));
  const std::string_view lemma = token(s, title.noun).lemma;
  const bool is_private = is_private_role(noun) || is_private_role(lemma);
  const bool is_public = is_public_office(noun) || is_public_office(lemma);
  if (!is_private && !is_public && !is_office_noun(noun) && !is_office_noun(lemma)) return false;

  std::int32_t country = -1, body = -1, body_after = -1, country_after = -1;
  bool current = true, unofficial = false, in_place = false;
  std::string words;
  for (std::uint32_t i = title.begin; i <= title.noun; ++i) {
    const NameHit* hit = hit_at(s, i);
    if (hit && i < title.noun) {
      if (hit->type == HitType::country && hit->roles == 1u << static_cast<int>(NameRole::city) &&
          (noun == "governor" || noun == "mayor" || noun == "councilman"))
        in_place = true;
      else if (hit->actor >= 0 && (hit->type == HitType::country || hit->type == HitType::region))
        country = hit->actor;
      else if (hit->actor >= 0 && (hit->type == HitType::institution || hit->type == HitType::organisation))
        body = hit->actor;
      else if (hit->type == HitType::bloc && hit->actor >= 0)
        country = hit->actor;
      else if (hit->type == HitType::place)
        in_place = true;
      else if (hit->type == HitType::people)
        unofficial = true;
      i = hit->end - 1;
      continue;
    }
    const std::string_view word = small(s, i);
    if (is_past_word(word)) {
      current = false;
      continue;
    }
    const Upos upos = token(s, i).upos;
    if (upos == Upos::part || upos == Upos::det || upos == Upos::punct ||
        (is_honorific(word) && i != title.noun))
      continue;
    if (is_unofficial_modifier(word)) unofficial = true;
    // "Last year President Doe", "my friend Minister Doe": what stands before a title in capitals is none of
    // it.
    if (i != title.noun && begins_with_capital(token(s, title.noun).form) &&
        (is_calendar_word(word) ||
         (upos == Upos::noun && !begins_with_capital(token(s, i).form) && !is_title_modifier(word)))) {
      words.clear();
      continue;
    }
    if (!words.empty()) words += hyphened(s, i) ? '-' : ' ';
    words += token(s, i).form;
  }
  const bool sent = is_sent(noun);
  const bool speaks =
      noun.starts_with("spokes");  // "spokesman for the Egyptian ministry": for whom is no part of the title
  std::string_view preposition;
  bool in_title = true;
  for (std::uint32_t i = title.noun + 1; i < title.end; ++i) {
    const NameHit* hit = hit_at(s, i);
    if (!hit) {
      const Upos upos = token(s, i).upos;
      if (upos == Upos::adp) preposition = small(s, i);
      if (upos == Upos::num) in_title = false;  // "head of the 15-member ..."
      if (upos == Upos::punct || upos == Upos::verb || upos == Upos::cconj)
        in_title = in_title && small(s, i) == "and";
      if (in_title && (i == title.noun + 1 ? preposition == "of" || preposition == "for" : true)) {
        words += ' ';
        words += token(s, i).form;
      } else {
        in_title = false;
      }
      continue;
    }
    if (in_title && hit->actor >= 0 &&
        (speaks ||
         !(preposition == "for" && (hit->type == HitType::bloc || hit->type == HitType::country)))) {
      // The owner's name does not belong to the title.
      const auto cut = words.find_last_of(' ');
      if (cut != std::string::npos &&
          (words.ends_with(" of") || words.ends_with(" for") || words.ends_with(" the"))) {
        while (words.ends_with(" of") || words.ends_with(" for") || words.ends_with(" the") ||
               words.ends_with(" a"))
          words.resize(words.find_last_of(' '));
      }
      in_title = false;
    }
    if (hit->actor >= 0 && owner_preposition(preposition, sent)) {
      if (body_after < 0 && (hit->type == HitType::institution || hit->type == HitType::organisation))
        body_after = hit->actor;
      if (country_after < 0 && hit->type == HitType::country &&
          (preposition == "of" || preposition == "in" || (preposition == "for" && !sent)))
        country_after = hit->actor;
    }
    if (in_title && preposition == "for" && !speaks) words += ' ' + text_of(s, hit->begin, hit->end);
    i = hit->end - 1;
  }
  while (words.ends_with(" of") || words.ends_with(" for") || words.ends_with(" the") ||
         words.ends_with(" in") || words.ends_with(" at") || words.ends_with(" to"))
    words.resize(words.find_last_of(' '));
  if (sent && country >= 0) body = -1;
  if (body < 0 && !(sent && country >= 0)) body = body_after;
  if (country < 0) country = country_after;
  if (body < 0 && country < 0) country = country_behind(title, person);

  if (noun.ends_with("woman") || noun == "queen" || noun == "princess")
    drafts_[static_cast<std::size_t>(person)].gender = 2;
  if (noun == "spokesman" || noun == "chairman" || noun == "king" || noun == "prince" ||
      noun == "congressman")
    drafts_[static_cast<std::size_t>(person)].gender = 1;
  std::string office_key;  // tells one minister of a country from another
  for (const char c : words) office_key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  Draft& draft = drafts_[static_cast<std::size_t>(person)];
  if (body >= 0) {
    const Draft& owner = drafts_[static_cast<std::size_t>(body)];
    const std::string_view type = owner.entry >= 0
                                      ? gazetteer_.entry(static_cast<std::uint32_t>(owner.entry)).type
                                      : std::string_view();
    if (type == "party" && is_legislator(noun)) {
      // "Republican Senator Jane Doe": of the party, and senator of the state
      add_tie(person, body, "affiliated_with", "", current, title, rule);
      if (const std::int32_t state = country >= 0 ? country : default_country(person, title, "senator");
          state >= 0) {
        Draft& legislator = drafts_[static_cast<std::size_t>(person)];
        legislator.public_office = true;
        if (legislator.owner < 0) legislator.owner = state;
        speak_of_owner(title, state);
        add_tie(person, state, "holds_office", text_of(s, title.noun, title.noun + 1), current, title, rule);
      }
      return true;
    }
    const bool known_public = owner.entry >= 0 && !is_private_type(type);
    const bool described = owner.entry < 0 && (!owner.described.empty() || names_public_body(owner));
    const bool office = !is_private && (known_public || described || (owner.entry < 0 && is_public));
    if (office) draft.public_office = true;
    if (draft.owner < 0) draft.owner = owner.owner;
    add_tie(person, body, office ? "holds_office" : "affiliated_with", words, current, title, rule);
    return true;
  }
  if (country >= 0) {
    if (is_private && !is_public) return true;
    if (unofficial && !(is_public && noun != "spokesman" && noun != "official")) return true;
    if (is_public || noun == "leader" || noun == "chief" || noun == "head" || noun == "spokesman" ||
        noun == "spokeswoman" || noun == "commander" || noun == "representative" || noun == "officer" ||
        noun == "chairman" || noun == "director" || noun == "deputy" || noun == "coordinator" ||
        noun == "adviser" || noun == "advisor" || noun == "administrator" || noun == "chair" ||
        noun == "chairwoman" || noun == "mediator" || noun == "speaker") {
      draft.public_office = true;
      holders_.emplace(office_key + " " + std::to_string(country), person);
      if (draft.owner < 0) draft.owner = country;
      if (draft.country.empty()) draft.country = drafts_[static_cast<std::size_t>(country)].country;
      name_known_holder(person, noun, draft.country);
      add_tie(person, country, "holds_office", words, current, title, rule);
    }
    return true;
  }
  if (is_private && !is_public) return true;
  const bool known_elsewhere = draft.entry >= 0 && speaker_ >= 0 &&
                               draft.country != drafts_[static_cast<std::size_t>(speaker_)].country;
  if (speaker_ >= 0 && is_speakers_title(noun) && draft.owner < 0 && !unofficial && !known_elsewhere)
    draft.owner = speaker_;
  if (draft.owner == speaker_ && speaker_ >= 0 && is_speakers_title(noun)) {
    draft.public_office = true;
    drafts_[static_cast<std::size_t>(speaker_)].drawn = true;
    if (draft.country.empty()) draft.country = drafts_[static_cast<std::size_t>(speaker_)].country;
    add_tie(person, speaker_, "holds_office", words, current, title,
            std::string(rule) + ", of the state that speaks");
    return true;
  }
  if (state_of_title(office_key).empty() &&
      (noun == "spokesman" || noun == "spokeswoman" || noun == "spokesperson")) {
    if (const std::int32_t near = nearest_body(s); near >= 0) {
      draft.public_office = true;
      add_tie(person, near, "holds_office", words, current, title, std::string(rule) + ", body from context");
    }
    return true;
  }
  if (needs_owner(noun) && draft.entry < 0 && state_of_title(office_key).empty()) {
    if (is_public) draft.public_office = true;
    return true;
  }
  if (needs_owner(noun) && !draft.public_office && state_of_title(office_key).empty()) return true;
  draft.public_office = true;
  if (in_place || (unofficial && needs_owner(noun))) return true;
  const std::int32_t owner = default_country(person, title, office_key);
  if (owner >= 0) {
    if (noun != "pope" && noun != "pontiff") speak_of_owner(title, owner);
    holders_.emplace(office_key + " " + std::to_string(owner), person);
    Draft& again = drafts_[static_cast<std::size_t>(person)];
    if (again.owner < 0) again.owner = owner;
    if (again.country.empty()) again.country = drafts_[static_cast<std::size_t>(owner)].country;
    add_tie(person, owner, "holds_office", words, current, title, std::string(rule) + ", owner from context");
  }
  return true;
}

}  // namespace entente
