// SPDX-License-Identifier: Apache-2.0
#include "extract/language/network/name_decoder.h"

#include <algorithm>

namespace entente {

void NameDecoder::decode(const float* scores, std::size_t stride, int n,
                         std::span<const std::optional<NameType>> types, std::uint32_t first,
                         std::vector<NameSpan>& out) {
  const std::size_t labels = 2 * types.size() + 1;
  back_.resize(n * labels);
  best_.assign(scores, scores + labels);
  for (std::size_t i = 2; i < labels; i += 2) best_[i] = -1e30f;  // no sentence goes on with a name
  for (int t = 1; t < n; ++t) {
    last_.swap(best_);
    best_.resize(labels);
    const float* row = scores + t * stride;
    const auto before =
        static_cast<std::uint8_t>(std::max_element(last_.begin(), last_.end()) - last_.begin());
    std::uint8_t* back = back_.data() + t * labels;
    for (std::size_t i = 0; i < labels; ++i) {
      const bool goes_on = i > 0 && i % 2 == 0;
      back[i] = !goes_on ? before : static_cast<std::uint8_t>(last_[i] > last_[i - 1] ? i : i - 1);
      best_[i] = last_[back[i]] + row[i];
    }
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
