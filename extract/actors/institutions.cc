// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/body_name.h"
#include "extract/actors/office_words.h"
#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {
namespace {

bool is_court_modifier(std::string_view word) {
  return word == "supreme" || word == "high" || word == "constitutional" || word == "appeals" ||
         word == "criminal" || word == "federal" || word == "military" || word == "appeal" ||
         word == "superior" || word == "electoral" || word == "district";
}

bool is_agency_modifier(std::string_view word) {
  return word == "defense" || word == "space" || word == "energy" || word == "intelligence" ||
         word == "security" || word == "spy" || word == "nuclear" || word == "aviation" || word == "refugee";
}

bool is_commission_modifier(std::string_view word) {
  return word == "election" || word == "electoral" || word == "elections";
}

// What may be part of a parliament's name; an army has no such word.
bool is_chamber_modifier(std::string_view word) {
  return word == "national" || word == "regional" || word == "provincial" || word == "state" ||
         word == "european" || word == "upper" || word == "federal";
}

// A name that the bodies of many states have: alone it is the one of the state that the text speaks of.
bool is_every_states(std::string_view core) {
  return core.ends_with(" ministry") || core == "national assembly" || core == "supreme court" ||
         core == "national police" || core == "central bank" || core == "air force" ||
         core == "chamber of deputies" || core == "parliament" || core == "constitutional court" ||
         core == "central election commission" || core == "interior ministry";
}

}  // namespace

// An actor of that core and owner; the core is folded words without the country.
std::int32_t Resolution::institution(std::string_view text, std::string_view core, std::int32_t owner,
                                     std::int32_t entry) {
  std::int32_t index;
  if (entry >= 0) {
    index = draft_of_entry(static_cast<std::uint32_t>(entry));
  } else {
    const std::string key = "i" + std::to_string(owner) + ":" + std::string(core);
    const auto [found, is_new] = by_key_.emplace(key, static_cast<std::int32_t>(drafts_.size()));
    index = found->second;
    if (is_new) {
      Draft& draft = drafts_.emplace_back();
      draft.kind = ActorKind::institution;
      draft.owner = owner;
      draft.core = core;
      if (owner >= 0) draft.country = drafts_[static_cast<std::size_t>(owner)].country;
    }
  }
  drafts_[static_cast<std::size_t>(index)].drawn = true;
  name_draft(index, std::string(text));
  return index;
}

// The country or body that a description [begin, end) with that head names as its own: an adjective or
// possessor before the noun, "of" or "in" with a country after it.
std::int32_t Resolution::owner_of(std::uint32_t s, std::uint32_t begin, std::uint32_t end,
                                  std::uint32_t head) const {
  for (std::uint32_t i = end; i-- > begin;) {
    const std::int32_t inner = inner_hit_at_[position(s, i)];
    if (inner >= 0 && hits_[static_cast<std::size_t>(inner)].actor >= 0)
      return hits_[static_cast<std::size_t>(inner)].actor;
    const NameHit* hit = hit_at(s, i);
    if (hit && hit->actor >= 0 &&
        (hit->type == HitType::country || hit->type == HitType::region || hit->type == HitType::institution))
      return hit->actor;
  }
  for (const std::uint32_t c : trees_[s].children(head)) {
    if (c <= head || token(s, c).deprel != Deprel::nmod) continue;
    const std::string_view preposition = trees_[s].preposition(c);
    const NameHit* hit = hit_at(s, c);
    if ((preposition == "of" || preposition == "in") && hit && hit->actor >= 0 &&
        hit->type == HitType::country && hit->is(NameRole::name))
      return hit->actor;
  }
  return -1;
}

// Whether a public body's name stands right behind another state than the gazetteer's.
bool Resolution::is_another_states(const NameHit& hit) const {
  const GazetteerEntry entry = gazetteer_.entry(static_cast<std::uint32_t>(hit.entry));
  if (entry.own || entry.country.empty() || is_private_type(entry.type) || hit.begin == 0) return false;
  std::uint32_t before = hit.begin - 1;
  if (token(hit.sentence, before).upos == Upos::part && before > 0) --before;
  const NameHit* state = hit_at(hit.sentence, before);
  return state != nullptr && state->type == HitType::country && !state->partial && state->actor >= 0 &&
         drafts_[static_cast<std::size_t>(state->actor)].country != entry.country &&
         inner_hit_at_[position(hit.sentence, hit.begin)] < 0 && hit.end - hit.begin < 3;
}

// The gazetteer's institution of that whole name, or -1.
std::int32_t Resolution::known_body(const std::string& name) const {
  const auto known = gazetteer_.by_name(name);
  if (!known || gazetteer_.entry(known->entry).kind != ActorKind::institution) return -1;
  return static_cast<std::int32_t>(known->entry);
}

// The folded name without its country: "iraqi parliament" and "parliament of iraq" are "parliament". The
// whole name where too little would be left, as of "Bank of America".
std::string Resolution::without_owner(const NameHit& hit, std::int32_t owner) const {
  const std::uint32_t s = hit.sentence;
  const std::string whole = fold_name(text_of(s, hit.begin, hit.end));
  if (owner < 0 || drafts_[static_cast<std::size_t>(owner)].kind != ActorKind::country) return whole;
  const auto inner = [&](std::uint32_t i) -> const NameHit* {
    const std::int32_t at = inner_hit_at_[position(s, i)];
    return at < 0 || hits_[static_cast<std::size_t>(at)].actor != owner
               ? nullptr
               : &hits_[static_cast<std::size_t>(at)];
  };
  std::uint32_t begin = hit.begin, end = hit.end;
  if (const NameHit* first = inner(begin); first && !first->partial) {
    begin = first->end;
    if (begin < end && token(s, begin).upos == Upos::part) ++begin;
    if (begin < end && (small(s, begin) == "and" || token(s, begin).upos == Upos::punct)) return whole;
  } else if (const NameHit* last = inner(end - 1); last && last->begin > begin + 1) {
    end = last->begin;
    while (end > begin && (small(s, end - 1) == "of" || small(s, end - 1) == "the")) --end;
  }
  if (begin >= end || (end - begin < 2 && !is_public_body(small(s, end - 1)))) return whole;
  return fold_name(text_of(s, begin, end));
}

void Resolution::resolve_named_institution(NameHit& hit) {
  const std::uint32_t s = hit.sentence;
  const std::string text = text_of(s, hit.begin, hit.end);
  std::int32_t owner = -1;
  std::string core = fold_name(text);
  if (core.empty()) return;
  if (hit.entry < 0) hit.entry = known_body(text);
  if (const NameHit* around = hit.entry < 0 ? body_around(hit) : nullptr)
    hit.entry = known_body(text_of(s, around->end, hit.end));    // "the United Nations World Food Program"
  if (hit.entry >= 0 && is_another_states(hit)) hit.entry = -1;  // "the Chilean Congress"
  if (hit.entry < 0 && hit.end - hit.begin == 1 && hit.begin > 1 && small(s, hit.begin - 1) == "(" &&
      text.size() < 8) {
    // "Syrian Democratic Forces (SDF)"
    const NameHit* before = hit_at(s, hit.begin - 2);
    if (!before || before->actor < 0 ||
        (before->type != HitType::institution && before->type != HitType::organisation))
      return;
    hit.actor = before->actor;
    name_draft(hit.actor, text);
    by_key_.emplace("n:" + core, hit.actor);
    add_mention(s, hit.begin, hit.end, MentionForm::name, hit.actor, "abbreviation of the name before it");
    return;
  }
  if (hit.entry < 0) {
    owner = owner_of(s, hit.begin, hit.end, head_of(s, hit.begin, hit.end));
    if (owner < 0 && hit.begin >= 1) {
      // "Iran's Atomic Energy Organization", "the Iraqi Islamic Party"
      std::uint32_t before = hit.begin - 1;
      if (token(s, before).upos == Upos::part && before > 0) --before;
      if (const NameHit* other = hit_at(s, before);
          other && other->actor >= 0 && other->type == HitType::country)
        owner = other->actor;
    }
    const std::string bare = without_owner(hit, owner);
    if (owner >= 0 && bare != core)
      if (const std::int32_t known = known_body(bare);
          known >= 0 && gazetteer_.entry(static_cast<std::uint32_t>(known)).country ==
                            drafts_[static_cast<std::size_t>(owner)].country)
        hit.entry = known;  // "Iranian Revolutionary Guard Corps"
    core = body_core(bare);
    if (owner < 0 && is_every_states(core) && !by_key_.contains("n:" + core))
      owner = likely_country(s, hit.begin, {});
    if (hit.entry < 0 && owner < 0 && !by_key_.contains("n:" + core)) {
      hit.entry = known_body("United Nations " + text);  // "Security Council" of no state
      for (const std::string& other : hit.entry < 0 ? without_slip(text) : std::vector<std::string>())
        if (hit.entry < 0) hit.entry = known_body(other);  // "Untied Nations"
    }
  }
  if (hit.entry < 0) {
    // A body's name in another case or with its article is the same body's.
    auto known = by_key_.find("n:" + core);
    if (known == by_key_.end() && hit.end - hit.begin == 1)
      known = by_key_.find("s:" + core);  // "Mahan" after "Mahan Air", "SDF" after its long form
    if (known != by_key_.end()) {
      hit.actor = known->second;
      name_draft(hit.actor, text);
    } else {
      hit.actor = institution(text, core, owner, -1);
      by_key_.emplace("n:" + core, hit.actor);
    }
  } else {
    hit.actor = institution(text, core, -1, hit.entry);
    if (gazetteer_.entry(static_cast<std::uint32_t>(hit.entry)).type == "military" &&
        core.ends_with("military"))
      bodies_["military"] = hit.actor;
  }
  name_with_country(hit);
  read_body_within(hit);
  remember_short_forms(s, hit, core);
  add_mention(s, hit.begin, hit.end, MentionForm::name, hit.actor,
              hit.entry >= 0 ? "gazetteer: institution" : "name of an organisation");
}

// "Burma Media Watch", "the Iraqi Islamic League": what the tagger cuts short is a name of the body as well.
void Resolution::name_with_country(const NameHit& hit) {
  if (hit.entry >= 0 || hit.begin == 0) return;
  const NameHit* before = hit_at(hit.sentence, hit.begin - 1);
  if (before && before->type == HitType::country && !before->partial && before->end == hit.begin &&
      inner_hit_at_[position(hit.sentence, hit.begin)] < 0)
    name_draft(hit.actor, text_of(hit.sentence, before->begin, hit.end));
}

// The hit of the international organisation with whose name the body's begins, where a body's noun follows
// it: "the United Nations Refugee Fund". Null for none.
const NameHit* Resolution::body_around(const NameHit& hit) const {
  bool noun = false;
  for (std::uint32_t i = hit.begin + 1; i < hit.end; ++i) {
    if (token(hit.sentence, i).upos == Upos::punct) return nullptr;
    noun = noun || is_institution_noun(small(hit.sentence, i));
  }
  if (!noun || hit.end - hit.begin < 3) return nullptr;
  for (std::uint32_t h = first_hit_[hit.sentence]; h < first_hit_[hit.sentence + 1]; ++h) {
    const NameHit& inner = hits_[h];
    if (inner.nested && inner.begin == hit.begin && inner.end < hit.end && inner.entry >= 0 &&
        (inner.end + 1 < hit.end || small(hit.sentence, inner.end) == "tribunal") &&
        inner.type == HitType::institution &&
        gazetteer_.entry(static_cast<std::uint32_t>(inner.entry)).type == "igo")
      return &inner;
  }
  return nullptr;
}

void Resolution::read_body_within(const NameHit& hit) {
  const NameHit* around = body_around(hit);
  if (!around) return;
  const std::uint32_t sentence = hit.sentence, begin = around->begin, end = around->end;
  const std::int32_t actor = hit.actor, owner = draft_of_entry(static_cast<std::uint32_t>(around->entry));
  Draft& body = drafts_[static_cast<std::size_t>(actor)];
  if (owner == actor || (body.owner >= 0 && body.owner != owner)) return;
  body.owner = owner;
  drafts_[static_cast<std::size_t>(owner)].drawn = true;
  name_draft(owner, text_of(sentence, begin, end));
  add_mention(sentence, begin, end, MentionForm::name, owner, "gazetteer: institution inside a name");
}

// What a later text may call the body for short: its first word, where that is no country's and no common
// one, and its initials.
void Resolution::remember_short_forms(std::uint32_t s, const NameHit& hit, const std::string& core) {
  const auto space = core.find(' ');
  if (space == std::string::npos) return;
  const std::string first = core.substr(0, space);
  if (first.size() > 3 && !is_generic_name(first) && !is_title_modifier(first) &&
      inner_hit_at_[position(s, hit.begin)] < 0 && token(s, hit.begin).upos == Upos::propn)
    by_key_.emplace("s:" + first, hit.actor);
  std::string initials;
  for (std::uint32_t i = hit.begin; i < hit.end; ++i) {
    const char c = token(s, i).form.empty() ? ' ' : token(s, i).form.front();
    if (c >= 'A' && c <= 'Z') initials += static_cast<char>(c + 32);
  }
  if (initials.size() > 2) by_key_.emplace("s:" + initials, hit.actor);
}

void Resolution::resolve_institutions() {
  for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
    for (std::uint32_t h = first_hit_[s]; h < first_hit_[s + 1]; ++h) {
      NameHit& hit = hits_[h];
      if (hit.type != HitType::institution && hit.type != HitType::organisation) continue;
      if (!hit.nested) {
        resolve_named_institution(hit);
      } else if (hit.entry >= 0 && nested_counts(hit)) {
        hit.actor = institution(text_of(s, hit.begin, hit.end), {}, -1, hit.entry);
        add_mention(s, hit.begin, hit.end, MentionForm::name, hit.actor,
                    "gazetteer: institution inside a name");
      }
    }
    resolve_described_institutions(s);
  }
}

// The gazetteer's own entry for a country's described body, or -1: "the American military".
std::int32_t Resolution::known_body_of(std::int32_t owner, const std::string& core) const {
  const std::int32_t country = owner < 0 ? -1 : drafts_[static_cast<std::size_t>(owner)].entry;
  if (country < 0) return -1;
  const auto entry = static_cast<std::uint32_t>(country);
  const std::int32_t known = known_body(std::string(gazetteer_.adjective(entry)) + " " + core);
  if (known < 0 ||
      gazetteer_.entry(static_cast<std::uint32_t>(known)).country != gazetteer_.entry(entry).country)
    return -1;
  return known;
}

void Resolution::add_described_hit(std::uint32_t s, std::uint32_t begin, std::uint32_t end,
                                   std::int32_t actor) {
  NameHit hit;
  hit.sentence = s;
  hit.begin = begin;
  hit.end = end;
  hit.type = HitType::institution;
  hit.actor = actor;
  const auto index = static_cast<std::int32_t>(hits_.size());
  hits_.push_back(hit);
  for (std::uint32_t k = begin; k < end; ++k) hit_at_[position(s, k)] = index;
}

// Whether a country's adjective or possessive stands right before the noun and its adjectives.
bool Resolution::country_before(std::uint32_t s, std::uint32_t noun) const {
  for (std::uint32_t i = noun, steps = 0; i-- > 0 && steps < 4; ++steps) {
    if (const NameHit* hit = hit_at(s, i)) return hit->type == HitType::country && !hit->partial;
    const Upos upos = token(s, i).upos;
    if (upos != Upos::adj && upos != Upos::part && upos != Upos::noun) return false;
  }
  return false;
}

// "the Iraqi Defense Ministry", "Ukraine's parliament", "Pakistan's army": a common noun and what stands
// before it.
void Resolution::resolve_described_institutions(std::uint32_t s) {
  const Sentence& sentence = analysis_.sentences[s];
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& t = sentence.tokens[i];
    if ((t.upos != Upos::noun && t.upos != Upos::propn) || hit_at(s, i)) continue;
    const std::string_view word = small(s, i);
    const std::string_view before = i > 0 ? small(s, i - 1) : std::string_view();
    const bool court = (word == "court" || word == "tribunal") && is_court_modifier(before);
    const bool commission = (word == "commission" || word == "council") && is_commission_modifier(before);
    const bool bank = word == "bank" && before == "central";
    const bool force = word == "force" && before == "air";
    const bool own_court = (word == "court" || word == "tribunal" ||
                            ((word == "television" || word == "radio") && t.deprel != Deprel::compound)) &&
                           !court && country_before(s, i);
    const bool agency = word == "agency" && is_agency_modifier(before) && country_before(s, i);
    const bool arms = word == "military" || word == "army" || word == "navy";
    if (!is_public_body(word) && !own_court && !court && !commission && !bank && !force && !agency) continue;
    const bool has_owner = country_before(s, i);
    const std::string_view after = i + 1 < sentence.tokens.size() ? small(s, i + 1) : std::string_view();
    const bool led = after == "spokesman" || after == "spokeswoman" || after == "chief" ||
                     after == "commander" || after == "spokesperson";
    if (arms && (t.deprel == Deprel::compound || t.deprel == Deprel::amod || t.upos == Upos::adj) && !led &&
        !(has_owner && word != "military"))
      continue;
    if (!arms && t.deprel == Deprel::amod) continue;
    std::uint32_t begin = i;
    while (begin > 0) {
      const Token& left = sentence.tokens[begin - 1];
      if (hit_at(s, begin - 1) || left.head < 0) break;
      if (left.upos != Upos::adj && left.upos != Upos::noun && left.upos != Upos::propn) break;
      const std::string_view modifier = small(s, begin - 1);
      if (is_loose_modifier(modifier) || left.upos == Upos::num || (arms && modifier != "national")) break;
      if ((word == "parliament" || word == "legislature" || word == "embassy" || word == "consulate" ||
           word == "congress" || word == "senate") &&
          !is_chamber_modifier(modifier))
        break;
      --begin;
    }
    std::string core = fold_name(text_of(s, begin, i + 1));
    std::uint32_t phrase = begin;
    std::uint32_t end = i + 1;
    // "Ministry of Defense"
    if (word == "ministry" && i + 2 < sentence.tokens.size() && small(s, i + 1) == "of" &&
        !hit_at(s, i + 2)) {
      std::uint32_t last = i + 2;
      while (
          last < sentence.tokens.size() &&
          (sentence.tokens[last].upos == Upos::propn || small(s, last) == "and" || small(s, last) == "&") &&
          !hit_at(s, last))
        ++last;
      if (last > i + 2) {
        core = fold_name(text_of(s, i + 2, last)) + " ministry";
        end = last;
      }
    }
    while (phrase > 0) {
      const Token& left = sentence.tokens[phrase - 1];
      const NameHit* hit = hit_at(s, phrase - 1);
      if (hit && hit->type == HitType::country)
        phrase = hit->begin;
      else if (left.upos == Upos::part && left.deprel == Deprel::case_)
        --phrase;
      else if (left.upos == Upos::num || left.form == "-" ||
               (left.upos == Upos::noun && phrase > 1 && small(s, phrase - 2) == "-"))
        --phrase;
      else if (is_loose_modifier(small(s, phrase - 1)) && left.upos == Upos::adj)
        --phrase;
      else
        break;
    }
    while (phrase < begin && (token(s, phrase).upos == Upos::part || token(s, phrase).upos == Upos::punct))
      ++phrase;
    std::int32_t owner = owner_of(s, phrase, i, i);
    const bool described = begin < i || end > i + 1;
    if (word == "ministry" && !described) continue;
    core = body_core(core);  // one body under several names
    if (owner < 0 && is_public_body(word)) {
      // "the military", "the parliament": the one spoken of before
      if (const auto known = bodies_.find(core); known != bodies_.end()) {
        name_draft(known->second, text_of(s, begin, end));
        add_mention(s, phrase, end, MentionForm::nominal, known->second, "description of a body met before",
                    true, static_cast<std::int32_t>(i));
        add_described_hit(s, begin, end, known->second);
        continue;
      }
    }
    if (owner < 0) owner = likely_country(s, i, {});
    if (owner < 0 && t.upos != Upos::propn) continue;
    const std::string text = text_of(s, phrase, end);
    const std::int32_t actor = institution(text, core, owner, known_body_of(owner, core));
    bodies_[core] = actor;
    name_draft(actor, text_of(s, begin, end));
    drafts_[static_cast<std::size_t>(actor)].described = core;
    if (owner >= 0) {
      const Draft& country = drafts_[static_cast<std::size_t>(owner)];
      if (country.entry >= 0) {
        const auto entry = static_cast<std::uint32_t>(country.entry);
        name_draft(actor, std::string(gazetteer_.adjective(entry)) + " " + text_of(s, begin, end));
        name_draft(actor, text_of(s, begin, end) + " (" + std::string(gazetteer_.entry(entry).label) + ")");
        name_draft(actor, std::string(gazetteer_.entry(entry).label) + "'s " + text_of(s, begin, end));
      }
    }
    add_described_hit(s, begin, end, actor);
    add_mention(s, phrase, end, MentionForm::nominal, actor, "description of a public body", true,
                static_cast<std::int32_t>(i));
  }
}

}  // namespace entente
