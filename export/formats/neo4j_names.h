// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "graph/actor.h"

namespace entente {

std::string_view neo4j_label(ActorKind kind);   // "Country": beside "Actor", which every actor bears
std::string office_text(const Office& office);  // "Foreign Minister, country:RUS (former)"

}  // namespace entente
