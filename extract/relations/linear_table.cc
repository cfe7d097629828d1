// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/linear_table.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string_view>

namespace entente {
namespace {

void put(std::string& out, std::uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift & 0xFF));
}

bool take(std::string_view& bytes, std::uint32_t& value) {
  if (bytes.size() < 4) return false;
  value = 0;
  for (int i = 0; i < 4; ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  bytes.remove_prefix(4);
  return true;
}

}  // namespace

void LinearTable::add(std::uint32_t id, std::span<const float> weights) {
  const auto stored = [](float weight) {
    return static_cast<std::int16_t>(std::clamp(std::round(weight / unit), -32767.0f, 32767.0f));
  };
  if (std::all_of(weights.begin(), weights.end(), [&](float weight) { return stored(weight) == 0; })) return;
  keys_.push_back(id);
  for (const float weight : weights) rows_.push_back(stored(weight));
}

void LinearTable::build_index() {
  const std::size_t slots = std::bit_ceil(std::max<std::size_t>(keys_.size() * 2, 16));
  slots_.assign(slots, {});
  mask_ = static_cast<std::uint32_t>(slots - 1);
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    std::uint32_t at = keys_[i] & mask_;
    while (slots_[at].row != 0) at = (at + 1) & mask_;
    slots_[at] = {keys_[i], static_cast<std::uint32_t>(i + 1)};
  }
}

void LinearTable::append_to(std::string& out) const {
  put(out, static_cast<std::uint32_t>(outputs_));
  put(out, static_cast<std::uint32_t>(keys_.size()));
  for (const std::uint32_t key : keys_) put(out, key);
  for (std::size_t i = outputs_; i < rows_.size(); ++i) {
    const auto bits = static_cast<std::uint16_t>(rows_[i]);
    out.push_back(static_cast<char>(bits & 0xFF));
    out.push_back(static_cast<char>(bits >> 8));
  }
}

bool LinearTable::take_from(std::string_view& bytes) {
  std::uint32_t outputs = 0, count = 0;
  if (!take(bytes, outputs) || !take(bytes, count) || outputs > 64) return false;
  const std::uint64_t need = std::uint64_t{count} * 4 + std::uint64_t{count} * outputs * 2;
  if (need > bytes.size()) return false;
  *this = LinearTable(outputs);
  keys_.resize(count);
  for (std::uint32_t& key : keys_) take(bytes, key);
  if (!std::is_sorted(keys_.begin(), keys_.end(), std::less_equal<>{}) && count > 1) return false;
  rows_.reserve((std::size_t{count} + 1) * outputs);
  for (std::size_t i = 0; i < std::size_t{count} * outputs; ++i) {
    const auto low = static_cast<unsigned char>(bytes[2 * i]),
               high = static_cast<unsigned char>(bytes[2 * i + 1]);
    rows_.push_back(static_cast<std::int16_t>(static_cast<std::uint16_t>(low | high << 8)));
  }
  bytes.remove_prefix(std::size_t{count} * outputs * 2);
  build_index();
  return true;
}

}  // namespace entente
