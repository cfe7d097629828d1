// SPDX-License-Identifier: Apache-2.0
#include "extract/language/network/name_decoder.h"

#include <algorithm>

namespace entente {

// Without moves, a label that does not go on has the same best predecessor as any other.
void NameDecoder::step(const float* row, std::size_t labels, std::uint8_t* back) {
  const auto before = static_cast<std::uint8_t>(std::max_element(last_.begin(), last_.end()) - last_.begin());
  for (std::size_t i = 0; i < labels; ++i) {
    const bool goes_on = i > 0 && i % 2 == 0;
    back[i] = !goes_on ? before : static_cast<std::uint8_t>(last_[i] > last_[i - 1] ? i : i - 1);
    best_[i] = last_[back[i]] + row[i];
  }
}

void NameDecoder::step(const float* row, std::size_t labels, std::span<const float> moves,
                       std::uint8_t* back) {
  for (std::size_t i = 0; i < labels; ++i) {
    const bool goes_on = i > 0 && i % 2 == 0;
    const std::size_t begin = goes_on ? i - 1 : 0, end = goes_on ? i + 1 : labels;
    std::size_t before = begin;
    float most = last_[begin] + moves[begin * labels + i];
    for (std::size_t k = begin + 1; k < end; ++k) {
      const float sum = last_[k] + moves[k * labels + i];
      if (sum > most) most = sum, before = k;
    }
    back[i] = static_cast<std::uint8_t>(before);
    best_[i] = most + row[i];
  }
}

void NameDecoder::decode(const float* scores, std::size_t stride, int n,
                         std::span<const std::optional<NameType>> types, std::uint32_t first,
                         std::vector<NameSpan>& out, std::span<const float> moves) {
  const std::size_t labels = 2 * types.size() + 1;
  back_.resize(n * labels);
  best_.assign(scores, scores + labels);
  for (std::size_t i = 2; i < labels; i += 2) best_[i] = -1e30f;  // no sentence goes on with a name
  for (int t = 1; t < n; ++t) {
    last_.swap(best_);
    best_.resize(labels);
    if (moves.empty())
      step(scores + t * stride, labels, back_.data() + t * labels);
    else
      step(scores + t * stride, labels, moves, back_.data() + t * labels);
  }
  out.clear();
  std::size_t label = std::max_element(best_.begin(), best_.end()) - best_.begin();
  std::uint32_t end = 0;
  for (int t = n - 1; t >= 0; --t) {
    if (label > 0) {
      if (end == 0) end = static_cast<std::uint32_t>(t) + 1;
      if (label % 2 == 1) {
        if (const auto type = types[label / 2]) out.push_back({first + t, first + end, *type});
        end = 0;
      }
    }
    if (t > 0) label = back_[t * labels + label];
  }
  std::reverse(out.begin(), out.end());
}

void merge_names(std::vector<NameSpan>& names, std::span<const NameSpan> more) {
  const std::size_t given = names.size();
  std::size_t at = 0;
  for (const NameSpan& span : more) {
    if (span.type != NameType::nationality && span.type != NameType::other) continue;
    while (at < given && names[at].end <= span.begin) ++at;
    if (at == given || names[at].begin >= span.end) names.push_back(span);
  }
  std::inplace_merge(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(given), names.end(),
                     [](const NameSpan& a, const NameSpan& b) { return a.begin < b.begin; });
}

}  // namespace entente
