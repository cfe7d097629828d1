// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace entente {

// Questions to the word lists of data/actor_words.tsv. Lemmas or small letters in, no allocation.

// A noun that names an office or a public role: "minister", "spokeswoman", "general".
bool is_office_noun(std::string_view word);

// An office whose holder speaks for a public body or a state: "minister", not "leader", "analyst".
bool is_public_office(std::string_view word);

// A role outside public office: "analyst", "professor", "correspondent".
bool is_private_role(std::string_view word);

// What may stand inside a title before the office noun: "deputy", "vice", "prime", "foreign".
bool is_title_modifier(std::string_view word);

// A leader of such is no official: "opposition", "rebel", "spiritual".
bool is_unofficial_modifier(std::string_view word);

// "Mr.", "Dr.", "Sheikh": no part of a name and no office.
bool is_honorific(std::string_view word);

// "former", "ex", "then", "late".
bool is_past_word(std::string_view word);

// An unnamed official or force stands for its country or body: "official", "troop", "government".
bool stands_for_owner(std::string_view lemma);

// The last noun of an institution's description: "ministry", "parliament", "army".
bool is_institution_noun(std::string_view lemma);

// An institution noun that is one even in small letters and alone: "parliament", "ministry".
bool is_public_body(std::string_view lemma);

// What an organisation's name may be followed by without becoming another: "group", "newspaper".
bool is_descriptor(std::string_view lemma);

// A noun of states: "country", "nation", "leader": with "Western", "Arab", "European" a bloc.
bool is_state_noun(std::string_view lemma);

// A verb of saying.
bool is_saying_verb(std::string_view lemma);

// A first name that is a man's (1) or a woman's (2), else 0.
int gender_of_forename(std::string_view folded);

// A day of the week or a month.
bool is_calendar_word(std::string_view word);

// A word that alone is no organisation's name: "ministry", "court", "republic", "international".
bool is_generic_name(std::string_view word);

// What a name ends with that is a text, an event or a prize and no body: "Treaty", "Act", "Prize".
bool is_document_noun(std::string_view word);

// People who act together without a name: "militants", "rebels", "protesters".
bool is_group_noun(std::string_view lemma);

// A people or a faith, in the plural: "kurds", "muslims".
bool is_people_name(std::string_view word);

// A word that belongs to a name though written small: "al", "bin", "de", "von".
bool is_name_particle(std::string_view word);

// A possessor inside a name: "people" in "People's", "lord" in "Lord's Resistance Army".
bool names_possessively(std::string_view word);

// What may stand before a country's name in a place's: "northern".
bool is_direction(std::string_view word);

// An adjective that says nothing of which body it is: "new", "own".
bool is_loose_modifier(std::string_view word);

// Who acts for the state that a text is about without its name: "government", "police", "soldier".
bool acts_for_state(std::string_view lemma);

// What such a noun may have before it and still be the state's: "senior", "security"; not "rebel".
bool is_state_modifier(std::string_view word);

// What an actor is called besides offices, roles and bodies: "giant", "exile", "suspect".
bool is_short_description(std::string_view lemma);

// A room or a building: "the Benjamin Franklin Room".
bool is_facility(std::string_view word);

}  // namespace entente
