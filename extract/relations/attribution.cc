// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/attribution.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente {
namespace {

constexpr std::array<std::string_view, 24> speech = {
    "say",    "tell",   "report", "announce", "state",   "add",     "note",    "declare",
    "claim",  "allege", "accuse", "believe",  "suspect", "confirm", "warn",    "argue",
    "insist", "deny",   "write",  "charge",   "quote",   "stress",  "explain", "maintain"};

bool is_speech(std::string_view lemma) {
  return std::find(speech.begin(), speech.end(), lemma) != speech.end();
}

// "Norway's claim that ...": nouns that hold what somebody says.
bool is_speech_noun(const Token& token) {
  constexpr std::array<std::string_view, 14> nouns = {
      "claim",  "report",    "statement",    "allegation", "accusation", "charge",     "assertion",
      "belief", "suspicion", "announcement", "complaint",  "warning",    "suggestion", "contention"};
  return token.upos == Upos::noun && std::find(nouns.begin(), nouns.end(), token.lemma) != nouns.end();
}

// The single actor whose mention has its head at or in the phrase under `token`.
std::int32_t actor_at(const DependencyTree& tree, std::uint32_t token,
                      std::span<const Mention* const> mentions) {
  const Mention* best = nullptr;
  for (const Mention* mention : mentions) {
    if (mention->actors.size() != 1 || mention->head >= tree.size()) continue;
    if (mention->head == token) return static_cast<std::int32_t>(mention->actors.front());
    const bool inside = tree.head(mention->head) == static_cast<std::int32_t>(token) &&
                        !is_clause(tree.deprel(mention->head)) && tree.deprel(mention->head) != Deprel::conj;
    if (inside && !best) best = mention;
  }
  return best ? static_cast<std::int32_t>(best->actors.front()) : -1;
}

std::int32_t subject_of(const DependencyTree& tree, std::uint32_t verb) {
  for (const std::uint32_t child : tree.children(verb)) {
    if (tree.deprel(child) == Deprel::nsubj || tree.deprel(child) == Deprel::obl_agent)
      return static_cast<std::int32_t>(child);
  }
  return -1;
}

// "according to Reuters", anywhere in the clause of `verb`.
std::int32_t according_to(const DependencyTree& tree, std::uint32_t verb,
                          std::span<const Mention* const> mentions) {
  for (const std::uint32_t child : tree.children(verb)) {
    if (tree.deprel(child) == Deprel::obl && tree.preposition(child) == "accord")
      return actor_at(tree, child, mentions);
    if (tree.deprel(child) == Deprel::obl && tree.preposition(child) == "according")
      return actor_at(tree, child, mentions);
  }
  return -1;
}

}  // namespace

std::int32_t speaker_of(const SentenceView& view, std::uint32_t predicate,
                        std::span<const Mention* const> mentions) {
  const DependencyTree& tree = view.tree();
  auto at = predicate;
  for (int steps = 0; steps < 8; ++steps) {
    if (const std::int32_t speaker = according_to(tree, at, mentions); speaker >= 0) return speaker;
    if (tree.head(at) < 0) break;
    const auto head = static_cast<std::uint32_t>(tree.head(at));
    const Deprel link = tree.deprel(at);
    const bool clause =
        link == Deprel::ccomp || link == Deprel::parataxis || link == Deprel::advcl || link == Deprel::xcomp;
    if (clause && is_speech(tree.token(head).lemma)) {
      const std::int32_t subject = subject_of(tree, head);
      return subject < 0 ? -1 : actor_at(tree, static_cast<std::uint32_t>(subject), mentions);
    }
    if ((link == Deprel::acl || link == Deprel::ccomp) && is_speech_noun(tree.token(head))) {
      const std::int32_t owner = tree.child(head, Deprel::nmod_poss);
      if (owner >= 0) return actor_at(tree, static_cast<std::uint32_t>(owner), mentions);
    }
    at = head;
  }
  // "The attack was ours, Hamas said": the verb of saying hangs below.
  for (const std::uint32_t child : tree.children(at)) {
    if (tree.deprel(child) != Deprel::parataxis || !is_speech(tree.token(child).lemma)) continue;
    const std::int32_t subject = subject_of(tree, child);
    if (subject >= 0) return actor_at(tree, static_cast<std::uint32_t>(subject), mentions);
  }
  return -1;
}

}  // namespace entente
