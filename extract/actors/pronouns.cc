// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {
namespace {

constexpr std::size_t window = 40;           // mentions looked back at
constexpr std::uint32_t most_sentences = 4;  // sentences looked back over

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

// A mention that a pronoun or a description may mean, as the text is read.
struct Resolution::Antecedent {
  std::uint32_t mention = 0;
  std::uint32_t sentence = 0;
  std::uint32_t head = 0;
  bool subject = false;
  bool plural = false;
};

namespace {

// What a referring word asks of its antecedent.
enum class Wanted { man, woman, person, thing, several, country, body };

}  // namespace

// Reads the document once, keeping the last mentions at hand.
class Resolution::Reader {
 public:
  explicit Reader(Resolution& work) : w_(work) {}

  void run() {
    sort_mentions();
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

 private:
  const Draft& draft(std::uint32_t a) const { return w_.drafts_[a]; }

  void sort_mentions() {
    for (std::uint32_t m = 0; m < w_.mentions_.size(); ++m)
      if (!w_.mentions_[m].actors.empty()) order_.push_back(m);
    std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return w_.position(w_.mentions_[a].sentence, w_.mentions_[a].head) <
             w_.position(w_.mentions_[b].sentence, w_.mentions_[b].head);
    });
  }

  void push(std::uint32_t m) {
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
    if (recent_.size() > 2 * window) recent_.erase(recent_.begin(), recent_.begin() + window);
  }

  bool fits(const Antecedent& a, Wanted wanted) const {
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
  double likeness(const Antecedent& a, std::uint32_t s, std::uint32_t i) const {
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
  std::int32_t find(std::uint32_t s, std::uint32_t i, Wanted wanted) const {
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
  bool blocked(const Antecedent& a, std::uint32_t s, std::uint32_t i) const {
    if (a.sentence != s) return false;
    const Token& pronoun = w_.token(s, i);
    const Token& other = w_.token(s, a.head);
    if (pronoun.deprel == Deprel::nmod_poss)
      return other.deprel == Deprel::nmod_poss && other.head == pronoun.head;
    return other.head >= 0 && other.head == pronoun.head && other.deprel != Deprel::nmod_poss;
  }

  void mention(std::uint32_t s, std::uint32_t begin, std::uint32_t i, MentionForm form, std::int32_t actor,
               std::string rule) {
    if (actor < 0) return;
    push(w_.add_mention(s, begin, i + 1, form, actor, std::move(rule), true, static_cast<std::int32_t>(i)));
  }

  void read(std::uint32_t s, std::uint32_t i) {
    const Token& t = w_.token(s, i);
    const std::string_view word = w_.small(s, i);
    if (t.upos == Upos::pron || t.upos == Upos::det)
      read_pronoun(s, i, word, t);
    else if (t.upos == Upos::noun || t.upos == Upos::propn)
      read_description(s, i, word, t);
  }

  void read_pronoun(std::uint32_t s, std::uint32_t i, std::string_view word, const Token& t) {
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
  void read_person(std::uint32_t s, std::uint32_t i, Wanted wanted, int gender) {
    const std::int32_t found = find(s, i, wanted);
    if (found < 0) return;
    int& known = w_.drafts_[static_cast<std::size_t>(found)].gender;
    if (known == 0) known = gender;
    mention(s, i, i, MentionForm::pronoun, found, "pronoun");
  }

  void read_they(std::uint32_t s, std::uint32_t i) {
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
  void read_first_person(std::uint32_t s, std::uint32_t i, std::string_view word) {
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

  // "the president", "the kingdom", "the ministry", "both countries"
  void read_description(std::uint32_t s, std::uint32_t i, std::string_view word, const Token& t) {
    const std::uint32_t begin = w_.trees_[s].phrase_begin(i);
    if (begin == i) return;
    const std::string_view first = w_.small(s, begin);
    const bool definite = first == "the" || first == "that" || first == "this" || first == "his" ||
                          first == "its" || first == "their";
    const bool pair = first == "both" ||
                      (first == "the" && begin + 1 < i && one_of(w_.small(s, begin + 1), {"two", "three"}));
    if (pair && t.morphology.number == Number::plur)
      return read_pair(s, begin, i, word, first != "both" && w_.small(s, begin + 1) == "three" ? 3 : 2);
    if (!definite || t.morphology.number == Number::plur) return;
    if (t.deprel == Deprel::compound || t.deprel == Deprel::nmod_desc || i - begin > 3) return;
    for (std::uint32_t k = begin; k < i; ++k)
      if (w_.hit_at(s, k)) return;
    if (one_of(word,
               {"country", "nation", "kingdom", "island", "republic", "sultanate", "emirate", "mainland"})) {
      if (i - begin > 1 && w_.small(s, begin + 1) != "island" && w_.token(s, begin + 1).upos == Upos::adj &&
          one_of(w_.small(s, begin + 1), {"other", "neighboring", "host", "third"}))
        return;
      return mention(s, begin, i, MentionForm::nominal, find(s, i, Wanted::country),
                     "description of a country");
    }
    if (is_public_office(word) && first == "the" && i - begin <= 2) return read_office(s, begin, i, t);
    if (is_institution_noun(word) && first != "his" && first != "their") read_body(s, begin, i, word);
  }

  // The person last met whose title ends with the noun.
  void read_office(std::uint32_t s, std::uint32_t begin, std::uint32_t i, const Token& t) {
    for (const std::uint32_t c : w_.trees_[s].children(i))
      if (w_.token(s, c).deprel == Deprel::nmod) return;
    std::int32_t found = -1;
    for (auto tie = w_.ties_.rbegin(); tie != w_.ties_.rend() && tie - w_.ties_.rbegin() < 60; ++tie) {
      if (tie->type != "holds_office" || tie->sentence > s) continue;
      const std::string title = fold_name(tie->title);
      if (!title.ends_with(t.lemma)) continue;
      if (found < 0 || last_seen(tie->source) > last_seen(static_cast<std::uint32_t>(found)))
        found = static_cast<std::int32_t>(tie->source);
    }
    mention(s, begin, i, MentionForm::title, found,
            found < 0 ? "" : "title of " + std::string(w_.label_of(found)));
  }

  std::uint32_t last_seen(std::uint32_t actor) const {
    for (std::size_t r = recent_.size(); r-- > 0;) {
      const Mention& m = w_.mentions_[recent_[r].mention];
      if (!m.actors.empty() && m.actors[0] == actor) return static_cast<std::uint32_t>(r + 1);
    }
    return 0;
  }

  // "the ministry", "the agency": the body last met that is called so, "the group" the armed one, "the
  // alliance" NATO.
  void read_body(std::uint32_t s, std::uint32_t begin, std::uint32_t i, std::string_view word) {
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
      if (one_of(word, {"newspaper", "agency", "network"}))
        called = called || (type == "media" && word != "agency") ||
                 (word == "agency" && (type == "agency" || type == "media" || type == "igo"));
      if (one_of(word, {"alliance"})) called = called || d.label == "NATO";
      if (one_of(word, {"party"})) called = called || type == "party";
      if (one_of(word, {"department"})) called = called || d.label == "State Department";
      if (called) found = static_cast<std::int32_t>(actor);
    }
    mention(s, begin, i, MentionForm::nominal, found, "description of a body");
  }

  // "both countries", "the two leaders": the last two that differ.
  void read_pair(std::uint32_t s, std::uint32_t begin, std::uint32_t i, std::string_view word,
                 std::size_t many) {
    const bool people = one_of(
        word, {"leaders", "men", "presidents", "ministers", "women", "officials", "diplomats", "premiers"});
    const bool states = one_of(word, {"countries", "nations", "states", "sides", "governments", "neighbors",
                                      "allies", "powers", "parties", "koreas"});
    if (!people && !states) return;
    std::vector<std::uint32_t> actors;
    for (int pass = 0; pass < 2 && actors.size() < many; ++pass) {
      actors.clear();
      for (std::size_t r = recent_.size(); r-- > 0 && actors.size() < many;) {
        if (s - recent_[r].sentence > most_sentences) break;
        const bool fit =
            people ? fits(recent_[r], Wanted::person)
                   : fits(recent_[r], Wanted::country) || (pass == 1 && fits(recent_[r], Wanted::body));
        if (!fit) continue;
        const std::uint32_t actor = w_.mentions_[recent_[r].mention].actors[0];
        if (std::find(actors.begin(), actors.end(), actor) == actors.end()) actors.push_back(actor);
      }
    }
    if (actors.size() < many) return;
    std::reverse(actors.begin(), actors.end());
    mention(s, begin, i, MentionForm::collective, static_cast<std::int32_t>(actors[0]),
            "the last " + std::to_string(many) + " together");
    for (std::size_t a = 1; a < actors.size(); ++a) ++w_.drafts_[actors[a]].count;
    w_.mentions_.back().actors = std::move(actors);
  }

  Resolution& w_;
  std::vector<std::uint32_t> order_;
  std::vector<Antecedent> recent_;
};

void Resolution::resolve_pronouns() {
  Reader(*this).run();
}

}  // namespace entente
