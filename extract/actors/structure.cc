// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/office_words.h"
#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {

void Resolution::add_tie(std::int32_t source, std::int32_t target, std::string_view type, std::string title,
                         bool current, const Title& at, std::string_view rule) {
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

// The country that the text says a newspaper, a company or a party belongs to: "Russia's Interfax", "the
// state-run Herald".
std::int32_t Resolution::state_owner(std::int32_t body) {
  const Draft draft = drafts_[static_cast<std::size_t>(body)];
  for (const Mention& mention : mentions_) {
    if (mention.actors.size() != 1 || mention.actors[0] != static_cast<std::uint32_t>(body) ||
        mention.form != MentionForm::name)
      continue;
    const std::uint32_t s = mention.sentence;
    bool state = false;
    for (std::uint32_t i = mention.begin, steps = 0; i-- > 0 && steps < 8; ++steps) {
      if (const NameHit* hit = hit_at(s, i)) {
        if (hit->actor >= 0 && hit->type == HitType::country && !hit->partial) return hit->actor;
        break;
      }
      const Token& t = token(s, i);
      const std::string_view word = small(s, i);
      if (word == "state" || word == "official" || word == "state-run" || word == "state-owned" ||
          word == "government" || word == "state-controlled" || word == "government-run")
        state = true;
      else if (t.upos != Upos::adj && t.upos != Upos::noun && t.upos != Upos::propn && t.upos != Upos::part &&
               t.upos != Upos::punct && word != "run" && word != "owned" && word != "controlled")
        break;
      else if (word == ",")
        break;
    }
    if (!state) continue;
    if (draft.entry >= 0)
      if (const auto country =
              gazetteer_.country(gazetteer_.entry(static_cast<std::uint32_t>(draft.entry)).country)) {
        const auto known = by_entry_.find(*country);
        if (known != by_entry_.end() && drafts_[static_cast<std::size_t>(known->second)].drawn)
          return known->second;
      }
    return nearest_country(s, mention.begin);
  }
  return -1;
}

// "his Fatah party", "Mr. Reis's Unity alliance": a party's or an armed group's possessor belongs to it.
void Resolution::read_possessed_bodies() {
  static constexpr std::string_view kinds[] = {"party", "coalition", "alliance", "movement",
                                               "bloc",  "group",     "faction"};
  for (std::size_t m = 0; m < mentions_.size(); ++m) {
    const Mention mention = mentions_[m];
    if (mention.actors.size() != 1) continue;
    const Draft& person = drafts_[mention.actors[0]];
    if (person.kind != ActorKind::person && person.kind != ActorKind::official) continue;
    if (mention.form == MentionForm::name) {
      read_party_of(mention);
      read_group_leader(mention);
    }
    const std::uint32_t s = mention.sentence;
    const Token& possessor = token(s, mention.head);
    if (possessor.deprel != Deprel::nmod_poss || possessor.head < static_cast<std::int32_t>(mention.end))
      continue;
    const auto noun = static_cast<std::uint32_t>(possessor.head);
    if (noun - mention.end > 5) continue;
    const NameHit* body = nullptr;
    for (std::uint32_t i = mention.end; i <= noun && body == nullptr; ++i) body = hit_at(s, i);
    if (body == nullptr || body->actor < 0 || body->end + 1 < noun ||
        (body->type != HitType::institution && body->type != HitType::organisation))
      continue;
    const std::string_view type = body->entry >= 0
                                      ? gazetteer_.entry(static_cast<std::uint32_t>(body->entry)).type
                                      : std::string_view();
    const std::string_view word = small(s, noun), last = small(s, body->end - 1);
    const bool kind =
        type == "party" || type == "armed" ||
        std::any_of(std::begin(kinds), std::end(kinds), [&](auto k) { return k == word || k == last; });
    if (kind)
      add_tie(static_cast<std::int32_t>(mention.actors[0]), body->actor, "affiliated_with", "", true,
              {s, mention.begin, std::max(noun + 1, body->end), noun}, "possessor of a party or a group");
  }
}

// "the Fatah party of President Mahmoud Abbas"
void Resolution::read_party_of(const Mention& mention) {
  const std::uint32_t s = mention.sentence;
  const Token& name = token(s, mention.head);
  if (name.deprel != Deprel::nmod || name.head < 0 || trees_[s].preposition(mention.head) != "of" ||
      name.head >= static_cast<std::int32_t>(mention.begin))
    return;
  const auto noun = static_cast<std::uint32_t>(name.head);
  const NameHit* body = hit_at(s, noun);
  if (!body && noun > 0) body = hit_at(s, noun - 1);
  if (!body || body->actor < 0 || body->entry < 0 || mention.begin > noun + 5) return;
  const std::string_view type = gazetteer_.entry(static_cast<std::uint32_t>(body->entry)).type;
  if (type == "party" || type == "armed")
    add_tie(static_cast<std::int32_t>(mention.actors[0]), body->actor, "affiliated_with", "", true,
            {s, body->begin, mention.end, noun}, "the party of the person");
}

// The text's one armed group, else its one bloc of that noun, or -1: "rebel".
std::int32_t Resolution::group_of_noun(std::string_view noun) const {
  if (const std::int32_t armed = only_armed_group(); armed >= 0) return armed;
  std::int32_t found = -1;
  for (std::size_t d = 0; d < drafts_.size() && d < 2000; ++d) {
    const Draft& draft = drafts_[d];
    if (draft.kind != ActorKind::bloc || draft.core != noun || draft.count == 0) continue;
    if (found >= 0) return -1;
    found = static_cast<std::int32_t>(d);
  }
  return found;
}

// "rebel leader Juan Mora": of the rebels of the text.
void Resolution::read_group_leader(const Mention& mention) {
  const std::uint32_t s = mention.sentence;
  for (std::uint32_t i = mention.begin; i + 1 < mention.end && i < mention.begin + 8; ++i) {
    const std::string_view word = small(s, i), next = small(s, i + 1);
    if (!is_group_noun(word) || hit_at(s, i + 1) ||
        (next != "leader" && next != "commander" && next != "chief" && next != "spokesman"))
      continue;
    const auto person = static_cast<std::uint32_t>(mention.actors[0]);
    for (const Tie& tie : ties_)
      if (tie.source == person && drafts_[tie.target].kind != ActorKind::country) return;
    if (const std::int32_t group = group_of_noun(word); group >= 0)
      add_tie(static_cast<std::int32_t>(person), group, "affiliated_with", text_of(s, i, i + 2), true,
              {s, i, i + 2, i + 1}, "leader of the text's group");
    return;
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
      const std::string_view part_of =
          gazetteer_.fact(gazetteer_.entry(static_cast<std::uint32_t>(draft.entry)), "part_of");
      if (const auto parent = part_of.empty() ? std::nullopt : gazetteer_.by_id(part_of)) {
        const auto known = by_entry_.find(*parent);
        if (known != by_entry_.end()) owner = known->second;
      }
    }
    if (owner < 0) continue;
    for (const Mention& mention : mentions_) {
      if (mention.actors.size() != 1 || mention.actors[0] != i) continue;
      add_tie(static_cast<std::int32_t>(i), owner, "part_of", "", true,
              {mention.sentence, mention.begin, mention.end, mention.head}, "an institution of its country");
      break;
    }
  }
}

}  // namespace entente
