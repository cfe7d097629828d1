// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/actor.h"

namespace entente {

// How a mention speaks of its actor.
enum class MentionForm : std::uint8_t {
  name,        // "Wang Yi", "Russia", "NATO"
  adjective,   // "Russian" in "Russian forces"
  metonym,     // "Moscow" in "Moscow said"
  nominal,     // "the Foreign Ministry", "US officials", "the kingdom"
  title,       // "the president"
  pronoun,     // "he", "its", "we"
  collective,  // "both countries": more than one actor
};

std::string_view to_string(MentionForm form);

// Tokens [begin, end) of a sentence that speak of an actor, or of several ("the two leaders").
struct Mention {
  std::uint32_t sentence = 0;  // index into Analysis::sentences
  std::uint32_t begin = 0;     // token range
  std::uint32_t end = 0;
  std::uint32_t head = 0;  // the token that the tree hangs the mention on
  MentionForm form = MentionForm::name;
  bool acts = true;                   // false for a mere place ("the meeting in Geneva")
  std::vector<std::uint32_t> actors;  // indices into ResolvedActors::actors; empty: not resolved
  std::string rule;  // the rule that joined it: "gazetteer: country", "surname of Sergei Lavrov"
};

// An actor of one document.
struct DocumentActor {
  std::string id;  // as Actor::id
  std::string label;
  ActorKind kind = ActorKind::institution;
  std::string country;
  std::vector<std::string> names;  // every proper name that the text gives, sorted, unique; no pronouns
  std::vector<ExternalId> external_ids;
  std::int32_t gazetteer_entry = -1;
};

// A standing tie that the text states: holds_office, affiliated_with, part_of, member_of.
struct Tie {
  std::uint32_t source = 0;  // indices into ResolvedActors::actors
  std::uint32_t target = 0;
  std::string type;
  std::string title;  // of an office
  bool current = true;
  std::uint32_t sentence = 0;
  std::uint32_t begin = 0;  // tokens whose words state it
  std::uint32_t end = 0;
  double confidence = 1.0;
  std::string rule;
};

// Every mention of an actor in a document, the actors, and the ties between them.
struct ResolvedActors {
  std::vector<Mention> mentions;  // in text order
  std::vector<DocumentActor> actors;
  std::vector<Tie> ties;
};

}  // namespace entente
