// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "extract/actors/resolution.h"

namespace entente {

// What the rules know of offices, by their words in small letters.

// Kinds of bodies in which a post is an affiliation, not a public office.
bool is_private_type(std::string_view type);

// A body whose name says that it is a state's or a union's: "Commission on External Relations", "Kirkuk
// Police".
bool names_public_body(const Draft& body);

// A post that has no owner by itself: "a spokesman said" is nobody's.
bool needs_owner(std::string_view noun);

// Someone sent: the place after "to" is where, not whose.
bool is_sent(std::string_view noun);

// "Prime Minister Doe" is nobody in Washington, "President Doe" nobody in a monarchy.
bool has_no_such_office(std::string_view country, std::string_view office);

bool is_rank(std::string_view noun);

// Titles that one state alone has, or has in English.
std::string_view state_of_title(std::string_view title);

// In a state's own statement such an official is its own: "Counselor Derek Chollet".
bool is_speakers_title(std::string_view noun);

bool owner_preposition(std::string_view word, bool sent);

}  // namespace entente
