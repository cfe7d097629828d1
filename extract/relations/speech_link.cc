// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/speech_link.h"

#include <string_view>

namespace entente {
namespace {

int modal_of(std::string_view lemma) {
  if (lemma == "must" || lemma == "should" || lemma == "need" || lemma == "ought") return 1;
  if (lemma == "will" || lemma == "shall" || lemma == "'ll") return 2;
  if (lemma == "may" || lemma == "might" || lemma == "could" || lemma == "would" || lemma == "can") return 3;
  return 0;
}

}  // namespace

SpeechLink find_speech(const DependencyTree& tree, std::uint32_t speaker, std::uint32_t other) {
  SpeechLink link;
  auto subject = static_cast<std::int32_t>(speaker);  // up to the phrase that is the verb's subject
  for (int steps = 0; steps < 4 && subject >= 0; ++steps) {
    const Deprel deprel = tree.deprel(static_cast<std::uint32_t>(subject));
    if (deprel == Deprel::nsubj) break;
    if (is_clause(deprel)) return link;
    subject = tree.head(static_cast<std::uint32_t>(subject));
  }
  if (subject < 0 || tree.deprel(static_cast<std::uint32_t>(subject)) != Deprel::nsubj) return link;
  const std::int32_t verb = tree.head(static_cast<std::uint32_t>(subject));
  if (verb < 0) return link;
  for (const std::uint32_t clause : tree.children(static_cast<std::uint32_t>(verb))) {
    if (tree.deprel(clause) != Deprel::ccomp && tree.deprel(clause) != Deprel::parataxis) continue;
    if (!tree.dominates(clause, other)) continue;
    link.verb = verb;
    link.clause = static_cast<std::int32_t>(clause);
    for (const std::uint32_t child : tree.children(clause)) {
      const Token& word = tree.token(child);
      if (word.deprel == Deprel::aux && link.modal == 0) link.modal = modal_of(word.lemma);
      link.negated = link.negated || word.lemma == "not" || word.lemma == "never";
      link.is_subject = link.is_subject || (is_subject(word.deprel) && tree.dominates(child, other));
    }
    return link;
  }
  return link;
}

}  // namespace entente
