// SPDX-License-Identifier: Apache-2.0
#include "export/text/text_buffer.h"

#include <algorithm>

namespace entente {

void TextBuffer::grow(std::size_t more) {
  const std::size_t used = size();
  const std::size_t capacity = static_cast<std::size_t>(limit_ - begin_.get());
  const std::size_t wanted = std::max({used + more, 2 * capacity, std::size_t{64}});
  auto larger = std::make_unique_for_overwrite<char[]>(wanted);
  if (used > 0) std::memcpy(larger.get(), begin_.get(), used);
  begin_ = std::move(larger);
  end_ = begin_.get() + used;
  limit_ = begin_.get() + wanted;
}

}  // namespace entente
