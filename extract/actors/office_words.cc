// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/office_words.h"

#include <algorithm>
#include <iterator>

namespace entente {

bool is_private_type(std::string_view type) {
  return type == "armed" || type == "party" || type == "company" || type == "ngo" || type == "media" ||
         type == "thinktank" || type == "university" || type == "church" || type == "sport";
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
  return noun == "spokesman" || noun == "spokeswoman" || noun == "spokesperson" || noun == "leader" ||
         noun == "head" || noun == "chief" || noun == "chairman" || noun == "chairwoman" ||
         noun == "director" || noun == "commander" || noun == "member" || noun == "official" ||
         noun == "officer" || noun == "candidate" || noun == "representative" || noun == "cleric" ||
         noun == "deputy" || noun == "founder" || noun == "manager" || noun == "executive" || noun == "ceo" ||
         noun == "captain" || noun == "lawyer" || noun == "attorney" || noun == "coordinator" ||
         noun == "archbishop" || noun == "bishop" || noun == "cardinal" || noun == "ayatollah" ||
         noun == "pope" || noun == "pontiff" || noun == "delegate" || noun == "politician" ||
         noun == "judge" || noun == "prosecutor" || noun == "warlord" || noun == "guerrilla" ||
         noun == "nominee" || noun == "prince" || noun == "princess" || noun == "queen" || noun == "lord" ||
         noun == "chair" || noun == "speaker" || noun == "principal" || noun == "general" ||
         noun == "colonel" || noun == "major" || noun == "lieutenant" || noun == "admiral" ||
         noun == "gen." || noun == "lt." || noun == "col." || noun == "adm." || noun == "maj." ||
         noun == "brigadier" || noun == "sergeant" || noun == "marshal";
}

bool is_sent(std::string_view noun) {
  return noun == "ambassador" || noun == "envoy" || noun == "representative" || noun == "negotiator" ||
         noun == "adviser" || noun == "advisor" || noun == "consul" || noun == "delegate" ||
         noun == "mediator";
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
  static constexpr std::string_view ranks[] = {"general", "colonel",   "major",    "lieutenant", "captain",
                                               "admiral", "brigadier", "sergeant", "marshal",    "gen.",
                                               "lt.",     "col.",      "adm.",     "maj.",       "sgt.",
                                               "capt.",   "brig.",     "commander"};
  return std::find(std::begin(ranks), std::end(ranks), noun) != std::end(ranks);
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
  return noun == "secretary" || noun == "undersecretary" || noun == "counselor" || noun == "envoy" ||
         noun == "ambassador" || noun == "coordinator" || noun == "spokesperson" || noun == "spokesman" ||
         noun == "spokeswoman" || noun == "adviser" || noun == "advisor" || noun == "representative" ||
         noun == "affaires" || noun == "d'affaires" || noun == "assistant" || noun == "administrator" ||
         noun == "director" || noun == "official" || noun == "senator";
}

bool owner_preposition(std::string_view word, bool sent) {
  return word == "of" || word == "for" || word == "at" || word == "with" || (word == "to" && !sent) ||
         (word == "in" && !sent) || word == "from";
}

}  // namespace entente
