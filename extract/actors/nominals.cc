// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {

// "US officials", "Israeli troops", "Iran's foreign minister": unnamed people who act for their country or body.
void Resolution::resolve_nominals() {
  for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
    const Sentence& sentence = analysis_.sentences[s];
    for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
      const Token& t = sentence.tokens[i];
      if ((t.upos != Upos::noun && t.upos != Upos::propn) || hit_at(s, i) || !stands_for_owner(t.lemma)) continue;
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
        if (left.upos == Upos::adj || left.upos == Upos::noun || left.upos == Upos::propn || left.upos == Upos::num || (left.upos == Upos::part && left.deprel == Deprel::case_)) {
          --begin;
          continue;
        }
        break;
      }
      if (owner < 0) owner = owner_of(s, begin, i);
      if (owner < 0) continue;
      add_mention(s, begin, i + 1, MentionForm::nominal, owner, "unnamed people stand for " + drafts_[static_cast<std::size_t>(owner)].label);
    }
  }
}

void Resolution::resolve_blocs() {}

}  // namespace entente
