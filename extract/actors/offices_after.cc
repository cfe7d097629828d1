// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/office_words.h"
#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {

// "Nikolai Patrushev, secretary of Russia's Security Council," "Mr. Diaz, who is the mayor of ..."
void Resolution::read_title_after(const NameHit& hit) {
  const std::uint32_t s = hit.sentence;
  const std::uint32_t size = trees_[s].size();
  std::uint32_t i = hit.end;
  if (i + 1 >= size ||
      (small(s, i) != "," && small(s, i) != "(" && small(s, i) != "-" && small(s, i) != "--"))
    return;
  ++i;
  if (small(s, i) == "who" && i + 2 < size && token(s, i + 1).lemma == "be") i += 2;
  const std::uint32_t begin = i;
  std::uint32_t noun = size;
  for (; i < size && i < begin + 14; ++i) {
    if (const NameHit* inside = hit_at(s, i)) {
      if (inside->type == HitType::person) return;
      i = inside->end - 1;
      continue;
    }
    const Token& t = token(s, i);
    const std::string_view word = small(s, i);
    const bool office =
        is_office_noun(word) || is_office_noun(t.lemma) || is_private_role(word) || is_private_role(t.lemma);
    if (office && (t.upos == Upos::noun || t.upos == Upos::propn)) {
      noun = i;
      // The last noun of the compound is the office: "deputy foreign minister".
      while (noun + 1 < size && !hit_at(s, noun + 1) &&
             (is_office_noun(small(s, noun + 1)) || is_office_noun(token(s, noun + 1).lemma)))
        ++noun;
      break;
    }
    if (t.upos == Upos::det || t.upos == Upos::adj || t.upos == Upos::noun || t.upos == Upos::propn ||
        t.upos == Upos::part || t.upos == Upos::num || word == "-" ||
        (t.upos == Upos::pron && t.morphology.possessive) ||
        (t.upos == Upos::verb && t.deprel == Deprel::amod) || (t.upos == Upos::adv && i == begin) ||
        is_past_word(word) || (word == "under" && i + 1 < size && small(s, i + 1) == "secretary"))
      continue;
    return;
  }
  if (noun >= size) return;
  if (noun + 1 < size) {
    const NameHit* next = hit_at(s, noun + 1);
    if (next && next->type == HitType::person) return;  // the next name's own title
  }
  std::uint32_t end = noun + 1;
  bool inside_comma = false;
  while (end < size && end < noun + 20) {
    if (const NameHit* inside = hit_at(s, end)) {
      if (inside->type == HitType::person) break;
      end = inside->end;
      continue;
    }
    const Token& t = token(s, end);
    if (small(s, end) == "," && end + 1 < size && !inside_comma) {
      // "head of the state gas company, Naftogaz,"
      const NameHit* next = hit_at(s, end + 1);
      if (next && next->begin == end + 1 && next->type != HitType::person && next->type != HitType::country &&
          !hit_at(s, end - 1)) {
        inside_comma = true;
        end = next->end;
        break;
      }
    }
    if (t.upos == Upos::verb || t.upos == Upos::aux || t.upos == Upos::sconj || t.upos == Upos::pron ||
        small(s, end) == "," || small(s, end) == ")" || small(s, end) == ";" || small(s, end) == ".")
      break;
    ++end;
  }
  read_title({s, begin, end, noun}, hit.actor, "title after the name");
}

// The office noun of a phrase that ends before token `end`: "the head of the 57-member Organization of ...".
std::int32_t Resolution::office_noun_before(std::uint32_t s, std::uint32_t end) const {
  for (std::uint32_t i = end, steps = 0; i-- > 0 && steps < 20; ++steps) {
    if (const NameHit* hit = hit_at(s, i)) {
      if (hit->type == HitType::person) return -1;
      i = hit->begin;
      continue;
    }
    const Token& t = token(s, i);
    const bool office = is_office_noun(small(s, i)) || is_private_role(small(s, i));
    if (office && t.upos != Upos::adj) {
      const std::string_view next = i + 1 < end ? small(s, i + 1) : std::string_view();
      if (i + 1 == end || next == "of" || next == "for" || next == "at" || next == "in")
        return static_cast<std::int32_t>(i);
    }
    const std::string_view word = small(s, i);
    if (t.upos == Upos::verb || t.upos == Upos::aux || t.upos == Upos::pron || t.upos == Upos::sconj ||
        word == "," || word == ";" || word == ":")
      return -1;
  }
  return -1;
}

// "Iran's chief nuclear negotiator, Ali Larijani," "the head of the U.N. mission in Haiti, X"
void Resolution::read_title_above(const NameHit& hit) {
  const std::uint32_t s = hit.sentence;
  const std::uint32_t start = titled_begin_;
  if (start < 2) return;
  std::uint32_t before = start - 1;
  while (before > 0 && (is_honorific(small(s, before)))) --before;
  if (small(s, before) != "," && small(s, before) != ":" && small(s, before) != "-") return;
  const std::uint32_t head = head_of(s, start, hit.end);
  std::int32_t noun = -1;
  if (token(s, head).deprel == Deprel::appos) noun = token(s, head).head;
  if (noun < 0 || noun >= static_cast<std::int32_t>(before) || hit_at(s, static_cast<std::uint32_t>(noun))) {
    // Where the tree fails: the office noun right before the comma, or one whose "of" reaches it.
    noun = office_noun_before(s, before);
    if (noun < 0) return;
  }
  const auto n = static_cast<std::uint32_t>(noun);
  const Token& t = token(s, n);
  if (hit_at(s, n) || !(is_office_noun(small(s, n)) || is_office_noun(t.lemma) || is_private_role(t.lemma)))
    return;
  std::uint32_t begin = n;
  while (begin > 0) {
    if (const NameHit* left = hit_at(s, begin - 1)) {
      if (left->type == HitType::person) {
        // "Angela Weber's spokesman, Jan Kern": of the state that she serves
        const std::int32_t state =
            left->actor < 0 ? -1 : drafts_[static_cast<std::size_t>(left->actor)].owner;
        Draft& draft = drafts_[static_cast<std::size_t>(hit.actor)];
        if (state >= 0 && token(s, begin).upos == Upos::part && draft.owner < 0 &&
            drafts_[static_cast<std::size_t>(state)].kind == ActorKind::country) {
          draft.owner = state;
          draft.public_office = true;
          add_tie(hit.actor, state, "holds_office", text_of(s, n, n + 1), true, {s, begin + 1, before, n},
                  "of the state whom the named one serves");
          return;
        }
        break;
      }
      begin = left->begin;
      continue;
    }
    const Token& left = token(s, begin - 1);
    if (left.upos == Upos::adj || left.upos == Upos::noun || left.upos == Upos::propn ||
        (left.upos == Upos::part && left.deprel == Deprel::case_)) {
      --begin;
      continue;
    }
    break;
  }
  read_title({s, begin, before, n}, hit.actor, "title that the name explains");
}

}  // namespace entente
