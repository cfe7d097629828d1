// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/actors/name_atoms.h"
#include "graph/actor.h"

namespace entente {

// How a gazetteer name speaks of its entry.
enum class NameRole : std::uint8_t {
  name,       // "Russia", "NATO", "Vladimir Putin"
  adjective,  // "Russian"
  people,     // "Russians"
  capital,    // "Moscow": the government or the place, as the tree decides
  city,       // "Shanghai": a place, but its police is its country's
};

// An office that an entry's person held, with the dates known.
struct GazetteerOffice {
  std::string_view title;  // "President"
  std::string_view of;     // ISO 3166-1 alpha-3 of a country, or an entry's id
  std::uint32_t from = 0;  // yyyymmdd, missing parts 0; 0: not known
  std::uint32_t to = 0;    // the same; 0: not known or still held
};

// What is known of an actor beforehand. Views live as long as the gazetteer.
struct GazetteerEntry {
  std::string_view id;       // "country:RUS", "institution:nato"
  std::string_view label;    // usual English name
  std::string_view country;  // ISO 3166-1 alpha-3 of the state that it is or belongs to, or empty
  std::string_view type;     // "seat", "agency", "media", "armed", "party", ..., or empty
  std::string_view facts;    // the other facts as the file has them; see Gazetteer::fact
  std::uint32_t first_office = 0;
  std::uint32_t office_count = 0;
  ActorKind kind = ActorKind::institution;
  bool own = false;  // from a file of the user's
};

// The entries and one automaton over atoms (name_atoms.h) that finds their names.
//
// The file is tab-separated, one entry a line; `#` begins a comment line:
//
//   id  kind  label  country  names  facts
//
// `names` are separated by `|`; a name may begin with its role, `adj:`, `people:`, `capital:` or `city:`.
// `facts` are `key=value` pairs separated by `;`: part_of=ID, type=WORD, affiliation=ID, members=ISO,ISO and,
// as often as needed, office=TITLE@OF@FROM@TO with dates as yyyy, yyyy-mm or yyyy-mm-dd, or empty. Trailing
// columns may be left out; an empty id is made from kind and label; the label is a name without being
// repeated. also=NAME,NAME are names of a state that serve as its label in a text that gives them more often.
// The same in JSON, for files that end in `.json`: an array of objects with the keys id, kind, label,
// country, names (strings, with roles as above), part_of, type, affiliation, offices (objects with title, of,
// from, to).
//
// Later files win: their entry replaces an earlier one of the same id, and a name that two files give is
// theirs. Within a file the entry that comes first has the name.
class Gazetteer {
 public:
  // A name found.
  struct Match {
    std::uint32_t entry = 0;
    std::uint32_t length = 0;  // in atoms
    std::uint8_t roles = 0;    // a bit for each NameRole under which the entry has this name
    bool is(NameRole role) const { return (roles >> static_cast<int>(role)) & 1; }
  };

  // Reads files in order. Throws InputError with file:line:col.
  static std::shared_ptr<const Gazetteer> load(const std::vector<std::filesystem::path>& files);

  // The same from memory: TSV, or JSON if `json`.
  static std::shared_ptr<const Gazetteer> parse(std::string text, const std::string& name = "gazetteer",
                                                bool json = false);

  ~Gazetteer();

  // The longest name that begins at atom `at` and ends where a token or a part of a hyphenated one ends. Case
  // and diacritics are ignored, but a name with a capital needs a capital in the text, and one of two or
  // three capitals
  // ("US", "WHO") needs capitals.
  std::optional<Match> longest(std::span<const NameAtom> atoms, std::size_t at) const;

  std::optional<std::uint32_t> by_id(std::string_view id) const;
  std::optional<Match> by_name(std::string_view name) const;  // the entry whose whole name this is
  std::optional<std::uint32_t> country(std::string_view iso3) const;

  // Officials and persons of that surname (folded atoms: "assad", "hu"), in the file's order.
  std::span<const std::uint32_t> by_surname(std::uint64_t name_hash) const;

  const GazetteerEntry& entry(std::uint32_t index) const { return entries_[index]; }
  std::size_t size() const noexcept { return entries_.size(); }
  // The value of a fact that one entry in a few has, or empty: "part_of" (id of what it is a standing part
  // of), "affiliation" (of a person: id of an institution), "members" (of a union of states: ISO codes with
  // commas between), "also" (of a state: further labels, with commas between).
  std::string_view fact(const GazetteerEntry& entry, std::string_view key) const;

  std::span<const GazetteerOffice> offices(const GazetteerEntry& entry) const;
  std::string_view adjective(std::uint32_t entry) const;  // the first one, or empty

  // What was passed over: names given twice in a file, part_of that leads in a circle or nowhere. One line
  // each, at most 100.
  const std::vector<std::string>& notes() const noexcept { return notes_; }

 private:
  friend class GazetteerBuilder;
  struct Name {
    std::uint32_t entry;
    std::uint32_t next;  // index + 1 of another name with the same atoms, or 0
    NameRole role;
    std::uint8_t
        casing;  // what the text must show: 0 nothing, 2 capitals only, 1 | i << 2 a capital at atom i
  };
  struct Slot {
    std::uint32_t check = 0;  // upper half of the hash of a name's first atoms
    std::uint32_t value =
        0;  // 0: free; else used_bit, longer_bit where a name goes on, and index + 1 of the name that ends
  };
  static constexpr std::uint32_t used_bit = 1u << 31, longer_bit = 1u << 30, name_bits = longer_bit - 1;
  Gazetteer();
  const Slot* find(std::uint64_t key) const;

  std::vector<std::unique_ptr<std::string>> texts_;  // what the views point into
  std::vector<GazetteerEntry> entries_;
  std::vector<GazetteerOffice> offices_;
  std::vector<Name> names_;
  std::vector<Slot> slots_;                                         // open addressing, a power of two
  std::vector<std::pair<std::uint64_t, std::uint32_t>> ids_;        // sorted by hash
  std::vector<std::uint64_t> surnames_;                             // hashes, sorted
  std::vector<std::uint32_t> surname_entries_;                      // beside them
  std::unordered_map<std::uint32_t, std::string_view> adjectives_;  // by entry
  std::vector<std::string> notes_;
};

}  // namespace entente
