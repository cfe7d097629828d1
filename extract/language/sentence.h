// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/morphology.h"

namespace entente {

// A syntactic word of Universal Dependencies. "don't" is two tokens, "do" and "n't"; "U.S." is one.
struct Token {
  std::uint32_t begin = 0;  // bytes in Document::text, half-open
  std::uint32_t end = 0;
  std::string_view form;   // Document::text in that range (or the Analysis's arena, for CoNLL-U input)
  std::string_view lemma;  // lives in the Analysis or in the model
  std::string_view feats;  // canonical UD features, "Number=Sing|Person=3", or empty; lives in the model
  Upos upos = Upos::x;
  Morphology morphology;  // the same features, decoded
  Deprel deprel = Deprel::dep;
  std::int32_t head = -1;       // index in the sentence of the token that governs this one; -1: the root
  bool space_after = true;      // whether white space follows in the text
  bool joined_to_next = false;  // this and the next token are written as one word: UD's multiword tokens
};

// What a span that names something names.
enum class NameType : std::uint8_t { person, organisation, place, nationality, other };

std::string_view to_string(NameType type);  // "PER", "ORG", "LOC", "NORP", "MISC"

// A name: tokens [begin, end) of its sentence.
struct NameSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NameType type = NameType::other;
  bool operator==(const NameSpan&) const = default;
};

// What kind of line a sentence stands in.
enum class SentenceRole : std::uint8_t { body, headline, byline, dateline, caption };

std::string_view to_string(SentenceRole role);  // "headline"

// A sentence with its dependency tree: tokens in text order, exactly one root, names in text order and
// disjoint.
struct Sentence {
  std::uint32_t begin = 0;  // bytes in Document::text
  std::uint32_t end = 0;
  std::uint32_t paragraph = 0;
  SentenceRole role = SentenceRole::body;
  bool duplicate = false;  // repeats an earlier sentence (a headline or caption told twice): adds no evidence
  std::vector<Token> tokens;
  std::vector<NameSpan> names;
  // The network's last layer, Network::state_width() bytes a token; 128 is 0. Empty where all is punctuation.
  std::vector<std::uint8_t> states;
};

// The analysed text of one document. Its views point into the document's text, the model and its own arena:
// the document and the model outlive it.
struct Analysis {
  std::vector<Sentence> sentences;
  std::vector<std::string> notes;  // what the analysis had to do by force, one line each: a sentence cut
  std::deque<std::string> arena;  // strings that stand nowhere else; never shrinks, so views stay valid

  std::string_view keep(std::string text) { return arena.emplace_back(std::move(text)); }
};

}  // namespace entente
