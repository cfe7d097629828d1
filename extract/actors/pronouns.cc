// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/resolution.h"

namespace entente {

void Resolution::resolve_pronouns() {}

}  // namespace entente
