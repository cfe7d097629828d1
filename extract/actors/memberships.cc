// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {
namespace {

bool member_noun(std::string_view word) {
  return word == "member" || word == "members";
}

bool members_noun(std::string_view word) {
  return member_noun(word) || word == "countries" || word == "nations" || word == "states" ||
         word == "ministers" || word == "leaders" || word == "partners";
}

bool list_opens(std::string_view word) {
  return word == "of" || word == "," || word == ":" || word == "-" || word == "--" || word == "–" ||
         word == "—" || word == "(" || word == "are" || word == "include" || word == "including" ||
         word == "from" || word == "like" || word == "foreign" || word == "ministers" || word == "the" ||
         word == "states" || word == "countries" || word == "nations" || word == "status";
}

}  // namespace

// The countries of a list that begins at token `at`: "Britain, Canada, France and the United States".
std::vector<std::int32_t> Resolution::country_list(std::uint32_t s, std::uint32_t at) const {
  std::vector<std::int32_t> found;
  for (std::uint32_t i = at; i < trees_[s].size();) {
    if (const NameHit* hit = hit_at(s, i)) {
      if ((hit->type != HitType::country && !(hit->type == HitType::institution && !found.empty())) ||
          hit->actor < 0 || hit->partial)
        break;
      if (hit->type == HitType::country && !hit->is(NameRole::name)) break;
      found.push_back(hit->actor);
      i = hit->end;
      continue;
    }
    const std::string_view word = small(s, i);
    if (word != "," && word != "and" && word != "the" && word != "&" && word != ";") break;
    ++i;
  }
  return found;
}

void Resolution::read_memberships() {
  for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s)
    for (std::uint32_t h = first_hit_[s]; h < first_hit_[s + 1]; ++h) {
      const NameHit hit = hits_[h];
      if (hit.nested || hit.actor < 0 ||
          (hit.type != HitType::institution && hit.type != HitType::organisation &&
           hit.type != HitType::bloc))
        continue;
      read_members_of(hit);
    }
}

void Resolution::read_members_of(const NameHit& body) {
  const std::uint32_t s = body.sentence, size = trees_[s].size();
  const auto tie = [&](std::int32_t member, std::uint32_t begin, std::uint32_t end, std::string_view rule) {
    const ActorKind kind = drafts_[static_cast<std::size_t>(member)].kind;
    if (kind == ActorKind::country || kind == ActorKind::institution)
      add_tie(member, body.actor, "member_of", "", true,
              {s, std::min(begin, end), std::max(begin, end), begin}, rule);
  };
  // "G-7 countries are Britain, ...", "members of the G-7, Britain, ..."
  std::int32_t noun = -1;
  if (body.end < size && members_noun(small(s, body.end))) noun = static_cast<std::int32_t>(body.end);
  if (noun < 0 && body.end + 1 < size && members_noun(small(s, body.end + 1)) &&
      token(s, body.end).upos != Upos::punct)
    noun = static_cast<std::int32_t>(body.end) + 1;
  std::uint32_t before = body.begin;
  while (before > 0 && (small(s, before - 1) == "the" || token(s, before - 1).upos == Upos::adj)) --before;
  const bool of = before > 1 && small(s, before - 1) == "of" && member_noun(small(s, before - 2));
  if (noun >= 0 || of) {
    std::uint32_t at = noun >= 0 ? static_cast<std::uint32_t>(noun) + 1 : body.end;
    for (std::uint32_t steps = 0; at < size && steps < 4 && !hit_at(s, at) && list_opens(small(s, at));
         ++at, ++steps) {
    }
    std::vector<std::int32_t> members = country_list(s, at);
    const std::string_view word =
        noun >= 0 ? small(s, static_cast<std::uint32_t>(noun)) : std::string_view("members");
    if (members.size() > 1 ||
        (members.size() == 1 && member_noun(word) && at == static_cast<std::uint32_t>(noun) + 1))
      for (const std::int32_t member : members)
        tie(member, body.begin, std::min(size, at + 1), "list of members");
    else if (of && before > 2 &&
             (small(s, before - 3) == "undersigned" || small(s, before - 3) == "following"))
      for (const std::int32_t member : longest_country_list())
        tie(member, before - 2, body.end, "list of those who sign");
  }
  // "The G7 is a group of seven countries, Britain, ...", "The pact includes three states: ..."
  const Draft& group = drafts_[static_cast<std::size_t>(body.actor)];
  const bool of_states = group.kind == ActorKind::bloc || group.entry < 0 ||
                         gazetteer_.entry(static_cast<std::uint32_t>(group.entry)).type == "igo";
  if (noun < 0 && !of && of_states && token(s, head_of(s, body.begin, body.end)).deprel == Deprel::nsubj)
    for (std::uint32_t i = body.end; i < size && i < body.end + 16; ++i) {
      if (token(s, i).lemma == "outside" || token(s, i).lemma == "against") break;
      if (!members_noun(small(s, i)) || member_noun(small(s, i))) continue;
      std::uint32_t at = i + 1;
      for (std::uint32_t steps = 0; at < size && steps < 3 && !hit_at(s, at) &&
                                    (small(s, at) == "," || small(s, at) == ":" || small(s, at) == "the" ||
                                     small(s, at) == "-" || small(s, at) == "(");
           ++at, ++steps) {
      }
      const std::vector<std::int32_t> members = country_list(s, at);
      if (members.size() > 2)
        for (const std::int32_t member : members)
          tie(member, body.begin, std::min(size, at + 1), "list of the group's countries");
      break;
    }
  // "Mercosur, which comprises Argentina, Brazil and Uruguay"
  if (noun < 0 && !of && of_states)
    for (std::uint32_t i = body.end; i < size && i < body.end + 6; ++i)
      if (token(s, i).lemma == "comprise" || token(s, i).lemma == "include" || small(s, i) == "groups") {
        const std::uint32_t at = i + 1 < size && small(s, i + 1) == "of" ? i + 2 : i + 1;
        const std::vector<std::int32_t> members = country_list(s, at);
        if (members.size() > 1)
          for (const std::int32_t member : members)
            tie(member, body.begin, std::min(size, at + 1), "what the group comprises");
        break;
      }
  // "Turkey, a NATO member", "Belarus is a member of the CIS"
  const std::int32_t member = of ? static_cast<std::int32_t>(before) - 2
                              : noun >= 0 && member_noun(small(s, static_cast<std::uint32_t>(noun))) ? noun
                                                                                                     : -1;
  if (member >= 0) {
    const Token& t = token(s, static_cast<std::uint32_t>(member));
    std::int32_t who = -1;
    if (t.deprel == Deprel::appos)
      who = t.head;
    else if (trees_[s].child(static_cast<std::uint32_t>(member), Deprel::cop) >= 0)
      who = trees_[s].child(static_cast<std::uint32_t>(member), Deprel::nsubj);
    if (who >= 0)
      if (const NameHit* hit = hit_at(s, static_cast<std::uint32_t>(who));
          hit && hit->actor >= 0 && hit->type != HitType::person)
        tie(hit->actor, hit->begin, static_cast<std::uint32_t>(member) + 1, "member");
  }
  // "Cyprus joined the EU", "Cyprus, which joined the EU"
  const Token& head = token(s, head_of(s, body.begin, body.end));
  if (head.deprel == Deprel::obj && head.head >= 0) {
    const auto verb = static_cast<std::uint32_t>(head.head);
    if (token(s, verb).lemma != "join" || token(s, verb).morphology.tense != Tense::past) return;
    std::int32_t who = trees_[s].child(verb, Deprel::nsubj);
    if (who >= 0 && token(s, static_cast<std::uint32_t>(who)).upos == Upos::pron &&
        token(s, verb).deprel == Deprel::acl_relcl)
      who = token(s, verb).head;
    if (who < 0) return;
    const NameHit* hit = hit_at(s, static_cast<std::uint32_t>(who));
    if (hit && hit->actor >= 0 && hit->type == HitType::country)
      tie(hit->actor, hit->begin, body.end, "joined");
  }
}

// The document's longest list of countries, of five at least: those who sign.
std::vector<std::int32_t> Resolution::longest_country_list() const {
  std::vector<std::int32_t> best;
  for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s)
    for (std::uint32_t h = first_hit_[s]; h < first_hit_[s + 1]; ++h) {
      if (hits_[h].type != HitType::country) continue;
      std::vector<std::int32_t> list = country_list(s, hits_[h].begin);
      if (list.size() <= 1) continue;
      h += static_cast<std::uint32_t>(list.size()) - 1;
      if (list.size() > best.size()) best = std::move(list);
    }
  return best.size() < 5 ? std::vector<std::int32_t>() : best;
}

}  // namespace entente
