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

std::string office_text(const OfficeView& office) {
  std::string text(office.title);
  if (!office.of.empty()) text.append(", ").append(office.of);
  if (!office.current) text += " (former)";
  return text;
}

std::string identifier_text(const ExternalIdView& id) {
  return std::string(id.scheme).append(":").append(id.value);
}

}  // namespace entente
