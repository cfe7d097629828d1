// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/words.h"

#include "extract/actors/word_lists.h"

namespace entente {
namespace {

bool in(WordList list, std::string_view word) {
  return WordLists::built_in().has(list, word);
}

}  // namespace

bool is_office_noun(std::string_view word) {
  return in(WordList::office, word);
}

bool is_public_office(std::string_view word) {
  return in(WordList::public_office, word);
}

bool is_private_role(std::string_view word) {
  return in(WordList::private_role, word);
}

bool is_title_modifier(std::string_view word) {
  return in(WordList::title_modifier, word);
}

bool is_unofficial_modifier(std::string_view word) {
  return in(WordList::unofficial, word);
}

bool is_honorific(std::string_view word) {
  return in(WordList::honorific, word);
}

bool is_past_word(std::string_view word) {
  return in(WordList::past, word);
}

bool stands_for_owner(std::string_view lemma) {
  return in(WordList::stands_for_owner, lemma);
}

bool is_institution_noun(std::string_view lemma) {
  return in(WordList::institution, lemma);
}

bool is_public_body(std::string_view lemma) {
  return in(WordList::public_body, lemma);
}

bool is_descriptor(std::string_view lemma) {
  return in(WordList::descriptor, lemma);
}

bool is_state_noun(std::string_view lemma) {
  return in(WordList::state, lemma);
}

bool is_saying_verb(std::string_view lemma) {
  return in(WordList::saying, lemma);
}

bool is_calendar_word(std::string_view word) {
  return in(WordList::calendar, word);
}

bool is_generic_name(std::string_view word) {
  return in(WordList::generic_name, word);
}

bool is_document_noun(std::string_view word) {
  return in(WordList::document, word);
}

bool is_group_noun(std::string_view lemma) {
  return in(WordList::group, lemma);
}

bool is_people_name(std::string_view word) {
  return in(WordList::people, word);
}

bool is_name_particle(std::string_view word) {
  return in(WordList::particle, word);
}

bool names_possessively(std::string_view word) {
  return in(WordList::possessor, word);
}

bool is_direction(std::string_view word) {
  return in(WordList::direction, word);
}

bool is_loose_modifier(std::string_view word) {
  return in(WordList::loose_modifier, word);
}

bool acts_for_state(std::string_view lemma) {
  return in(WordList::acts_for_state, lemma);
}

bool is_state_modifier(std::string_view word) {
  return in(WordList::state_modifier, word);
}

bool is_short_description(std::string_view lemma) {
  return in(WordList::short_description, lemma);
}

bool is_facility(std::string_view word) {
  return in(WordList::facility, word);
}

int gender_of_forename(std::string_view folded) {
  if (in(WordList::woman, folded)) return 2;
  return in(WordList::man, folded) ? 1 : 0;
}

}  // namespace entente
