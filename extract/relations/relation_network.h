// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/relations/network_inputs.h"

namespace entente {

// A small network that says what one actor does to another from the language network's states, word vectors,
// the roles of the two and the lexicon: training/relation_network.py has the formulas and trains it. Several
// may stand in one file; their mean counts. Never changes after it is read; shared by threads.
//
// Sums run in one order, without fused multiply-adds, and exp and log are its own: the same numbers on every
// CPU.
class RelationNetwork {
 public:
  using Scores = std::array<float, event_type_count>;

  bool empty() const noexcept { return networks_.empty(); }

  // Reads what relation_network.py wrote; false when it is not that, or has bytes left over.
  bool take_from(std::string_view bytes);
  const std::string& bytes() const noexcept { return bytes_; }

  // What a layer over a token is for, in the order of the file.
  enum Layer : std::uint8_t { of_source, of_target, of_predicate, of_context };

  // Scores the pairs of one sentence after another; keeps what pairs of a sentence share.
  class Scorer {
   public:
    explicit Scorer(const RelationNetwork& network) : network_(network), caches_(network.networks_.size()) {}

    // Call at each new sentence.
    void start(const SentenceView& view);

    // Log-odds of each type of the ordered pair; zeros when the network is empty.
    Scores score(const SentenceView& view, const PairContext& context, const ActorPair& pair, bool swapped);

   private:
    struct TokenCache {
      std::array<std::vector<float>, 4> layers;  // rows by token
      std::vector<float> frame_source, frame_target;
      std::vector<std::uint8_t> known;  // a bit for each layer
    };
    struct Place;

    const float* layer(std::size_t n, const Place& place, std::uint32_t token, Layer which);
    static void enter_frames(const std::vector<float>& weights, float* values, std::vector<float>& frames,
                             std::uint32_t token);
    void add_context(std::size_t n, const Place& place, const PairInputs& inputs, const float* source,
                     const float* target, float* pair);
    void add_token(const Place& place, std::uint32_t token, std::size_t n, Layer which, float* out) const;
    void add_scores(std::size_t n, const Place& place, const PairInputs& inputs, Scores& sum);

    const RelationNetwork& network_;
    std::vector<TokenCache> caches_;
  };

 private:
  static constexpr std::size_t end_width = 64, hidden = 128, role_width = 48;

  // A layer over a token: the states' rows, the word vector's, then the others'.
  struct TokenLayer {
    std::vector<float> bias, weights;
  };
  struct Weights {
    std::array<TokenLayer, 4> tokens;  // by Layer
    std::vector<float> places, orders, query_bias, query, attention_bias, attention;
    std::vector<float> source_role, target_role, role_bias, role_source, role_target, roles, fits;
    std::vector<float> frame_source, frame_target, frame_pair, frame_bias, frame_out, fit_weight;
    std::vector<float> pair_bias, pair_ends, pair_context, pair_kinds, pair_forms, pair_numbers, out_bias,
        out;
  };

  // The row of a word's vector, or null.
  const std::int8_t* vector_of(std::uint32_t key) const;

  std::string bytes_;
  std::size_t vector_width_ = 0;
  std::vector<std::uint32_t> keys_;  // sorted
  std::vector<std::int8_t> vectors_;
  std::vector<Weights> networks_;
};

}  // namespace entente
