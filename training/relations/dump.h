// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "extract/relations/lexicon.h"
#include "training/relations/pair_corpus.h"

namespace entente {

// Writes what the relation network learns from (training/relation_network.py):
//   DIR/documents.jsonl  one object a document: the lengths of its sentences, what the
//                        relation network sees of the tokens and of each ordered pair of actors, and
//                        the labels of the gold file
//   DIR/states.bin       Sentence::states of all tokens, in the same order; 128s where there are none
// Throws InputError when a file cannot be written. `documents` must have been through label_pairs().
void dump_corpus(const std::filesystem::path& directory, const std::vector<TrainingDocument>& documents,
                 const std::vector<PairExample>& examples, const Lexicon& lexicon);

}  // namespace entente
