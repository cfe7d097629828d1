// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

// Whether the text is well-formed XML as far as pictures go: one root, elements that nest, quoted attributes,
// known entities, characters that XML 1.0 allows in valid UTF-8. Empty where it is, else what is wrong and at
// which byte. Neither DTDs nor namespaces are read.
std::string why_not_well_formed(std::string_view text);

}  // namespace entente
