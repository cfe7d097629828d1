// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/office_words.h"

#include <algorithm>
#include <iterator>

#include "extract/actors/word_lists.h"

namespace entente {

bool is_private_type(std::string_view type) {
  return WordLists::built_in().has(WordList::private_type, type);
}

bool names_public_body(const Draft& body) {
  static constexpr std::string_view words[] = {
      "commission", "ministry",       "department", "agency",    "bureau",   "office",  "court",
      "committee",  "parliament",     "police",     "authority", "embassy",  "council", "mission",
      "tribunal",   "administration", "board",      "service",   "assembly", "command"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view w) { return body.core.find(w) != std::string::npos; });
}

bool needs_owner(std::string_view noun) {
  return WordLists::built_in().has(WordList::needs_owner, noun);
}

bool is_sent(std::string_view noun) {
  return WordLists::built_in().has(WordList::sent, noun);
}

bool has_no_such_office(std::string_view country, std::string_view office) {
  if (office.find("minister") != std::string_view::npos || office == "premier" || office == "king" ||
      office == "queen" || office == "chancellor")
    return country == "USA" ||
           (office == "king" && (country == "FRA" || country == "RUS" || country == "CHN"));
  if (office == "president" || office == "vice president") {
    for (const std::string_view kingdom :
         {"GBR", "JPN", "CAN", "AUS", "NZL", "ESP", "SWE", "NOR", "DNK", "NLD", "BEL",
          "SAU", "JOR", "MAR", "THA", "MYS", "KWT", "BHR", "OMN", "QAT", "VAT"})
      if (country == kingdom) return true;
  }
  return false;
}

bool is_rank(std::string_view noun) {
  return WordLists::built_in().has(WordList::rank, noun);
}

std::string_view state_of_title(std::string_view title) {
  const auto has = [&](std::string_view words) { return title.find(words) != std::string_view::npos; };
  if (has("foreign secretary") || has("home secretary") || has("exchequer") || has("defence secretary"))
    return "GBR";
  if (has("secretary of") || has("assistant secretary") || has("homeland security") || title == "senator" ||
      has("congressman") || has("congresswoman") || has("department spokes") || title == "attorney general" ||
      has("defense secretary") || has("treasury secretary") || has("commerce secretary") ||
      has("democratic senator") || has("republican senator") || has("u.s. representative"))
    return "USA";
  return {};
}

bool is_speakers_title(std::string_view noun) {
  return WordLists::built_in().has(WordList::speakers_title, noun);
}

bool owner_preposition(std::string_view word, bool sent) {
  return word == "of" || word == "for" || word == "at" || word == "with" || (word == "to" && !sent) ||
         (word == "in" && !sent) || word == "from";
}

}  // namespace entente
