// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

#include "graph/knowledge_graph.h"
#include "graph/ontology.h"

namespace entente {

// Reads what write_json wrote, and node-link JSON of other makers with the same fields ("edges" is as good as
// "links"). Unknown fields are skipped; fields that are left out take their defaults. What is read back
// equals what was written, document by document (apart from bytes that were no UTF-8). Where several
// documents are named and a node does not say which speak of it, those do whose relations touch it.
//
// Throws InputError with `file`, line and column where the input is no JSON, is not of schema
// "entente-graph/1", has a relation type that is not in the ontology, a link to a node that is not there, an
// id of another form than is_actor_id wants, or a field of the wrong kind. Memory: the graph and its
// fragments before they are packed; never a DOM.
KnowledgeGraph read_json(std::istream& in, std::string_view file,
                         const Ontology& ontology = Ontology::builtin());
KnowledgeGraph read_json(std::string_view text, std::string_view file,
                         const Ontology& ontology = Ontology::builtin());

// Opens the file itself.
KnowledgeGraph read_json_file(const std::filesystem::path& file,
                              const Ontology& ontology = Ontology::builtin());

// A graph a line, as `entente extract` writes them, merged into one. Empty lines are skipped.
KnowledgeGraph read_json_lines(std::istream& in, std::string_view file,
                               const Ontology& ontology = Ontology::builtin());

}  // namespace entente
