// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/actor.h"

namespace entente {

// How a gazetteer name speaks of its entry.
enum class NameRole : std::uint8_t {
  name,       // "Russia", "NATO", "Vladimir Putin"
  adjective,  // "Russian"
  people,     // "Russians"
  capital,    // "Moscow": the government or the place, as the tree decides
};

// An office that an entry's person held, with the years known.
struct GazetteerOffice {
  std::string_view title;    // "President"
  std::string_view country;  // ISO 3166-1 alpha-3, or the id of an institution's entry
  std::uint32_t from = 0;    // yyyymmdd, 0: not known
  std::uint32_t to = 0;      // yyyymmdd, 0: not known or still held
};

// What is known of an actor beforehand. Views live as long as the gazetteer.
struct GazetteerEntry {
  std::string_view id;       // "country:RUS", "institution:nato"
  std::string_view label;    // usual English name
  ActorKind kind = ActorKind::institution;
  std::string_view country;  // ISO 3166-1 alpha-3 of the state that it is or belongs to, or empty
  std::string_view part_of;  // id of the entry that it is a standing part of, or empty
  std::string_view type;     // "territory", "agency", "media", "armed", "party", ..., or empty
  std::uint32_t first_office = 0;  // into Gazetteer::offices
  std::uint32_t office_count = 0;
};

// The entries and one automaton over tokens that finds their names.
//
// The file is tab-separated, one entry a line, `#` begins a comment line:
//
//   id  kind  label  country  names  facts
//
// `names` are separated by `|`; a name may begin with a role, `adj:`, `people:` or `capital:`. `facts` are
// `key=value` pairs separated by `;`: part_of=ID, type=WORD, office=TITLE@COUNTRY@FROM@TO (dates as yyyy, yyyy-mm
// or yyyy-mm-dd, may be empty). A user's file may leave out trailing columns; an id may be left empty and is then
// made from kind and label. The same in JSON: an array of objects with those keys, `names` and `offices` arrays.
// Later files win: an entry with the id of an earlier one replaces it, and a name that two files give belongs to
// the later file's entry. Within a file the first entry that gives a name has it; `notes()` tells of the rest.
class Gazetteer {
 public:
  // A name found: tokens [begin, begin + length) of the text asked about.
  struct Match {
    std::uint32_t entry = 0;
    std::uint32_t length = 0;
    NameRole role = NameRole::name;
  };

  // Reads files in order, each TSV or JSON (by the ending `.json`). Throws InputError with file:line:col.
  static std::shared_ptr<const Gazetteer> load(const std::vector<std::filesystem::path>& files);
  static std::shared_ptr<const Gazetteer> parse(std::string text, const std::string& file_name = "gazetteer");

  ~Gazetteer();

  // The longest name that begins at tokens[at]. Letters' case is ignored, but a name of capitals only ("US") or a
  // token without any capital in the text matches only where the entry's name is written so.
  std::optional<Match> longest(const std::vector<std::string_view>& tokens, std::size_t at) const;

  // The entry of that id or of that whole name.
  std::optional<std::uint32_t> by_id(std::string_view id) const;
  std::optional<Match> by_name(std::string_view name) const;
  std::optional<std::uint32_t> country(std::string_view iso3) const;

  const GazetteerEntry& entry(std::uint32_t index) const;
  std::size_t size() const noexcept;
  const GazetteerOffice* offices(const GazetteerEntry& entry) const;  // office_count of them
  std::vector<std::string_view> adjectives(std::uint32_t entry) const;

  const std::vector<std::string>& notes() const noexcept;  // duplicates and cycles, one line each

 private:
  struct Impl;
  explicit Gazetteer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
