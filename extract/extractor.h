// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "extract/actors/mention.h"
#include "extract/document/document.h"
#include "extract/language/sentence.h"
#include "extract/relations/statement.h"
#include "graph/fragment.h"

namespace entente {

// Where the extractor finds what it knows, and what the user adds to it.
struct ExtractorOptions {
  std::filesystem::path data;  // folder with english.model, gazetteer, lexicon; empty: the installed one
  std::vector<std::filesystem::path> gazetteers;  // the user's own entries; they win
  std::vector<std::filesystem::path> lexicons;    // the user's own predicates; they win
  bool keep_reasons = false;                      // fill Actor::reasons and Relation::reasons
};

// Every stage's result for one document, for tracing and tests.
struct Extraction {
  Analysis analysis;
  ResolvedActors actors;
  std::vector<Statement> statements;
  Fragment fragment;
};

// Text in, graph of the text out: the one call.
//
//   const Extractor extractor(options);
//   Extractor::Scratch scratch;
//   Fragment fragment = extractor.extract(document, scratch);
//
// An extractor never changes after construction and may be shared by threads; a scratch belongs to one
// thread.
class Extractor {
 public:
  class Scratch {
   public:
    Scratch();
    ~Scratch();
    Scratch(Scratch&&) noexcept;
    Scratch& operator=(Scratch&&) noexcept;

   private:
    friend class Extractor;
    struct State;
    std::unique_ptr<State> state_;
  };

  // Loads model, gazetteer and lexicon. Throws InputError when one is missing or broken.
  explicit Extractor(const ExtractorOptions& options = {});
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  Fragment extract(const Document& document, Scratch& scratch) const;

  // The same, with what every stage made of it. The result points into `document` and into the extractor.
  Extraction trace(const Document& document, Scratch& scratch) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
