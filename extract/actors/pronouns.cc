// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/reader.h"

#include <algorithm>

#include "extract/actors/words.h"

namespace entente {
namespace {

constexpr std::size_t window = 40;           // mentions looked back at
constexpr std::uint32_t most_sentences = 4;  // sentences looked back over

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Resolution::Reader::Reader(Resolution& work) : w_(work) {}

void Resolution::Reader::run() {
  sort_mentions();
  find_places();
  std::size_t next = 0;
  for (std::uint32_t s = 0; s < w_.analysis_.sentences.size(); ++s) {
    const auto size = static_cast<std::uint32_t>(w_.analysis_.sentences[s].tokens.size());
    for (std::uint32_t i = 0; i < size; ++i) {
      while (next < order_.size() && w_.position(w_.mentions_[order_[next]].sentence,
                                                 w_.mentions_[order_[next]].head) <= w_.position(s, i))
        push(order_[next++]);
      if (w_.mention_at_[w_.position(s, i)] < 0 && !w_.hit_at(s, i)) read(s, i);
    }
  }
}

void Resolution::Reader::sort_mentions() {
  for (std::uint32_t m = 0; m < w_.mentions_.size(); ++m)
    if (!w_.mentions_[m].actors.empty()) order_.push_back(m);
  std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return w_.position(w_.mentions_[a].sentence, w_.mentions_[a].head) <
           w_.position(w_.mentions_[b].sentence, w_.mentions_[b].head);
  });
}

void Resolution::Reader::push(std::uint32_t m) {
  rejoin_group(w_.mentions_[m]);
  const Mention& mention = w_.mentions_[m];
  const Token& head = w_.token(mention.sentence, mention.head);
  Antecedent a;
  a.mention = m;
  a.sentence = mention.sentence;
  a.head = mention.head;
  a.subject =
      head.deprel == Deprel::nsubj || head.deprel == Deprel::nsubj_pass || head.deprel == Deprel::root;
  a.plural = mention.form == MentionForm::nominal && head.morphology.number == Number::plur;
  recent_.push_back(a);
  remember_called(mention);
  if (recent_.size() > 2 * window) recent_.erase(recent_.begin(), recent_.begin() + window);
}

bool Resolution::Reader::fits(const Antecedent& a, Wanted wanted) const {
  const Mention& mention = w_.mentions_[a.mention];
  if (mention.actors.size() != 1) return wanted == Wanted::several;
  const Draft& d = draft(mention.actors[0]);
  const bool human = d.kind == ActorKind::official || d.kind == ActorKind::person;
  switch (wanted) {
    case Wanted::man:
      return human && d.gender != 2;
    case Wanted::woman:
      return human && d.gender != 1;
    case Wanted::person:
      return human;
    case Wanted::thing:
      return !human && d.kind != ActorKind::bloc && mention.form != MentionForm::adjective && !a.plural;
    case Wanted::several:
      return a.plural || d.kind == ActorKind::bloc;
    case Wanted::country:
      return d.kind == ActorKind::country;
    case Wanted::body:
      return d.kind == ActorKind::institution;
  }
  return false;
}

// How well a person's mention suits a pronoun by their places in their trees: a subject is taken up by a
// subject, "his" by what is near. The weights are set on GAP
// (training/score_gap.py).
double Resolution::Reader::likeness(const Antecedent& a, std::uint32_t s, std::uint32_t i) const {
  const Deprel pronoun = w_.token(s, i).deprel, other = w_.token(a.sentence, a.head).deprel;
  double score = -1.0 * (s - a.sentence);
  if ((pronoun == Deprel::nsubj || pronoun == Deprel::nsubj_pass) && a.subject) score += 2;
  if ((pronoun == Deprel::obj || pronoun == Deprel::iobj || pronoun == Deprel::obl) && a.subject)
    score -= 1.5;
  if (other == Deprel::nmod || other == Deprel::nmod_poss || other == Deprel::compound) score -= 1.5;
  if (other == Deprel::appos || other == Deprel::conj) score -= 1.5;
  if (s != a.sentence || a.head >= i) return score;
  if (pronoun == Deprel::nmod_poss && i - a.head < 8) score += 2;
  return score - 0.15 * (i - a.head);
}

// The best antecedent before token (s, i), or -1.
std::int32_t Resolution::Reader::find(std::uint32_t s, std::uint32_t i, Wanted wanted) const {
  double best = 0;
  std::int32_t found = -1;
  const std::size_t first = recent_.size() > window ? recent_.size() - window : 0;
  std::int32_t other = -1;  // who is excluded by this sentence's tree
  for (std::size_t r = recent_.size(); r-- > first && recent_[r].sentence == s;)
    if (blocked(recent_[r], s, i))
      other = static_cast<std::int32_t>(w_.mentions_[recent_[r].mention].actors[0]);
  for (std::size_t r = recent_.size(); r-- > first;) {
    const Antecedent& a = recent_[r];
    const std::uint32_t back = s - a.sentence;
    if (back > most_sentences) break;
    if (!fits(a, wanted) || static_cast<std::int32_t>(w_.mentions_[a.mention].actors[0]) == other) continue;
    double score = 10.0 - 2.5 * back;
    if (a.subject) score += 3;
    if (back == 0)
      score -= 0.02 * (i - a.head);
    else
      score += 0.01 * a.head * (a.subject ? 0 : 1);
    const Draft& d = draft(w_.mentions_[a.mention].actors[0]);
    if (wanted <= Wanted::person) score += likeness(a, s, i);
    if (wanted == Wanted::woman && d.gender == 2) score += 1;
    if (wanted == Wanted::man && d.gender == 1) score += 1;
    if (wanted == Wanted::thing && w_.mentions_[a.mention].form == MentionForm::metonym) score -= 1;
    score += 0.2 * std::min<std::uint32_t>(d.count, 5);
    if (score > best) best = score, found = static_cast<std::int32_t>(w_.mentions_[a.mention].actors[0]);
  }
  return found;
}

// A subject and an object of one verb are two: "Bush told him".
bool Resolution::Reader::blocked(const Antecedent& a, std::uint32_t s, std::uint32_t i) const {
  if (a.sentence != s) return false;
  const Token& pronoun = w_.token(s, i);
  const Token& other = w_.token(s, a.head);
  if (pronoun.deprel == Deprel::nmod_poss)
    return other.deprel == Deprel::nmod_poss && other.head == pronoun.head;
  return other.head >= 0 && other.head == pronoun.head && other.deprel != Deprel::nmod_poss;
}

void Resolution::Reader::mention(std::uint32_t s, std::uint32_t begin, std::uint32_t i, MentionForm form,
                                 std::int32_t actor, std::string rule) {
  if (actor < 0) return;
  push(w_.add_mention(s, begin, i + 1, form, actor, std::move(rule), true, static_cast<std::int32_t>(i)));
}

void Resolution::Reader::read(std::uint32_t s, std::uint32_t i) {
  const Token& t = w_.token(s, i);
  const std::string_view word = w_.small(s, i);
  if (t.upos == Upos::pron || t.upos == Upos::det)
    read_pronoun(s, i, word, t);
  else if (t.upos == Upos::noun || t.upos == Upos::propn)
    read_noun(s, i, word, t);
  else if (t.upos == Upos::num && word == "two" && i > 0 && w_.small(s, i - 1) == "the" &&
           t.deprel != Deprel::nummod && t.deprel != Deprel::compound)
    read_pair(s, i - 1, i, word, 2);
}

void Resolution::Reader::read_noun(std::uint32_t s, std::uint32_t i, std::string_view word, const Token& t) {
  const std::uint32_t begin = w_.trees_[s].phrase_begin(i);
  if (read_possessed(s, begin, i, t) || read_state(s, begin, i, t)) return;
  read_description(s, begin, i, word, t);
}

void Resolution::Reader::read_pronoun(std::uint32_t s, std::uint32_t i, std::string_view word,
                                      const Token& t) {
  if (t.deprel == Deprel::expl) return;
  if (one_of(word, {"he", "him", "his", "himself"}))
    read_person(s, i, Wanted::man, 1);
  else if (one_of(word, {"she", "her", "hers", "herself"}))
    read_person(s, i, Wanted::woman, 2);
  else if (one_of(word, {"it", "its", "itself"}))
    mention(s, i, i, MentionForm::pronoun, find(s, i, Wanted::thing), "pronoun");
  else if (one_of(word, {"they", "them", "their", "themselves"}))
    read_they(s, i);
  else if (one_of(word, {"we", "our", "us", "ours", "ourselves", "i", "my", "me"}))
    read_first_person(s, i, word);
}

// A person once called "he" is so from then on.
void Resolution::Reader::read_person(std::uint32_t s, std::uint32_t i, Wanted wanted, int gender) {
  const std::int32_t found = find(s, i, wanted);
  if (found < 0) return;
  int& known = w_.drafts_[static_cast<std::size_t>(found)].gender;
  if (known == 0) known = gender;
  mention(s, i, i, MentionForm::pronoun, found, "pronoun");
}

void Resolution::Reader::read_they(std::uint32_t s, std::uint32_t i) {
  const std::int32_t several = find(s, i, Wanted::several);
  if (several >= 0) {
    for (std::size_t r = recent_.size(); r-- > 0;) {
      const Mention& m = w_.mentions_[recent_[r].mention];
      if (m.actors.size() > 1 && m.actors[0] == static_cast<std::uint32_t>(several)) {
        const std::vector<std::uint32_t> all = m.actors;
        mention(s, i, i, MentionForm::collective, several, "pronoun for several");
        w_.mentions_.back().actors = all;
        return;
      }
      if (recent_.size() - r > window) break;
    }
  }
  mention(s, i, i, MentionForm::pronoun, several, "pronoun");
}

// "we" is the state that speaks, or that of the person quoted; "I" is the person.
void Resolution::Reader::read_first_person(std::uint32_t s, std::uint32_t i, std::string_view word) {
  const bool one = one_of(word, {"i", "my", "me"});
  if (!one && w_.speaker_ >= 0)
    return mention(s, i, i, MentionForm::pronoun, w_.speaker_, "the state that speaks");
  std::int32_t person = -1;
  for (std::size_t r = recent_.size(); r-- > 0;) {
    if (s - recent_[r].sentence > 2) break;
    if (recent_[r].subject && fits(recent_[r], Wanted::person)) {
      person = static_cast<std::int32_t>(w_.mentions_[recent_[r].mention].actors[0]);
      break;
    }
  }
  if (person < 0) return;
  const Draft& d = draft(static_cast<std::uint32_t>(person));
  if (one)
    mention(s, i, i, MentionForm::pronoun, person, "speaker of the quote");
  else if (d.public_office && d.owner >= 0)
    mention(s, i, i, MentionForm::pronoun, d.owner, "the speaker's state or body");
  else
    mention(s, i, i, MentionForm::pronoun, person, "speaker of the quote");
}

void Resolution::resolve_pronouns() {
  Reader(*this).run();
}

}  // namespace entente
