// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/person_name.h"
#include "extract/actors/resolution.h"
#include "extract/actors/word_lists.h"
#include "extract/actors/words.h"

namespace entente {
namespace {

std::vector<std::string> split(const std::string& folded) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < folded.size() && words.size() < 12) {
    const auto space = std::min(folded.find(' ', at), folded.size());
    words.push_back(folded.substr(at, space - at));
    at = space + 1;
  }
  return words;
}

// "j" for "john".
bool same_forename(const std::string& a, const std::string& b) {
  return same_spelling(a, b) || (a.size() == 1 && b.starts_with(a)) || (b.size() == 1 && a.starts_with(b));
}

// Whether the words of the shorter name stand in the longer one in order.
bool inside(const std::vector<std::string>& shorter, const std::vector<std::string>& longer) {
  std::size_t at = 0;
  for (const std::string& word : shorter) {
    while (at < longer.size() && !same_forename(word, longer[at])) ++at;
    if (at == longer.size()) return false;
    ++at;
  }
  return true;
}

}  // namespace

// "Tony" where one Antony is named in full.
std::int32_t Resolution::of_forename(const std::string& word) const {
  if (WordLists::built_in().nickname_classes(word).empty()) return -1;
  std::int32_t found = -1;
  for (std::size_t i = 0; i < drafts_.size() && i < 400; ++i) {
    const Draft& draft = drafts_[i];
    if (draft.words.size() < 2 || draft.words.front().size() < 2 ||
        !forenames_agree(draft.words.front(), word))
      continue;
    if (found >= 0) return -1;
    found = static_cast<std::int32_t>(i);
  }
  return found;
}

// Whether the text only ever speaks to that person and by a forename alone: "Thanks, Matt."
void Resolution::pass_over_addressed() {
  std::vector<int> spoken_of(drafts_.size(), 0);
  for (std::uint32_t h = 0; h < first_hit_.back(); ++h) {
    const NameHit& hit = hits_[h];
    if (hit.type == HitType::person && hit.actor >= 0 && !hit.nested && !is_addressed(hit))
      spoken_of[static_cast<std::size_t>(hit.actor)] = 1;
  }
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& draft = drafts_[i];
    if (draft.kind == ActorKind::person && draft.entry < 0 && draft.words.size() == 1 &&
        !draft.public_office && spoken_of[i] == 0)
      draft.drawn = false;
  }
}

// A name alone between marks: "Well, Matt, we", "Janne."
bool Resolution::is_addressed(const NameHit& hit) const {
  const std::uint32_t s = hit.sentence;
  const Deprel deprel = token(s, hit.begin).deprel;
  if (hit.end - hit.begin != 1 || deprel == Deprel::nsubj || deprel == Deprel::obj ||
      deprel == Deprel::nmod || deprel == Deprel::nmod_poss || deprel == Deprel::compound)
    return false;
  if (deprel == Deprel::vocative) return true;
  const bool opens = hit.begin == 0 || token(s, hit.begin - 1).upos == Upos::punct ||
                     token(s, hit.begin - 1).upos == Upos::intj;
  const bool closes = hit.end >= trees_[s].size() || token(s, hit.end).upos == Upos::punct;
  return opens && closes;
}

// The person of that name: one already met whose name it is part of, or who is known by it, or a new one.
std::int32_t Resolution::person(const NameHit& hit, const std::vector<std::string>& words,
                                const std::string& text) {
  const std::string& last = words.back();
  std::int32_t found = -1;
  const auto fits = [&](std::int32_t candidate) {
    const Draft& draft = drafts_[static_cast<std::size_t>(candidate)];
    const auto& other = draft.words;
    if (words.size() == 1) {
      // A lone word is a surname, or the name by which a Chinese, Spanish or Arab name is shortened.
      return std::any_of(other.begin(), other.end(),
                         [&](const std::string& w) { return same_spelling(w, last); });
    }
    const auto& shorter = words.size() <= other.size() ? words : other;
    const auto& longer = words.size() <= other.size() ? other : words;
    if (shorter.size() == 1) return longer.back() == shorter[0];
    return inside(shorter, longer);
  };
  const auto rank = [&](std::int32_t candidate) {
    const auto& other = drafts_[static_cast<std::size_t>(candidate)].words;
    if (words.size() > 1) return 2;
    return same_spelling(other.back(), last) ? 2 : 1;
  };
  int best = 0;
  for (const std::string& word : words) {
    const auto at = by_word_.find(word);
    if (at == by_word_.end()) continue;
    for (auto candidate = at->second.rbegin();
         candidate != at->second.rend() && candidate - at->second.rbegin() < 20; ++candidate)
      if (fits(*candidate) && rank(*candidate) > best) best = rank(*candidate), found = *candidate;
  }
  if (found < 0 && !words.empty() && last.size() >= 6) {
    const auto at = by_word_.find("~" + last.substr(0, 3));
    if (at != by_word_.end())
      for (auto it = at->second.rbegin(); it != at->second.rend() && it - at->second.rbegin() < 50; ++it)
        if (const std::int32_t candidate = *it;
            found < 0 && same_spelling(drafts_[static_cast<std::size_t>(candidate)].words.back(), last) &&
            fits(candidate))
          found = candidate;
  }
  if (found < 0 && words.size() == 1 && hit.entry < 0) found = of_forename(last);
  if (found < 0 && hit.entry >= 0) {
    found = draft_of_entry(static_cast<std::uint32_t>(hit.entry));
  } else if (found < 0) {
    found = static_cast<std::int32_t>(drafts_.size());
    Draft& draft = drafts_.emplace_back();
    draft.kind = ActorKind::person;
  } else if (hit.entry >= 0 && drafts_[static_cast<std::size_t>(found)].entry < 0) {
    Draft& draft = drafts_[static_cast<std::size_t>(found)];
    const GazetteerEntry& known = gazetteer_.entry(static_cast<std::uint32_t>(hit.entry));
    draft.entry = hit.entry;
    if (draft.country.empty()) draft.country = known.country;
    draft.public_office = draft.public_office || known.kind == ActorKind::official;
    by_entry_.emplace(static_cast<std::uint32_t>(hit.entry), found);
  }
  Draft& draft = drafts_[static_cast<std::size_t>(found)];
  draft.drawn = true;
  if (words.size() > draft.words.size()) {
    draft.words = words;
    draft.label = text;
    for (const std::string& word : words) {
      auto& list = by_word_[word];
      if (list.empty() || list.back() != found) list.push_back(found);
    }
    by_word_["~" + last.substr(0, 3)].push_back(found);
    if (draft.gender == 0) draft.gender = gender_of_forename(words.front());
  }
  name_draft(found, text);
  // "Mr. Putin" with no first name and no title anywhere
  if (words.size() == 1 && drafts_[static_cast<std::size_t>(found)].entry < 0 &&
      drafts_[static_cast<std::size_t>(found)].words.size() == 1) {
    const std::int32_t known = known_holder(found, {});
    if (known >= 0 && by_entry_.emplace(static_cast<std::uint32_t>(known), found).second) {
      drafts_[static_cast<std::size_t>(found)].entry = known;
      drafts_[static_cast<std::size_t>(found)].country =
          gazetteer_.entry(static_cast<std::uint32_t>(known)).country;
      drafts_[static_cast<std::size_t>(found)].public_office =
          gazetteer_.entry(static_cast<std::uint32_t>(known)).kind == ActorKind::official;
    }
  }
  return found;
}

// "Hurricane Katrina", "the Prophet Muhammad", "God" act for nobody here, nor does whom a room is named
// after: "the Mary Low Hall".
void Resolution::drop_storms() {
  std::unordered_map<std::string, bool> storms;
  for (std::uint32_t h = 0; h < first_hit_.back(); ++h) {
    NameHit& hit = hits_[h];
    if (hit.type != HitType::person || hit.nested) continue;
    const std::string name = fold_name(text_of(hit.sentence, hit.begin, hit.end));
    const std::string_view before = hit.begin > 0 ? small(hit.sentence, hit.begin - 1) : std::string_view();
    if (before == "hurricane" || before == "storm" || before == "typhoon" || before == "cyclone" ||
        before == "prophet")
      storms.emplace(name, true);
    const std::uint32_t after = hit.end;
    if (after < trees_[hit.sentence].size() && is_facility(small(hit.sentence, after)) &&
        token(hit.sentence, after).form.front() >= 'A' && token(hit.sentence, after).form.front() <= 'Z')
      hit.type = HitType::place;
    if (storms.contains(name) || name == "god" || name == "jesus" || name == "allah" ||
        name == "jesus christ" || name == "christ" || name == "prophet muhammad" ||
        name == "prophet mohammad" || name == "prophet mohammed")
      hit.type = HitType::place;
  }
}

// The organisation whose name or short form a supposed person bears, where no person's full name has the
// word: "Mahan" beside "Mahan Air". -1 for none.
std::int32_t Resolution::body_of_that_name(const NameHit& hit, const std::vector<std::string>& words,
                                           const std::string& text) const {
  const bool titled = hit.begin > 0 && (is_honorific(small(hit.sentence, hit.begin - 1)) ||
                                        is_office_noun(small(hit.sentence, hit.begin - 1)));
  if (hit.entry >= 0 || titled || by_word_.contains(words.back())) return -1;
  auto known = by_key_.find("n:" + fold_name(text));
  if (known == by_key_.end() && words.size() == 1) known = by_key_.find("s:" + words.back());
  return known == by_key_.end() ? -1 : known->second;
}

void Resolution::resolve_persons() {
  drop_storms();
  // Full names first: a surname may come before the full name in a headline.
  for (int pass = 0; pass < 2; ++pass) {
    for (std::uint32_t h = 0; h < first_hit_.back(); ++h) {
      if (hits_[h].type != HitType::person || hits_[h].nested) continue;
      NameHit& hit = hits_[h];
      const std::string text = text_of(hit.sentence, hit.begin, hit.end);
      const std::vector<std::string> words = split(fold_name(text));
      if (words.empty() || (words.size() > 1) != (pass == 0)) continue;
      if (const std::int32_t body = body_of_that_name(hit, words, text); body >= 0) {
        hit.type = HitType::organisation;
        hit.actor = body;
        name_draft(body, text);
        add_mention(hit.sentence, hit.begin, hit.end, MentionForm::name, body,
                    "name of an organisation met before");
        continue;
      }
      hit.actor = person(hit, words, text);
    }
  }
}

}  // namespace entente
