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

// What is known on the way up; the strongest word wins, and two negations make none. Where the first negation
// only shuts a possibility ("does not rule out talks"), two leave it open.
struct Verdict {
  bool planned = false, possible = false, denied = false, shut = false;

  void deny() { denied = !denied; }
  void take(ComplementStatus status) {
    planned = planned || status == ComplementStatus::planned;
    possible = possible || status == ComplementStatus::possible;
    if (status == ComplementStatus::denied) deny();
  }
  Status status() const {
    if (denied) return Status::denied;
    if (possible || shut) return Status::possible;
    return planned ? Status::planned : Status::actual;
  }
};

bool has_word(const DependencyTree& tree, std::uint32_t token, Deprel deprel,
              std::initializer_list<std::string_view> words) {
  return std::any_of(tree.children(token).begin(), tree.children(token).end(), [&](std::uint32_t child) {
    return tree.deprel(child) == deprel && is_any(tree.token(child).lemma, words);
  });
}

// "not", "never", "no longer"; but "not only".
bool negates(const DependencyTree& tree, std::uint32_t adverb) {
  if (tree.token(adverb).form == "longer") return adverb > 0 && tree.token(adverb - 1).lemma == "no";
  if (!is_any(tree.token(adverb).lemma, {"not", "n't", "never", "no"})) return false;
  return adverb + 1 >= tree.size() || !is_any(tree.token(adverb + 1).lemma, {"only", "just", "merely"});
}

// "nobody", "no ship", "neither side".
bool is_empty_subject(const DependencyTree& tree, std::uint32_t subject) {
  return is_any(tree.token(subject).lemma, {"nobody", "none", "neither"}) ||
         has_word(tree, subject, Deprel::det, {"no", "neither"});
}

void take_auxiliary(std::string_view lemma, Verdict& verdict) {
  if (is_any(lemma, {"will", "shall", "'ll", "wo"})) verdict.planned = true;
  if (is_any(lemma, {"may", "might", "could", "would", "can", "should", "must", "'d"}))
    verdict.possible = true;
}

void take_adjective(std::string_view lemma, Verdict& verdict) {
  if (is_any(lemma, {"possible", "potential", "alleged", "allege", "suspected", "suspect", "proposed",
                     "propose", "threatened", "threaten", "hypothetical"})) {
    verdict.possible = true;
  }
  if (is_any(lemma, {"planned", "plan", "upcoming", "scheduled", "schedule", "forthcoming", "future",
                     "expected", "expect", "next", "imminent"})) {
    verdict.planned = true;
  }
  if (is_any(lemma, {"canceled", "cancelled", "cancel", "postponed", "postpone", "failed", "fail"}))
    verdict.deny();
}

// Words that hang on a token: negation, modals, conditions, qualifying adjectives.
void take_words(const SentenceView& view, std::uint32_t token, bool governs, Verdict& verdict) {
  const DependencyTree& tree = view.tree();
  bool to = false, be = false;
  for (const std::uint32_t child : tree.children(token)) {
    const std::string_view lemma = tree.token(child).lemma;
    switch (tree.deprel(child)) {
      case Deprel::aux:
      case Deprel::aux_pass:
      case Deprel::cop:
        take_auxiliary(lemma, verdict);
        be = be || lemma == "be";
        break;
      case Deprel::mark:
      case Deprel::case_:
        if (is_any(lemma, {"if", "unless", "whether"})) verdict.possible = true;
        if (is_any(lemma, {"without", "instead", "despite"}) && tree.token(token).upos == Upos::verb)
          verdict.deny();
        to = to || lemma == "to";
        break;
      case Deprel::advmod:
        if (negates(tree, child)) verdict.deny();
        if (is_any(lemma, {"possibly", "perhaps", "maybe", "reportedly", "allegedly", "potentially"}))
          verdict.possible = true;
        break;
      case Deprel::det:
        if (is_any(lemma, {"no", "neither"})) verdict.deny();
        break;
      case Deprel::nsubj:
      case Deprel::nsubj_pass:
        if (!is_empty_subject(tree, child)) break;
        if (governs) verdict.possible = true;  // "nobody knows that ..."
        if (!governs) verdict.deny();
        break;
      case Deprel::obj:  // "had no contact"
        if (!governs && has_word(tree, child, Deprel::det, {"no", "neither"})) verdict.deny();
        break;
      case Deprel::amod:
        take_adjective(lemma, verdict);
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

// Whether a later member of a list takes part in what is said of the first: "did not meet or call", not "did
// not meet but called", nor one with words of its own ("... and will call").
bool shares_words(const DependencyTree& tree, std::uint32_t member) {
  return !has_word(tree, member, Deprel::cc, {"but", "yet"}) && tree.child(member, Deprel::aux) < 0 &&
         tree.child(member, Deprel::nsubj) < 0;
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

// Verbs whose object does not come about. Others that resist it leave it as it is: "opposed the invasion".
bool undoes_its_object(std::string_view lemma) {
  return is_any(lemma, {"reject", "refuse",   "decline", "deny",    "rule",    "veto",    "cancel",
                        "call",   "postpone", "put",     "scrap",   "break",   "prevent", "avoid",
                        "avert",  "turn",     "boycott", "abandon", "exclude", "forbid",  "prohibit"});
}

// What the governor makes of the clause or noun under it. Of a noun it is only what becomes of it: "planned
// talks", "refused the meeting", "is considering sanctions", not "asked about the war".
ComplementStatus governor_status(const SentenceView& view, std::uint32_t governor, std::uint32_t complement) {
  const DependencyTree& tree = view.tree();
  const Deprel link = tree.deprel(complement);
  const bool nominal =
      link == Deprel::obj || link == Deprel::nsubj_pass || link == Deprel::obl || link == Deprel::nmod;
  if (link == Deprel::advcl) return ComplementStatus::none;
  if (link == Deprel::obl && tree.preposition(complement) == "for" && tree.token(governor).lemma == "prepare")
    return ComplementStatus::planned;
  if (link == Deprel::obl && tree.preposition(complement) != "to") return ComplementStatus::none;
  for (const LexiconEntry* entry : view.entries(governor)) {
    if (entry->complement == ComplementStatus::none || entry->complement == ComplementStatus::actual)
      continue;
    const bool weighs = link == Deprel::obj && is_any(entry->lemma, {"consider", "weigh", "mull",
                                                                     "contemplate", "ponder", "debate"});
    if (nominal && entry->complement == ComplementStatus::possible && link != Deprel::nmod && !weighs)
      continue;
    if (nominal && entry->complement == ComplementStatus::denied && entry->pos == PredicatePos::verb &&
        !undoes_its_object(tree.token(governor).lemma)) {
      continue;
    }
    return entry->complement;
  }
  return ComplementStatus::none;
}

bool is_speech(std::string_view lemma) {
  return is_any(
      lemma, {"say", "tell", "report", "announce", "state", "add", "note", "declare", "confirm", "reveal"});
}

// "flew to Oslo [to meet] the king": not done yet. But what is used to do something does it, and who speaks
// in order to urge or blame has done so.
bool is_open_purpose(const DependencyTree& tree, std::uint32_t clause, EventType type) {
  if (tree.deprel(clause) != Deprel::advcl || !has_word(tree, clause, Deprel::mark, {"to"})) return false;
  const auto head = static_cast<std::uint32_t>(tree.head(clause));
  if (tree.token(head).lemma == "use") return false;
  return type != EventType::request && type != EventType::accuse && type != EventType::reject;
}

// "The president meets the king on Monday": news tell what is due in the present tense.
bool is_due(const DependencyTree& tree, std::uint32_t predicate, EventType type) {
  const Token& token = tree.token(predicate);
  if (type != EventType::consult || token.upos != Upos::verb || token.morphology.tense != Tense::pres)
    return false;
  if (token.morphology.verb_form != VerbForm::fin ||
      !is_any(token.lemma, {"meet", "visit", "travel", "hold"}))
    return false;
  return !has_word(tree, predicate, Deprel::advmod, {"often", "regularly", "usually", "always", "sometimes"});
}

// "before a meeting", "ahead of talks": they are still to come.
bool is_awaited(const DependencyTree& tree, std::uint32_t predicate, EventType type) {
  const Deprel deprel = tree.deprel(predicate);
  return type == EventType::consult && (deprel == Deprel::obl || deprel == Deprel::nmod) &&
         is_any(tree.preposition(predicate), {"before", "ahead"});
}

// "agreed to meet": where the phrase itself is the predicate, it says what becomes of the meeting.
ComplementStatus phrase_status(const SentenceView& view, std::uint32_t predicate, EventType type) {
  const DependencyTree& tree = view.tree();
  if (type == EventType::agree || type == EventType::threaten || type == EventType::request ||
      type == EventType::reject || tree.child(predicate, Deprel::xcomp) < 0) {
    return ComplementStatus::none;
  }
  for (const LexiconEntry* entry : view.entries(predicate)) {
    if (entry->type == type && entry->lemma.find(' ') != std::string::npos) return entry->complement;
  }
  return ComplementStatus::none;
}

bool is_question(const DependencyTree& tree) {
  return tree.size() > 0 && tree.token(tree.size() - 1).form == "?";
}

}  // namespace

Status status_of(const SentenceView& view, std::uint32_t predicate, EventType type) {
  const DependencyTree& tree = view.tree();
  Verdict verdict;
  verdict.possible = is_question(tree);
  verdict.planned = is_due(tree, predicate, type) || is_awaited(tree, predicate, type);
  verdict.take(phrase_status(view, predicate, type));
  take_words(view, predicate, false, verdict);
  auto at = predicate;
  for (int steps = 0; steps < 5 && tree.head(at) >= 0; ++steps) {
    const auto head = static_cast<std::uint32_t>(tree.head(at));
    const Deprel link = tree.deprel(at);
    if (link == Deprel::conj) {
      const bool shares = shares_words(tree, at);
      at = head;
      if (tree.token(at).upos == Upos::verb && steps == 0 && shares) take_words(view, at, false, verdict);
      continue;
    }
    if (!is_complement(link)) break;
    if (is_speech(tree.token(head).lemma)) break;
    if (is_open_purpose(tree, at, type)) verdict.planned = true;
    const ComplementStatus made = governor_status(view, head, at);
    verdict.take(made);
    verdict.shut = verdict.shut || (made == ComplementStatus::denied &&
                                    is_any(tree.token(head).lemma, {"rule", "exclude", "deny", "oppose"}));
    if (link == Deprel::advcl) break;
    take_words(view, head, true, verdict);
    at = head;
  }
  if (type == EventType::reject && verdict.denied) verdict.denied = false;  // "did not accept" is a rejection
  return verdict.status();
}

}  // namespace entente
