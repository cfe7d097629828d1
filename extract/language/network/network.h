// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>

#include "extract/language/model_file.h"
#include "extract/language/network/kernels.h"
#include "extract/language/sentence.h"

namespace entente {

// Whose idea of a name to follow.
enum class NameScheme : std::uint8_t {
  uner,  // Universal NER's persons, organisations and places, and where they leave room, nationalities and
         // other names
  gmb,  // the Groningen Meaning Bank's: titles belong to persons, and countries' adjectives are nationalities
};

// The network that tags, parses and names sentences whose tokens are known: embedded word features, a stack
// of two-way gated recurrences, and one head for each question, in 8-bit integers (training/network.py has
// the formulas). The sentences of a call go through together, in groups of some hundred tokens.
//
// A Network never changes and may be shared by threads, each with its own Scratch. The same sentences give
// the same analysis in any company, on any thread and with any instruction set.
class Network {
 public:
  // Buffers, reused from call to call.
  class Scratch {
   public:
    Scratch();
    ~Scratch();
    Scratch(Scratch&&) noexcept;
    Scratch& operator=(Scratch&&) noexcept;

   private:
    friend class Network;
    struct State;
    std::unique_ptr<State> state_;
  };

  // Sentences of more tokens are parsed in pieces of this size; the later pieces' roots hang on the first
  // one's as parataxis.
  static constexpr int longest_piece = 512;

  // Reads the sections "network/..." and "names/..." of `model`, which must outlive the network. Throws
  // InputError when they are not what they should be. Precondition: supported(isa).
  explicit Network(const ModelFile& model, Isa isa = best_isa());
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;
  ~Network();

  // Sets upos, feats, morphology, deprel and head of every token from its form, and the names and states of
  // every sentence. Each sentence gets exactly one root. An empty sentence stays empty.
  void annotate(std::span<Sentence> sentences, Scratch& scratch, NameScheme names = NameScheme::uner) const;

  // Bytes of Sentence::states for each token.
  std::size_t state_width() const;

 private:
  struct Weights;
  std::unique_ptr<const Weights> weights_;
};

}  // namespace entente
