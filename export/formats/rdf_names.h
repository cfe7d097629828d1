// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "export/text/text_buffer.h"
#include "graph/view.h"

namespace entente {

// The names that Turtle and JSON-LD share. IRIs are URNs, as nobody serves these resources; they are made of
// what identifies a thing, never of its place in a file, so that triples from many graphs join.

inline constexpr std::string_view kOntologyIri = "urn:entente:ontology:";  // prefix ent:

void append_actor_iri(TextBuffer& out, std::string_view id);              // urn:entente:actor:country:FRA
void append_document_iri(TextBuffer& out, std::string_view id);           // urn:entente:document:…
void append_relation_iri(TextBuffer& out, const RelationView& relation);  // …:SOURCE/TYPE/TARGET/STATUS/BY
void append_type_iri(TextBuffer& out, std::string_view type);             // urn:entente:ontology:CONSULT

std::string_view rdf_class(ActorKind kind);     // "ent:Official"
std::string_view schema_class(ActorKind kind);  // "schema:Person"

// Whether the texts state it as fact in their own voice: then it stands as a plain triple too.
bool is_asserted(const RelationView& relation);

// "xsd:date", "xsd:gYearMonth" or "xsd:gYear" of an ISO date; "xsd:string" of anything else.
std::string_view date_type(std::string_view date);

bool is_wikidata_id(const ExternalIdView& id);  // "Q142" and no other
bool is_web_address(std::string_view source);   // an http(s) address in the characters of a plain IRI

}  // namespace entente
