// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extract/relations/pair_features.h"
#include "extract/relations/sentence_view.h"
#include "extract/relations/type_features.h"

namespace entente {

// What the relation network sees. Ids are rows of its tables; training/relation_network.py reads the same
// numbers, written by `entente_train_relations --dump`, so that both sides agree by construction.
namespace network_inputs {

inline constexpr std::size_t token_rows =
    17 + 64 + 16 + 5 + 6;                                      // tag, relation, lexicon types, what it makes
                                                               // of its complement, kind of the actor here
inline constexpr std::size_t role_rows = 13 + 44 + 4 + 3 + 2;  // place, preposition, steps below, steps up,
                                                               // shared, coordinated
inline constexpr std::size_t fit_count = 7;
inline constexpr std::size_t fit_rows = event_type_count * fit_count;
inline constexpr std::size_t kind_rows = 25;  // of source and target
inline constexpr std::size_t form_rows = 49;
inline constexpr std::size_t numbers = 10;
inline constexpr std::size_t place_rows = 11;  // of a context token to the path between the two
inline constexpr std::size_t order_rows = 10;  // of a context token to the two in the text

}  // namespace network_inputs

// A predicate between source and target, and how each stands to it.
struct FrameInputs {
  std::uint32_t predicate = 0;  // tokens
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::vector<std::uint16_t> source_role, target_role, fits;
};

// A token on or near the path between the two.
struct ContextInputs {
  std::uint32_t token = 0;
  std::uint16_t place = 0;
  std::uint16_t order = 0;
};

struct PairInputs {
  std::uint32_t source = 0;  // tokens: the heads of the nearest mentions
  std::uint32_t target = 0;
  std::uint16_t kinds = 0;
  std::uint16_t forms = 0;
  std::array<float, network_inputs::numbers> numbers{};
  std::vector<FrameInputs> frames;     // at least one
  std::vector<ContextInputs> context;  // at least one, in text order
};

// The rows that describe a token; `mentions` are those of the sentence.
std::vector<std::uint16_t> token_inputs(const SentenceView& view, const PairContext& context,
                                        std::uint32_t token);

// Key of a token's lemma and word class in the table of word vectors.
std::uint32_t word_key(const SentenceView& view, std::uint32_t token);

PairInputs pair_inputs(const SentenceView& view, const PairContext& context, const ActorPair& pair,
                       bool swapped);

}  // namespace entente
