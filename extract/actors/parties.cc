// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/reader.h"

#include <algorithm>

#include "extract/actors/words.h"

namespace entente {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Forces and officers of many kinds: they are a state's only where a word before them says so.
bool needs_modifier(std::string_view lemma) {
  return one_of(lemma, {"force", "forces", "officer", "spokesman", "spokeswoman", "helicopter"});
}

bool is_armed_modifier(std::string_view word) {
  return one_of(word,
                {"security", "government", "military", "armed", "police", "army", "federal", "intelligence"});
}

// A state that has not so much more to speak for it than the next is not meant.
constexpr double margin = 1.3;

// "threatened to send troops": whose they are stands elsewhere in the clause.
bool gives_troops(std::string_view lemma) {
  return one_of(lemma, {"send", "deploy", "withdraw", "move",     "station", "contribute", "dispatch",
                        "pull", "commit", "provide",  "redeploy", "keep",    "have",       "accept",
                        "mass", "offer",  "add",      "maintain", "supply",  "need"});
}

}  // namespace

// Kashmir, Chechnya: no state.
bool Resolution::Reader::is_region(std::uint32_t actor) const {
  const std::int32_t entry = draft(actor).entry;
  return entry >= 0 && w_.gazetteer_.entry(static_cast<std::uint32_t>(entry)).type == "region";
}

// The state whose adjective the first of several nouns has: "Afghan witnesses and police".
std::int32_t Resolution::Reader::shared_adjective(std::uint32_t s, const Token& t) const {
  if (t.deprel != Deprel::conj || t.head < 0) return -1;
  for (const std::uint32_t c : w_.trees_[s].children(static_cast<std::uint32_t>(t.head))) {
    const Deprel deprel = w_.token(s, c).deprel;
    if (deprel != Deprel::amod && deprel != Deprel::nmod_poss) continue;
    if (const NameHit* hit = w_.hit_at(s, c); hit && hit->type == HitType::country && hit->actor >= 0)
      return hit->actor;
  }
  return -1;
}

// What speaks for a state being what the text is about: its name and adjective, its cities, its officials and
// bodies; most, what acts for it.
void Resolution::Reader::find_places() {
  const auto add = [&](std::uint32_t position, std::int32_t country, double weight) {
    if (country >= 0) places_.push_back({position, country, weight});
  };
  for (const std::uint32_t m : order_) {
    const Mention& mention = w_.mentions_[m];
    if (mention.actors.size() != 1) continue;
    const std::uint32_t at = w_.position(mention.sentence, mention.head);
    const auto actor = static_cast<std::int32_t>(mention.actors[0]);
    if (is_region(mention.actors[0])) continue;
    const Draft& d = draft(mention.actors[0]);
    if (d.kind == ActorKind::country) {
      const bool acts = mention.form == MentionForm::nominal &&
                        acts_for_state(w_.token(mention.sentence, mention.head).lemma);
      add(at, actor, acts ? 2 : 1);
    } else if (d.owner >= 0 && draft(static_cast<std::uint32_t>(d.owner)).kind == ActorKind::country) {
      add(at, d.owner, 0.5);
    }
  }
  for (const NameHit& hit : w_.hits_)
    if (hit.type == HitType::country && hit.actor >= 0 && !hit.nested &&
        w_.mention_at_[w_.position(hit.sentence, hit.end - 1)] < 0)
      add(w_.position(hit.sentence, hit.begin), hit.actor, 0.7);
  std::stable_sort(places_.begin(), places_.end(),
                   [](const Place& a, const Place& b) { return a.position < b.position; });
}

// The state that "the government" is at token (s, i): the one that the text speaks of most, what is near
// counting more; -1 where two do as well.
std::int32_t Resolution::Reader::state_meant(std::uint32_t s, std::uint32_t i) const {
  constexpr std::ptrdiff_t reach = 40;
  const std::uint32_t here = w_.position(s, i);
  const auto middle = std::lower_bound(places_.begin(), places_.end(), here,
                                       [](const Place& p, std::uint32_t at) { return p.position < at; });
  const auto first = middle - std::min<std::ptrdiff_t>(middle - places_.begin(), reach);
  const auto last = middle + std::min<std::ptrdiff_t>(places_.end() - middle, reach);
  std::vector<std::pair<std::int32_t, double>> scores;
  for (auto place = first; place != last; ++place) {
    if (place->country == w_.speaker_) continue;
    double score = place->weight * (place->position < here ? 1 : 0.5);
    if (place->position < here && place->position >= w_.base_[s])
      score += 1;
    else if (place->position < here && s > 0 && place->position >= w_.base_[s - 1])
      score += 0.5;
    if (place == places_.begin()) score += 0.3;
    const auto known =
        std::find_if(scores.begin(), scores.end(), [&](const auto& p) { return p.first == place->country; });
    if (known == scores.end())
      scores.emplace_back(place->country, score);
    else
      known->second += score;
  }
  if (scores.empty()) return -1;
  const auto by_score = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto best = std::max_element(scores.begin(), scores.end(), by_score);
  for (auto other = scores.begin(); other != scores.end(); ++other)
    if (other != best && best->second < margin * other->second) return -1;
  return best->first;
}

// "police in Karachi", "officials from Oman": the state behind the noun; -1 for none, -2 for somebody else's.
std::int32_t Resolution::Reader::place_after(std::uint32_t s, std::uint32_t i) const {
  std::int32_t found = -1;
  for (const std::uint32_t c : w_.trees_[s].children(i)) {
    const Token& t = w_.token(s, c);
    if (c <= i) continue;
    if (t.deprel == Deprel::appos) return -2;
    if (t.deprel != Deprel::nmod) continue;
    const std::string_view preposition = w_.trees_[s].preposition(c);
    if (!one_of(preposition, {"of", "in", "from", "at", "with", "for"})) continue;
    const NameHit* hit = w_.hit_at(s, c);
    if (hit && hit->type == HitType::country && hit->actor >= 0 && preposition != "with" &&
        preposition != "for")
      found = hit->actor;
    else if (preposition != "in")
      return -2;
  }
  return found;
}

// Whom the last officials, soldiers, ... stood for, in this sentence or one of the two before it, or -1.
std::int32_t Resolution::Reader::same_noun(std::uint32_t s, std::string_view lemma) const {
  for (std::size_t r = recent_.size(); r-- > 0;) {
    const Antecedent& a = recent_[r];
    if (s - a.sentence > 2) break;
    const Mention& m = w_.mentions_[a.mention];
    if (m.form == MentionForm::nominal && m.actors.size() == 1 && w_.token(a.sentence, a.head).lemma == lemma)
      return static_cast<std::int32_t>(m.actors[0]);
  }
  return -1;
}

// "the government", "police", "security forces", "two soldiers": those of the state that the text is about.
bool Resolution::Reader::read_state(std::uint32_t s, std::uint32_t begin, std::uint32_t i, const Token& t) {
  if (!acts_for_state(t.lemma) && !needs_modifier(t.lemma)) return false;
  if (t.deprel == Deprel::compound || t.deprel == Deprel::amod || t.deprel == Deprel::nmod_desc ||
      i - begin > 4)
    return false;
  bool definite = false, armed = false, bare = true;
  for (std::uint32_t k = begin; k < i; ++k) {
    const std::string_view word = w_.small(s, k);
    if (w_.hit_at(s, k)) return false;
    if (w_.token(s, k).upos == Upos::det) {
      if (one_of(word,
                 {"no", "any", "what", "which", "both", "their", "his", "her", "its", "our", "my", "your"}))
        return false;
      bare = false;
      definite = word == "the" || word == "this" || word == "that" || word == "these" || word == "those";
      continue;
    }
    if (is_armed_modifier(word)) armed = true;
    if (w_.token(s, k).upos != Upos::num && !is_state_modifier(word)) return false;
  }
  if (needs_modifier(t.lemma) && !armed) return false;
  if (t.deprel == Deprel::obj && t.head >= 0 && one_of(t.lemma, {"troop", "soldier", "force"}) &&
      gives_troops(w_.token(s, static_cast<std::uint32_t>(t.head)).lemma))
    return false;
  const bool government = one_of(t.lemma, {"government", "regime", "administration"});
  if (government && (!definite || t.morphology.number == Number::plur)) return false;
  if (bare && t.morphology.number != Number::plur && t.lemma != "police") return false;
  if (t.lemma == "administration" && called(s, "administration", false) < 0) return false;
  std::int32_t state = place_after(s, i);
  if (state == -2) return false;
  if (state < 0 && bare) state = shared_adjective(s, t);
  if (state < 0 && (definite || bare)) state = same_noun(s, t.lemma);
  if (state < 0 && one_of(t.lemma, {"lawmaker", "legislator", "parliamentarian"}))
    if (const auto known = w_.bodies_.find("parliament"); known != w_.bodies_.end()) state = known->second;
  if (state < 0) state = state_meant(s, i);
  if (state < 0) return false;
  w_.drafts_[static_cast<std::size_t>(state)].drawn = true;
  mention(s, begin, i, MentionForm::nominal, state, "of the state that the text is about");
  return true;
}

// "his government", "its fighters", "Mr. Reis's party": what belongs to the possessor stands for his state or
// body.
bool Resolution::Reader::read_possessed(std::uint32_t s, std::uint32_t begin, std::uint32_t i,
                                        const Token& t) {
  const std::int32_t possessor = w_.trees_[s].child(i, Deprel::nmod_poss);
  if (possessor < 0 || static_cast<std::uint32_t>(possessor) > i) return false;
  const std::int32_t at = w_.mention_at_[w_.position(s, static_cast<std::uint32_t>(possessor))];
  if (at < 0 || w_.mentions_[static_cast<std::size_t>(at)].actors.size() != 1) return false;
  const std::uint32_t actor = w_.mentions_[static_cast<std::size_t>(at)].actors[0];
  const Draft& d = draft(actor);
  const bool person = d.kind == ActorKind::person || d.kind == ActorKind::official;
  std::int32_t found = -1;
  if (one_of(t.lemma, {"government", "administration", "regime", "cabinet", "country", "nation", "homeland",
                       "troop", "soldier"})) {
    if (person && d.owner >= 0 && draft(static_cast<std::uint32_t>(d.owner)).kind == ActorKind::country)
      found = d.owner;
    else if (d.kind == ActorKind::country ||
             (d.kind == ActorKind::institution && (t.lemma == "troop" || t.lemma == "soldier")))
      found = static_cast<std::int32_t>(actor);
  } else if (one_of(t.lemma, {"fighter", "force", "forces", "official", "delegation", "authority",
                              "authorities", "negotiator", "leadership", "spokesman", "spokeswoman",
                              "officer", "gunman", "militant"})) {
    if (!person) found = static_cast<std::int32_t>(actor);
  } else if (person && one_of(t.lemma, {"party", "group", "movement", "organization", "organisation",
                                        "faction", "company", "militia", "alliance"})) {
    for (auto tie = w_.ties_.rbegin(); tie != w_.ties_.rend() && found < 0; ++tie)
      if (tie->source == actor && draft(tie->target).kind == ActorKind::institution &&
          !is_region(tie->target) && (tie->type == "affiliated_with" || tie->type == "holds_office"))
        found = static_cast<std::int32_t>(tie->target);
  }
  if (found < 0) return false;
  w_.drafts_[static_cast<std::size_t>(found)].drawn = true;
  mention(s, begin, i, MentionForm::nominal, found,
          "what belongs to " + std::string(w_.label_of(static_cast<std::int32_t>(actor))));
  return true;
}

}  // namespace entente
