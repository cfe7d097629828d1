// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "extract/extractor.h"

namespace entente {

// What every stage made of a document, sentence by sentence: tree, names, mentions with the rule that joined
// them, ties and statements with the rule and lexicon line that made them.
std::string render_trace(const Document& document, const Extraction& extraction);

// A sentence's dependency tree, a token a line: number, word, lemma, part of speech, relation and the word
// governing it.
std::string render_tree(const Sentence& sentence, std::string_view indent);

}  // namespace entente
