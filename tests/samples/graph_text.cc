// SPDX-License-Identifier: Apache-2.0
#include "tests/samples/graph_text.h"

namespace entente {

std::string graph_text(const KnowledgeGraph& graph) {
  std::string text;
  for (std::size_t i = 0; i < graph.document_count(); ++i)
    text += "document " + graph.document(i).id + " \"" + graph.document(i).title + "\" " + graph.document(i).date + "\n";
  for (const Actor& actor : graph.actors()) {
    text += std::string(to_string(actor.kind)) + " " + actor.id + " \"" + actor.label + "\" " + actor.country + " " +
            std::to_string(actor.mentions) + " mentions:";
    for (const Alias& alias : actor.aliases) text += " \"" + alias.name + "\"";
    for (const Office& office : actor.offices)
      text += std::string(office.current ? "" : " former") + " [" + office.title + " of " + office.of + "]";
    text += "\n";
  }
  for (const Relation& relation : graph.relations()) {
    text += relation.source + (relation.symmetric ? " <-> " : " -> ") + relation.target + " " + relation.type + " " +
            std::string(to_string(relation.status));
    if (!relation.mode.empty()) text += " " + relation.mode;
    if (!relation.by.empty()) text += " by " + relation.by;
    if (!relation.date.empty()) text += " " + relation.date;
    for (const Evidence& evidence : relation.evidence)
      text += "\n    \"" + evidence.quote + "\" [" + std::to_string(evidence.begin) + ", " + std::to_string(evidence.end) + ")";
    text += "\n";
  }
  return text;
}

}  // namespace entente
