// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include "extract/actors/gazetteer_builder.h"
#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {
namespace {

// Kinds of bodies in which a post is an affiliation, not a public office.
bool is_private_type(std::string_view type) {
  return type == "armed" || type == "party" || type == "company" || type == "ngo" || type == "media" || type == "thinktank" ||
         type == "university" || type == "church" || type == "sport";
}

// A body whose name says that it is a state's or a union's: "Commission on External Relations", "Kirkuk Police".
bool names_public_body(const Draft& body) {
  static constexpr std::string_view words[] = {"commission", "ministry", "department", "agency", "bureau", "office", "court", "committee", "parliament", "police",
                                               "authority", "embassy", "council", "mission", "tribunal", "administration", "board", "service", "assembly", "command"};
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view w) { return body.core.find(w) != std::string::npos; });
}

// A post that has no owner by itself: "a spokesman said" is nobody's.
bool needs_owner(std::string_view noun) {
  return noun == "spokesman" || noun == "spokeswoman" || noun == "spokesperson" || noun == "leader" || noun == "head" || noun == "chief" ||
         noun == "chairman" || noun == "chairwoman" || noun == "director" || noun == "commander" || noun == "member" || noun == "official" || noun == "officer" ||
         noun == "candidate" || noun == "representative" || noun == "cleric" || noun == "deputy" || noun == "founder" || noun == "manager" ||
         noun == "executive" || noun == "ceo" || noun == "captain" || noun == "lawyer" || noun == "attorney" || noun == "coordinator" ||
         noun == "archbishop" || noun == "bishop" || noun == "cardinal" || noun == "ayatollah" || noun == "pope" || noun == "pontiff" || noun == "delegate" || noun == "politician" || noun == "judge" || noun == "prosecutor" || noun == "warlord" || noun == "guerrilla" || noun == "nominee" || noun == "prince" || noun == "princess" || noun == "queen" || noun == "lord" || noun == "chair" || noun == "speaker" || noun == "principal" || noun == "general" || noun == "colonel" || noun == "major" || noun == "lieutenant" || noun == "admiral" || noun == "gen." || noun == "lt." || noun == "col." || noun == "adm." || noun == "maj." || noun == "brigadier" || noun == "sergeant" || noun == "marshal";
}

// Someone sent: the place after "to" is where, not whose.
bool is_sent(std::string_view noun) {
  return noun == "ambassador" || noun == "envoy" || noun == "representative" || noun == "negotiator" || noun == "adviser" || noun == "advisor" || noun == "consul" || noun == "delegate" || noun == "mediator";
}

// "Prime Minister Doe" is nobody in Washington, "President Doe" nobody in a monarchy.
bool has_no_such_office(std::string_view country, std::string_view office) {
  if (office.find("minister") != std::string_view::npos || office == "premier" || office == "king" || office == "queen" || office == "chancellor")
    return country == "USA" || (office == "king" && (country == "FRA" || country == "RUS" || country == "CHN"));
  if (office == "president" || office == "vice president") {
    for (const std::string_view kingdom : {"GBR", "JPN", "CAN", "AUS", "NZL", "ESP", "SWE", "NOR", "DNK", "NLD", "BEL", "SAU", "JOR", "MAR", "THA", "MYS", "KWT", "BHR", "OMN", "QAT", "VAT"})
      if (country == kingdom) return true;
  }
  return false;
}

bool is_rank(std::string_view noun) {
  static constexpr std::string_view ranks[] = {"general", "colonel", "major", "lieutenant", "captain", "admiral", "brigadier", "sergeant", "marshal", "gen.",
                                               "lt.", "col.", "adm.", "maj.", "sgt.", "capt.", "brig.", "commander"};
  return std::find(std::begin(ranks), std::end(ranks), noun) != std::end(ranks);
}

// Titles that one state alone has, or has in English.
std::string_view state_of_title(std::string_view title) {
  const auto has = [&](std::string_view words) { return title.find(words) != std::string_view::npos; };
  if (has("foreign secretary") || has("home secretary") || has("exchequer") || has("defence secretary")) return "GBR";
  if (has("secretary of") || has("assistant secretary") || has("homeland security") || title == "senator" || has("congressman") ||
      has("congresswoman") || has("department spokes") || title == "attorney general" || has("defense secretary") || has("treasury secretary") ||
      has("commerce secretary") || has("democratic senator") || has("republican senator") || has("u.s. representative"))
    return "USA";
  return {};
}

// In a state's own statement such an official is its own: "Counselor Derek Chollet".
bool is_speakers_title(std::string_view noun) {
  return noun == "secretary" || noun == "undersecretary" || noun == "counselor" || noun == "envoy" || noun == "ambassador" || noun == "coordinator" ||
         noun == "spokesperson" || noun == "spokesman" || noun == "spokeswoman" || noun == "adviser" || noun == "advisor" || noun == "representative" || noun == "affaires" || noun == "d'affaires" || noun == "assistant" || noun == "administrator" || noun == "director" || noun == "official" || noun == "senator";
}

bool owner_preposition(std::string_view word, bool sent) {
  return word == "of" || word == "for" || word == "at" || word == "with" || (word == "to" && !sent) || (word == "in" && !sent) || word == "from";
}

}  // namespace

void Resolution::add_tie(std::int32_t source, std::int32_t target, std::string_view type, std::string title, bool current, const Title& at,
                         std::string_view rule) {
  if (source < 0 || target < 0 || source == target) return;
  Tie& tie = ties_.emplace_back();
  tie.source = static_cast<std::uint32_t>(source);
  tie.target = static_cast<std::uint32_t>(target);
  tie.type = type;
  tie.title = std::move(title);
  tie.current = current;
  tie.sentence = at.sentence;
  tie.begin = at.begin;
  tie.end = at.end;
  tie.rule = rule;
}

// The well-known holder of such an office whose surname alone the text gives: "President Bush".
std::int32_t Resolution::known_holder(std::int32_t person, std::string_view noun) {
  const Draft& draft = drafts_[static_cast<std::size_t>(person)];
  if (draft.words.size() != 1) return -1;
  const std::int64_t date = parse_gazetteer_date(document_.date.substr(0, 10));
  std::int32_t best = -1;
  std::uint32_t best_from = 0;
  const auto candidates = gazetteer_.by_surname(name_hash(draft.words.back()));
  const auto known = [&](std::uint32_t candidate) { return gazetteer_.entry(candidate).type == "known"; };
  // A surname that many others bear too says nothing without a title.
  if (noun.empty() && std::count_if(candidates.begin(), candidates.end(), std::not_fn(known)) > 2) return -1;
  for (const std::uint32_t candidate : candidates) {
    if (noun.empty() && !known(candidate)) continue;
    for (const GazetteerOffice& office : gazetteer_.offices(gazetteer_.entry(candidate))) {
      if (office.from == 0 || (!noun.empty() && fold_name(office.title).find(noun) == std::string::npos)) continue;
      if (date > 0 && office.from > date + 10000) continue;
      if (office.from <= best_from) continue;
      best = static_cast<std::int32_t>(candidate);
      best_from = office.from;
    }
  }
  return best;
}

// The country that a title without owner most likely belongs to: the one the text speaks of most, near ones first,
// and none that has another holder of the office.
std::int32_t Resolution::likely_country(std::uint32_t s, std::uint32_t at, std::string_view noun) const {
  const std::uint32_t place = position(s, at);
  std::int32_t best = -1;
  double best_score = 0;
  const auto here = std::lower_bound(country_places_.begin(), country_places_.end(), std::pair(place, std::int32_t{-1}));
  const auto first = here - std::min<std::ptrdiff_t>(here - country_places_.begin(), 40);
  const auto last = here + std::min<std::ptrdiff_t>(country_places_.end() - here, 40);
  for (auto it = first; it != last; ++it) {
    if (!noun.empty() && holders_.contains(std::string(noun) + " " + std::to_string(it->second))) continue;
    if (has_no_such_office(drafts_[static_cast<std::size_t>(it->second)].country, noun)) continue;
    double score = country_counts_[static_cast<std::size_t>(it->second)];
    if (it->first >= base_[s] && it->first < place) score += 1.5;
    else if (it->first < place && s > 0 && it->first >= base_[s - 1]) score += 0.7;
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
std::int32_t Resolution::default_country(std::int32_t person, const Title& title, std::string_view office_key) {
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
    for (const GazetteerOffice& office : gazetteer_.offices(known)) {
      if (const auto of = office.of.find(':') == std::string_view::npos ? gazetteer_.country(office.of) : gazetteer_.by_id(office.of))
        return draft_of_entry(*of);
    }
    if (const auto country = gazetteer_.country(known.country)) return draft_of_entry(*country);
  }
  if (draft.owner >= 0) return draft.owner;
  const std::string_view state = state_of_title(office_key);
  if (!state.empty() && (state != "USA" || speaker_ < 0 || office_key.find("minister") == std::string_view::npos))
    if (const std::int32_t known = country_draft(state); known >= 0) return known;
  if (speaker_ >= 0 && is_speakers_title(noun)) return speaker_;
  return likely_country(title.sentence, title.begin, office_key);
}

// "President Hassan Rouhani of Iran": the country of a title before a name that stands behind the name, or -1.
std::int32_t Resolution::country_behind(const Title& title, std::int32_t person) const {
  const std::uint32_t s = title.sentence;
  const auto size = static_cast<std::uint32_t>(trees_[s].size());
  const NameHit* name = title.end < size ? hit_at(s, title.end) : nullptr;
  if (!name || name->actor != person || name->end + 1 >= size || small(s, name->end) != "of") return -1;
  const std::uint32_t at = name->end + (small(s, name->end + 1) == "the" && name->end + 2 < size ? 2 : 1);
  const NameHit* owner = hit_at(s, at);
  return owner && owner->type == HitType::country ? owner->actor : -1;
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
      if (hit->type == HitType::country && hit->roles == 1u << static_cast<int>(NameRole::city) && (noun == "governor" || noun == "mayor" || noun == "councilman")) in_place = true;
      else if (hit->actor >= 0 && (hit->type == HitType::country || hit->type == HitType::region)) country = hit->actor;
      else if (hit->actor >= 0 && (hit->type == HitType::institution || hit->type == HitType::organisation)) body = hit->actor;
      else if (hit->type == HitType::bloc && hit->actor >= 0) country = hit->actor;
      else if (hit->type == HitType::place) in_place = true;
      else if (hit->type == HitType::people) unofficial = true;
      i = hit->end - 1;
      continue;
    }
    const std::string_view word = small(s, i);
    if (is_past_word(word)) {
      current = false;
      continue;
    }
    const Upos upos = token(s, i).upos;
    if (upos == Upos::part || upos == Upos::det || upos == Upos::punct || (is_honorific(word) && i != title.noun)) continue;
    if (is_unofficial_modifier(word)) unofficial = true;
    if (!words.empty()) words += ' ';
    words += token(s, i).form;
  }
  const bool sent = is_sent(noun);
  const bool speaks = noun.starts_with("spokes");  // "spokesman for the Egyptian ministry": for whom is no part of the title
  std::string_view preposition;
  bool in_title = true;
  for (std::uint32_t i = title.noun + 1; i < title.end; ++i) {
    const NameHit* hit = hit_at(s, i);
    if (!hit) {
      const Upos upos = token(s, i).upos;
      if (upos == Upos::adp) preposition = small(s, i);
      if (upos == Upos::punct || upos == Upos::verb || upos == Upos::cconj) in_title = in_title && small(s, i) == "and";
      if (in_title && (i == title.noun + 1 ? preposition == "of" || preposition == "for" : true)) {
        words += ' ';
        words += token(s, i).form;
      } else {
        in_title = false;
      }
      continue;
    }
    if (in_title && hit->actor >= 0 && (speaks || !(preposition == "for" && (hit->type == HitType::bloc || hit->type == HitType::country)))) {
      // The owner's name does not belong to the title.
      const auto cut = words.find_last_of(' ');
      if (cut != std::string::npos && (words.ends_with(" of") || words.ends_with(" for") || words.ends_with(" the"))) {
        while (words.ends_with(" of") || words.ends_with(" for") || words.ends_with(" the") || words.ends_with(" a"))
          words.resize(words.find_last_of(' '));
      }
      in_title = false;
    }
    if (hit->actor >= 0 && owner_preposition(preposition, sent)) {
      if (body_after < 0 && (hit->type == HitType::institution || hit->type == HitType::organisation)) body_after = hit->actor;
      if (country_after < 0 && hit->type == HitType::country && (preposition == "of" || preposition == "in" || preposition == "for")) country_after = hit->actor;
    }
    if (in_title && preposition == "for" && !speaks) words += ' ' + text_of(s, hit->begin, hit->end);
    i = hit->end - 1;
  }
  while (words.ends_with(" of") || words.ends_with(" for") || words.ends_with(" the") || words.ends_with(" in") || words.ends_with(" at") || words.ends_with(" to"))
    words.resize(words.find_last_of(' '));
  if (sent && country >= 0) body = -1;
  if (body < 0 && !(sent && country >= 0)) body = body_after;
  if (country < 0) country = country_after;
  if (body < 0 && country < 0) country = country_behind(title, person);

  if (noun.ends_with("woman") || noun == "queen" || noun == "princess") drafts_[static_cast<std::size_t>(person)].gender = 2;
  if (noun == "spokesman" || noun == "chairman" || noun == "king" || noun == "prince" || noun == "congressman") drafts_[static_cast<std::size_t>(person)].gender = 1;
  std::string office_key;  // tells one minister of a country from another
  for (const char c : words) office_key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  Draft& draft = drafts_[static_cast<std::size_t>(person)];
  if (body >= 0) {
    const Draft& owner = drafts_[static_cast<std::size_t>(body)];
    const std::string_view type = owner.entry >= 0 ? gazetteer_.entry(static_cast<std::uint32_t>(owner.entry)).type : std::string_view();
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
    if (is_public || noun == "leader" || noun == "chief" || noun == "head" || noun == "spokesman" || noun == "spokeswoman" || noun == "commander" ||
        noun == "representative" || noun == "officer" || noun == "chairman" || noun == "director" || noun == "deputy" || noun == "coordinator" || noun == "adviser" || noun == "mediator" || noun == "speaker") {
      draft.public_office = true;
      holders_.emplace(office_key + " " + std::to_string(country), person);
      if (draft.owner < 0) draft.owner = country;
      if (draft.country.empty()) draft.country = drafts_[static_cast<std::size_t>(country)].country;
      add_tie(person, country, "holds_office", words, current, title, rule);
    }
    return true;
  }
  if (is_private && !is_public) return true;
  const bool known_elsewhere = draft.entry >= 0 && speaker_ >= 0 && draft.country != drafts_[static_cast<std::size_t>(speaker_)].country;
  if (speaker_ >= 0 && is_speakers_title(noun) && draft.owner < 0 && !unofficial && !known_elsewhere) draft.owner = speaker_;
  if (draft.owner == speaker_ && speaker_ >= 0 && is_speakers_title(noun)) {
    draft.public_office = true;
    drafts_[static_cast<std::size_t>(speaker_)].drawn = true;
    if (draft.country.empty()) draft.country = drafts_[static_cast<std::size_t>(speaker_)].country;
    add_tie(person, speaker_, "holds_office", words, current, title, std::string(rule) + ", of the state that speaks");
    return true;
  }
  if (state_of_title(office_key).empty() && (noun == "spokesman" || noun == "spokeswoman" || noun == "spokesperson")) {
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
    Draft& whose = drafts_[static_cast<std::size_t>(owner)];
    if (!whose.drawn && noun != "pope" && noun != "pontiff") {
      // "President Bush" speaks of the United States where nothing else does.
      whose.drawn = true;
      add_mention(s, title.noun, title.noun + 1, MentionForm::title, owner, "whose office the title is", false);
      mention_at_[position(s, title.noun)] = -1;
    }
    holders_.emplace(office_key + " " + std::to_string(owner), person);
    Draft& again = drafts_[static_cast<std::size_t>(person)];
    if (again.owner < 0) again.owner = owner;
    if (again.country.empty()) again.country = drafts_[static_cast<std::size_t>(owner)].country;
    add_tie(person, owner, "holds_office", words, current, title, std::string(rule) + ", owner from context");
  }
  return true;
}

// Where a title in capitals begins that goes on after its noun: "Assistant Secretary of State for Political Affairs Jane
// Doe", "Minister of Foreign Affairs and International Cooperation John Doe". The name's own place where there is none.
std::uint32_t Resolution::long_title(std::uint32_t s, std::uint32_t name) const {
  std::uint32_t found = name;
  for (std::uint32_t i = name, steps = 0; i-- > 0 && steps < 18; ++steps) {
    if (const NameHit* hit = hit_at(s, i)) {
      if (hit->type == HitType::person) break;
      i = hit->begin;
      continue;
    }
    const Token& t = token(s, i);
    const std::string_view word = small(s, i);
    const char first = t.form.empty() ? ' ' : t.form.front();
    const bool capital = first >= 'A' && first <= 'Z';
    const bool link = word == "of" || word == "for" || word == "and" || word == "the" || word == "," || word == "&" || word == "on" || word == "to";
    if (!capital && !link) break;
    if (capital && is_office_noun(word) && i + 1 < name && (small(s, i + 1) == "of" || small(s, i + 1) == "for" || small(s, i + 1) == "to" || small(s, i + 1) == "on"))
      found = i;
  }
  // A comma right before the name ends a title that stands before another name.
  if (found < name && name > 0 && (small(s, name - 1) == "," || small(s, name - 1) == "and")) return name;
  return found;
}

// "Russian Foreign Minister Sergei Lavrov", "CIA Director Porter Goss", "Mr. Bush".
void Resolution::read_title_before(NameHit& hit) {
  const std::uint32_t s = hit.sentence;
  std::uint32_t begin = hit.begin, noun = hit.begin;
  bool has_noun = false;
  std::uint32_t reach = hit.begin;
  while (begin > 0) {
    const std::uint32_t i = begin - 1;
    const NameHit* left = hit_at(s, i);
    if (left) {
      if (left->type == HitType::person) break;
      begin = left->begin;
      if (has_noun) reach = begin;
      continue;
    }
    const Token& t = token(s, i);
    const std::string_view word = small(s, i);
    const bool office = is_office_noun(word) || is_office_noun(t.lemma) || is_private_role(word) || is_private_role(t.lemma);
    if (is_honorific(word)) {
      begin = i;
      if (!has_noun) reach = i;
      continue;
    }
    if (t.upos == Upos::noun || t.upos == Upos::propn || t.upos == Upos::adj) {
      if (!has_noun && !office && i + 1 == hit.begin && t.upos != Upos::propn) break;
      if (office && !has_noun) {
        has_noun = true;
        noun = i;
      }
      // "Secretary of State Colin Powell": the office noun stands before "of".
      if (office && i + 1 < hit.begin && small(s, i + 1) == "of" && i + 4 >= noun) noun = i, has_noun = true;
      begin = i;
      if (has_noun) reach = i;
      continue;
    }
    if (t.upos == Upos::part && t.deprel == Deprel::case_ && has_noun) {
      begin = i;
      continue;
    }
    if (t.upos == Upos::adp && (word == "of" || word == "for") && i > 0 && !hit_at(s, i - 1) &&
        (is_office_noun(small(s, i - 1)) || is_office_noun(token(s, i - 1).lemma)) && begin < hit.begin) {
      begin = i;
      continue;
    }
    if (t.upos == Upos::cconj && begin < hit.begin && i > 0 && has_noun == false && token(s, i - 1).upos == Upos::propn && !hit_at(s, i - 1) && is_title_modifier(small(s, i - 1))) {
      begin = i;
      continue;
    }
    if (t.upos == Upos::verb && is_title_modifier(word)) {
      begin = i;
      continue;
    }
    if (word == "-" && i > 0 && has_noun && (is_past_word(small(s, i - 1)) || small(s, i - 1) == "vice" || is_office_noun(small(s, i - 1)))) {
      begin = i;
      continue;
    }
    break;
  }
  if (const std::uint32_t far = long_title(s, hit.begin); far < hit.begin && (!has_noun || far < noun)) {
    has_noun = true;
    noun = far;
    begin = far;
    while (begin > 0) {
      const NameHit* left = hit_at(s, begin - 1);
      const Token& t = token(s, begin - 1);
      if (left && left->type == HitType::person) break;
      if (left) begin = left->begin;
      else if (t.upos == Upos::propn || t.upos == Upos::adj || t.upos == Upos::noun || (t.upos == Upos::part && t.deprel == Deprel::case_)) --begin;
      else break;
    }
    reach = begin;
  }
  // "Army spokesman Major General John Doe": the role counts, not the rank.
  if (has_noun && is_rank(small(s, noun)))
    for (std::uint32_t i = noun; i-- > reach;) {
      if (hit_at(s, i)) break;
      if (is_office_noun(small(s, i)) && !is_rank(small(s, i))) {
        noun = i;
        break;
      }
    }
  std::uint32_t mention_begin = hit.begin;
  if (!has_noun && hit.end - hit.begin > 1 && is_office_noun(small(s, hit.begin))) {
    // "King Gyanendra": the title belongs to the name.
    has_noun = true;
    noun = hit.begin;
  }
  Title title{s, reach, std::max(hit.begin, noun + 1), noun};
  if (has_noun) {
    title.begin = reach;
    read_title(title, hit.actor, "title before the name");
    mention_begin = reach;
    // "Presidents Bush and Putin": the others share the title.
  } else if (hit.begin > 0 && is_honorific(small(s, hit.begin - 1))) {
    mention_begin = hit.begin - 1;
    const std::string_view word = small(s, hit.begin - 1);
    Draft& draft = drafts_[static_cast<std::size_t>(hit.actor)];
    if (word == "mrs." || word == "ms." || word == "mrs" || word == "ms" || word == "miss" || word == "lady") draft.gender = 2;
    if (word == "mr." || word == "mr" || word == "sir") draft.gender = 1;
  }
  // "Foreign Minister and Deputy Prime Minister Jan Novak"
  if (has_noun && reach > 2 && small(s, reach - 1) == "and" && !hit_at(s, reach - 2) && is_public_office(small(s, reach - 2))) {
    std::uint32_t first = reach - 2;
    while (first > 0 && (hit_at(s, first - 1) ? hit_at(s, first - 1)->type == HitType::country
                                             : token(s, first - 1).upos == Upos::adj || token(s, first - 1).upos == Upos::propn || token(s, first - 1).upos == Upos::noun))
      first = hit_at(s, first - 1) ? hit_at(s, first - 1)->begin : first - 1;
    const bool other = first > 0 && (small(s, first - 1) == "the" || small(s, first - 1) == ",");
    if (!other && read_title({s, first, reach - 1, reach - 2}, hit.actor, "first of two titles before the name")) mention_begin = first;
  }
  // "VOA's Jane Doe", "the Pentagon's John Doe"
  if (!has_noun && hit.begin >= 2 && token(s, hit.begin - 1).upos == Upos::part) {
    const NameHit* owner = hit_at(s, hit.begin - 2);
    if (owner && owner->actor >= 0 && owner->type == HitType::country) {
      const Draft known = drafts_[static_cast<std::size_t>(hit.actor)];
      if (known.entry >= 0 && known.kind == ActorKind::official && known.country == drafts_[static_cast<std::size_t>(owner->actor)].country && !known.country.empty())
        add_tie(hit.actor, owner->actor, "holds_office", "", true, {s, owner->begin, hit.end, hit.begin}, "possessor of a known official's name");
    }
    if (owner && owner->actor >= 0 && (owner->type == HitType::institution || owner->type == HitType::organisation)) {
      const Draft& body = drafts_[static_cast<std::size_t>(owner->actor)];
      const bool office = body.entry >= 0 && !is_private_type(gazetteer_.entry(static_cast<std::uint32_t>(body.entry)).type);
      if (office) drafts_[static_cast<std::size_t>(hit.actor)].public_office = true;
      add_tie(hit.actor, owner->actor, office ? "holds_office" : "affiliated_with", "", true, {s, owner->begin, hit.end, hit.begin}, "possessor of the name");
    }
  }
  titled_begin_ = mention_begin;
  const Draft& draft = drafts_[static_cast<std::size_t>(hit.actor)];
  const std::string own = text_of(s, hit.begin, hit.end);
  add_mention(s, mention_begin, hit.end, MentionForm::name, hit.actor, own == draft.label ? "name of a person" : "part of the name " + draft.label);
}

// "Rafael Correa of Ecuador", "Steve Mort of VOA"
void Resolution::read_of_after(const NameHit& hit) {
  const std::uint32_t s = hit.sentence;
  if (hit.end + 1 >= trees_[s].size() || (small(s, hit.end) != "of" && small(s, hit.end) != "from")) return;
  std::uint32_t at = hit.end + 1;
  if (small(s, at) == "the" && at + 1 < trees_[s].size()) ++at;
  const NameHit* owner = hit_at(s, at);
  if (!owner || owner->actor < 0) return;
  const Draft known = drafts_[static_cast<std::size_t>(hit.actor)];
  const Draft whose = drafts_[static_cast<std::size_t>(owner->actor)];
  const Title at_tokens{s, hit.begin, owner->end, hit.begin};
  if (owner->type == HitType::country && known.entry >= 0 && known.public_office && !known.country.empty() && known.country == whose.country)
    add_tie(hit.actor, owner->actor, "holds_office", "", true, at_tokens, "a known official of the country");
  if (owner->type == HitType::institution || owner->type == HitType::organisation)
    add_tie(hit.actor, owner->actor, "affiliated_with", "", true, at_tokens, "of the body");
}

// "Nikolai Patrushev, secretary of Russia's Security Council," "Mr. Diaz, who is the mayor of ..."
void Resolution::read_title_after(const NameHit& hit) {
  const std::uint32_t s = hit.sentence;
  const std::uint32_t size = trees_[s].size();
  std::uint32_t i = hit.end;
  if (i + 1 >= size || (small(s, i) != "," && small(s, i) != "(" && small(s, i) != "-" && small(s, i) != "--")) return;
  ++i;
  if (small(s, i) == "who" && i + 2 < size && token(s, i + 1).lemma == "be") i += 2;
  const std::uint32_t begin = i;
  std::uint32_t noun = size;
  for (; i < size && i < begin + 14; ++i) {
    if (const NameHit* inside = hit_at(s, i)) {
      if (inside->type == HitType::person) return;
      i = inside->end - 1;
      continue;
    }
    const Token& t = token(s, i);
    const std::string_view word = small(s, i);
    const bool office = is_office_noun(word) || is_office_noun(t.lemma) || is_private_role(word) || is_private_role(t.lemma);
    if (office && (t.upos == Upos::noun || t.upos == Upos::propn)) {
      noun = i;
      // The last noun of the compound is the office: "deputy foreign minister".
      while (noun + 1 < size && !hit_at(s, noun + 1) && (is_office_noun(small(s, noun + 1)) || is_office_noun(token(s, noun + 1).lemma))) ++noun;
      break;
    }
    if (t.upos == Upos::det || t.upos == Upos::adj || t.upos == Upos::noun || t.upos == Upos::propn || t.upos == Upos::part || t.upos == Upos::num || word == "-" ||
        (t.upos == Upos::pron && t.morphology.possessive) || (t.upos == Upos::verb && t.deprel == Deprel::amod) || (t.upos == Upos::adv && i == begin) || is_past_word(word))
      continue;
    return;
  }
  if (noun >= size) return;
  if (noun + 1 < size) {
    const NameHit* next = hit_at(s, noun + 1);
    if (next && next->type == HitType::person) return;  // the next name's own title
  }
  std::uint32_t end = noun + 1;
  bool inside_comma = false;
  while (end < size && end < noun + 20) {
    if (const NameHit* inside = hit_at(s, end)) {
      if (inside->type == HitType::person) break;
      end = inside->end;
      continue;
    }
    const Token& t = token(s, end);
    if (small(s, end) == "," && end + 1 < size && !inside_comma) {
      // "head of the state gas company, Naftogaz,"
      const NameHit* next = hit_at(s, end + 1);
      if (next && next->begin == end + 1 && next->type != HitType::person && next->type != HitType::country && !hit_at(s, end - 1)) {
        inside_comma = true;
        end = next->end;
        break;
      }
    }
    if (t.upos == Upos::verb || t.upos == Upos::aux || t.upos == Upos::sconj || t.upos == Upos::pron || small(s, end) == "," || small(s, end) == ")" || small(s, end) == ";" || small(s, end) == ".") break;
    ++end;
  }
  read_title({s, begin, end, noun}, hit.actor, "title after the name");
}

// The office noun of a phrase that ends before token `end`: "the head of the 57-member Organization of ...".
std::int32_t Resolution::office_noun_before(std::uint32_t s, std::uint32_t end) const {
  for (std::uint32_t i = end, steps = 0; i-- > 0 && steps < 20; ++steps) {
    if (const NameHit* hit = hit_at(s, i)) {
      if (hit->type == HitType::person) return -1;
      i = hit->begin;
      continue;
    }
    const Token& t = token(s, i);
    const bool office = is_office_noun(small(s, i)) || is_private_role(small(s, i));
    if (office && t.upos != Upos::adj) {
      const std::string_view next = i + 1 < end ? small(s, i + 1) : std::string_view();
      if (i + 1 == end || next == "of" || next == "for" || next == "at" || next == "in") return static_cast<std::int32_t>(i);
    }
    const std::string_view word = small(s, i);
    if (t.upos == Upos::verb || t.upos == Upos::aux || t.upos == Upos::pron || t.upos == Upos::sconj || word == "," || word == ";" || word == ":") return -1;
  }
  return -1;
}

// "Iran's chief nuclear negotiator, Ali Larijani," "the head of the U.N. mission in Haiti, X"
void Resolution::read_title_above(const NameHit& hit) {
  const std::uint32_t s = hit.sentence;
  const std::uint32_t start = titled_begin_;
  if (start < 2) return;
  std::uint32_t before = start - 1;
  while (before > 0 && (is_honorific(small(s, before)))) --before;
  if (small(s, before) != "," && small(s, before) != ":" && small(s, before) != "-") return;
  const std::uint32_t head = head_of(s, start, hit.end);
  std::int32_t noun = -1;
  if (token(s, head).deprel == Deprel::appos) noun = token(s, head).head;
  if (noun < 0 || noun >= static_cast<std::int32_t>(before)) {
    // Where the tree fails: the office noun right before the comma, or one whose "of" reaches it.
    noun = office_noun_before(s, before);
    if (noun < 0) return;
  }
  const auto n = static_cast<std::uint32_t>(noun);
  const Token& t = token(s, n);
  if (hit_at(s, n) || !(is_office_noun(small(s, n)) || is_office_noun(t.lemma) || is_private_role(t.lemma))) return;
  std::uint32_t begin = n;
  while (begin > 0) {
    if (const NameHit* left = hit_at(s, begin - 1)) {
      if (left->type == HitType::person) {
        // "Angela Weber's spokesman, Jan Kern": of the state that she serves
        const std::int32_t state = left->actor < 0 ? -1 : drafts_[static_cast<std::size_t>(left->actor)].owner;
        Draft& draft = drafts_[static_cast<std::size_t>(hit.actor)];
        if (state >= 0 && token(s, begin).upos == Upos::part && draft.owner < 0 && drafts_[static_cast<std::size_t>(state)].kind == ActorKind::country) {
          draft.owner = state;
          draft.public_office = true;
          add_tie(hit.actor, state, "holds_office", text_of(s, n, n + 1), true, {s, begin + 1, before, n}, "of the state whom the named one serves");
          return;
        }
        break;
      }
      begin = left->begin;
      continue;
    }
    const Token& left = token(s, begin - 1);
    if (left.upos == Upos::adj || left.upos == Upos::noun || left.upos == Upos::propn || (left.upos == Upos::part && left.deprel == Deprel::case_)) {
      --begin;
      continue;
    }
    break;
  }
  read_title({s, begin, before, n}, hit.actor, "title that the name explains");
}

// The state whose statement the text is: its publisher's, or the one whose office the author's line names.
void Resolution::find_speaker() {
  const std::vector<NameAtom> atoms = name_atoms_of(std::string_view(document_.source).substr(0, 200));
  for (std::size_t a = 0; a < atoms.size(); ++a) {
    const auto match = gazetteer_.longest(atoms, a);
    if (!match) continue;
    const GazetteerEntry entry = gazetteer_.entry(match->entry);
    if (is_private_type(entry.type)) break;  // "Voice of America"
    if (entry.type == "agency" || entry.type == "seat" || entry.type == "military") speaker_ = country_draft(entry.country);
    if (speaker_ >= 0) return;
  }
  // "Secretary Doe spoke with": so speaks only her own department.
  for (std::uint32_t h = 0; h < first_hit_.back() && hits_[h].sentence < 6; ++h) {
    const NameHit& hit = hits_[h];
    if (hit.type != HitType::person || hit.actor < 0 || hit.begin == 0 || small(hit.sentence, hit.begin - 1) != "secretary") continue;
    std::uint32_t before = hit.begin - 1;
    if (before > 0 && small(hit.sentence, before - 1) == "deputy") --before;
    if (before > 0) {
      const Upos upos = token(hit.sentence, before - 1).upos;
      if (upos == Upos::noun || upos == Upos::propn || upos == Upos::adj || upos == Upos::part) continue;
    }
    Draft& draft = drafts_[static_cast<std::size_t>(hit.actor)];
    std::int32_t known = draft.entry >= 0 ? draft.entry : known_holder(hit.actor, "secretary");
    if (known < 0) continue;
    speaker_ = country_draft(gazetteer_.entry(static_cast<std::uint32_t>(known)).country);
    if (speaker_ >= 0) return;
  }
  // "Jane Doe, Secretary of State" in a line of its own
  for (std::uint32_t s = 0; s < analysis_.sentences.size() && s < 4; ++s) {
    const auto& tokens = analysis_.sentences[s].tokens;
    if (tokens.size() > 14) continue;
    bool verb = false;
    for (const Token& t : tokens) verb = verb || t.upos == Upos::verb || t.upos == Upos::aux;
    const NameHit* author = tokens.size() < 4 ? nullptr : hit_at(s, 0);
    if (verb || !author || author->type != HitType::person || author->end >= tokens.size() || small(s, author->end) != ",") continue;
    for (std::uint32_t i = author->end + 1; i < tokens.size(); ++i) {
      if (!is_public_office(small(s, i))) continue;
      const Draft& draft = drafts_[static_cast<std::size_t>(author->actor)];
      const bool department = i > 0 && small(s, i - 1) == "department";
      if (draft.entry >= 0) speaker_ = country_draft(gazetteer_.entry(static_cast<std::uint32_t>(draft.entry)).country);
      else if (department || (small(s, i) == "secretary" && i + 2 < tokens.size() && small(s, i + 2) == "state")) speaker_ = country_draft("USA");
      return;
    }
  }
}

void Resolution::read_offices() {
  find_speaker();
  for (std::uint32_t h = 0; h < first_hit_.back(); ++h) {
    if (hits_[h].type != HitType::person || hits_[h].actor < 0) continue;
    read_title_before(hits_[h]);
    read_title_after(hits_[h]);
    read_of_after(hits_[h]);
    read_title_above(hits_[h]);
  }
  read_joint_titles();
}

// The country that the text says a newspaper, a company or a party belongs to: "Russia's Interfax", "the state-run Herald".
std::int32_t Resolution::state_owner(std::int32_t body) {
  const Draft draft = drafts_[static_cast<std::size_t>(body)];
  for (const Mention& mention : mentions_) {
    if (mention.actors.size() != 1 || mention.actors[0] != static_cast<std::uint32_t>(body) || mention.form != MentionForm::name) continue;
    const std::uint32_t s = mention.sentence;
    bool state = false;
    for (std::uint32_t i = mention.begin, steps = 0; i-- > 0 && steps < 8; ++steps) {
      if (const NameHit* hit = hit_at(s, i)) {
        if (hit->actor >= 0 && hit->type == HitType::country && !hit->partial) return hit->actor;
        break;
      }
      const Token& t = token(s, i);
      const std::string_view word = small(s, i);
      if (word == "state" || word == "official" || word == "state-run" || word == "state-owned" || word == "government" || word == "state-controlled" || word == "government-run") state = true;
      else if (t.upos != Upos::adj && t.upos != Upos::noun && t.upos != Upos::propn && t.upos != Upos::part && t.upos != Upos::punct && word != "run" && word != "owned" && word != "controlled") break;
      else if (word == ",") break;
    }
    if (!state) continue;
    if (draft.entry >= 0)
      if (const auto country = gazetteer_.country(gazetteer_.entry(static_cast<std::uint32_t>(draft.entry)).country)) {
        const auto known = by_entry_.find(*country);
        if (known != by_entry_.end() && drafts_[static_cast<std::size_t>(known->second)].drawn) return known->second;
      }
    return nearest_country(s, mention.begin);
  }
  return -1;
}

// "the foreign ministers of Iran and Iraq, A and B", "his Greek and Cypriot counterparts, A and B": each with his own.
void Resolution::read_joint_titles() {
  for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
    for (std::uint32_t i = 0; i < trees_[s].size(); ++i) {
      const Token& t = token(s, i);
      if (t.upos != Upos::noun || t.morphology.number != Number::plur || !is_public_office(t.lemma) || hit_at(s, i)) continue;
      std::vector<std::int32_t> countries;
      std::uint32_t begin = i, end = i + 1;
      while (begin > 0) {
        const NameHit* left = hit_at(s, begin - 1);
        if (left && left->type != HitType::country) break;
        if (left) countries.insert(countries.begin(), left->actor), begin = left->begin;
        else if (token(s, begin - 1).upos == Upos::adj || token(s, begin - 1).upos == Upos::noun || (!countries.empty() && (small(s, begin - 1) == "and" || small(s, begin - 1) == ","))) --begin;
        else break;
      }
      if (end < trees_[s].size() && small(s, end) == "of" && countries.empty()) {
        countries = country_list(s, end + 1);
        while (end < trees_[s].size() && (hit_at(s, end) ? hit_at(s, end)->type == HitType::country : end <= i + 1 || small(s, end) == "and" || (small(s, end) == "," && end + 1 < trees_[s].size() && hit_at(s, end + 1) && hit_at(s, end + 1)->type == HitType::country)|| small(s, end) == "the"))
          end = hit_at(s, end) ? hit_at(s, end)->end : end + 1;
      }
      if (countries.size() < 2 || end >= trees_[s].size()) continue;
      std::vector<std::int32_t> people;
      for (std::uint32_t k = end; k < trees_[s].size() && people.size() < countries.size();) {
        const NameHit* hit = hit_at(s, k);
        if (hit && hit->type == HitType::person && hit->actor >= 0) people.push_back(hit->actor), k = hit->end;
        else if (!hit && (small(s, k) == "," || small(s, k) == "and" || small(s, k) == "-" || small(s, k) == "--")) ++k;
        else break;
      }
      if (people.size() != countries.size()) continue;
      for (std::size_t k = 0; k < people.size(); ++k) {
        const std::int32_t person = people[k], country = countries[k];
        std::erase_if(ties_, [&](const Tie& tie) { return tie.sentence == s && tie.source == static_cast<std::uint32_t>(person) && tie.type == "holds_office"; });
        Draft& draft = drafts_[static_cast<std::size_t>(person)];
        draft.public_office = true;
        draft.owner = country;
        if (draft.country.empty()) draft.country = drafts_[static_cast<std::size_t>(country)].country;
        add_tie(person, country, "holds_office", text_of(s, i, i + 1), true, {s, begin, end, i}, "joint list of offices");
      }
    }
  }
}

// Institutions that stand under a country in the text or in the gazetteer.
void Resolution::add_structure_ties() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    const Draft draft = drafts_[i];
    if (!draft.drawn || draft.count == 0 || draft.kind != ActorKind::institution) continue;
    std::int32_t owner = draft.owner;
    if (draft.entry >= 0) {
      const std::string_view type = gazetteer_.entry(static_cast<std::uint32_t>(draft.entry)).type;
      if (type == "region") continue;
      if (is_private_type(type)) {
        owner = state_owner(static_cast<std::int32_t>(i));
        if (owner < 0) continue;
      }
    }
    if (owner < 0 && draft.entry >= 0) {
      const std::string_view part_of = gazetteer_.fact(gazetteer_.entry(static_cast<std::uint32_t>(draft.entry)), "part_of");
      if (const auto parent = part_of.empty() ? std::nullopt : gazetteer_.by_id(part_of)) {
        const auto known = by_entry_.find(*parent);
        if (known != by_entry_.end()) owner = known->second;
      }
    }
    if (owner < 0) continue;
    for (const Mention& mention : mentions_) {
      if (mention.actors.size() != 1 || mention.actors[0] != i) continue;
      add_tie(static_cast<std::int32_t>(i), owner, "part_of", "", true, {mention.sentence, mention.begin, mention.end, mention.head}, "an institution of its country");
      break;
    }
  }
}

}  // namespace entente
