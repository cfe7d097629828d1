// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extract/actors/mention.h"
#include "extract/document/document.h"
#include "extract/language/sentence.h"
#include "extract/relations/event_type.h"
#include "graph/relation.h"

namespace entente {

// An actor of a gold file.
struct GoldActor {
  std::string id;
  std::vector<std::string> kinds;  // every defensible one, the best first
  std::vector<std::string> names;
  bool optional = false;
};

// An event or stance of a gold file; the standing ties are left out.
struct GoldRelation {
  std::string source, target;    // gold actor ids
  std::vector<EventType> types;  // every defensible one, the best first
  std::vector<Status> statuses;
  std::vector<std::string> by;  // gold actor ids; "" is the text's own voice
  std::string evidence;
  bool symmetric = false;
  bool optional = false;
};

// One document with the graph that a careful reader drew of it.
struct GoldDocument {
  Document document;
  std::vector<GoldActor> actors;
  std::vector<GoldRelation> relations;
};

// Reads a file of one JSON object a line. Throws InputError.
std::vector<GoldDocument> read_gold(const std::filesystem::path& path);

// A name as the scorer compares it: no accents, case, punctuation, possessive or leading article.
std::string normal_name(std::string_view name);

// For each actor of the text the gold actor that it is, or -1: one to one, most shared names first.
std::vector<std::int32_t> match_actors(const std::vector<GoldActor>& gold, const ResolvedActors& actors);

// The sentences that `evidence` touches, as the text has it.
std::vector<std::uint32_t> sentences_of(const std::string& evidence, const Document& document,
                                        const Analysis& analysis);

}  // namespace entente
