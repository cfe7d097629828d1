// SPDX-License-Identifier: Apache-2.0
#include "extract/language/segmenter.h"

#include <string>

#include "graph/error.h"

namespace entente {

Segmenter::Segmenter(std::span<const std::byte> section, std::string_view file) {
  constexpr std::size_t table = LinearModel::size * sizeof(std::int16_t);
  const bool aligned = reinterpret_cast<std::uintptr_t>(section.data()) % alignof(std::int16_t) == 0;
  if (section.size() != 2 * table || !aligned)
    throw InputError(std::string(file), "the segmenter's weights have the wrong size");
  const auto* weights = reinterpret_cast<const std::int16_t*>(section.data());
  tokens_ = LinearModel(std::span<const std::int16_t, LinearModel::size>(weights, LinearModel::size));
  sentences_ = LinearModel(
      std::span<const std::int16_t, LinearModel::size>(weights + LinearModel::size, LinearModel::size));
}

void Segmenter::cut_tokens(Scratch& scratch) const {
  const std::vector<Atom>& atoms = scratch.atoms;
  TokenGaps gaps(atoms);
  FeatureRows rows;
  scratch.tokens.clear();
  for (std::size_t at = 0; at < atoms.size();) {
    const std::size_t end = gaps.enter_chunk(at);
    std::size_t token = at;
    for (std::size_t i = at + 1; i < end; ++i) {
      int border = gaps.certain(i, token);
      if (border < 0) {
        gaps.features(i, token, rows);
        border = tokens_.score(rows) > 0;
      }
      if (!border) continue;
      scratch.tokens.push_back(make_token(atoms, token, i));
      token = i;
    }
    scratch.tokens.push_back(make_token(atoms, token, end));
    at = end;
  }
}

void Segmenter::cut_sentences(Scratch& scratch) const {
  SentenceGaps& gaps = scratch.sentence_gaps;
  FeatureRows rows;
  gaps.enter_block(scratch.tokens);
  scratch.starts.assign(1, 0);
  for (std::size_t i = 1; i < scratch.tokens.size(); ++i) {
    if (!gaps.possible(i)) continue;
    int border = gaps.certain(i);
    if (border < 0) {
      gaps.features(i, scratch.starts.back(), rows);
      border = sentences_.score(rows) > 0;
    }
    if (border) scratch.starts.push_back(static_cast<std::uint32_t>(i));
  }
}

}  // namespace entente
