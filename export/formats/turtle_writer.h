// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/writer.h"

namespace entente {

// RDF in Turtle: actors in schema.org terms with owl:sameAs to Wikidata and their ISO codes, relations as
// rdf:Statement, evidence in PROV-O (prov:wasQuotedFrom a document). What the texts state as fact in their
// own voice also stands as a plain triple; what is planned, possible, denied or attributed does not. U+FFFD
// for NUL.
void write_turtle(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace entente
