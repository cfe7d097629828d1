// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/words.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace entente {
namespace {

using Words = std::unordered_set<std::string_view>;

bool in(const Words& words, std::string_view word) {
  return words.contains(word);
}

}  // namespace

bool is_office_noun(std::string_view word) {
  static const Words words = {"president",
                              "minister",
                              "premier",
                              "chancellor",
                              "king",
                              "queen",
                              "prince",
                              "princess",
                              "emperor",
                              "emir",
                              "sultan",
                              "pope",
                              "secretary",
                              "ambassador",
                              "envoy",
                              "spokesman",
                              "spokeswoman",
                              "spokesperson",
                              "spokesmen",
                              "spokespeople",
                              "general",
                              "admiral",
                              "colonel",
                              "captain",
                              "major",
                              "lieutenant",
                              "commander",
                              "chief",
                              "head",
                              "leader",
                              "chairman",
                              "chairwoman",
                              "chair",
                              "chairperson",
                              "director",
                              "governor",
                              "mayor",
                              "senator",
                              "congressman",
                              "congresswoman",
                              "lawmaker",
                              "legislator",
                              "deputy",
                              "speaker",
                              "judge",
                              "justice",
                              "prosecutor",
                              "attorney",
                              "commissioner",
                              "representative",
                              "adviser",
                              "advisor",
                              "official",
                              "coordinator",
                              "co-ordinator",
                              "inspector",
                              "negotiator",
                              "counselor",
                              "counsellor",
                              "consul",
                              "officer",
                              "sheriff",
                              "cardinal",
                              "archbishop",
                              "bishop",
                              "ayatollah",
                              "vice-president",
                              "undersecretary",
                              "mediator",
                              "diplomat",
                              "administrator",
                              "parliamentarian",
                              "mp",
                              "president-elect",
                              "premier-designate",
                              "co-chair",
                              "deputy-minister",
                              "treasurer",
                              "comptroller",
                              "brigadier",
                              "marshal",
                              "sergeant",
                              "monarch",
                              "ruler",
                              "dictator",
                              "strongman",
                              "warlord",
                              "principal",
                              "magistrate",
                              "statesman",
                              "politician",
                              "councilor",
                              "councillor",
                              "councilman",
                              "member",
                              "lord",
                              "baroness",
                              "gen.",
                              "lt.",
                              "col.",
                              "adm.",
                              "maj.",
                              "sen.",
                              "rep.",
                              "gov.",
                              "lt",
                              "gen",
                              "col",
                              "sen",
                              "rep",
                              "capt.",
                              "cmdr.",
                              "brig.",
                              "sgt.",
                              "secretary-general",
                              "director-general",
                              "counterpart",
                              "agent",
                              "affaires",
                              "d'affaires",
                              "d’affaires",
                              "chargé",
                              "charge",
                              "assistant",
                              "senator",
                              "candidate",
                              "founder",
                              "nominee",
                              "chieftain",
                              "guerrilla",
                              "rapporteur",
                              "pontiff",
                              "patriarch",
                              "registrar",
                              "auditor",
                              "curator",
                              "archaeologist",
                              "ceo",
                              "manager",
                              "executive",
                              "economist",
                              "vice-chairman",
                              "under-secretary",
                              "high-representative",
                              "lieutenant-general",
                              "major-general",
                              "delegate",
                              "cleric",
                              "principal-deputy",
                              "premier-elect",
                              "lawyer"};
  return in(words, word);
}

bool is_public_office(std::string_view word) {
  static const Words words = {"president",
                              "minister",
                              "premier",
                              "chancellor",
                              "king",
                              "queen",
                              "prince",
                              "emperor",
                              "emir",
                              "sultan",
                              "pope",
                              "secretary",
                              "ambassador",
                              "envoy",
                              "general",
                              "admiral",
                              "colonel",
                              "major",
                              "lieutenant",
                              "governor",
                              "mayor",
                              "senator",
                              "congressman",
                              "congresswoman",
                              "lawmaker",
                              "legislator",
                              "judge",
                              "justice",
                              "prosecutor",
                              "attorney",
                              "commissioner",
                              "inspector",
                              "negotiator",
                              "counselor",
                              "consul",
                              "sheriff",
                              "vice-president",
                              "undersecretary",
                              "diplomat",
                              "parliamentarian",
                              "mp",
                              "president-elect",
                              "brigadier",
                              "marshal",
                              "sergeant",
                              "monarch",
                              "magistrate",
                              "councilor",
                              "councilman",
                              "gen.",
                              "lt.",
                              "col.",
                              "adm.",
                              "maj.",
                              "sen.",
                              "rep.",
                              "gov.",
                              "secretary-general",
                              "director-general",
                              "speaker",
                              "rapporteur",
                              "official",
                              "ruler",
                              "dictator",
                              "counterpart",
                              "spokesman",
                              "spokeswoman",
                              "spokesperson"};
  return in(words, word);
}

bool is_private_role(std::string_view word) {
  static const Words words = {
      "analyst",  "professor",    "correspondent", "reporter",  "journalist",  "expert",      "author",
      "writer",   "actor",        "actress",       "singer",    "activist",    "dissident",   "cleric",
      "scholar",  "fellow",       "researcher",    "economist", "lawyer",      "executive",   "ceo",
      "founder",  "editor",       "businessman",   "tycoon",    "billionaire", "millionaire", "player",
      "coach",    "star",         "champion",      "militant",  "suspect",     "terrorist",   "rebel",
      "warlord",  "guerrilla",    "scientist",     "historian", "engineer",    "doctor",      "student",
      "teacher",  "photographer", "filmmaker",     "musician",  "banker",      "contractor",  "citizen",
      "resident", "worker",       "wife",          "husband",   "son",         "daughter",    "brother",
      "sister",   "father",       "mother",        "widow",     "striker",     "golfer",      "boxer",
      "cyclist",  "physicist"};
  return in(words, word);
}

bool is_title_modifier(std::string_view word) {
  static const Words words = {
      "prime",       "foreign",     "vice",         "deputy",       "acting",        "interim",
      "former",      "ex",          "then",         "late",         "chief",         "senior",
      "top",         "special",     "defense",      "defence",      "interior",      "finance",
      "justice",     "trade",       "health",       "oil",          "energy",        "information",
      "education",   "agriculture", "transport",    "home",         "state",         "first",
      "second",      "assistant",   "under",        "principal",    "general",       "high",
      "crown",       "supreme",     "spiritual",    "national",     "security",      "military",
      "army",        "police",      "presidential", "nuclear",      "opposition",    "rebel",
      "militant",    "political",   "party",        "parliament",   "parliamentary", "press",
      "government",  "cabinet",     "external",     "affairs",      "economic",      "economy",
      "culture",     "labor",       "labour",       "environment",  "tourism",       "science",
      "planning",    "commerce",    "treasury",     "homeland",     "attorney",      "lieutenant",
      "major",       "brigadier",   "field",        "rear",         "staff",         "retired",
      "newly",       "new",         "outgoing",     "incoming",     "longtime",      "hard-line",
      "radical",     "exiled",      "ousted",       "deposed",      "jailed",        "detained",
      "elected",     "ruling",      "conservative", "liberal",      "socialist",     "democratic",
      "republican",  "human",       "rights",       "civil",        "refugee",       "peace",
      "chief",       "lead",        "regional",     "provincial",   "local",         "federal",
      "mission",     "program",     "joint",        "armed",        "forces",        "ground",
      "air",         "naval",       "navy",         "intelligence", "law",           "public",
      "social",      "religious",   "sports",       "youth",        "women",         "water",
      "industry",    "ministry",    "department",   "embassy",      "committee",     "council",
      "commission",  "agency",      "court",        "group",        "militia",       "faction",
      "counterpart", "executive",   "managing",     "investigator", "senate",        "house",
      "congress",    "majority",    "minority",     "of",           "for",           "the",
      "and",         "to",          "on",           "counterpart",  "u.s.",          "democrat",
      "chemical",    "weapons",     "war",          "crimes",       "transitional",  "caretaker",
      "provisional", "designate",   "elect",        "leader",       "secretary",     "minister",
      "commander",   "head",        "inspector"};
  return in(words, word);
}

bool is_unofficial_modifier(std::string_view word) {
  static const Words words = {
      "opposition",    "rebel",        "militant", "spiritual",  "religious", "terrorist", "insurgent",
      "guerrilla",     "separatist",   "student",  "union",      "labor",     "tribal",    "democracy",
      "pro-democracy", "islamist",     "church",   "muslim",     "shi'ite",   "sunni",     "gang",
      "dissident",     "independence", "radical",  "resistance", "exiled",    "community", "business",
      "civil",         "rights",       "protest",  "clan",       "mafia",     "cartel",    "party",
      "warlord",       "suspected",    "alleged",  "reputed",    "factional", "maoist",    "kurdish",
      "shiite",        "taliban"};
  return in(words, word);
}

bool is_honorific(std::string_view word) {
  static const Words words = {
      "mr.",       "mrs.", "ms.",   "mr",         "mrs",     "ms",           "dr.",      "dr",
      "sir",       "dame", "sheik", "sheikh",     "mullah",  "imam",         "reverend", "rev.",
      "father",    "lady", "miss",  "professor",  "prof.",   "hojatoleslam", "maulana",  "hon.",
      "honorable", "his",  "her",   "excellency", "majesty", "highness",     "royal",    "grand"};
  return in(words, word);
}

bool is_past_word(std::string_view word) {
  static const Words words = {"former",   "ex",     "then",  "late",     "ousted",     "deposed",  "onetime",
                              "one-time", "fallen", "slain", "previous", "previously", "formerly", "retired"};
  return in(words, word);
}

bool stands_for_owner(std::string_view lemma) {
  static const Words words = {
      "official",     "authority",      "authorities", "troop",          "troops",       "soldier",
      "force",        "forces",         "government",  "administration", "regime",       "delegation",
      "negotiator",   "diplomat",       "police",      "policeman",      "spokesman",    "spokeswoman",
      "spokesperson", "minister",       "president",   "leader",         "envoy",        "ambassador",
      "warplane",     "aircraft",       "jet",         "plane",          "helicopter",   "tank",
      "warship",      "ship",           "artillery",   "gunship",        "side",         "commander",
      "leadership",   "representative", "mediator",    "prosecutor",     "investigator", "officer",
      "personnel",    "governor",       "cabinet",     "king",           "premier",      "secretary",
      "marine",       "sailor",         "peacekeeper", "guard",          "missile",      "fighter",
      "inspector",    "team",           "counterpart", "security",       "intelligence", "airstrike",
      "drone",        "bomber",         "submarine",   "vessel",         "chancellor",   "adviser",
      "policymaker",  "serviceman",     "junta",       "ruler"};
  return in(words, lemma);
}

bool is_institution_noun(std::string_view lemma) {
  static const Words words = {"ministry",    "department", "parliament",  "legislature",  "assembly",
                              "senate",      "congress",   "court",       "tribunal",     "army",
                              "military",    "navy",       "embassy",     "consulate",    "bank",
                              "party",       "commission", "committee",   "council",      "agency",
                              "television",  "radio",      "newspaper",   "university",   "company",
                              "union",       "church",     "corporation", "organization", "organisation",
                              "association", "front",      "movement",    "brigade",      "institute",
                              "foundation",  "center",     "centre",      "fund",         "bureau",
                              "office",      "service",    "command",     "federation",   "league",
                              "group",       "alliance",   "coalition",   "network",      "magazine",
                              "club",        "team",       "force",       "authority",    "board",
                              "panel",       "police",     "guard",       "corps",        "mission",
                              "society",     "college",    "hospital",    "school",       "airline",
                              "airlines",    "ltd",        "inc",         "corp",         "inc.",
                              "corp.",       "ltd.",       "co.",         "press",        "times",
                              "post",        "daily",      "institution", "academy",      "administration",
                              "chamber",     "cabinet",    "fleet",       "staff",        "house",
                              "secretariat", "program",    "programme"};
  return in(words, lemma);
}

bool is_public_body(std::string_view lemma) {
  static const Words words = {"ministry", "parliament", "legislature", "army",     "military", "navy",
                              "embassy",  "consulate",  "senate",      "congress", "mfa"};
  return in(words, lemma);
}

bool is_descriptor(std::string_view lemma) {
  static const Words words = {
      "news",          "agency",    "newspaper",  "television",   "tv",           "party",
      "group",         "movement",  "network",    "organization", "organisation", "company",
      "magazine",      "radio",     "station",    "website",      "bloc",         "militia",
      "militant",      "rebel",     "fighter",    "guerrilla",    "faction",      "coalition",
      "alliance",      "website",   "channel",    "spokesman",    "leader",       "militants",
      "rebels",        "fighters",  "guerrillas", "insurgent",    "official",     "member",
      "correspondent", "president", "report",     "poll",         "program",      "government",
      "regime",        "force",     "troop",      "allies",       "ally",         "representatives",
      "partners",      "officials", "leaders",    "forces",       "troops",       "members",
      "ministers",     "it"};
  return in(words, lemma);
}

bool is_state_noun(std::string_view lemma) {
  static const Words words = {"country", "nation",     "state",    "leader",   "government", "power",
                              "ally",    "official",   "diplomat", "minister", "capital",    "world",
                              "partner", "negotiator", "foreign",  "envoy"};
  return in(words, lemma);
}

bool is_saying_verb(std::string_view lemma) {
  static const Words words = {
      "say",     "tell",      "announce", "deny",     "warn",     "urge",     "accuse",  "confirm",
      "insist",  "reject",    "call",     "want",     "agree",    "refuse",   "claim",   "demand",
      "condemn", "criticize", "blame",    "hope",     "plan",     "offer",    "ask",     "declare",
      "argue",   "state",     "report",   "maintain", "believe",  "threaten", "vow",     "pledge",
      "express", "support",   "oppose",   "seek",     "consider", "impose",   "welcome", "decide",
      "propose", "describe",  "respond",  "send",     "fear",     "suspect",  "allege",  "recognize",
      "regard",  "view",      "break",    "cut",      "suspend",  "restore",  "back",    "favor",
      "dispute", "expel",     "recall",   "protest",  "see",      "add",      "note",    "promise"};
  return in(words, lemma);
}

int gender_of_forename(std::string_view folded) {
  static const Words women = {
      "condoleezza", "hillary",  "angela",  "wendy",    "margaret", "madeleine", "nancy",     "theresa",
      "elizabeth",   "mary",     "carla",   "benazir",  "yulia",    "michelle",  "cristina",  "gloria",
      "ellen",       "tzipi",    "dilma",   "julia",    "helen",    "aung",      "kamala",    "ursula",
      "christine",   "sarah",    "laura",   "jennifer", "linda",    "barbara",   "susan",     "jessica",
      "karen",       "lisa",     "anna",    "maria",    "ingrid",   "shirin",    "louise",    "catherine",
      "federica",    "annalena", "linda",   "samantha", "victoria", "rose",      "cindy",     "jen",
      "janet",       "liz",      "marine",  "segolene", "megawati", "khaleda",   "hasina",    "chandrika",
      "ann",         "anne",     "jane",    "joan",     "judith",   "julie",     "katherine", "kathleen",
      "kate",        "carol",    "carolyn", "diana",    "diane",    "donna",     "dorothy",   "emma",
      "eva",         "fatima",   "frances", "gina",     "greta",    "irina",     "isabel",    "joanna",
      "josephine",   "leila",    "lucia",   "marie",    "marta",    "martha",    "melissa",   "monica",
      "natalia",     "nicole",   "olga",    "patricia", "rachel",   "rebecca",   "rita",      "robin",
      "ruth",        "sandra",   "sharon",  "sofia",    "sonia",    "sophie",    "stephanie", "svetlana",
      "tatiana",     "teresa",   "tina",    "uzra",     "valerie",  "vera",      "virginia",  "yasmin",
      "zainab",      "roza",     "rosa",    "jacinda",  "sanna"};
  static const Words men = {
      "george",    "john",     "donald",   "colin",    "tony",    "vladimir",    "sergei",   "hamid",
      "saddam",    "ariel",    "mahmoud",  "hugo",     "james",   "robert",      "michael",  "william",
      "david",     "richard",  "joseph",   "thomas",   "charles", "christopher", "daniel",   "paul",
      "mark",      "peter",    "kofi",     "barack",   "bill",    "dick",        "jack",     "gordon",
      "jacques",   "gerhard",  "silvio",   "mohammed", "mohamed", "mohammad",    "ahmed",    "ali",
      "hassan",    "hussein",  "ehud",     "benjamin", "pervez",  "manmohan",    "nicolas",  "viktor",
      "alexander", "mikhail",  "dmitry",   "igor",     "ivan",    "juan",        "jose",     "carlos",
      "luis",      "fidel",    "raul",     "evo",      "alvaro",  "vicente",     "felipe",   "antonio",
      "francisco", "javier",   "pedro",    "jean",     "pierre",  "francois",    "philippe", "michel",
      "franco",    "mario",    "giuseppe", "hans",     "joschka", "frank",       "thabo",    "nelson",
      "robert",    "olusegun", "omar",     "bashar",   "hosni",   "abdullah",    "abdul",    "ibrahim",
      "nouri",     "jalal",    "moqtada",  "osama",    "abu",     "yasser",      "shimon",   "shinzo",
      "junichiro", "taro",     "hu",       "wen",      "jiang",   "antony",      "joe",      "mike",
      "jim",       "scott",    "sean",     "kevin",    "brian",   "steven",      "stephen",  "jeffrey",
      "eric",      "gary",     "larry",    "ronald",   "kenneth", "edward",      "henry",    "philip",
      "patrick",   "andrew",   "anthony",  "matthew",  "adam",    "alan",        "ban",      "lloyd",
      "ned",       "jake"};
  if (in(women, folded)) return 2;
  return in(men, folded) ? 1 : 0;
}

bool is_calendar_word(std::string_view word) {
  static const Words words = {"monday",   "tuesday", "wednesday", "thursday",  "friday",  "saturday",
                              "sunday",   "january", "february",  "march",     "april",   "may",
                              "june",     "july",    "august",    "september", "october", "november",
                              "december", "today",   "tomorrow",  "yesterday"};
  return in(words, word);
}

bool is_generic_name(std::string_view word) {
  static const Words words = {"ministry",  "court",       "republic",     "international", "state",
                              "supreme",   "security",    "department",   "government",    "council",
                              "program",   "secretariat", "stars",        "war",           "university",
                              "promotion", "protection",  "army",         "national",      "federal",
                              "union",     "committee",   "commission",   "agency",        "group",
                              "party",     "association", "organization", "institute",     "center",
                              "press",     "foreign",     "defense",      "public",        "united",
                              "air",       "force",       "police",       "office",        "board",
                              "bureau",    "church",      "constitution", "internet",      "web"};
  return in(words, word);
}

bool is_document_noun(std::string_view word) {
  static const Words words = {"act",          "treaty",
                              "law",          "convention",
                              "charter",      "agreement",
                              "resolution",   "declaration",
                              "accord",       "accords",
                              "protocol",     "award",
                              "prize",        "cup",
                              "games",        "olympics",
                              "day",          "war",
                              "skies",        "doctrine",
                              "amendment",    "constitution",
                              "report",       "plan",
                              "bill",         "open",
                              "championship", "championships",
                              "tour",         "summit",
                              "dialogue",     "strategy",
                              "ii",           "i",
                              "virus",        "holocaust",
                              "agenda",       "ph.d.",
                              "m.d."};
  return in(words, word);
}

bool is_group_noun(std::string_view lemma) {
  static const Words words = {
      "militant",  "insurgent", "rebel",     "pirate", "protester", "demonstrator", "separatist", "extremist",
      "dissident", "kidnapper", "guerrilla", "gunman", "gunmen",    "islamist",     "donor",      "settler"};
  return in(words, lemma);
}

bool is_people_name(std::string_view word) {
  static const Words words = {"kurds",   "shi'ites", "shiites",  "sunnis",    "tamils",
                              "hutus",   "tutsis",   "uighurs",  "uyghurs",   "basques",
                              "tuaregs", "muslims",  "pashtuns", "hazaras",   "catalans",
                              "balochs", "yazidis",  "copts",    "maronites", "alawites"};
  return in(words, word);
}

bool is_name_particle(std::string_view word) {
  static const Words words = {"al",   "el",   "bin", "ibn", "ben", "de",   "da",       "dos", "del", "della",
                              "di",   "du",   "la",  "le",  "van", "von",  "der",      "den", "ter", "abu",
                              "ould", "bint", "y",   "e",   "ul",  "ur",   "as",       "ash", "an",  "ad",
                              "az",   "st",   "mac", "san", "haj", "dela", "scheffer", "hoop"};
  return in(words, word);
}

}  // namespace entente
