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

bool is_object(Deprel deprel) {
  return deprel == Deprel::obj || deprel == Deprel::nsubj_pass;
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

bool SentenceView::take(const std::vector<LexiconEntry>& entries) {
  for (const LexiconEntry& entry : entries) entries_.push_back(&entry);
  return !entries.empty();
}

// "pulled [out of the treaty]": the first of the two prepositions is the verb's particle.
bool SentenceView::is_out_of(std::uint32_t token) const {
  return tree_.deprel(token) == Deprel::obl && tree_.preposition(token) == "out";
}

// "hold talks", "call off", "step up security", "hold joint exercises", "go on strike", "say [it] must".
// Whether the verb's particle is part of one: then the verb alone means something else.
bool SentenceView::look_up_verb_phrases(std::uint32_t verb, std::string_view lemma, const Lexicon& lexicon) {
  const std::string first = std::string(lemma) + " ";
  std::string particle;
  for (const std::uint32_t child : tree_.children(verb)) {
    if (tree_.deprel(child) == Deprel::compound_prt) particle = lower(tree_.token(child).lemma) + " ";
    if (is_out_of(child)) particle = "out ";
  }
  bool particle_counts = false;
  const auto find = [&](const std::string& phrase) { return take(lexicon.find(phrase, PredicatePos::verb)); };
  const auto find_both = [&](const std::string& rest) {
    if (!particle.empty()) particle_counts = find(first + particle + rest) || particle_counts;
    find(first + rest);
  };
  for (const std::uint32_t child : tree_.children(verb)) {
    const std::string part = lower(tree_.token(child).lemma);
    const Deprel deprel = tree_.deprel(child);
    if (deprel == Deprel::obl) {
      if (is_out_of(child)) particle_counts = find(first + "out") || particle_counts;
      find_both(std::string(is_out_of(child) ? "of" : tree_.preposition(child)) + " " + part);
    } else if (deprel == Deprel::ccomp) {
      const std::int32_t modal = tree_.child(child, Deprel::aux);
      if (modal >= 0) find(first + lower(tree_.token(static_cast<std::uint32_t>(modal)).lemma));
    } else if (is_object(deprel)) {
      for (const std::uint32_t word : tree_.children(child)) {
        if (forms_phrase(tree_.deprel(word), PredicatePos::noun))
          find(first + lower(tree_.token(word).lemma) + " " + part);
      }
      find_both(part);
    } else if (forms_phrase(deprel, PredicatePos::verb)) {
      const bool found = find(first + part);
      if (deprel == Deprel::compound_prt) particle_counts = found || particle_counts;
    }
  }
  return particle_counts;
}

// "air strike", "show of force".
void SentenceView::look_up_noun_phrases(std::uint32_t noun, std::string_view lemma, const Lexicon& lexicon) {
  const bool begins = lexicon.begins_phrase(lemma, PredicatePos::noun);
  for (const std::uint32_t child : tree_.children(noun)) {
    const std::string part = lower(tree_.token(child).lemma);
    if (forms_phrase(tree_.deprel(child), PredicatePos::noun)) {
      if (lexicon.begins_phrase(part, PredicatePos::noun))
        take(lexicon.find(part + " " + std::string(lemma), PredicatePos::noun));
    } else if (begins && tree_.deprel(child) == Deprel::nmod) {
      const std::string preposition(tree_.preposition(child));
      take(lexicon.find(std::string(lemma) + " " + preposition + " " + part, PredicatePos::noun));
    }
  }
}

void SentenceView::look_up(std::uint32_t token, const Lexicon& lexicon) {
  const std::string lemma =
      lower(tree_.token(token).lemma.empty() ? tree_.token(token).form : tree_.token(token).lemma);
  lemma_[token] = hash_text(lemma);
  const auto pos = predicate_pos(tree_.token(token).upos);
  if (!pos) return;
  if (*pos == PredicatePos::noun) {
    look_up_noun_phrases(token, lemma, lexicon);
  } else if (*pos == PredicatePos::verb && lexicon.begins_phrase(lemma, *pos)) {
    if (look_up_verb_phrases(token, lemma, lexicon)) return;
  }
  take(lexicon.find(lemma, *pos));
}

}  // namespace entente
