// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {

// "the foreign ministers of Iran and Iraq, A and B", "his Greek and Cypriot counterparts, A and B": each with
// his own.
std::string Resolution::joint_title(std::uint32_t s, std::uint32_t begin, std::uint32_t noun) const {
  std::uint32_t first = noun;
  while (first > begin && !hit_at(s, first - 1) && token(s, first - 1).upos == Upos::adj) --first;
  std::string title = text_of(s, first, noun);
  if (!title.empty()) title += ' ';
  return title + std::string(token(s, noun).lemma);
}

void Resolution::read_joint_titles() {
  for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
    for (std::uint32_t i = 0; i < trees_[s].size(); ++i) {
      const Token& t = token(s, i);
      if (t.upos != Upos::noun || t.morphology.number != Number::plur || !is_public_office(t.lemma) ||
          hit_at(s, i))
        continue;
      std::vector<std::int32_t> countries;
      std::uint32_t begin = i, end = i + 1;
      while (begin > 0) {
        const NameHit* left = hit_at(s, begin - 1);
        if (left && left->type != HitType::country) break;
        if (left)
          countries.insert(countries.begin(), left->actor), begin = left->begin;
        else if (token(s, begin - 1).upos == Upos::adj || token(s, begin - 1).upos == Upos::noun ||
                 (!countries.empty() && (small(s, begin - 1) == "and" || small(s, begin - 1) == ",")))
          --begin;
        else
          break;
      }
      if (end < trees_[s].size() && small(s, end) == "of" && countries.empty()) {
        countries = country_list(s, end + 1);
        while (end < trees_[s].size() &&
               (hit_at(s, end) ? hit_at(s, end)->type == HitType::country
                               : end <= i + 1 || small(s, end) == "and" ||
                                     (small(s, end) == "," && end + 1 < trees_[s].size() &&
                                      hit_at(s, end + 1) && hit_at(s, end + 1)->type == HitType::country) ||
                                     small(s, end) == "the"))
          end = hit_at(s, end) ? hit_at(s, end)->end : end + 1;
      }
      if (countries.size() < 2 || end >= trees_[s].size()) continue;
      std::vector<std::int32_t> people;
      for (std::uint32_t k = end; k < trees_[s].size() && people.size() < countries.size();) {
        const NameHit* hit = hit_at(s, k);
        if (hit && hit->type == HitType::person && hit->actor >= 0)
          people.push_back(hit->actor), k = hit->end;
        else if (!hit &&
                 (small(s, k) == "," || small(s, k) == "and" || small(s, k) == "-" || small(s, k) == "--"))
          ++k;
        else
          break;
      }
      if (people.size() != countries.size()) continue;
      for (std::size_t k = 0; k < people.size(); ++k) {
        const std::int32_t person = people[k], country = countries[k];
        std::erase_if(ties_, [&](const Tie& tie) {
          return tie.sentence == s && tie.source == static_cast<std::uint32_t>(person) &&
                 tie.type == "holds_office";
        });
        Draft& draft = drafts_[static_cast<std::size_t>(person)];
        draft.public_office = true;
        draft.owner = country;
        if (draft.entry < 0) draft.country = drafts_[static_cast<std::size_t>(country)].country;
        add_tie(person, country, "holds_office", joint_title(s, begin, i), true, {s, begin, end, i},
                "joint list of offices");
      }
    }
  }
}

}  // namespace entente
