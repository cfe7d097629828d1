// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace entente {

// Weights of a linear model: for each feature id one small integer for each output. Ids that it does not hold
// weigh nothing.
class LinearTable {
 public:
  static constexpr float unit = 1.0f / 512.0f;  // what a stored 1 stands for

  LinearTable() = default;
  explicit LinearTable(std::size_t outputs) : outputs_(outputs), rows_(outputs, 0) {}

  std::size_t outputs() const noexcept { return outputs_; }
  std::size_t size() const noexcept { return keys_.size(); }
  bool empty() const noexcept { return keys_.empty(); }

  // Ids must be added in growing order; weights are rounded to units and cut to what 16 bits hold. A row of
  // zeros is left out. build_index() ends the adding.
  void add(std::uint32_t id, std::span<const float> weights);
  void build_index();

  // The weights of a feature, outputs() of them: a row of zeros for one that the table does not hold.
  const std::int16_t* row(std::uint32_t id) const {
    if (slots_.empty()) return rows_.data();
    for (std::uint32_t at = id & mask_;; at = (at + 1) & mask_) {
      const Slot slot = slots_[at];
      if (slot.row == 0 || slot.id == id) return rows_.data() + slot.row * outputs_;
    }
  }

  // Asks the memory for what row(id) will look at first.
  void prefetch(std::uint32_t id) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[id & mask_]);
  }

  // Appends the table to `out`; take_from() reads it back, advancing `bytes`, and returns false when they are
  // no table.
  void append_to(std::string& out) const;
  bool take_from(std::string_view& bytes);

 private:
  struct Slot {
    std::uint32_t id = 0;
    std::uint32_t row = 0;  // 0: free
  };

  std::size_t outputs_ = 0;
  std::vector<std::uint32_t> keys_;
  std::vector<std::int16_t> rows_;  // row 0 is all zeros; key i has row i + 1
  std::vector<Slot> slots_;         // open addressing
  std::uint32_t mask_ = 0;
};

}  // namespace entente
