// SPDX-License-Identifier: Apache-2.0
#include "extract/language/network/tree_decoder.h"

#include <algorithm>
#include <cassert>

namespace entente {
namespace {

enum : std::uint8_t { untouched, on_path, finished };

// More than the scores of any tree together could make up for: each root arc beyond the first costs too much.
constexpr std::int64_t root_price = std::int64_t{1} << 48;

}  // namespace

void TreeDecoder::decode(std::span<const std::int32_t> scores, std::size_t stride, int n,
                         std::span<std::int32_t> heads) {
  assert(n >= 1 && stride > static_cast<std::size_t>(n) && heads.size() == static_cast<std::size_t>(n));
  if (greedy(scores, stride, n, heads)) return;
  load(scores, stride, n);
  for (int start = 1; start <= n; ++start) {
    if (state_[start] != untouched) continue;  // done, or swallowed by a cycle
    path_.assign(1, start);
    state_[start] = on_path;
    while (true) {
      const int head = best_head(path_.back());
      if (state_[head] == finished) break;
      if (state_[head] == untouched) {
        state_[head] = on_path;
        path_.push_back(head);
      } else {
        contract(std::find(path_.begin(), path_.end(), head) - path_.begin());
      }
    }
    for (const int slot : path_) state_[slot] = finished;
  }
  settle(n, heads);
}

// Each word's best head; whether that is a tree with one root.
bool TreeDecoder::greedy(std::span<const std::int32_t> scores, std::size_t stride, int n,
                         std::span<std::int32_t> heads) {
  int roots = 0;
  for (int d = 0; d < n; ++d) {
    const std::int32_t* row = scores.data() + d * stride;
    int best = 0;
    for (int h = 1; h <= n; ++h)
      if (h != d + 1 && row[h] > row[best]) best = h;
    heads[d] = best - 1;
    roots += best == 0;
  }
  if (roots != 1) return false;
  // A walk up from each word must end at the root; words met on earlier walks need no second look.
  state_.assign(n, untouched);
  for (int d = 0; d < n; ++d) {
    int at = d;
    while (at >= 0 && state_[at] == untouched) {
      state_[at] = on_path;
      at = heads[at];
    }
    if (at >= 0 && state_[at] == on_path) return false;
    for (at = d; at >= 0 && state_[at] == on_path; at = heads[at]) state_[at] = finished;
  }
  return true;
}

void TreeDecoder::load(std::span<const std::int32_t> scores, std::size_t stride, int n) {
  size_ = static_cast<std::size_t>(n) + 1;
  arcs_.resize(size_ * size_);
  for (int h = 0; h <= n; ++h)
    for (int d = 1; d <= n; ++d) arc(h, d) = {scores[(d - 1) * stride + h] - (h == 0 ? root_price : 0), h, d};
  chosen_.assign(size_, Arc{});
  parent_.assign(size_, -1);
  node_.resize(size_);
  live_.resize(size_);
  for (std::size_t i = 0; i < size_; ++i) node_[i] = live_[i] = static_cast<int>(i);
  state_.assign(size_, untouched);
  state_[0] = finished;
}

int TreeDecoder::best_head(int slot) {
  int best = -1;
  for (const int from : live_)
    if (from != slot && (best < 0 || arc(from, slot).score > arc(best, slot).score)) best = from;
  chosen_[node_[slot]] = arc(best, slot);
  return best;
}

// Draws the cycle path_[from..] together into its first slot, which stays the end of the path.
void TreeDecoder::contract(std::size_t from) {
  const std::span<const int> cycle(path_.data() + from, path_.size() - from);
  const int slot = cycle.front();
  const int made = static_cast<int>(chosen_.size());
  std::erase_if(live_,
                [&](int s) { return s != slot && std::find(cycle.begin(), cycle.end(), s) != cycle.end(); });
  // Into the cycle: what an arc gains over the one it would break. Out of it: the best of the members'.
  for (const int other : live_) {
    if (other == slot) continue;
    Arc in = arc(other, slot), out = arc(slot, other);
    in.score -= chosen_[node_[slot]].score;
    for (const int member : cycle.subspan(1)) {
      Arc candidate = arc(other, member);
      candidate.score -= chosen_[node_[member]].score;
      if (candidate.score > in.score) in = candidate;
      if (arc(member, other).score > out.score) out = arc(member, other);
    }
    arc(other, slot) = in;
    arc(slot, other) = out;
  }
  for (const int member : cycle) parent_[node_[member]] = made;
  chosen_.push_back({});
  parent_.push_back(-1);
  node_[slot] = made;
  path_.resize(from + 1);
}

// Opens the cycles, the last made first: the arc that enters one replaces the arc of the member it ends at.
void TreeDecoder::settle(int n, std::span<std::int32_t> heads) {
  for (int node = static_cast<int>(chosen_.size()) - 1; node > n; --node) {
    int member = chosen_[node].dependent;
    while (parent_[member] != node) member = parent_[member];
    chosen_[member] = chosen_[node];
  }
  for (int d = 0; d < n; ++d) heads[d] = chosen_[d + 1].head - 1;
}

}  // namespace entente
