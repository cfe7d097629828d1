// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/reader.h"

#include <algorithm>

#include "extract/actors/words.h"

namespace entente {
namespace {

constexpr std::uint32_t most_sentences = 4;  // sentences looked back over

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "the president" is no vice president.
bool is_deputy(std::string_view title) {
  return title.starts_with("vice") || title.starts_with("deputy") || title.starts_with("assistant");
}

}  // namespace

// How many "both", "the two", "the three" are, or 0.
std::size_t Resolution::Reader::how_many(std::uint32_t s, std::uint32_t begin, std::uint32_t i) const {
  const std::string_view first = w_.small(s, begin);
  if (first == "both") return 2;
  if (begin + 1 > i || !one_of(first, {"the", "these", "those"})) return 0;
  const std::string_view number = w_.small(s, begin + 1);
  return number == "two" ? 2 : number == "three" ? 3 : number == "four" ? 4 : 0;
}

// "the president", "the kingdom", "the ministry", "both countries"
void Resolution::Reader::read_description(std::uint32_t s, std::uint32_t begin, std::uint32_t i,
                                          std::string_view word, const Token& t) {
  if (begin == i) return;
  const std::string_view first = w_.small(s, begin);
  const bool definite = one_of(first, {"the", "that", "this", "his", "its", "their"});
  if (t.morphology.number == Number::plur) {
    if (const std::size_t many = how_many(s, begin, i)) read_pair(s, begin, i, word, many);
    return;
  }
  if (!definite) return;
  if (t.deprel == Deprel::compound || t.deprel == Deprel::nmod_desc || i - begin > 5) return;
  for (std::uint32_t k = begin; k < i; ++k)
    if (const NameHit* hit = w_.hit_at(s, k);
        hit && !(hit->partial || (hit->type == HitType::place && hit->end < i)))
      return;
  if (one_of(word,
             {"country", "nation", "kingdom", "island", "republic", "sultanate", "emirate", "mainland"})) {
    if (i - begin > 3) return;
    if (i - begin > 1 && w_.small(s, begin + 1) != "island" && w_.token(s, begin + 1).upos == Upos::adj &&
        one_of(w_.small(s, begin + 1), {"other", "neighboring", "host", "third"}))
      return;
    const std::int32_t country = find(s, i, Wanted::country);
    mention(s, begin, i, MentionForm::nominal, country, "description of a country");
    return read_title_of(s, i, country);
  }
  if (first != "his" && first != "their" && first != "its" &&
      (is_office_noun(word) || is_private_role(word) || is_group_noun(t.lemma) || word == "exile") &&
      read_office(s, begin, i, t))
    return;
  if ((is_institution_noun(word) || is_short_description(word) ||
       one_of(word, {"channel", "station", "paper"})) &&
      first != "his" && first != "their")
    read_body(s, begin, i, word);
}

// "the country's chief prosecutor Amir Sadeghi"
void Resolution::Reader::read_title_of(std::uint32_t s, std::uint32_t i, std::int32_t country) {
  if (country < 0 || w_.token(s, i).deprel != Deprel::nmod_poss) return;
  const std::uint32_t size = w_.trees_[s].size();
  std::uint32_t end = i + 2;
  while (end < size && end < i + 8 && !w_.hit_at(s, end) && w_.token(s, end).upos != Upos::verb &&
         w_.token(s, end).upos != Upos::punct)
    ++end;
  const NameHit* name = end < size ? w_.hit_at(s, end) : nullptr;
  if (end == i + 2 || !name || name->type != HitType::person || name->actor < 0 ||
      !is_office_noun(w_.small(s, end - 1)))
    return;
  Draft& person = w_.drafts_[static_cast<std::size_t>(name->actor)];
  if (person.owner >= 0 || is_private_role(w_.small(s, end - 1))) return;
  for (std::uint32_t k = i + 2; k < end; ++k)
    if (is_unofficial_modifier(w_.small(s, k))) return;
  person.public_office = true;
  person.owner = country;
  if (person.country.empty()) person.country = w_.drafts_[static_cast<std::size_t>(country)].country;
  w_.add_tie(name->actor, country, "holds_office", w_.text_of(s, i + 2, end), true, {s, i + 2, end, end - 1},
             "title of the country described");
}

// The person last met whose title ends with the noun, or who was called so.
bool Resolution::Reader::read_office(std::uint32_t s, std::uint32_t begin, std::uint32_t i, const Token& t) {
  std::string phrase = t.lemma.size() > 64 ? std::string() : std::string(t.lemma);
  for (const std::uint32_t c : w_.trees_[s].children(i)) {
    if (w_.token(s, c).deprel == Deprel::appos) return false;
    if (w_.token(s, c).deprel != Deprel::nmod) continue;
    if (c != i + 2 || w_.small(s, c) != "state") return false;
    phrase += " of state";
  }
  std::int32_t found = -1;
  if (is_public_office(t.lemma) && i - begin <= 2)
    for (auto tie = w_.ties_.rbegin(); tie != w_.ties_.rend() && tie - w_.ties_.rbegin() < 60; ++tie) {
      if (tie->type != "holds_office" || tie->sentence > s) continue;
      const std::string title = fold_name(tie->title);
      if (!title.ends_with(phrase) && !title.starts_with(phrase + " of ")) continue;
      if (is_deputy(title) && !is_deputy(w_.small(s, begin + 1))) continue;
      if (found < 0 || last_seen(tie->source) > last_seen(static_cast<std::uint32_t>(found)))
        found = static_cast<std::int32_t>(tie->source);
    }
  if (found < 0) found = called(s, w_.small(s, i), true);
  if (found < 0) return false;
  mention(s, begin, i, MentionForm::title, found, "title of " + std::string(w_.label_of(found)));
  return true;
}

std::uint32_t Resolution::Reader::last_seen(std::uint32_t actor) const {
  for (std::size_t r = recent_.size(); r-- > 0;) {
    const Mention& m = w_.mentions_[recent_[r].mention];
    if (!m.actors.empty() && m.actors[0] == actor) return static_cast<std::uint32_t>(r + 1);
  }
  return 0;
}

// "the ministry", "the agency": the body last met that is called so, "the group" the armed one, "the
// alliance" NATO.
void Resolution::Reader::read_body(std::uint32_t s, std::uint32_t begin, std::uint32_t i,
                                   std::string_view word) {
  std::int32_t found = -1;
  for (std::size_t r = recent_.size(); r-- > 0 && found < 0;) {
    if (s - recent_[r].sentence > 2 * most_sentences) break;
    if (!fits(recent_[r], Wanted::body)) continue;
    const std::uint32_t actor = w_.mentions_[recent_[r].mention].actors[0];
    const Draft& d = draft(actor);
    const std::string_view type =
        d.entry >= 0 ? w_.gazetteer_.entry(static_cast<std::uint32_t>(d.entry)).type : std::string_view();
    bool called = fold_name(d.label).ends_with(word) || (!d.core.empty() && d.core.ends_with(word));
    for (const std::string& name : d.names) called = called || fold_name(name).ends_with(word);
    if (one_of(word, {"group", "movement", "organization", "militia"}))
      called = called || type == "armed" || type == "party" || type == "ngo" ||
               (type == "igo" && word == "organization");
    if (one_of(word, {"company", "firm"})) called = called || type == "company";
    if (one_of(word, {"newspaper", "agency", "network", "channel", "station", "broadcaster", "paper", "daily",
                      "magazine"}))
      called = called || (type == "media" && word != "agency") ||
               (word == "agency" && (type == "agency" || type == "media" || type == "igo"));
    if (one_of(word, {"alliance"})) called = called || d.label == "NATO";
    if (word == "bloc") called = called || w_.label_of(static_cast<std::int32_t>(actor)) == "European Union";
    if (word == "body" && i > begin + 1 && w_.small(s, i - 1) == "world")
      called = called || w_.label_of(static_cast<std::int32_t>(actor)) == "United Nations";
    if (one_of(word, {"party"})) called = called || type == "party";
    if (one_of(word, {"department"})) called = called || d.label == "State Department";
    called = called || is_called(word, actor);
    if (called) found = static_cast<std::int32_t>(actor);
  }
  mention(s, begin, i, MentionForm::nominal, found, "description of a body");
}

// Whether two mentions of one sentence are named as a pair: "Fatah and Hamas", "India's dispute with
// Pakistan".
bool Resolution::Reader::linked(const Antecedent& a, const Antecedent& b) const {
  if (a.sentence != b.sentence) return false;
  const Token& later = w_.token(b.sentence, b.head);
  if (later.deprel == Deprel::conj && later.head == static_cast<std::int32_t>(a.head)) return true;
  return one_of(w_.trees_[b.sentence].preposition(b.head), {"with", "between", "against"});
}

// The two that were last named as a pair, in this sentence or one of the three before it, states and bodies
// or two persons; empty where there are none.
std::vector<std::uint32_t> Resolution::Reader::last_pair(std::uint32_t s, bool persons) const {
  const auto is_party = [&](const Antecedent& a) {
    return (fits(a, Wanted::country) || fits(a, Wanted::body) || fits(a, Wanted::several)) &&
           !one_of(w_.trees_[a.sentence].preposition(a.head),
                   {"in", "at", "near", "from", "through", "into"});
  };
  for (std::size_t r = recent_.size(); r-- > 1;) {
    const Antecedent& b = recent_[r];
    if (s - b.sentence > 3) break;
    const bool party = is_party(b);
    if (!party && !(persons && fits(b, Wanted::person))) continue;
    for (std::size_t q = r; q-- > 0 && recent_[q].sentence == b.sentence;) {
      if (!(party ? is_party(recent_[q]) : fits(recent_[q], Wanted::person))) continue;
      const std::uint32_t first = w_.mentions_[recent_[q].mention].actors[0];
      const std::uint32_t second = w_.mentions_[b.mention].actors[0];
      if (first != second && linked(recent_[q], b)) return {first, second};
      break;
    }
  }
  return {};
}

// The last of a kind that differ.
std::vector<std::uint32_t> Resolution::Reader::last_of(std::uint32_t s, Wanted wanted, bool bodies,
                                                       std::size_t many) const {
  std::vector<std::uint32_t> actors;
  for (std::size_t r = recent_.size(); r-- > 0 && actors.size() < many;) {
    if (s - recent_[r].sentence > most_sentences) break;
    if (!fits(recent_[r], wanted) && !(bodies && fits(recent_[r], Wanted::body))) continue;
    const std::uint32_t actor = w_.mentions_[recent_[r].mention].actors[0];
    if (std::find(actors.begin(), actors.end(), actor) == actors.end()) actors.push_back(actor);
  }
  std::reverse(actors.begin(), actors.end());
  return actors;
}

// "both countries", "the two leaders": the last two that differ; "both sides" those of a pair first.
void Resolution::Reader::read_pair(std::uint32_t s, std::uint32_t begin, std::uint32_t i,
                                   std::string_view word, std::size_t many) {
  const bool people =
      one_of(word, {"leaders", "men", "presidents", "ministers", "women", "officials", "diplomats",
                    "premiers", "candidates", "politicians", "lawmakers", "senators"});
  const bool states = one_of(word, {"countries", "nations", "states", "governments", "neighbors",
                                    "neighbours", "powers", "capitals"});
  const bool sides = one_of(word, {"sides", "parties", "allies", "groups", "rivals", "factions", "companies",
                                   "organizations", "two", "both", "enemies", "foes", "movements", "armies",
                                   "adversaries", "archrivals", "arch-rivals", "opponents", "militias"});
  std::vector<std::uint32_t> actors;
  if (word == "koreas") {
    for (const std::string_view korea : {"PRK", "KOR"})
      if (const std::int32_t known = w_.country_draft(korea); known >= 0) {
        w_.drafts_[static_cast<std::size_t>(known)].drawn = true;
        actors.push_back(static_cast<std::uint32_t>(known));
      }
    many = 2;
  } else if (people) {
    actors = last_of(s, Wanted::person, false, many);
  } else if (states || sides) {
    if (many == 2 && sides) {
      actors = last_pair(s, word == "two" || word == "both");
    }
    if (actors.empty() && word != "two" && word != "both") actors = last_of(s, Wanted::country, false, many);
    if (actors.size() < many && word != "two" && word != "both")
      actors = last_of(s, Wanted::country, true, many);
  }
  if (actors.size() < many) return;
  mention(s, begin, i, MentionForm::collective, static_cast<std::int32_t>(actors[0]),
          "the last " + std::to_string(many) + " together");
  for (std::size_t a = 1; a < actors.size(); ++a) ++w_.drafts_[actors[a]].count;
  w_.mentions_.back().actors = std::move(actors);
}

}  // namespace entente
