// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/reader.h"

#include <algorithm>

#include "extract/actors/words.h"

namespace entente {
namespace {

constexpr std::size_t most_called = 64;        // actors kept for one word
constexpr std::uint32_t called_sentences = 8;  // sentences that a word reaches back

// What an actor may be called for short: "cleric", "group", "rebel", "exile".
bool describes_an_actor(std::string_view lemma) {
  return is_office_noun(lemma) || is_private_role(lemma) || is_institution_noun(lemma) ||
         is_group_noun(lemma) || is_short_description(lemma);
}

}  // namespace

void Resolution::Reader::call(std::string_view lemma, std::uint32_t actor) {
  if (!describes_an_actor(lemma)) return;
  std::vector<std::uint32_t>& actors = called_[std::string(lemma)];
  if (std::find(actors.begin(), actors.end(), actor) == actors.end() && actors.size() < most_called)
    actors.push_back(actor);
}

// What stands beside a name: "the Islamist group Fajr", "Fajr militants", "Fajr, a militant group", "the
// cleric Ali Haidar".
void Resolution::Reader::remember_called(const Mention& mention) {
  if (mention.actors.size() != 1) return;
  const std::uint32_t s = mention.sentence, actor = mention.actors[0];
  const ActorKind kind = draft(actor).kind;
  if (kind == ActorKind::country) return;
  const Tree& tree = w_.trees_[s];
  const bool person = kind == ActorKind::person || kind == ActorKind::official;
  if (mention.form == MentionForm::name)
    for (std::uint32_t i = mention.begin; person && i < mention.end && i < mention.begin + 12; ++i)
      if (!w_.hit_at(s, i)) call(w_.small(s, i), actor);
  // "a militant group" calls a body "militant" as well.
  const auto noun = [&](std::uint32_t at) {
    call(w_.token(s, at).lemma, actor);
    if (person) return;
    for (const std::uint32_t c : tree.children(at)) {
      const Token& t = w_.token(s, c);
      if ((t.deprel == Deprel::amod || t.deprel == Deprel::compound) && !w_.hit_at(s, c) &&
          is_group_noun(t.lemma))
        call(t.lemma, actor);
    }
  };
  const Token& head = w_.token(s, mention.head);
  if (mention.form == MentionForm::nominal && !person) call(head.lemma, actor);
  if (mention.form != MentionForm::name) return;
  const Deprel deprel = head.deprel;
  if (head.head >= 0) {
    const auto above = static_cast<std::uint32_t>(head.head);
    const bool beside = deprel == Deprel::appos || deprel == Deprel::flat || deprel == Deprel::nmod_desc ||
                        (deprel == Deprel::compound && !person && above > mention.head);
    if (beside && w_.token(s, above).upos == Upos::noun && !w_.hit_at(s, above)) noun(above);
    // "Fajr is a militant group"
    if (deprel == Deprel::nsubj && w_.token(s, above).upos == Upos::noun &&
        tree.child(above, Deprel::cop) >= 0)
      noun(above);
  }
  for (const std::uint32_t c : tree.children(mention.head)) {
    const Token& t = w_.token(s, c);
    if ((t.deprel == Deprel::appos || t.deprel == Deprel::nmod_desc || t.deprel == Deprel::compound) &&
        t.upos == Upos::noun && !w_.hit_at(s, c))
      noun(c);
  }
}

bool Resolution::Reader::is_called(std::string_view lemma, std::uint32_t actor) const {
  const auto known = called_.find(std::string(lemma));
  return known != called_.end() &&
         std::find(known->second.begin(), known->second.end(), actor) != known->second.end();
}

// The person or body last met that the text calls so, or -1.
std::int32_t Resolution::Reader::called(std::uint32_t s, std::string_view lemma, bool person) const {
  if (!called_.contains(std::string(lemma))) return -1;
  for (std::size_t r = recent_.size(); r-- > 0;) {
    if (s - recent_[r].sentence > called_sentences) break;
    const Mention& m = w_.mentions_[recent_[r].mention];
    if (m.actors.size() != 1 || !is_called(lemma, m.actors[0])) continue;
    const ActorKind kind = draft(m.actors[0]).kind;
    if ((kind == ActorKind::person || kind == ActorKind::official) == person)
      return static_cast<std::int32_t>(m.actors[0]);
  }
  return -1;
}

// "the militants" after "the militant group Fajr" are that group.
void Resolution::Reader::rejoin_group(Mention& m) {
  if (m.rule != "unnamed group" || m.actors.size() != 1 || m.head != m.begin) return;
  const Draft& group = draft(m.actors[0]);
  if (group.owner >= 0 && group.core != "militant") return;
  const std::uint32_t s = m.sentence;
  if (m.begin == 0 || w_.small(s, m.begin - 1) != "the") return;
  const std::int32_t body = called(s, w_.token(s, m.head).lemma, false);
  if (body < 0 || draft(static_cast<std::uint32_t>(body)).kind != ActorKind::institution) return;
  --w_.drafts_[m.actors[0]].count;
  ++w_.drafts_[static_cast<std::size_t>(body)].count;
  m.actors[0] = static_cast<std::uint32_t>(body);
  m.rule = "description of a group";
}

}  // namespace entente
