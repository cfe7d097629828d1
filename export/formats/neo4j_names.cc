// SPDX-License-Identifier: Apache-2.0
#include "export/formats/neo4j_names.h"

namespace entente {

std::string_view neo4j_label(ActorKind kind) {
  switch (kind) {
    case ActorKind::country:
      return "Country";
    case ActorKind::official:
      return "Official";
    case ActorKind::person:
      return "Person";
    case ActorKind::institution:
      return "Institution";
    case ActorKind::bloc:
      return "Bloc";
  }
  return "Actor";
}

std::string office_text(const Office& office) {
  return office.title + (office.of.empty() ? "" : ", " + office.of) + (office.current ? "" : " (former)");
}

}  // namespace entente
