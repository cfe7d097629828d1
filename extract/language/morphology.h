// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

// Universal parts of speech, https://universaldependencies.org/u/pos/.
enum class Upos : std::uint8_t {
  adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x
};
inline constexpr int upos_count = 17;

// Universal dependency relations with the subtypes that English treebanks use,
// https://universaldependencies.org/en/dep/. Order is part of the model's format: add at the end.
enum class Deprel : std::uint8_t {
  acl, acl_relcl, advcl, advcl_relcl, advmod, amod, appos, aux, aux_pass, case_, cc, cc_preconj, ccomp, compound,
  compound_prt, conj, cop, csubj, csubj_outer, csubj_pass, dep, det, det_predet, discourse, dislocated, expl, fixed,
  flat, goeswith, iobj, list, mark, nmod, nmod_desc, nmod_poss, nmod_unmarked, nsubj, nsubj_outer, nsubj_pass,
  nummod, obj, obl, obl_agent, obl_unmarked, orphan, parataxis, punct, reparandum, root, vocative, xcomp
};
inline constexpr int deprel_count = 51;

std::string_view to_string(Upos upos);                      // "ADJ"
std::optional<Upos> parse_upos(std::string_view name);
std::string_view to_string(Deprel deprel);                  // "acl:relcl"
std::optional<Deprel> parse_deprel(std::string_view name);  // an unknown subtype gives its universal part

enum class Tense : std::uint8_t { none, past, pres };
enum class VerbForm : std::uint8_t { none, fin, ger, inf, part };
enum class Mood : std::uint8_t { none, ind, imp, sub };
enum class Number : std::uint8_t { none, sing, plur };
enum class Comparison : std::uint8_t { none, pos, cmp, sup };
enum class PronType : std::uint8_t { none, art, dem, emp, ind, int_, neg, prs, rcp, rel, tot };
enum class Gender : std::uint8_t { none, masc, fem, neut };
enum class Case : std::uint8_t { none, nom, acc, gen };

// The features that later stages ask for, decoded from a token's feature string.
struct Morphology {
  Tense tense = Tense::none;
  VerbForm verb_form = VerbForm::none;
  Mood mood = Mood::none;
  Number number = Number::none;
  Comparison degree = Comparison::none;
  PronType pron_type = PronType::none;
  Gender gender = Gender::none;
  Case case_ = Case::none;
  std::uint8_t person = 0;    // 1 to 3, 0: none
  bool passive = false;       // Voice=Pass
  bool possessive = false;    // Poss=Yes
  bool negative = false;      // Polarity=Neg
  bool ordinal = false;       // NumType=Ord
  bool operator==(const Morphology&) const = default;
};

// Decodes "Number=Sing|Person=3"; features that Morphology does not hold are passed over.
Morphology parse_morphology(std::string_view feats);

}  // namespace entente
