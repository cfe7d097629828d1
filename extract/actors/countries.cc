// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {
namespace {

bool partner_preposition(std::string_view word) {
  return word == "with" || word == "between" || word == "against" || word == "by" || word == "toward" ||
         word == "towards";
}

// What a government has and a town has not: "Tehran's nuclear program", "Moscow's decision".
bool state_possession(std::string_view lemma) {
  static constexpr std::string_view words[] = {
      "government", "relation",   "relationship", "policy",    "decision",   "program",     "offer",
      "demand",     "position",   "claim",        "ally",      "support",    "refusal",     "request",
      "response",   "stance",     "proposal",     "intention", "nuclear",    "ambassador",  "envoy",
      "approval",   "role",       "military",     "effort",    "call",       "threat",      "sovereignty",
      "foreign",    "accusation", "view",         "concern",   "commitment", "involvement", "plan",
      "move",       "crackdown",  "opposition",   "objection", "warning",    "behavior",    "insistence",
      "failure"};
  return std::find(std::begin(words), std::end(words), lemma) != std::end(words);
}

// What is done to a government: "to press Belgrade".
bool done_to_states(std::string_view lemma) {
  static constexpr std::string_view words[] = {
      "pressure", "press",   "concern",  "persuade",  "force", "help",   "allow",
      "convince", "isolate", "punish",   "provoke",   "anger", "prompt", "assure",
      "inform",   "notify",  "sanction", "criticise", "alarm", "lobby",  "push"};
  return std::find(std::begin(words), std::end(words), lemma) != std::end(words);
}

// What a town does, too: "Kabul has seen", "Beirut lies".
bool happens_to_towns(std::string_view lemma) {
  static constexpr std::string_view words[] = {
      "have",    "be",     "see",   "host",  "remain",  "become", "lie",    "suffer",  "experience",
      "witness", "face",   "fall",  "wake",  "get",     "come",   "go",     "look",    "feel",
      "hold",    "sit",    "stand", "brace", "mourn",   "erupt",  "appear", "receive", "boast",
      "live",    "endure", "rank",  "grow",  "attract", "draw",   "lose",   "need"};
  return std::find(std::begin(words), std::end(words), lemma) != std::end(words);
}

}  // namespace

// "Moscow said", "talks with Tehran" against "in Moscow", "the Moscow subway".
bool Resolution::acts_as_government(const NameHit& hit) const {
  const std::uint32_t s = hit.sentence;
  const Tree& tree = trees_[s];
  std::uint32_t head = head_of(s, hit.begin, hit.end);
  if (hit.partial) return true;
  const Token* t = &token(s, head);
  for (int depth = 0; t->deprel == Deprel::conj && t->head >= 0 && depth < 10; ++depth) {
    if (!tree.preposition(head).empty() && !partner_preposition(tree.preposition(head))) return false;
    head = static_cast<std::uint32_t>(t->head);
    t = &token(s, head);
  }
  if (t->head < 0) return false;
  const Token& governor = token(s, static_cast<std::uint32_t>(t->head));
  switch (t->deprel) {
    case Deprel::nsubj:
      return governor.upos == Upos::verb && (is_saying_verb(governor.lemma) ||
                                             (!hit.is(NameRole::city) && !happens_to_towns(governor.lemma)));
    case Deprel::nsubj_pass:
      return false;
    case Deprel::obl_agent:
      return true;
    case Deprel::obj:
      return governor.upos == Upos::verb &&
             (is_saying_verb(governor.lemma) || done_to_states(governor.lemma)) &&
             governor.lemma != "leave" && governor.lemma != "see";
    case Deprel::nmod_poss:
      return state_possession(governor.lemma);
    case Deprel::obl:
    case Deprel::nmod:
      return partner_preposition(tree.preposition(head));
    default:
      return false;
  }
}

// "near the Chinese border", "ethnic Albanians", "of Lebanese descent": nobody acts.
bool Resolution::names_a_place_or_people(const NameHit& hit) const {
  const std::uint32_t s = hit.sentence;
  if (!hit.is(NameRole::adjective) && !hit.is(NameRole::people)) return false;
  if (hit.begin > 0 && small(s, hit.begin - 1) == "ethnic") return true;
  if (hit.end >= trees_[s].size()) return false;
  const std::string_view next = small(s, hit.end);
  return next == "border" || next == "descent" || next == "origin" || next == "ancestry" ||
         next == "language" || next == "coast";
}

// A city that is the whole text, or whose police or government acts: "Shanghai police", "Kano State
// government".
bool Resolution::alone_or_authority(const NameHit& hit) const {
  const std::uint32_t s = hit.sentence, size = trees_[s].size();
  if (hit.begin == 0 && hit.end == size && analysis_.sentences.size() == 1) return true;
  std::uint32_t next = hit.end;
  if (next < size && small(s, next) == "state") ++next;
  return next < size &&
         (small(s, next) == "police" || small(s, next) == "authorities" || small(s, next) == "government");
}

// A country in the name of one of its own bodies is spoken of, in another organisation's name it is not:
// "U.S. military" against "American Hospital".
bool Resolution::nested_counts(const NameHit& hit) const {
  const NameHit* around = hit_at(hit.sentence, hit.begin);
  return around && around->entry >= 0;
}

void Resolution::resolve_countries() {
  country_counts_.clear();
  // Names and adjectives first, so that a capital knows whether its country is in the text.
  for (int pass = 0; pass < 2; ++pass) {
    for (std::size_t h = 0; h < hits_.size(); ++h) {
      NameHit hit = hits_[h];
      if (hit.type != HitType::country && hit.type != HitType::region && hit.type != HitType::bloc) continue;
      const bool only_city =
          hit.type == HitType::country && hit.roles == 1u << static_cast<int>(NameRole::city);
      const bool only_capital =
          only_city || (hit.type == HitType::country && hit.is(NameRole::capital) && !hit.is(NameRole::name));
      if (only_capital != (pass == 1)) continue;
      const std::int32_t draft = draft_of_entry(static_cast<std::uint32_t>(hit.entry));
      hits_[h].actor = draft;
      const std::string text =
          hit.partial ? std::string(gazetteer_.entry(static_cast<std::uint32_t>(hit.entry)).label)
                      : text_of(hit.sentence, hit.begin, hit.end);
      if (only_capital || hit.type == HitType::region) {
        const bool people = hit.type == HitType::region && hit.is(NameRole::people);
        const bool acts =
            !hit.nested &&
            (people || (only_city ? alone_or_authority(hit)
                                  : acts_as_government(hit) || (only_capital && alone_or_authority(hit))));
        if (acts) {
          drafts_[static_cast<std::size_t>(draft)].drawn = true;
          if (!only_city) name_draft(draft, text);
        }
        if (only_city && !acts) continue;
        const bool known = acts || drafts_[static_cast<std::size_t>(draft)].drawn;
        if (!hit.nested)
          add_mention(hit.sentence, hit.begin, hit.end,
                      only_capital ? MentionForm::metonym : MentionForm::name, known ? draft : -1,
                      only_capital ? (acts ? "gazetteer: capital that acts" : "gazetteer: capital as a place")
                                   : "gazetteer: region",
                      acts);
        continue;
      }
      if (!hit.partial) name_draft(draft, text);
      if (hit.type == HitType::country) {
        country_places_.emplace_back(position(hit.sentence, hit.begin), draft);
        if (country_counts_.size() <= static_cast<std::size_t>(draft))
          country_counts_.resize(static_cast<std::size_t>(draft) + 1);
        ++country_counts_[static_cast<std::size_t>(draft)];
      }
      if (hit.nested && hit.entry >= 0 && !nested_counts(hit)) continue;
      if (names_a_place_or_people(hit)) continue;
      if (hit.type == HitType::bloc && !acts_as_government(hit)) continue;
      drafts_[static_cast<std::size_t>(draft)].drawn = true;
      const Upos upos = token(hit.sentence, hit.end - 1).upos;
      const bool adjective =
          hit.partial || (hit.is(NameRole::adjective) && (upos == Upos::adj || !hit.is(NameRole::name)));
      add_mention(hit.sentence, hit.begin, hit.end, adjective ? MentionForm::adjective : MentionForm::name,
                  draft,
                  hit.type == HitType::bloc ? "gazetteer: bloc"
                  : adjective               ? "gazetteer: adjective of a country"
                                            : "gazetteer: country");
    }
  }
}

// The country named last before the token, else the first one after it.
std::int32_t Resolution::nearest_country(std::uint32_t sentence, std::uint32_t at) const {
  if (country_places_.empty()) return -1;
  const auto after = std::lower_bound(country_places_.begin(), country_places_.end(),
                                      std::pair(position(sentence, at), std::int32_t{-1}));
  return after == country_places_.begin() ? after->second : std::prev(after)->second;
}

}  // namespace entente
