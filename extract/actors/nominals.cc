// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {
namespace {

bool is_ruler(std::string_view title) {
  return title == "President" || title == "Prime Minister" || title == "King" || title == "Leader" ||
         title == "Chancellor" || title == "Supreme Leader" || title == "Premier" || title == "Emir" ||
         title == "Senior General";
}

bool is_ruler_title(std::string_view title) {
  for (const std::string_view end : {"president", "prime minister", "king", "queen", "chancellor", "premier",
                                     "emir", "sultan", "supreme leader", "leader"})
    if (title.ends_with(end) && !title.starts_with("vice") && !title.starts_with("deputy") &&
        title.find("opposition") == std::string_view::npos)
      return true;
  return false;
}

bool is_envoy_title(std::string_view title) {
  for (const std::string_view part :
       {"envoy", "ambassador", "secretary", "negotiator", "representative", "minister"})
    if (title.find(part) != std::string_view::npos) return true;
  return false;
}

}  // namespace

// The person of this text whom the gazetteer knows in that office: "Iran's foreign minister" is Manouchehr
// Mottaki.
std::int32_t Resolution::named_holder(std::int32_t owner, const std::string& title,
                                      std::string_view noun) const {
  const bool ruler = noun == "leader" || noun == "dictator" || noun == "ruler";
  if (!ruler && noun != "minister" && noun != "president" && noun != "premier" && noun != "king" &&
      noun != "secretary" && noun != "chancellor")
    return -1;
  const Draft& whose = drafts_[static_cast<std::size_t>(owner)];
  if (ruler && whose.kind == ActorKind::institution) {
    // "the leader of Hezbollah" where the text names Hassan Nasrallah
    if (whose.entry < 0) return -1;
    const std::string_view id = gazetteer_.entry(static_cast<std::uint32_t>(whose.entry)).id;
    for (std::size_t d = 0; d < drafts_.size() && d < 300; ++d)
      if (drafts_[d].entry >= 0 && drafts_[d].drawn &&
          gazetteer_.fact(gazetteer_.entry(static_cast<std::uint32_t>(drafts_[d].entry)), "affiliation") ==
              id)
        return static_cast<std::int32_t>(d);
    return -1;
  }
  for (std::size_t d = 0; d < drafts_.size() && d < 300; ++d) {
    const Draft& draft = drafts_[d];
    if (draft.kind != ActorKind::official || draft.entry < 0 || !draft.drawn) continue;
    for (const GazetteerOffice& office :
         gazetteer_.offices(gazetteer_.entry(static_cast<std::uint32_t>(draft.entry))))
      if (office.of == whose.country && !whose.country.empty() &&
          (ruler ? is_ruler(office.title) : fold_name(office.title).ends_with(title)))
        return static_cast<std::int32_t>(d);
  }
  return -1;
}

// The person whose office the text has given already: "the Iranian foreign minister", "the Kenyan leader" for
// a president, "the U.S. envoy" for an ambassador. -1 for none.
std::int32_t Resolution::titled_holder(std::uint32_t s, std::int32_t owner, const std::string& phrase,
                                       std::string_view noun) const {
  const bool ruler = noun == "leader" || noun == "ruler" || noun == "monarch";
  const bool sent = noun == "envoy" || noun == "diplomat" || noun == "negotiator";
  std::int32_t found = -1;
  for (std::size_t number = 0; number < ties_.size() && number < 3000; ++number) {
    const Tie& tie = ties_[number];
    if (tie.type != "holds_office" || !tie.current) continue;
    const auto target = static_cast<std::int32_t>(tie.target);
    if (target != owner && !(sent && drafts_[tie.target].owner == owner)) continue;
    const std::string title = fold_name(tie.title);
    const bool rules = is_ruler_title(title);
    const bool fits = ruler  ? rules
                      : sent ? !rules && tie.sentence <= s && s - tie.sentence <= 4 && is_envoy_title(title)
                             : title.ends_with(phrase);
    if (!fits) continue;
    const auto source = static_cast<std::int32_t>(tie.source);
    if (found >= 0 && found != source && tie.sentence > s) break;
    found = source;
  }
  return found;
}

// "the leader of the militant group Hezbollah"
std::int32_t Resolution::body_after(std::uint32_t s, std::uint32_t noun) const {
  if (noun + 1 >= trees_[s].size() || small(s, noun + 1) != "of") return -1;
  for (std::uint32_t i = noun + 2; i < trees_[s].size() && i < noun + 8; ++i) {
    if (const NameHit* hit = hit_at(s, i)) {
      if (hit->type == HitType::institution) return hit->actor;
      i = hit->end - 1;
      continue;
    }
    const Upos upos = token(s, i).upos;
    if (upos != Upos::det && upos != Upos::adj && upos != Upos::noun && upos != Upos::propn &&
        upos != Upos::part)
      return -1;
  }
  return -1;
}

// "US officials", "Israeli troops", "Iran's foreign minister": unnamed people who act for their country or
// body.
void Resolution::resolve_nominals() {
  for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
    const Sentence& sentence = analysis_.sentences[s];
    for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
      const Token& t = sentence.tokens[i];
      if ((t.upos != Upos::noun && t.upos != Upos::propn) || hit_at(s, i) || !stands_for_owner(t.lemma))
        continue;
      if (mention_at_[position(s, i)] >= 0) continue;
      if (t.deprel == Deprel::compound || t.deprel == Deprel::amod || t.deprel == Deprel::nmod_desc) continue;
      std::uint32_t begin = i;
      std::int32_t owner = -1;
      while (begin > 0) {
        if (const NameHit* left = hit_at(s, begin - 1)) {
          if (left->type == HitType::person) break;
          if (left->actor >= 0) owner = owner < 0 || left->type == HitType::institution ? left->actor : owner;
          begin = left->begin;
          continue;
        }
        const Token& left = sentence.tokens[begin - 1];
        if (left.upos == Upos::adj || left.upos == Upos::noun || left.upos == Upos::propn ||
            left.upos == Upos::num || (left.upos == Upos::part && left.deprel == Deprel::case_)) {
          --begin;
          continue;
        }
        break;
      }
      if (owner < 0) owner = owner_of(s, begin, i, i);
      if (owner < 0 && t.lemma == "leader") owner = body_after(s, i);
      if (owner < 0) continue;
      std::int32_t holder = named_holder(owner, fold_name(text_of(s, i > begin ? i - 1 : i, i + 1)), t.lemma);
      const bool one =
          t.morphology.number != Number::plur &&
          (begin > 0 && small(s, begin - 1) == "the" ? true
                                                     : i > begin && token(s, i - 1).upos == Upos::part);
      if (holder < 0 && one && drafts_[static_cast<std::size_t>(owner)].kind == ActorKind::country &&
          is_office_noun(t.lemma) && trees_[s].child(i, Deprel::appos) < 0) {
        std::uint32_t first = i;
        while (first > begin && !hit_at(s, first - 1) && token(s, first - 1).upos != Upos::part) --first;
        holder = titled_holder(s, owner, fold_name(text_of(s, first, i + 1)), t.lemma);
        if (holder >= 0) {
          add_mention(s, begin, i + 1, MentionForm::title, holder,
                      "title of " + std::string(label_of(holder)), true, static_cast<std::int32_t>(i));
          continue;
        }
      }
      if (holder >= 0) {
        add_tie(holder, owner,
                drafts_[static_cast<std::size_t>(owner)].kind == ActorKind::institution ? "affiliated_with"
                                                                                        : "holds_office",
                text_of(s, i, i + 1), true, {s, begin, i + 1, i}, "title of a known holder");
        add_mention(s, begin, i + 1, MentionForm::title, holder, "title of " + std::string(label_of(holder)),
                    true, static_cast<std::int32_t>(i));
        continue;
      }
      add_mention(s, begin, i + 1, MentionForm::nominal, owner,
                  "unnamed people stand for " + std::string(label_of(owner)), true,
                  static_cast<std::int32_t>(i));
    }
  }
}

}  // namespace entente
