// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/relation_network.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "extract/relations/binary.h"

namespace entente {
namespace {

constexpr std::string_view magic = "ENTRELN1";
constexpr std::size_t state_width = 256;  // of the language network that it was trained on
constexpr float vector_unit = 1.0f / 64.0f;

// Eight floats, in a register or anywhere in memory; the compiler makes of them what the CPU has.
using Floats = float __attribute__((vector_size(32)));
using FloatsAnywhere = float __attribute__((vector_size(32), aligned(4), may_alias));

// out += x * row, the one loop that takes time: 64 sums at once in registers. Compiled without contraction:
// see CMakeLists.txt.
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
__attribute__((target_clones("avx512f", "avx2", "default")))
#endif
void add_rows(float* out, const float* rows, const float* x, std::size_t count, std::size_t width) {
  std::size_t k = 0;
  for (; k + 64 <= width; k += 64) {
    auto* sums = reinterpret_cast<FloatsAnywhere*>(out + k);
    Floats a = sums[0], b = sums[1], c = sums[2], d = sums[3], e = sums[4], f = sums[5], g = sums[6],
           h = sums[7];
    for (std::size_t i = 0; i < count; ++i) {
      const float factor = x[i];
      if (factor == 0) continue;
      const auto* row = reinterpret_cast<const FloatsAnywhere*>(rows + i * width + k);
      a += factor * row[0];
      b += factor * row[1];
      c += factor * row[2];
      d += factor * row[3];
      e += factor * row[4];
      f += factor * row[5];
      g += factor * row[6];
      h += factor * row[7];
    }
    sums[0] = a, sums[1] = b, sums[2] = c, sums[3] = d, sums[4] = e, sums[5] = f, sums[6] = g, sums[7] = h;
  }
  if (k == width) return;
  for (std::size_t i = 0; i < count; ++i) {
    const float factor = x[i];
    if (factor == 0) continue;
    for (std::size_t j = k; j < width; ++j) out[j] += factor * rows[i * width + j];
  }
}

void add_row(float* out, const float* rows, std::size_t row, std::size_t width) {
  for (std::size_t k = 0; k < width; ++k) out[k] += rows[row * width + k];
}

void relu(float* values, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) values[k] = std::max(values[k], 0.0f);
}

// e^x for x <= 0, to six digits (Cephes' polynomial): the C library's differs from CPU to CPU.
float exp_of(float x) {
  if (x < -80.0f) return 0;
  const float n = std::floor(x * 1.44269504f + 0.5f);
  const float r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  for (const float c :
       {1.3981999507e-3f, 8.3334519073e-3f, 4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f})
    p = p * r + c;
  p = p * r * r + r + 1.0f;
  return std::ldexp(p, static_cast<int>(n));
}

// ln x for x >= 1.
float log_of(float x) {
  int exponent = 0;
  float m = std::frexp(x, &exponent);  // 0.5 to 1
  if (m < 0.70710678f) {
    m += m;
    --exponent;
  }
  const float z = (m - 1.0f) / (m + 1.0f), z2 = z * z;  // ln m = 2 atanh z
  const float series =
      2.0f * z * (1.0f + z2 * (0.33333333f + z2 * (0.2f + z2 * (0.14285714f + z2 * 0.11111111f))));
  return series + static_cast<float>(exponent) * 0.69314718f;
}

bool take_floats(std::string_view& bytes, std::vector<float>& values, std::size_t count) {
  if (bytes.size() / 4 < count) return false;
  values.resize(count);
  for (float& value : values) {
    if (!take_float(bytes, value) || !std::isfinite(value)) return false;
  }
  return true;
}

}  // namespace

bool RelationNetwork::take_from(std::string_view bytes) {
  bytes_ = bytes;
  std::uint32_t count = 0, width = 0, networks = 0;
  if (!bytes.starts_with(magic)) return false;
  bytes.remove_prefix(magic.size());
  if (!take_u32(bytes, count) || !take_u32(bytes, width) || width > 1024 || bytes.size() / 4 < count)
    return false;
  keys_.resize(count);
  for (std::uint32_t& key : keys_) take_u32(bytes, key);
  if (!std::is_sorted(keys_.begin(), keys_.end()) || bytes.size() / std::max(width, 1u) < count) return false;
  vector_width_ = width;
  vectors_.resize(std::size_t{count} * width);
  std::memcpy(vectors_.data(), bytes.data(), vectors_.size());
  bytes.remove_prefix(vectors_.size());
  if (!take_u32(bytes, networks) || networks == 0 || networks > 16) return false;
  namespace in = network_inputs;
  const std::size_t token = state_width + width + in::token_rows;
  networks_.assign(networks, {});
  for (Weights& w : networks_) {
    const auto layer = [&](TokenLayer& it, std::size_t outputs) {
      return take_floats(bytes, it.bias, outputs) && take_floats(bytes, it.weights, token * outputs);
    };
    const auto floats = [&](std::vector<float>& values, std::size_t n) {
      return take_floats(bytes, values, n);
    };
    const bool good =
        layer(w.tokens[of_source], end_width) && layer(w.tokens[of_target], end_width) &&
        layer(w.tokens[of_predicate], hidden) && layer(w.tokens[of_context], end_width) &&
        floats(w.places, in::place_rows * end_width) && floats(w.orders, in::order_rows * end_width) &&
        floats(w.query_bias, end_width) && floats(w.query, 2 * end_width * end_width) &&
        floats(w.attention_bias, 2) && floats(w.attention, end_width * 2) &&
        floats(w.source_role, in::role_rows * hidden) && floats(w.target_role, in::role_rows * hidden) &&
        floats(w.role_bias, role_width) && floats(w.role_source, in::role_rows * role_width) &&
        floats(w.role_target, in::role_rows * role_width) && floats(w.roles, role_width * hidden) &&
        floats(w.fits, in::fit_rows * hidden) && floats(w.frame_source, end_width * hidden) &&
        floats(w.frame_target, end_width * hidden) && floats(w.frame_pair, hidden * hidden) &&
        floats(w.frame_bias, event_type_count) && floats(w.frame_out, hidden * event_type_count) &&
        floats(w.fit_weight, in::fit_count) && floats(w.pair_bias, hidden) &&
        floats(w.pair_ends, 2 * end_width * hidden) && floats(w.pair_context, 3 * end_width * hidden) &&
        floats(w.pair_kinds, in::kind_rows * hidden) && floats(w.pair_forms, in::form_rows * hidden) &&
        floats(w.pair_numbers, in::numbers * hidden) && floats(w.out_bias, event_type_count + 1) &&
        floats(w.out, hidden * (event_type_count + 1));
    if (!good) {
      networks_.clear();
      return false;
    }
  }
  return bytes.empty();
}

const std::int8_t* RelationNetwork::vector_of(std::uint32_t key) const {
  const auto found = std::lower_bound(keys_.begin(), keys_.end(), key);
  if (found == keys_.end() || *found != key) return nullptr;
  return vectors_.data() + static_cast<std::size_t>(found - keys_.begin()) * vector_width_;
}

// Where the pairs stand that are being scored.
struct RelationNetwork::Scorer::Place {
  const SentenceView& view;
  const PairContext& context;
};

void RelationNetwork::Scorer::start(const SentenceView& view) {
  for (TokenCache& cache : caches_) {
    cache.known.assign(view.size(), 0);
    for (const Layer which : {of_source, of_target, of_predicate, of_context})
      cache.layers[which].resize(view.size() * (which == of_predicate ? hidden : end_width));
    cache.frame_source.resize(view.size() * hidden);
    cache.frame_target.resize(view.size() * hidden);
  }
}

// A sentence without states (a tree that was given) has
// zeros.
void RelationNetwork::Scorer::add_token(const Place& place, std::uint32_t token, std::size_t n, Layer which,
                                        float* out) const {
  const Weights& w = network_.networks_[n];
  const TokenLayer& it = w.tokens[which];
  const std::size_t width = it.bias.size();
  std::copy(it.bias.begin(), it.bias.end(), out);
  const float* rows = it.weights.data();
  const std::vector<std::uint8_t>& states = place.view.sentence().states;
  float x[1024];
  if (states.size() >= (token + std::size_t{1}) * state_width) {
    for (std::size_t i = 0; i < state_width; ++i)
      x[i] = static_cast<float>(static_cast<int>(states[token * state_width + i]) - 128) / 127.0f;
    add_rows(out, rows, x, state_width, width);
  }
  rows += state_width * width;
  if (const std::int8_t* vector = network_.vector_of(word_key(place.view, token))) {
    for (std::size_t i = 0; i < network_.vector_width_; ++i)
      x[i] = static_cast<float>(vector[i]) * vector_unit;
    add_rows(out, rows, x, network_.vector_width_, width);
  }
  rows += network_.vector_width_ * width;
  for (const std::uint16_t row : token_inputs(place.view, place.context, token))
    add_row(out, rows, row, width);
}

// A layer over a token, made at the first question and kept while the sentence lasts.
const float* RelationNetwork::Scorer::layer(std::size_t n, const Place& place, std::uint32_t token,
                                            Layer which) {
  TokenCache& cache = caches_[n];
  const auto bit = static_cast<std::uint8_t>(1u << which);
  const std::size_t width = which == of_predicate ? hidden : end_width;
  float* values = cache.layers[which].data() + token * width;
  if (cache.known[token] & bit) return values;
  cache.known[token] |= bit;
  add_token(place, token, n, which, values);
  if (which == of_source) enter_frames(network_.networks_[n].frame_source, values, cache.frame_source, token);
  if (which == of_target) enter_frames(network_.networks_[n].frame_target, values, cache.frame_target, token);
  return values;
}

// What an end brings into every frame that it stands in.
void RelationNetwork::Scorer::enter_frames(const std::vector<float>& weights, float* values,
                                           std::vector<float>& frames, std::uint32_t token) {
  relu(values, end_width);
  float* frame = frames.data() + token * hidden;
  std::fill_n(frame, hidden, 0.0f);
  add_rows(frame, weights.data(), values, end_width, hidden);
}

// Two means of the context under the attention of source and target, and its greatest values.
void RelationNetwork::Scorer::add_context(std::size_t n, const Place& place, const PairInputs& inputs,
                                          const float* source, const float* target, float* pair) {
  const Weights& w = network_.networks_[n];
  float query[end_width];
  std::copy(w.query_bias.begin(), w.query_bias.end(), query);
  add_rows(query, w.query.data(), source, end_width, end_width);
  add_rows(query, w.query.data() + end_width * end_width, target, end_width, end_width);
  const std::size_t count = inputs.context.size();
  std::vector<float> values(count * end_width), scores(count * 2);
  float pooled[3 * end_width] = {}, top[2] = {-1e9f, -1e9f};
  for (std::size_t i = 0; i < count; ++i) {
    const ContextInputs& at = inputs.context[i];
    float *u = values.data() + i * end_width, *score = scores.data() + i * 2, asked[end_width];
    std::copy_n(layer(n, place, at.token, of_context), end_width, u);
    add_row(u, w.places.data(), at.place, end_width);
    add_row(u, w.orders.data(), at.order, end_width);
    relu(u, end_width);
    for (std::size_t k = 0; k < end_width; ++k) {
      asked[k] = std::max(u[k] + query[k], 0.0f);
      pooled[2 * end_width + k] = std::max(pooled[2 * end_width + k], u[k]);
    }
    std::copy(w.attention_bias.begin(), w.attention_bias.end(), score);
    add_rows(score, w.attention.data(), asked, end_width, 2);
    for (const int h : {0, 1}) top[h] = std::max(top[h], score[h]);
  }
  float total[2] = {};
  for (std::size_t i = 0; i < count; ++i) {
    for (const int h : {0, 1}) total[h] += scores[2 * i + h] = exp_of(scores[2 * i + h] - top[h]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (const int h : {0, 1}) {
      const float share = scores[2 * i + h] / total[h];
      for (std::size_t k = 0; k < end_width; ++k)
        pooled[h * end_width + k] += share * values[i * end_width + k];
    }
  }
  add_rows(pair, w.pair_context.data(), pooled, 3 * end_width, hidden);
}

void RelationNetwork::Scorer::add_scores(std::size_t n, const Place& place, const PairInputs& inputs,
                                         Scores& sum) {
  const Weights& w = network_.networks_[n];
  float pair[hidden], out[event_type_count + 1], of_pair[hidden] = {};
  std::copy(w.pair_bias.begin(), w.pair_bias.end(), pair);
  add_rows(pair, w.pair_ends.data(), layer(n, place, inputs.source, of_source), end_width, hidden);
  add_rows(pair, w.pair_ends.data() + end_width * hidden, layer(n, place, inputs.target, of_target),
           end_width, hidden);
  add_context(n, place, inputs, layer(n, place, inputs.source, of_source),
              layer(n, place, inputs.target, of_target), pair);
  add_row(pair, w.pair_kinds.data(), inputs.kinds, hidden);
  add_row(pair, w.pair_forms.data(), inputs.forms, hidden);
  add_rows(pair, w.pair_numbers.data(), inputs.numbers.data(), inputs.numbers.size(), hidden);
  relu(pair, hidden);
  std::copy(w.out_bias.begin(), w.out_bias.end(), out);
  add_rows(out, w.out.data(), pair, hidden, event_type_count + 1);
  add_rows(of_pair, w.frame_pair.data(), pair, hidden, hidden);

  std::vector<Scores> frames;
  Scores top;
  top.fill(-1e9f);
  for (const FrameInputs& frame : inputs.frames) {
    float f[hidden], role[role_width];
    std::copy_n(layer(n, place, frame.predicate, of_predicate), hidden, f);
    std::copy(w.role_bias.begin(), w.role_bias.end(), role);
    for (const std::uint16_t row : frame.source_role) {
      add_row(f, w.source_role.data(), row, hidden);
      add_row(role, w.role_source.data(), row, role_width);
    }
    for (const std::uint16_t row : frame.target_role) {
      add_row(f, w.target_role.data(), row, hidden);
      add_row(role, w.role_target.data(), row, role_width);
    }
    relu(role, role_width);
    add_rows(f, w.roles.data(), role, role_width, hidden);
    for (const std::uint16_t row : frame.fits) add_row(f, w.fits.data(), row, hidden);
    layer(n, place, frame.source, of_source);
    layer(n, place, frame.target, of_target);
    add_row(f, caches_[n].frame_source.data(), frame.source, hidden);
    add_row(f, caches_[n].frame_target.data(), frame.target, hidden);
    add_row(f, of_pair, 0, hidden);
    relu(f, hidden);
    Scores& z = frames.emplace_back();
    std::copy(w.frame_bias.begin(), w.frame_bias.end(), z.begin());
    add_rows(z.data(), w.frame_out.data(), f, hidden, event_type_count);
    for (const std::uint16_t row : frame.fits)
      z[row / network_inputs::fit_count] += w.fit_weight[row % network_inputs::fit_count];
    for (std::size_t k = 0; k < event_type_count; ++k) top[k] = std::max(top[k], z[k]);
  }
  for (std::size_t k = 0; k < event_type_count; ++k) {
    float total = 0;
    for (const Scores& z : frames) total += exp_of(z[k] - top[k]);
    sum[k] += top[k] + log_of(total) + out[k] + out[event_type_count];
  }
}

RelationNetwork::Scores RelationNetwork::Scorer::score(const SentenceView& view, const PairContext& context,
                                                       const ActorPair& pair, bool swapped) {
  Scores sum{};
  if (network_.empty()) return sum;
  const PairInputs inputs = pair_inputs(view, context, pair, swapped);
  const Place place{view, context};
  for (std::size_t n = 0; n < caches_.size(); ++n) add_scores(n, place, inputs, sum);
  for (float& value : sum) value /= static_cast<float>(caches_.size());
  return sum;
}

}  // namespace entente
