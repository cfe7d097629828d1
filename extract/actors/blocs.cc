// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {

std::int32_t Resolution::bloc(const std::string& core, std::int32_t owner) {
  const std::string key = "b:" + core + (owner >= 0 ? " " + std::to_string(owner) : "");
  const auto [found, is_new] = by_key_.emplace(key, static_cast<std::int32_t>(drafts_.size()));
  if (is_new) {
    Draft& draft = drafts_.emplace_back();
    draft.kind = ActorKind::bloc;
    draft.owner = owner;
    draft.core = core;
    if (owner >= 0) draft.country = drafts_[static_cast<std::size_t>(owner)].country;
  }
  drafts_[static_cast<std::size_t>(found->second)].drawn = true;
  return found->second;
}

// "European leaders", "Western nations", "Arab states"
bool Resolution::resolve_state_group(std::uint32_t s, std::uint32_t i) {
  const Token& t = token(s, i);
  if (i == 0 || !is_state_noun(t.lemma) || t.morphology.number != Number::plur) return false;
  const std::string_view adjective = small(s, i - 1);
  struct Group {
    std::string_view adjective, entry;
  };
  static constexpr Group groups[] = {{"european", "bloc:europe"},
                                     {"western", "bloc:west"},
                                     {"african", "bloc:africa"},
                                     {"asian", "bloc:asia"},
                                     {"arab", ""},
                                     {"muslim", ""},
                                     {"islamic", ""},
                                     {"gulf", "bloc:gulf-states"},
                                     {"caribbean", "bloc:caribbean"}};
  for (const Group& group : groups) {
    if (adjective != group.adjective) continue;
    std::int32_t draft = -1;
    if (!group.entry.empty()) {
      if (const auto entry = gazetteer_.by_id(group.entry)) draft = draft_of_entry(*entry);
    } else {
      draft = bloc(std::string(adjective) + " states", -1);
    }
    if (draft < 0) return false;
    drafts_[static_cast<std::size_t>(draft)].drawn = true;
    name_draft(draft, text_of(s, i - 1, i + 1));
    if (group.entry.empty()) name_draft(draft, std::string(token(s, i - 1).form) + " countries");
    add_mention(s, i - 1, i + 1, MentionForm::nominal, draft, "states of one kind", true,
                static_cast<std::int32_t>(i));
    return true;
  }
  return false;
}

// "the U.S.-led coalition", "coalition forces"; not "the ruling coalition".
bool Resolution::resolve_coalition(std::uint32_t s, std::uint32_t i) {
  const Sentence& sentence = analysis_.sentences[s];
  std::uint32_t end = i + 1;
  const std::string_view after = end < sentence.tokens.size() ? small(s, end) : std::string_view();
  const bool forces = after == "forces" || after == "troops" || after == "soldiers";
  if (forces) ++end;
  std::uint32_t begin = i;
  bool foreign = forces;
  while (begin > 0) {
    const NameHit* left = hit_at(s, begin - 1);
    const Token& l = sentence.tokens[begin - 1];
    const std::string_view word = small(s, begin - 1);
    if (word == "ruling" || word == "governing" || word == "opposition" || word == "government" ||
        word == "party" || word == "rainbow" || word == "political")
      return false;
    if (left && begin == i && !left->partial && left->entry >= 0 &&
        gazetteer_.entry(static_cast<std::uint32_t>(left->entry)).type == "party")
      return false;  // "the Unity coalition" is that party
    if (left && (left->partial || left->type == HitType::institution)) foreign = true;
    if (word == "military" || word == "international" || word == "multinational" || word == "led")
      foreign = true;
    if (left)
      begin = left->begin;
    else if (l.upos == Upos::adj || l.upos == Upos::noun || l.upos == Upos::propn || l.upos == Upos::punct ||
             (l.upos == Upos::verb && word == "led"))
      --begin;
    else
      break;
  }
  const bool known = by_key_.contains("b:coalition");
  if (!foreign && !known) return false;
  const std::int32_t draft = bloc("coalition", -1);
  if (sentence.tokens[begin].upos == Upos::punct) ++begin;
  name_draft(draft, text_of(s, begin, end));
  name_draft(draft, text_of(s, i, end));
  name_draft(draft, std::string(token(s, i).form));
  add_mention(s, begin, end, MentionForm::nominal, draft, "coalition", true,
              static_cast<std::int32_t>(end - 1));
  return true;
}

// The document's one armed group, which "the rebels" are, or -1.
std::int32_t Resolution::only_armed_group() const {
  std::int32_t found = -1;
  for (const auto& [entry, draft] : by_entry_) {
    if (gazetteer_.entry(entry).type != "armed" || !drafts_[static_cast<std::size_t>(draft)].drawn) continue;
    if (found >= 0) return -1;
    found = draft;
  }
  return found;
}

// Reads to the left of a group's noun: "Somali pirates", "suspected Fajr militants".
Resolution::GroupPhrase Resolution::group_phrase(std::uint32_t s, std::uint32_t noun) const {
  GroupPhrase phrase;
  phrase.begin = noun;
  while (phrase.begin > 0) {
    if (const NameHit* left = hit_at(s, phrase.begin - 1)) {
      if (left->type == HitType::person) break;
      phrase.body = phrase.body || left->type == HitType::institution || left->type == HitType::organisation;
      if (left->type == HitType::country || left->type == HitType::region) phrase.country = left->actor;
      phrase.begin = left->begin;
      continue;
    }
    const Upos upos = token(s, phrase.begin - 1).upos;
    if (upos != Upos::adj && upos != Upos::noun && upos != Upos::propn) break;
    --phrase.begin;
  }
  return phrase;
}

bool Resolution::is_group(std::uint32_t s, std::uint32_t i) const {
  const Token& t = token(s, i);
  return (t.upos == Upos::noun || t.upos == Upos::propn) && t.deprel != Deprel::amod &&
         t.deprel != Deprel::nmod_desc && t.deprel != Deprel::compound && !hit_at(s, i) &&
         is_group_noun(t.lemma) && t.morphology.number == Number::plur;
}

// The state of every group whose state the text names, -1 where it names two: "the pirates" are the Somali
// ones of the same text.
std::unordered_map<std::string, std::int32_t> Resolution::states_of_groups() const {
  std::unordered_map<std::string, std::int32_t> states;
  for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s)
    for (std::uint32_t i = 0; i < trees_[s].size(); ++i) {
      if (!is_group(s, i)) continue;
      const GroupPhrase phrase = group_phrase(s, i);
      if (phrase.body || phrase.country < 0) continue;
      const auto [known, is_new] = states.emplace(token(s, i).lemma, phrase.country);
      if (!is_new && known->second != phrase.country) known->second = -1;
    }
  return states;
}

// "Togo's opposition", "opposition lawmakers": the opposition of the state named with it, or of the one that
// the text speaks of.
bool Resolution::resolve_opposition(std::uint32_t s, std::uint32_t i) {
  const Token& t = token(s, i);
  const bool people = i > 0 && small(s, i - 1) == "opposition" && t.morphology.number == Number::plur &&
                      !is_group_noun(t.lemma);
  if (t.lemma != "opposition" && !people) return false;
  const GroupPhrase phrase = group_phrase(s, i);
  if (phrase.body) return false;
  if (!people) {
    // "U.S. opposition to the plan" is none.
    const std::string_view before = phrase.begin > 0 ? small(s, phrase.begin - 1) : std::string_view();
    if (before != "the" && token(s, i > 0 ? i - 1 : 0).upos != Upos::part && before != "'s") return false;
    if (i + 1 < trees_[s].size() && small(s, i + 1) == "to") return false;
  }
  const std::int32_t country = phrase.country >= 0   ? phrase.country
                               : opposition_of_ >= 0 ? opposition_of_
                                                     : likely_country(s, i, {});
  // "arrested opposition leaders": whose is not told.
  const bool guessed = phrase.country < 0 && opposition_of_ < 0;
  const bool subject = t.deprel == Deprel::nsubj || t.deprel == Deprel::nsubj_pass;
  if (country < 0 || (guessed && people && !subject)) return false;
  opposition_of_ = country;
  const std::int32_t index = bloc("opposition", country);
  if (const std::int32_t entry = drafts_[static_cast<std::size_t>(country)].entry; entry >= 0)
    name_draft(index, std::string(gazetteer_.adjective(static_cast<std::uint32_t>(entry))) + " opposition");
  name_draft(index, text_of(s, phrase.begin, i + 1));
  name_draft(index, "opposition");
  add_mention(s, phrase.begin, i + 1, MentionForm::nominal, index, "the opposition of a state", true,
              static_cast<std::int32_t>(i));
  return true;
}

// "Palestinian militants", "Somali pirates", "Kurds", "Western nations": sets of unnamed actors.
void Resolution::resolve_blocs() {
  const std::int32_t armed = only_armed_group();
  const auto states = states_of_groups();
  for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
    const Sentence& sentence = analysis_.sentences[s];
    for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
      const Token& t = sentence.tokens[i];
      if (t.upos != Upos::noun && t.upos != Upos::propn) continue;
      if (t.deprel == Deprel::amod || t.deprel == Deprel::nmod_desc) continue;
      if (t.lemma == "coalition" && !hit_at(s, i) && resolve_coalition(s, i)) continue;
      if (t.deprel == Deprel::compound) continue;
      if (const NameHit* hit = hit_at(s, i)) {
        // "Kurds", "Muslims"
        if (hit->type != HitType::people || hit->end != i + 1 || !t.form.ends_with('s') || t.form.size() < 5)
          continue;
        if (i + 1 < sentence.tokens.size() && sentence.tokens[i + 1].upos == Upos::noun) continue;
        const std::int32_t index = bloc(fold_name(t.form), -1);
        name_draft(index, text_of(s, hit->begin, hit->end));
        name_draft(index, std::string(t.form));
        add_mention(s, hit->begin, hit->end, MentionForm::name, index, "a people");
        continue;
      }
      if (is_people_name(small(s, i)) && t.morphology.number == Number::plur) {
        const std::int32_t index = bloc(fold_name(t.form), -1);
        name_draft(index, std::string(t.form));
        add_mention(s, i, i + 1, MentionForm::name, index, "a people");
        continue;
      }
      if (mention_at_[position(s, i)] < 0 && resolve_opposition(s, i)) continue;
      if (resolve_state_group(s, i)) continue;
      if (!is_group(s, i)) continue;
      auto [begin, country, body] = group_phrase(s, i);
      if (body) continue;  // "Hamas militants" are Hamas
      if (armed >= 0 && country < 0 && (t.lemma == "rebel" || t.lemma == "guerrilla")) {
        add_mention(s, begin, i + 1, MentionForm::nominal, armed, "the armed group of the text", true,
                    static_cast<std::int32_t>(i));
        continue;
      }
      const std::string core(
          t.lemma == "insurgent" || t.lemma == "extremist" || t.lemma == "gunman" ? "militant" : t.lemma);
      if (country < 0 && core != "militant")
        if (const auto known = states.find(core); known != states.end()) country = known->second;
      const std::int32_t index = bloc(core, core != "militant" ? country : -1);
      if (core == "militant" && country >= 0 && drafts_[static_cast<std::size_t>(index)].owner < 0) {
        drafts_[static_cast<std::size_t>(index)].owner = country;
        drafts_[static_cast<std::size_t>(index)].country = drafts_[static_cast<std::size_t>(country)].country;
      }
      name_draft(index, text_of(s, begin, i + 1));
      name_draft(index, std::string(t.form));
      add_mention(s, begin, i + 1, MentionForm::nominal, index, "unnamed group", true,
                  static_cast<std::int32_t>(i));
    }
  }
}

}  // namespace entente
