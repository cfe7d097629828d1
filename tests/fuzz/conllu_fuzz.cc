// SPDX-License-Identifier: Apache-2.0
//
// Whatever the bytes, reading CoNLL-U throws InputError or gives sentences that are written and read as the
// same, and that bind to the text which they spell.

#include <cstdlib>

#include "extract/language/conll_score.h"
#include "extract/language/conllu_analysis.h"
#include "graph/error.h"
#include "tests/fuzz/fuzz.h"

using namespace entente;

std::vector<std::string> entente::fuzz_seeds() {
  return {
      "# newdoc id = a\n# text = Norway's\n1-2\tNorway's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
      "1\tNorway\tNorway\tPROPN\tNNP\tNumber=Sing\t0\troot\t_\tName=B-LOC\n2\t's\t's\tPART\tPOS\t_"
      "\t1\tcase\t_\t_\n"
      "2.1\tx\t_\t_\t_\t_\t_\t_\t1:dep\t_\n\n# "
      "newpar\n1\ta\ta\tDET\t_\t_\t2\tdet\t_\t_\n2\tb\tb\tNOUN\t_\t_\t0\troot\t_\t_\n",
      "1\tOslo\tB-LOC\n2\tleft\tO\n\nNo UH O\n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    std::vector<ConlluSentence> sentences = read_conllu(bytes, "fuzz");
    std::string written;
    for (const ConlluSentence& s : sentences) write_conllu(s, written);
    std::string again;
    for (const ConlluSentence& s : read_conllu(written, "again")) write_conllu(s, again);
    if (written != again) std::abort();
    score_conll(sentences, sentences, "fuzz");
    Document document;
    document.text = compose_text(sentences);
    to_conllu(analysis_from_conllu(sentences, document, "fuzz"), document);
  } catch (const InputError&) {
  }
  try {
    read_iob2(bytes, "fuzz");
  } catch (const InputError&) {
  }
  return 0;
}
