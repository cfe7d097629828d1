// SPDX-License-Identifier: Apache-2.0
#include "export/title.h"

namespace entente {

std::string title_of(const KnowledgeGraph& graph, std::string_view asked) {
  if (!asked.empty()) return std::string(asked);
  if (graph.document_count() != 1) {
    return "Actors and relations in " + std::to_string(graph.document_count()) + " documents";
  }
  const DocumentInfo document = graph.document(0);
  return document.title.empty() ? document.id : document.title;
}

}  // namespace entente
