// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {
namespace {

HitType type_of(const GazetteerEntry& entry) {
  if (entry.type == "region") return HitType::region;
  switch (entry.kind) {
    case ActorKind::country:
      return HitType::country;
    case ActorKind::institution:
      return HitType::institution;
    case ActorKind::bloc:
      return HitType::bloc;
    default:
      return HitType::person;
  }
}

HitType type_of(NameType type) {
  switch (type) {
    case NameType::person:
      return HitType::person;
    case NameType::organisation:
      return HitType::organisation;
    case NameType::nationality:
      return HitType::people;
    default:
      return HitType::place;
  }
}

bool capital(std::string_view form) {
  if (form.empty()) return false;
  const auto c = static_cast<unsigned char>(form.front());
  return (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c != 0xE2);  // E2: a curly apostrophe, a dash
}

}  // namespace

void Resolution::find_hits() {
  for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
    first_hit_.push_back(static_cast<std::uint32_t>(hits_.size()));
    find_hits_in(s);
  }
  first_hit_.push_back(static_cast<std::uint32_t>(hits_.size()));
}

void Resolution::add_gazetteer_hits(std::uint32_t s, std::vector<NameHit>& out) {
  const auto& tokens = analysis_.sentences[s].tokens;
  std::vector<NameAtom> atoms;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) append_name_atoms(tokens[i].form, i, atoms);
  for (std::size_t a = 0; a < atoms.size();) {
    const bool after_hyphen = !atoms[a].starts_token && a > 0 && atoms[a - 1].before_hyphen;
    if (!atoms[a].starts_token && !after_hyphen) {
      ++a;
      continue;
    }
    const auto match = gazetteer_.longest(atoms, a);
    if (!match) {
      ++a;
      continue;
    }
    const NameAtom& last = atoms[a + match->length - 1];
    NameHit hit;
    hit.sentence = s;
    hit.begin = atoms[a].token;
    hit.end = last.token + 1;
    hit.entry = static_cast<std::int32_t>(match->entry);
    hit.roles = match->roles;
    hit.type = type_of(gazetteer_.entry(match->entry));
    hit.partial = !last.ends_token || after_hyphen;
    // "U.S. military" names the United States too, "U.N. Security Council" the United Nations.
    if (match->length > 1 && (hit.type == HitType::institution)) {
      auto inner = gazetteer_.longest(std::span(atoms).first(a + match->length - 1), a);
      while (inner && inner->entry == match->entry && inner->length > 1)  // "U.S. Treasury"
        inner = gazetteer_.longest(std::span(atoms).first(a + inner->length - 1), a);
      if (inner && inner->entry != match->entry) {
        const GazetteerEntry& around = gazetteer_.entry(match->entry);
        const GazetteerEntry& within = gazetteer_.entry(inner->entry);
        if (within.kind == ActorKind::country || gazetteer_.fact(around, "part_of") == within.id) {
          NameHit nested;
          nested.sentence = s;
          nested.begin = hit.begin;
          nested.end = atoms[a + inner->length - 1].token + 1;
          nested.entry = static_cast<std::int32_t>(inner->entry);
          nested.roles = inner->roles;
          nested.type = type_of(within);
          nested.nested = true;
          out.push_back(nested);
        }
      }
    }
    if (hit.partial && hit.type != HitType::country && hit.type != HitType::region &&
        hit.type != HitType::institution && hit.type != HitType::bloc) {
      a += match->length;
      continue;
    }
    out.push_back(hit);
    a += match->length;
  }
}

void Resolution::add_tagger_hits(std::uint32_t s, std::vector<NameHit>& out) {
  const Sentence& sentence = analysis_.sentences[s];
  for (const NameSpan& name : sentence.names) {
    NameHit hit;
    hit.sentence = s;
    hit.begin = name.begin;
    hit.end = name.end;
    hit.type = type_of(name.type);
    const auto strip = [&](std::uint32_t i) {
      const Token& t = sentence.tokens[i];
      return t.upos == Upos::punct || t.upos == Upos::det || t.upos == Upos::adp || t.form == "'s" ||
             t.form == "’s" || t.form == "the";
    };
    while (hit.begin < hit.end && strip(hit.begin)) ++hit.begin;
    while (hit.begin < hit.end && strip(hit.end - 1) && sentence.tokens[hit.end - 1].form != ".") --hit.end;
    if (hit.type == HitType::person) {
      while (hit.begin + 1 < hit.end && (is_honorific(small(s, hit.begin)) ||
                                         (is_office_noun(small(s, hit.begin)) &&
                                          small(s, hit.begin) != "king" && small(s, hit.begin) != "prince" &&
                                          small(s, hit.begin) != "pope" && small(s, hit.begin) != "queen" &&
                                          small(s, hit.begin) != "rice" && small(s, hit.begin) != "lord")))
        ++hit.begin;
    }
    if (hit.type == HitType::person)
      while (hit.begin + 1 < hit.end && is_calendar_word(small(s, hit.end - 1))) --hit.end;
    if (hit.type == HitType::organisation) {
      // "the Treasury's Office of ...": two bodies, but one in "Lord's Resistance Army"
      for (std::uint32_t i = hit.end - 1; i > hit.begin + 1; --i) {
        if (sentence.tokens[i].upos != Upos::part || sentence.tokens[i].form.size() > 4 ||
            names_possessively(small(s, i - 1)))
          continue;
        NameHit left = hit;
        left.end = i;
        if (capital(sentence.tokens[left.begin].form) && !is_generic_name(small(s, left.end - 1)))
          out.push_back(left);
        hit.begin = i + 1;
        break;
      }
      while (hit.begin < hit.end && strip(hit.begin)) ++hit.begin;
      if (hit.begin == hit.end) continue;
      widen(s, hit);
      widen_list(s, hit);
      // "the U.S. Embassy", "Ministry": a description, read as such
      const std::string_view last = small(s, hit.end - 1);
      if (hit.begin >= 2 && !is_institution_noun(last) &&
          (small(s, hit.begin - 1) == "of" || small(s, hit.begin - 1) == "for") &&
          is_public_office(small(s, hit.begin - 2)))
        continue;                      // "Minister of Foreign Affairs"
      std::uint32_t core = hit.begin;  // "American Convention" of "American Convention on Human Rights"
      while (core + 1 < hit.end && sentence.tokens[core + 1].upos != Upos::adp) ++core;
      const bool own_name = hit.end - hit.begin > 2 && begins_with_no_country(s, hit) &&
                            (last == "army" || last == "congress" || last == "senate" || last == "navy");
      if ((is_public_body(last) && !own_name) || is_document_noun(last) || is_document_noun(small(s, core)) ||
          (hit.end - hit.begin == 1 && is_generic_name(last)))
        continue;
    }
    if (hit.begin < hit.end && capital(sentence.tokens[hit.begin].form))
      out.push_back(hit);
    else if (hit.begin < hit.end && hit.type != HitType::place &&
             (is_name_particle(small(s, hit.begin)) || sentence.tokens[hit.begin].upos == Upos::propn))
      out.push_back(hit);
  }
}

// A tagger's organisation reaches as far as capitals do: "Fifth [Republic] Movement", "University of
// [California]".
void Resolution::widen(std::uint32_t s, NameHit& hit) const {
  const auto& tokens = analysis_.sentences[s].tokens;
  const auto joins = [&](std::uint32_t i) {
    return tokens[i].upos == Upos::propn && capital(tokens[i].form) && !is_calendar_word(small(s, i)) &&
           !is_office_noun(small(s, i)) && !is_honorific(small(s, i)) && !tagged_otherwise(s, i);
  };
  while (hit.end < tokens.size()) {
    const std::string_view word = small(s, hit.end);
    if (joins(hit.end))
      ++hit.end;
    else if ((word == "of" || word == "for" || word == "and" || word == "&") && hit.end + 1 < tokens.size() &&
             joins(hit.end + 1) &&
             (word != "and" || tokens[hit.end + 1].head < static_cast<std::int32_t>(hit.end) || true) &&
             word != "and")
      hit.end += 2;
    else
      break;
  }
  while (hit.begin > 0 && (joins(hit.begin - 1) ||
                           (tokens[hit.begin - 1].upos == Upos::adj && capital(tokens[hit.begin - 1].form) &&
                            hit.begin > 1 && !tagged_otherwise(s, hit.begin - 1))))
    --hit.begin;
}

// "Bureau of Population, Refugees, and Migration": after a body's noun and "of" a list of capitals belongs to
// the name.
void Resolution::widen_list(std::uint32_t s, NameHit& hit) const {
  const auto& tokens = analysis_.sentences[s].tokens;
  const auto name_word = [&](std::uint32_t i) {
    return i < tokens.size() && capital(tokens[i].form) && !is_calendar_word(small(s, i)) &&
           !tagged_otherwise(s, i) && !is_office_noun(small(s, i));
  };
  const auto link = [&](std::uint32_t i) {
    return i < tokens.size() && (small(s, i) == "of" || small(s, i) == "for" || small(s, i) == "on" ||
                                 small(s, i) == "to" || small(s, i) == "in");
  };
  bool has_link = false;
  for (std::uint32_t i = hit.begin; i < hit.end; ++i) has_link = has_link || link(i);
  if (!has_link && !(is_institution_noun(small(s, hit.end - 1)) && link(hit.end))) return;
  for (std::uint32_t guard = 0; guard < 20; ++guard) {
    std::uint32_t next = hit.end;
    if (next < tokens.size() && small(s, next) == ",") ++next;
    if (next < tokens.size() && (small(s, next) == "and" || small(s, next) == "&")) ++next;
    const bool listed = next > hit.end;
    if (next == hit.end && link(next)) ++next;
    if (next < tokens.size() && small(s, next) == "the" && name_word(next + 1)) ++next;
    if (!name_word(next)) break;
    // A comma joins only where "and" closes the list after it.
    if (listed && small(s, hit.end) == "," && small(s, next - 1) == ",") {
      bool closed = false;
      for (std::uint32_t i = next; i < tokens.size() && i < next + 6; ++i)
        closed = closed || (small(s, i) == "and" && name_word(i + 1));
      if (!closed) break;
    }
    if (listed && tokens[next].upos == Upos::propn && next + 1 < tokens.size() &&
        tokens[next + 1].upos == Upos::propn && small(s, hit.end) == "and" && hit.end - hit.begin < 3)
      break;
    std::uint32_t run = next;
    while (run + 1 < tokens.size() && name_word(run + 1)) ++run;
    if (listed && is_institution_noun(small(s, run))) break;  // another body of its own
    hit.end = next + 1;
  }
}

// Whether the span begins with no country's name: "Northern Liberation Army", not "South African Army".
bool Resolution::begins_with_no_country(std::uint32_t s, const NameHit& hit) const {
  std::vector<NameAtom> atoms;
  for (std::uint32_t i = hit.begin; i < hit.end; ++i) append_name_atoms(token(s, i).form, i, atoms);
  const auto match = gazetteer_.longest(atoms, 0);
  return !match || gazetteer_.entry(match->entry).kind != ActorKind::country;
}

bool Resolution::tagged_otherwise(std::uint32_t s, std::uint32_t i) const {
  for (const NameSpan& name : analysis_.sentences[s].names)
    if (i >= name.begin && i < name.end && name.type != NameType::organisation) return true;
  return false;
}

// Whether a gazetteer's hit stands against what the tagger sees there.
bool Resolution::survives(const NameHit& hit, const std::vector<NameHit>& tagged) const {
  const GazetteerEntry& entry = gazetteer_.entry(static_cast<std::uint32_t>(hit.entry));
  const std::uint32_t s = hit.sentence;
  if (hit.type == HitType::bloc && entry.label == "West") {
    const bool the = small(s, hit.begin) == "the" || (hit.begin > 0 && small(s, hit.begin - 1) == "the");
    const bool more = hit.end < trees_[s].size() && capital(token(s, hit.end).form);
    if (!the || more) return false;
  }
  for (const NameHit& other : tagged) {
    if (other.end <= hit.begin || other.begin >= hit.end) continue;
    const bool longer =
        other.begin <= hit.begin && other.end >= hit.end && other.end - other.begin > hit.end - hit.begin;
    if (!longer || entry.own) continue;
    if (other.type == HitType::person) return hit.type == HitType::person;
    if (other.type == HitType::place && (hit.type == HitType::country || hit.type == HitType::region)) {
      for (std::uint32_t i = other.begin; i < other.end; ++i)
        if ((i < hit.begin || i >= hit.end) && !is_direction(small(s, i)) &&
            token(s, i).upos != Upos::punct && !hit_at(s, i))
          return false;
    }
  }
  return true;
}

void Resolution::find_hits_in(std::uint32_t s) {
  std::vector<NameHit> known, tagged;
  add_gazetteer_hits(s, known);
  add_tagger_hits(s, tagged);
  std::vector<NameHit> kept;
  for (const NameHit& hit : known)
    if (survives(hit, tagged)) kept.push_back(hit);
  // A tagged span stays where no kept one overlaps it, or where it is an organisation's that holds a shorter
  // one.
  for (const NameHit& hit : tagged) {
    bool stays = true;
    for (NameHit& other : kept) {
      if (other.end <= hit.begin || other.begin >= hit.end || other.nested) continue;
      const bool covers =
          hit.begin <= other.begin && hit.end >= other.end && hit.end - hit.begin > other.end - other.begin;
      if (hit.type == HitType::organisation && covers && other.type != HitType::person) {
        bool adds_name = false;
        for (std::uint32_t i = hit.begin; i < hit.end; ++i)
          if ((i < other.begin || i >= other.end) && capital(token(s, i).form) && !is_descriptor(small(s, i)))
            adds_name = true;
        const bool state =
            other.type == HitType::country || other.type == HitType::region || other.type == HitType::bloc;
        if (adds_name ||
            (state && is_institution_noun(small(s, hit.end - 1)) && small(s, hit.end - 1) != "alliance")) {
          other.nested = true;
          continue;
        }
      }
      if (hit.type == HitType::person && covers && other.type == HitType::person) {
        other.nested = true;  // the tagger's longer name of a known person's
        continue;
      }
      stays = false;
    }
    if (stays) kept.push_back(hit);
  }
  std::sort(kept.begin(), kept.end(), [](const NameHit& a, const NameHit& b) {
    return std::tuple(a.begin, b.end - b.begin, a.nested) < std::tuple(b.begin, a.end - a.begin, b.nested);
  });
  for (NameHit& hit : kept) {
    if (hit.nested && hit.type == HitType::person) continue;
    const auto index = static_cast<std::int32_t>(hits_.size());
    for (std::uint32_t i = hit.begin; i < hit.end; ++i) {
      std::int32_t& at = (hit.nested ? inner_hit_at_ : hit_at_)[position(s, i)];
      if (at < 0) at = index;
    }
    hits_.push_back(hit);
  }
}

}  // namespace entente
