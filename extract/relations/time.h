// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/relations/dependency_tree.h"

namespace entente {

// An expression of time in a sentence: tokens [begin, end) and the date or period that they mean, ISO 8601:
// "2023-02-21", "2023-04", "2023", "2023-04-01/2023-05-10".
struct TimeExpression {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string value;
};

// Every expression of time that can be dated: "on Tuesday", "last month", "Feb. 24", "in April", "yesterday",
// "in 2003", "two weeks ago". `anchor` is the document's date; without it only what names its year is dated.
std::vector<TimeExpression> find_times(const Sentence& sentence, std::string_view anchor);

// The one that dates the predicate: nearest below it or the verb that carries it. Empty: none.
std::string date_of(const DependencyTree& tree, std::uint32_t predicate,
                    const std::vector<TimeExpression>& times);

}  // namespace entente
