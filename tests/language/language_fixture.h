// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "extract/language/language_engine.h"
#include "extract/language/model_file.h"

namespace entente {

inline std::filesystem::path shipped_model() {
  return ENTENTE_SOURCE_DIR "/data/english.model";
}

// The shipped model, mapped once a program.
inline const ModelFile& model() {
  static const ModelFile file = ModelFile::open(shipped_model());
  return file;
}

inline const LanguageEngine& engine() {
  static const LanguageEngine loaded = LanguageEngine::load(shipped_model());
  return loaded;
}

inline Document document_of(std::string text) {
  Document document;
  document.id = "test";
  document.text = std::move(text);
  return document;
}

// Tokens parted by blanks, sentences by " | ", paragraphs by " || ".
inline std::string render_tokens(const Analysis& analysis) {
  std::string out;
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& s = analysis.sentences[i];
    if (i > 0) out += s.paragraph == analysis.sentences[i - 1].paragraph ? " | " : " || ";
    for (std::size_t t = 0; t < s.tokens.size(); ++t) out += (t ? " " : "") + std::string(s.tokens[t].form);
  }
  return out;
}

inline std::string segmented(const std::string& text) {
  const Document document = document_of(text);
  LanguageEngine::Scratch scratch;
  return render_tokens(engine().segment(document, scratch));
}

}  // namespace entente
