// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/office_words.h"
#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {

// The state whose statement the text is: its publisher's, or the one whose office the author's line names.
void Resolution::find_speaker() {
  const std::vector<NameAtom> atoms = name_atoms_of(std::string_view(document_.source).substr(0, 200));
  for (std::size_t a = 0; a < atoms.size(); ++a) {
    const auto match = gazetteer_.longest(atoms, a);
    if (!match) continue;
    const GazetteerEntry entry = gazetteer_.entry(match->entry);
    if (is_private_type(entry.type)) break;  // "Voice of America"
    if (entry.type == "agency" || entry.type == "seat" || entry.type == "military")
      speaker_ = country_draft(entry.country);
    if (speaker_ >= 0) return;
  }
  // "Secretary Doe spoke with": so speaks only her own department.
  for (std::uint32_t h = 0; h < first_hit_.back() && hits_[h].sentence < 6; ++h) {
    const NameHit& hit = hits_[h];
    if (hit.type != HitType::person || hit.actor < 0 || hit.begin == 0 ||
        small(hit.sentence, hit.begin - 1) != "secretary")
      continue;
    std::uint32_t before = hit.begin - 1;
    if (before > 0 && small(hit.sentence, before - 1) == "deputy") --before;
    if (before > 0) {
      const Upos upos = token(hit.sentence, before - 1).upos;
      if (upos == Upos::noun || upos == Upos::propn || upos == Upos::adj || upos == Upos::part) continue;
    }
    Draft& draft = drafts_[static_cast<std::size_t>(hit.actor)];
    std::int32_t known = draft.entry >= 0 ? draft.entry : known_holder(hit.actor, "secretary");
    if (known < 0) continue;
    speaker_ = country_draft(gazetteer_.entry(static_cast<std::uint32_t>(known)).country);
    if (speaker_ >= 0) return;
  }
  // "Jane Doe, Secretary of State" in a line of its own
  for (std::uint32_t s = 0; s < analysis_.sentences.size() && s < 4; ++s) {
    const auto& tokens = analysis_.sentences[s].tokens;
    if (tokens.size() > 14) continue;
    bool verb = false;
    for (const Token& t : tokens) verb = verb || t.upos == Upos::verb || t.upos == Upos::aux;
    const NameHit* author = tokens.size() < 4 ? nullptr : hit_at(s, 0);
    if (verb || !author || author->type != HitType::person || author->end >= tokens.size() ||
        small(s, author->end) != ",")
      continue;
    for (std::uint32_t i = author->end + 1; i < tokens.size(); ++i) {
      if (!is_public_office(small(s, i))) continue;
      const Draft& draft = drafts_[static_cast<std::size_t>(author->actor)];
      const bool department = i > 0 && small(s, i - 1) == "department";
      if (draft.entry >= 0)
        speaker_ = country_draft(gazetteer_.entry(static_cast<std::uint32_t>(draft.entry)).country);
      else if (department ||
               (small(s, i) == "secretary" && i + 2 < tokens.size() && small(s, i + 2) == "state"))
        speaker_ = country_draft("USA");
      return;
    }
  }
}

}  // namespace entente
