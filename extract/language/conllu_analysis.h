// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document/document.h"
#include "extract/language/conllu.h"
#include "extract/language/sentence.h"

namespace entente {

// The text that the sentences spell: forms joined by SpaceAfter, sentences by a space, paragraphs (`#
// newpar`,
// `# newdoc`) by an empty line. Sets TokenRange, the bytes of each word in that text, in every word's MISC.
// The words of a multiword token share its bytes as their forms divide them; where they do not spell it, each
// has all.
std::string compose_text(std::vector<ConlluSentence>& sentences);

// An analysis whose tokens point into `document.text`, by the TokenRange of each word. Forms that differ from
// the text, lemmas and features are kept in the analysis. Names are read from the MISC keys Name or Uner; an
// unknown UPOS becomes X, an unknown relation `dep`; words without head hang on the root, and a sentence
// without root, or with several, is given one. Throws InputError naming `file` when a range is missing,
// backwards or outside.
Analysis analysis_from_conllu(std::span<const ConlluSentence> sentences, const Document& document,
                              const std::string& file);

// One document of a CoNLL-U file: from a `# newdoc` to the next.
struct ConlluDocument {
  std::string id;  // of `# newdoc id = ...`, or empty
  std::vector<ConlluSentence> sentences;
};
std::vector<ConlluDocument> split_documents(std::vector<ConlluSentence> sentences);

// A sentence of an analysis as CoNLL-U, with `# text`, names and TokenRange (bytes of the document's
// original) in MISC. `number` counts from 1 and makes
// `# sent_id`.
ConlluSentence to_conllu(const Sentence& sentence, const Document& document, std::size_t number);

// The whole analysis as CoNLL-U text, with `# newdoc` and `# newpar`.
std::string to_conllu(const Analysis& analysis, const Document& document);

// The same in pieces of about 64 kB; sentences are let go as they are written, so that a long document is not
// held twice.
std::vector<std::string> to_conllu_pieces(Analysis analysis, const Document& document);

// The sentence as it was given, with the analysis in its columns: lemma, parts of speech, features, tree and
// names. What the engine does not say (XPOS, DEPS, empty nodes, other names) is left empty. Precondition: the
// same words.
ConlluSentence with_analysis(const ConlluSentence& given, const Sentence& analysed);

// The name spans that a sequence of IOB2 tags draws; "GPE" and "LOC" are places. A stray I- begins a span.
std::vector<NameSpan> names_from_tags(std::span<const std::string_view> tags);

}  // namespace entente
