// SPDX-License-Identifier: Apache-2.0
#include "extract/language/morphology.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr std::array<std::string_view, upos_count> upos_names = {"ADJ", "ADP",  "ADV",  "AUX",   "CCONJ", "DET",
                                                                 "INTJ", "NOUN", "NUM", "PART",  "PRON",  "PROPN",
                                                                 "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, deprel_count> deprel_names = {
    "acl",      "acl:relcl",   "advcl",      "advcl:relcl", "advmod",       "amod",       "appos",
    "aux",      "aux:pass",    "case",       "cc",          "cc:preconj",   "ccomp",      "compound",
    "compound:prt", "conj",    "cop",        "csubj",       "csubj:outer",  "csubj:pass", "dep",
    "det",      "det:predet",  "discourse",  "dislocated",  "expl",         "fixed",      "flat",
    "goeswith", "iobj",        "list",       "mark",        "nmod",         "nmod:desc",  "nmod:poss",
    "nmod:unmarked", "nsubj",  "nsubj:outer", "nsubj:pass", "nummod",       "obj",        "obl",
    "obl:agent", "obl:unmarked", "orphan",   "parataxis",   "punct",        "reparandum", "root",
    "vocative", "xcomp"};

template <typename Enum, std::size_t N>
std::optional<Enum> find_in(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

template <typename Enum>
struct Value {
  std::string_view name;
  Enum value;
};

template <typename Enum, std::size_t N>
void decode(std::string_view name, const Value<Enum> (&values)[N], Enum& out) {
  for (const auto& v : values)
    if (v.name == name) out = v.value;
}

void decode_feature(std::string_view key, std::string_view value, Morphology& m) {
  if (key == "Tense") decode(value, {Value<Tense>{"Past", Tense::past}, {"Pres", Tense::pres}}, m.tense);
  else if (key == "VerbForm")
    decode(value, {Value<VerbForm>{"Fin", VerbForm::fin}, {"Ger", VerbForm::ger}, {"Inf", VerbForm::inf}, {"Part", VerbForm::part}},
           m.verb_form);
  else if (key == "Mood") decode(value, {Value<Mood>{"Ind", Mood::ind}, {"Imp", Mood::imp}, {"Sub", Mood::sub}}, m.mood);
  else if (key == "Number")
    decode(value, {Value<Number>{"Sing", Number::sing}, {"Plur", Number::plur}, {"Ptan", Number::plur}}, m.number);
  else if (key == "Degree")
    decode(value, {Value<Comparison>{"Pos", Comparison::pos}, {"Cmp", Comparison::cmp}, {"Sup", Comparison::sup}}, m.degree);
  else if (key == "PronType")
    decode(value,
           {Value<PronType>{"Art", PronType::art}, {"Dem", PronType::dem}, {"Emp", PronType::emp}, {"Ind", PronType::ind},
            {"Int", PronType::int_}, {"Neg", PronType::neg}, {"Prs", PronType::prs}, {"Rcp", PronType::rcp},
            {"Rel", PronType::rel}, {"Tot", PronType::tot}},
           m.pron_type);
  else if (key == "Gender")
    decode(value, {Value<Gender>{"Masc", Gender::masc}, {"Fem", Gender::fem}, {"Neut", Gender::neut}}, m.gender);
  else if (key == "Case") decode(value, {Value<Case>{"Nom", Case::nom}, {"Acc", Case::acc}, {"Gen", Case::gen}}, m.case_);
  else if (key == "Person" && value.size() == 1 && value[0] >= '1' && value[0] <= '3')
    m.person = static_cast<std::uint8_t>(value[0] - '0');
  else if (key == "Voice") m.passive = value == "Pass";
  else if (key == "Poss") m.possessive = value == "Yes";
  else if (key == "Polarity") m.negative = value == "Neg";
  else if (key == "NumType") m.ordinal = value == "Ord";
}

}  // namespace

std::string_view to_string(Upos upos) { return upos_names[static_cast<std::size_t>(upos)]; }
std::string_view to_string(Deprel deprel) { return deprel_names[static_cast<std::size_t>(deprel)]; }
std::optional<Upos> parse_upos(std::string_view name) { return find_in<Upos>(upos_names, name); }

std::optional<Deprel> parse_deprel(std::string_view name) {
  if (const auto exact = find_in<Deprel>(deprel_names, name)) return exact;
  return find_in<Deprel>(deprel_names, name.substr(0, name.find(':')));
}

Morphology parse_morphology(std::string_view feats) {
  Morphology m;
  while (!feats.empty()) {
    const auto bar = std::min(feats.find('|'), feats.size());
    const std::string_view feature = feats.substr(0, bar);
    if (const auto equals = feature.find('='); equals != std::string_view::npos)
      decode_feature(feature.substr(0, equals), feature.substr(equals + 1), m);
    feats.remove_prefix(std::min(bar + 1, feats.size()));
  }
  return m;
}

}  // namespace entente
