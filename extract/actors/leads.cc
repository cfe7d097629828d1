// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {
namespace {

constexpr std::uint32_t lead_sentences = 2;   // sentences that may speak of somebody before they name him
constexpr std::uint32_t ahead_sentences = 2;  // sentences in which the name then comes

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_subject(const Token& t) {
  return t.deprel == Deprel::nsubj || t.deprel == Deprel::nsubj_pass;
}

}  // namespace

// Whether a body of that type may be called so: "a rights group", "a newspaper".
bool Resolution::may_be_called(std::int32_t body, std::string_view noun) const {
  const Draft& draft = drafts_[static_cast<std::size_t>(body)];
  if (draft.kind != ActorKind::institution || !draft.described.empty()) return false;
  const std::string_view type =
      draft.entry >= 0 ? gazetteer_.entry(static_cast<std::uint32_t>(draft.entry)).type : std::string_view();
  if (one_of(noun, {"newspaper", "magazine", "network", "station"}))
    return type == "media" || draft.entry < 0;
  if (one_of(noun, {"company", "firm", "airline", "bank", "giant", "maker"}))
    return type == "company" || draft.entry < 0;
  if (one_of(noun, {"group", "organization", "organisation", "watchdog", "charity", "movement"}))
    return draft.entry < 0 || type == "ngo" || type == "armed" || type == "party" || type == "igo" ||
           type == "thinktank";
  return draft.entry < 0 && fold_name(label_of(body)).ends_with(noun);
}

// The first new name that is a subject in the sentences behind s, where it is a person's without an office or
// a body's; -1 where another subject comes first.
std::int32_t Resolution::named_next(std::uint32_t s, bool person, std::string_view noun) const {
  const auto size = static_cast<std::uint32_t>(analysis_.sentences.size());
  for (std::uint32_t n = s + 1; n < size && n <= s + ahead_sentences; ++n)
    for (std::uint32_t j = 0; j < trees_[n].size(); ++j) {
      if (!is_subject(token(n, j))) continue;
      const std::int32_t at = mention_at_[position(n, j)];
      if (at < 0) continue;
      const Mention& mention = mentions_[static_cast<std::size_t>(at)];
      if (mention.form != MentionForm::name || mention.actors.size() != 1) continue;
      const auto actor = static_cast<std::int32_t>(mention.actors[0]);
      const Draft& draft = drafts_[mention.actors[0]];
      const bool human = draft.kind == ActorKind::person || draft.kind == ActorKind::official;
      if (!human && (person || draft.kind != ActorKind::institution)) continue;
      if (human != person || draft.first != position(n, mention.begin)) return -1;
      if (!person) return may_be_called(actor, noun) ? actor : -1;
      const bool titled = std::any_of(ties_.begin(), ties_.end(), [&](const Tie& tie) {
        return static_cast<std::int32_t>(tie.source) == actor;
      });
      return titled || mention.end - mention.begin < 2 ? -1 : actor;
    }
  return -1;
}

// "An Iranian exile accuses Tehran ... Reza Karimi said", "A rights group says ... Fair Watch": who comes
// without a name first and with it in the next sentence.
void Resolution::read_leads() {
  const auto size = static_cast<std::uint32_t>(analysis_.sentences.size());
  for (std::uint32_t s = 0; s < size && s < lead_sentences; ++s)
    for (std::uint32_t i = 0; i < trees_[s].size(); ++i) {
      const Token& t = token(s, i);
      if (t.upos != Upos::noun || !is_subject(t) || hit_at(s, i) || t.morphology.number == Number::plur)
        continue;
      const std::int32_t at = mention_at_[position(s, i)];
      const bool stands =
          at >= 0 && mentions_[static_cast<std::size_t>(at)].rule.starts_with("unnamed people");
      if ((at >= 0 && !stands) || trees_[s].child(i, Deprel::appos) >= 0) continue;
      const std::uint32_t begin =
          stands ? mentions_[static_cast<std::size_t>(at)].begin : trees_[s].phrase_begin(i);
      const bool indefinite =
          one_of(small(s, begin), {"a", "an"}) || (begin > 0 && one_of(small(s, begin - 1), {"a", "an"}));
      const bool human = is_office_noun(t.lemma) || is_private_role(t.lemma) ||
                         one_of(t.lemma, {"exile", "man", "woman", "detainee"});
      if (!indefinite && !(human && stands)) continue;
      if (!human && !is_institution_noun(t.lemma) && !is_short_description(t.lemma)) continue;
      const std::int32_t actor = named_next(s, human, t.lemma);
      if (actor < 0) continue;
      if (human) read_title({s, begin, i + 1, i}, actor, "title before the name is given");
      if (stands) {
        Mention& mention = mentions_[static_cast<std::size_t>(at)];
        --drafts_[mention.actors[0]].count;
        ++drafts_[static_cast<std::size_t>(actor)].count;
        mention.actors[0] = static_cast<std::uint32_t>(actor);
        mention.form = MentionForm::title;
        mention.rule = "description of " + std::string(label_of(actor));
      } else {
        add_mention(s, begin, i + 1, human ? MentionForm::title : MentionForm::nominal, actor,
                    "description of " + std::string(label_of(actor)), true, static_cast<std::int32_t>(i));
      }
    }
}

}  // namespace entente
