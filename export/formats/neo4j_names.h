// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "graph/view.h"

namespace entente {

std::string_view neo4j_label(ActorKind kind);           // "Country": beside "Actor", which every actor bears
std::string office_text(const OfficeView& office);      // "Foreign Minister, country:RUS (former)"
std::string identifier_text(const ExternalIdView& id);  // "wikidata:Q148"

}  // namespace entente
