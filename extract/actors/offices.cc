// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/office_words.h"
#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {

// "President Hassan Rouhani of Iran": the country of a title before a name that stands behind the name, or
// -1.
std::int32_t Resolution::country_behind(const Title& title, std::int32_t person) const {
  const std::uint32_t s = title.sentence;
  const auto size = static_cast<std::uint32_t>(trees_[s].size());
  const NameHit* name = title.end < size ? hit_at(s, title.end) : nullptr;
  if (!name || name->actor != person || name->end + 1 >= size || small(s, name->end) != "of") return -1;
  const std::uint32_t at = name->end + (small(s, name->end + 1) == "the" && name->end + 2 < size ? 2 : 1);
  const NameHit* owner = hit_at(s, at);
  return owner && owner->type == HitType::country ? owner->actor : -1;
}

// Where a title in capitals begins that goes on after its noun: "Assistant Secretary of State for Political
// Affairs Jane Doe", "Minister of Foreign Affairs and International Cooperation John Doe". The name's own
// place where there is none.
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
    const bool link = word == "of" || word == "for" || word == "and" || word == "the" || word == "," ||
                      word == "&" || word == "on" || word == "to";
    if (!capital && !link) break;
    if (capital && is_office_noun(word) && i + 1 < name &&
        (small(s, i + 1) == "of" || small(s, i + 1) == "for" || small(s, i + 1) == "to" ||
         small(s, i + 1) == "on"))
      found = i;
  }
  // A comma right before the name ends a title that stands before another name.
  if (found < name && name > 0 && (small(s, name - 1) == "," || small(s, name - 1) == "and")) return name;
  return found;
}

// "Secretary-General", "Attorney General": no rank.
bool Resolution::heads_a_body(std::uint32_t s, std::uint32_t noun) const {
  if (small(s, noun) != "general" || noun == 0) return false;
  const std::string_view before = small(s, hyphened(s, noun) ? noun - 2 : noun - 1);
  return before == "secretary" || before == "director" || before == "attorney" || before == "governor" ||
         before == "inspector" || before == "prosecutor" || before == "consul" || before == "solicitor" ||
         before == "comptroller" || before == "auditor";
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
    const bool office =
        is_office_noun(word) || is_office_noun(t.lemma) || is_private_role(word) || is_private_role(t.lemma);
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
    if (word == "under" && has_noun && small(s, i + 1) == "secretary") {
      begin = reach = i;
      continue;
    }
    if (t.upos == Upos::adp && (word == "of" || word == "for") && i > 0 && !hit_at(s, i - 1) &&
        (is_office_noun(small(s, i - 1)) || is_office_noun(token(s, i - 1).lemma)) && begin < hit.begin) {
      begin = i;
      continue;
    }
    if (t.upos == Upos::cconj && begin < hit.begin && i > 0 && has_noun == false &&
        token(s, i - 1).upos == Upos::propn && !hit_at(s, i - 1) && is_title_modifier(small(s, i - 1))) {
      begin = i;
      continue;
    }
    if (t.upos == Upos::verb && is_title_modifier(word)) {
      begin = i;
      continue;
    }
    if (word == "-" && i > 0 && has_noun &&
        (is_past_word(small(s, i - 1)) || small(s, i - 1) == "vice" || is_office_noun(small(s, i - 1)))) {
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
      if (left)
        begin = left->begin;
      else if (t.upos == Upos::propn || t.upos == Upos::adj || t.upos == Upos::noun ||
               small(s, begin - 1) == "under" || (t.upos == Upos::part && t.deprel == Deprel::case_))
        --begin;
      else
        break;
    }
    reach = begin;
  }
  // "Army spokesman Major General John Doe": the role counts, not the rank.
  if (has_noun && is_rank(small(s, noun)) && !heads_a_body(s, noun))
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
    if (word == "mrs." || word == "ms." || word == "mrs" || word == "ms" || word == "miss" || word == "lady")
      draft.gender = 2;
    if (word == "mr." || word == "mr" || word == "sir") draft.gender = 1;
  }
  // "Foreign Minister and Deputy Prime Minister Jan Novak"
  if (has_noun && reach > 2 && small(s, reach - 1) == "and" && !hit_at(s, reach - 2) &&
      is_public_office(small(s, reach - 2))) {
    std::uint32_t first = reach - 2;
    while (first > 0 && (hit_at(s, first - 1) ? hit_at(s, first - 1)->type == HitType::country
                                              : token(s, first - 1).upos == Upos::adj ||
                                                    token(s, first - 1).upos == Upos::propn ||
                                                    token(s, first - 1).upos == Upos::noun))
      first = hit_at(s, first - 1) ? hit_at(s, first - 1)->begin : first - 1;
    const bool other = first > 0 && (small(s, first - 1) == "the" || small(s, first - 1) == ",");
    if (!other &&
        read_title({s, first, reach - 1, reach - 2}, hit.actor, "first of two titles before the name"))
      mention_begin = first;
  }
  // "VOA's Jane Doe", "the Pentagon's John Doe"
  if (!has_noun && hit.begin >= 2 && token(s, hit.begin - 1).upos == Upos::part) {
    const NameHit* owner = hit_at(s, hit.begin - 2);
    if (owner && owner->actor >= 0 && owner->type == HitType::country) {
      const Draft known = drafts_[static_cast<std::size_t>(hit.actor)];
      if (known.entry >= 0 && known.kind == ActorKind::official &&
          known.country == drafts_[static_cast<std::size_t>(owner->actor)].country && !known.country.empty())
        add_tie(hit.actor, owner->actor, "holds_office", "", true, {s, owner->begin, hit.end, hit.begin},
                "possessor of a known official's name");
    }
    if (owner && owner->actor >= 0 &&
        (owner->type == HitType::institution || owner->type == HitType::organisation)) {
      const Draft& body = drafts_[static_cast<std::size_t>(owner->actor)];
      const bool office =
          body.entry >= 0 && !is_private_type(gazetteer_.entry(static_cast<std::uint32_t>(body.entry)).type);
      if (office) drafts_[static_cast<std::size_t>(hit.actor)].public_office = true;
      add_tie(hit.actor, owner->actor, office ? "holds_office" : "affiliated_with", "", true,
              {s, owner->begin, hit.end, hit.begin}, "possessor of the name");
    }
  }
  titled_begin_ = mention_begin;
  const Draft& draft = drafts_[static_cast<std::size_t>(hit.actor)];
  const std::string own = text_of(s, hit.begin, hit.end);
  add_mention(s, mention_begin, hit.end, MentionForm::name, hit.actor,
              own == draft.label ? "name of a person" : "part of the name " + draft.label);
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
  if (owner->type == HitType::country && known.entry >= 0 && known.public_office && !known.country.empty() &&
      known.country == whose.country)
    add_tie(hit.actor, owner->actor, "holds_office", "", true, at_tokens, "a known official of the country");
  if (owner->type == HitType::institution || owner->type == HitType::organisation)
    add_tie(hit.actor, owner->actor, "affiliated_with", "", true, at_tokens, "of the body");
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

}  // namespace entente
