// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/status.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente {
namespace {

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What is known on the way up; the strongest word wins, and two negations make none.
struct Verdict {
  bool planned = false, possible = false, denied = false;

  void take(ComplementStatus status) {
    planned = planned || status == ComplementStatus::planned;
    possible = possible || status == ComplementStatus::possible;
    if (status == ComplementStatus::denied) denied = !denied;
  }
  Status status() const {
    if (denied) return Status::denied;
    if (possible) return Status::possible;
    return planned ? Status::planned : Status::actual;
  }
};

// Words that hang on a token: negation, modals, conditions, qualifying adjectives.
void take_words(const SentenceView& view, std::uint32_t token, Verdict& verdict) {
  const DependencyTree& tree = view.tree();
  bool to = false, be = false;
  for (const std::uint32_t child : tree.children(token)) {
    const Token& word = tree.token(child);
    const std::string_view lemma = word.lemma;
    switch (word.deprel) {
      case Deprel::aux:
      case Deprel::aux_pass:
      case Deprel::cop:
        if (is_any(lemma, {"will", "shall", "'ll", "wo"})) verdict.planned = true;
        if (is_any(lemma, {"may", "might", "could", "would", "can", "should", "must", "'d"}))
          verdict.possible = true;
        be = be || lemma == "be";
        break;
      case Deprel::mark:
        if (is_any(lemma, {"if", "unless", "whether"})) verdict.possible = true;
        to = to || lemma == "to";
        break;
      case Deprel::advmod:
        if (is_any(lemma, {"not", "n't", "never", "no"})) verdict.denied = !verdict.denied;
        if (is_any(lemma, {"possibly", "perhaps", "maybe", "reportedly", "allegedly", "potentially"}))
          verdict.possible = true;
        break;
      case Deprel::det:
        if (is_any(lemma, {"no", "neither"})) verdict.denied = !verdict.denied;
        break;
      case Deprel::amod:
        if (is_any(lemma, {"possible", "potential", "alleged", "suspected", "proposed", "threatened",
                           "hypothetical"})) {
          verdict.possible = true;
        }
        if (is_any(lemma, {"planned", "upcoming", "scheduled", "forthcoming", "future", "expected", "next",
                           "imminent"})) {
          verdict.planned = true;
        }
        if (is_any(lemma, {"canceled", "cancelled", "postponed", "failed"})) verdict.denied = !verdict.denied;
        break;
      case Deprel::acl:
        if (is_any(lemma, {"schedule", "set", "plan", "expect", "due", "propose"})) verdict.planned = true;
        break;
      default:
        break;
    }
  }
  if (to && be) verdict.planned = true;  // "is to meet"
}

bool is_complement(Deprel deprel) {
  switch (deprel) {
    case Deprel::xcomp:
    case Deprel::ccomp:
    case Deprel::obj:
    case Deprel::obl:
    case Deprel::nmod:
    case Deprel::acl:
    case Deprel::advcl:
    case Deprel::nsubj_pass:
    case Deprel::csubj:
      return true;
    default:
      return false;
  }
}

// What the governor makes of the clause or noun under it. Of a noun it is only what becomes of it: "planned
// talks", "refused the meeting", "is considering sanctions", not "asked about the war".
ComplementStatus governor_status(const SentenceView& view, std::uint32_t governor, std::uint32_t complement) {
  const Deprel link = view.tree().deprel(complement);
  const bool nominal =
      link == Deprel::obj || link == Deprel::nsubj_pass || link == Deprel::obl || link == Deprel::nmod;
  if (link == Deprel::advcl || (link == Deprel::obl && view.tree().preposition(complement) != "to"))
    return ComplementStatus::none;
  for (const LexiconEntry* entry : view.entries(governor)) {
    if (entry->complement == ComplementStatus::none || entry->complement == ComplementStatus::actual)
      continue;
    const bool weighs = link == Deprel::obj && is_any(entry->lemma, {"consider", "weigh", "mull",
                                                                     "contemplate", "ponder", "debate"});
    if (nominal && entry->complement == ComplementStatus::possible && link != Deprel::nmod && !weighs)
      continue;
    return entry->complement;
  }
  return ComplementStatus::none;
}

bool is_speech(std::string_view lemma) {
  return is_any(
      lemma, {"say", "tell", "report", "announce", "state", "add", "note", "declare", "confirm", "reveal"});
}

}  // namespace

Status status_of(const SentenceView& view, std::uint32_t predicate, EventType type) {
  const DependencyTree& tree = view.tree();
  Verdict verdict;
  take_words(view, predicate, verdict);
  auto at = predicate;
  for (int steps = 0; steps < 5 && tree.head(at) >= 0; ++steps) {
    const auto head = static_cast<std::uint32_t>(tree.head(at));
    const Deprel link = tree.deprel(at);
    if (link == Deprel::conj) {
      at = head;
      if (tree.token(at).upos == Upos::verb && steps == 0) take_words(view, at, verdict);
      continue;
    }
    if (!is_complement(link)) break;
    if (is_speech(tree.token(head).lemma)) break;
    const bool purpose = link == Deprel::advcl && tree.child(at, Deprel::mark) >= 0 &&
                         tree.token(static_cast<std::uint32_t>(tree.child(at, Deprel::mark))).lemma == "to";
    if (purpose) verdict.planned = true;
    verdict.take(governor_status(view, head, at));
    if (link == Deprel::advcl) break;
    take_words(view, head, verdict);
    at = head;
  }
  if (type == EventType::reject && verdict.denied) verdict.denied = false;  // "did not accept" is a rejection
  return verdict.status();
}

}  // namespace entente
