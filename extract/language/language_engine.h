// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "extract/document/document.h"
#include "extract/language/sentence.h"

namespace entente {

enum class NameScheme : std::uint8_t;  // extract/language/network/network.h: what counts as a name

// The analysis of English: sentences, tokens, tags, lemmas, dependencies and names, from one model file.
//
//   const LanguageEngine engine = LanguageEngine::load("data/english.model");
//   LanguageEngine::Scratch scratch;                    // one a thread, reused
//   const Analysis analysis = engine.analyse(document, scratch);
//
// A loaded engine never changes and may be shared by any number of threads. The same document gives the same
// analysis on every CPU.
class LanguageEngine {
 public:
  // Buffers that analyse() reuses from call to call.
  class Scratch {
   public:
    Scratch();
    ~Scratch();
    Scratch(Scratch&&) noexcept;
    Scratch& operator=(Scratch&&) noexcept;

   private:
    friend class LanguageEngine;
    struct State;
    std::unique_ptr<State> state_;
  };

  // Maps the model file. Throws InputError when it is missing, truncated, damaged or of another version.
  static LanguageEngine load(const std::filesystem::path& model);

  LanguageEngine(LanguageEngine&&) noexcept;
  LanguageEngine& operator=(LanguageEngine&&) noexcept;
  ~LanguageEngine();

  // Raw text to sentences with trees and names. The result points into `document.text` and into the engine.
  Analysis analyse(const Document& document, Scratch& scratch) const;

  // Only the segmenter: sentences and tokens with byte ranges.
  Analysis segment(const Document& document, Scratch& scratch) const;

  // Tags, lemmatises, parses and names sentences whose tokens are given; tokens keep form, begin, end.
  void annotate(Analysis& analysis, Scratch& scratch) const;
  void annotate(Analysis& analysis, Scratch& scratch, NameScheme names) const;

 private:
  struct Impl;
  explicit LanguageEngine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
