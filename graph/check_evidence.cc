// SPDX-License-Identifier: Apache-2.0
#include "graph/check_evidence.h"

#include <stdexcept>

#include "graph/utf8.h"

namespace entente {
namespace {

std::optional<EvidenceFault> check(const Evidence& evidence, std::string_view original) {
  if (evidence.begin > evidence.end || evidence.end > original.size()) return EvidenceFault{evidence, ""};
  const std::string_view bytes = original.substr(evidence.begin, evidence.end - evidence.begin);
  if (bytes == evidence.quote || repair_utf8(bytes) == evidence.quote) return std::nullopt;
  return EvidenceFault{evidence, std::string(bytes)};
}

}  // namespace

std::string EvidenceFault::message() const {
  return "document " + evidence.document + ": bytes " + std::to_string(evidence.begin) + " to " +
         std::to_string(evidence.end) + " are \"" + repair_utf8(found) + "\", not the quote \"" +
         repair_utf8(evidence.quote) + "\"";
}

std::optional<EvidenceFault> check_evidence(const Fragment& fragment, std::string_view original) {
  for (const Relation& relation : fragment.relations) {
    for (const Evidence& evidence : relation.evidence) {
      if (auto fault = check(evidence, original)) return fault;
    }
  }
  return std::nullopt;
}

std::optional<EvidenceFault> check_evidence(const KnowledgeGraph& graph, std::string_view document,
                                            std::string_view original) {
  const std::optional<Fragment> fragment = graph.fragment(document);
  if (!fragment) throw std::invalid_argument("the graph has no document \"" + std::string(document) + "\"");
  return check_evidence(*fragment, original);
}

}  // namespace entente
