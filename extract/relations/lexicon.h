// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/relations/event_type.h"

namespace entente {

// Where an argument of a predicate stands, seen from the predicate.
enum class SlotKind : std::uint8_t { subject, object, possessor, modifier, preposition, clause };

// A slot: "subj", "obj", "poss", "mod", "clause", or the preposition itself ("with", "against").
struct Slot {
  SlotKind kind = SlotKind::subject;
  std::string preposition;
  std::uint32_t key = 0;  // hash of the preposition
  bool operator==(const Slot&) const = default;
};

enum class PredicatePos : std::uint8_t { verb, noun, adjective };

// What a governing predicate makes of the relation in its complement.
enum class ComplementStatus : std::uint8_t { none, actual, planned, possible, denied };

// One line of the lexicon: a predicate, the relation that it states, and who does it to whom.
struct LexiconEntry {
  std::string lemma;  // "attack", "call off", "hold talks", "talks"
  PredicatePos pos = PredicatePos::verb;
  std::optional<EventType> type;  // empty: states no relation itself, only the status of its complement
  std::string mode;               // PLOVER mode, or empty
  std::vector<Slot> source;       // any of these
  std::vector<Slot> target;
  bool symmetric = false;
  ComplementStatus complement = ComplementStatus::none;
  std::string file;  // where it stands
  std::uint32_t line = 0;
};

// Predicates by lemma. A tab-separated file, `lemma pos type mode source target symmetric complement`, one
// entry a line, "-" for an empty field, "#" begins a comment; data/relations.SOURCES.md says more.
class Lexicon {
 public:
  // Throws InputError, with file:line:col, for a file that cannot be read or a line that is no entry.
  static Lexicon load(const std::filesystem::path& path);
  static Lexicon parse(std::string_view text, const std::string& file);

  // Adds the user's entries: they win over every earlier entry of the same lemma and part of speech.
  void add(const Lexicon& other);

  // The entries of a predicate, in file order; empty when the lexicon does not have it.
  const std::vector<LexiconEntry>& find(std::string_view lemma, PredicatePos pos) const;

  // Whether some entry of this part of speech has the first word `lemma` and more words: "call" of "call
  // off".
  bool begins_phrase(std::string_view lemma, PredicatePos pos) const;

  // Every entry, in the order of the files and their lines.
  std::vector<const LexiconEntry*> all() const;

  std::size_t size() const noexcept { return size_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Entries = std::unordered_map<std::string, std::vector<LexiconEntry>, Hash, std::equal_to<>>;

  void insert(LexiconEntry entry);

  Entries entries_[3];  // by part of speech
  std::unordered_map<std::string, bool, Hash, std::equal_to<>> phrases_[3];
  std::size_t size_ = 0;
};

std::string_view to_string(PredicatePos pos);
std::string to_string(const Slot& slot);

}  // namespace entente
