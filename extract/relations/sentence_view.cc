// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/sentence_view.h"

#include <optional>
#include <string>

#include "extract/relations/hash.h"

namespace entente {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::optional<PredicatePos> predicate_pos(Upos upos) {
  switch (upos) {
    case Upos::verb:
      return PredicatePos::verb;
    case Upos::noun:
    case Upos::propn:
      return PredicatePos::noun;
    case Upos::adj:
      return PredicatePos::adjective;
    default:
      return std::nullopt;
  }
}

bool forms_phrase(Deprel deprel, PredicatePos pos) {
  if (pos == PredicatePos::noun) return deprel == Deprel::compound || deprel == Deprel::amod;
  switch (deprel) {
    case Deprel::compound_prt:
    case Deprel::obj:
    case Deprel::advmod:
    case Deprel::xcomp:
    case Deprel::nsubj_pass:
      return true;
    default:
      return false;
  }
}

}  // namespace

SentenceView::SentenceView(const Sentence& sentence, const Lexicon& lexicon) : tree_(sentence) {
  const std::uint32_t size = tree_.size();
  lemma_.resize(size);
  first_.resize(size + 1);
  for (std::uint32_t i = 0; i < size; ++i) {
    first_[i] = static_cast<std::uint32_t>(entries_.size());
    look_up(i, lexicon);
  }
  first_[size] = static_cast<std::uint32_t>(entries_.size());
}

bool SentenceView::is_content(std::uint32_t token) const {
  switch (tree_.token(token).upos) {
    case Upos::verb:
    case Upos::noun:
    case Upos::adj:
      return true;
    case Upos::propn:
      return first_[token] != first_[token + 1];
    default:
      return false;
  }
}

void SentenceView::take(const std::vector<LexiconEntry>& entries) {
  for (const LexiconEntry& entry : entries) entries_.push_back(&entry);
}

void SentenceView::look_up_phrases(std::uint32_t token, std::string_view lemma, PredicatePos pos,
                                   const Lexicon& lexicon) {
  if (pos != PredicatePos::noun && !lexicon.begins_phrase(lemma, pos)) return;
  for (const std::uint32_t child : tree_.children(token)) {
    if (!forms_phrase(tree_.deprel(child), pos)) continue;
    std::string part = lower(tree_.token(child).lemma);
    if (pos == PredicatePos::noun) {
      if (lexicon.begins_phrase(part, pos)) take(lexicon.find(part.append(" ").append(lemma), pos));
    } else {
      take(lexicon.find(std::string(lemma).append(" ").append(part), pos));
    }
  }
}

void SentenceView::look_up(std::uint32_t token, const Lexicon& lexicon) {
  const std::string lemma =
      lower(tree_.token(token).lemma.empty() ? tree_.token(token).form : tree_.token(token).lemma);
  lemma_[token] = hash_text(lemma);
  const auto pos = predicate_pos(tree_.token(token).upos);
  if (!pos) return;
  look_up_phrases(token, lemma, *pos, lexicon);
  take(lexicon.find(lemma, *pos));
}

}  // namespace entente
