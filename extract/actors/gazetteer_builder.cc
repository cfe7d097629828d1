// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/gazetteer_builder.h"

#if defined(__GLIBC__) || __has_include(<malloc.h>)
#include <malloc.h>
#endif

#include <algorithm>
#include <bit>
#include <fstream>
#include <numeric>
#include <sstream>

#include "graph/error.h"

namespace entente {

std::uint64_t gazetteer_chain(std::uint64_t prefix, std::uint64_t atom);
std::uint64_t gazetteer_chain_seed();

namespace {

constexpr std::size_t most_notes = 100;
constexpr std::size_t most_atoms_in_a_name = 40;

// States whose names begin with the surname.
bool surname_first(std::string_view country) {
  return country == "CHN" || country == "TWN" || country == "KOR" || country == "PRK" || country == "VNM" ||
         country == "KHM" || country == "HKG" || country == "SGP" || country == "ETH" || country == "ERI";
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError(path.string(), "cannot be read");
  std::string text;
  in.seekg(0, std::ios::end);
  const auto size = in.tellg();
  if (size > 0) text.resize(static_cast<std::size_t>(size));
  in.seekg(0);
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!in && !text.empty()) throw InputError(path.string(), "cannot be read");
  return text;
}

// 0: nothing, 2: capitals only, else 1 with the index of the first atom that has a capital above it.
std::uint8_t needed_casing(const std::vector<NameAtom>& atoms, std::string_view name) {
  const bool short_capitals = atoms.size() == 1 && atoms.front().casing == NameAtom::Casing::upper &&
                              std::count_if(name.begin(), name.end(), [](char c) { return c != '.'; }) <= 3;
  if (short_capitals) return 2;
  for (std::size_t i = 0; i < atoms.size(); ++i)
    if (atoms[i].casing != NameAtom::Casing::lower) return static_cast<std::uint8_t>(1 | i << 2);
  return 0;
}

// Sorts pairs whose first halves are hashes: by their upper bits into buckets of a few, then each bucket.
void sort_hashes(std::vector<std::pair<std::uint64_t, std::uint32_t>>& pairs) {
  const int bits = std::clamp<int>(std::bit_width(pairs.size()) - 3, 1, 20);
  const auto bucket = [&](std::uint64_t hash) { return static_cast<std::size_t>(hash >> (64 - bits)); };
  std::vector<std::uint32_t> begins((std::size_t{1} << bits) + 1);
  for (const auto& pair : pairs) ++begins[bucket(pair.first) + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted(pairs.size());
  for (const auto& pair : pairs) sorted[next[bucket(pair.first)]++] = pair;
  for (std::size_t i = 0; i + 1 < begins.size(); ++i)
    std::sort(sorted.begin() + begins[i], sorted.begin() + begins[i + 1]);
  pairs.swap(sorted);
}

}  // namespace

GazetteerBuilder::GazetteerBuilder() : made_(new Gazetteer) {
  grow(std::size_t{1} << 12);
  taken_.resize(1 << 10);
}

void GazetteerBuilder::note(std::string text) {
  auto& notes = made_->notes_;
  if (notes.size() < most_notes)
    notes.push_back(std::move(text));
  else if (notes.size() == most_notes)
    notes.push_back("further notes left out");
}

void GazetteerBuilder::add(std::string text, const std::string& file, bool json, bool own) {
  made_->texts_.push_back(std::make_unique<std::string>(std::move(text)));
  const std::string_view view = *made_->texts_.back();
  const auto lines = static_cast<std::size_t>(std::count(view.begin(), view.end(), '\n'));
  constexpr std::size_t usual_line = 64;  // of TSV: empty lines, and JSON's many, ask for no tables
  make_room(made_->entries_.size() + (json ? 0 : std::min(lines, view.size() / usual_line)) + 1);
  const EntrySink sink = [&](RawEntry& raw) { take(raw, file, own); };
  if (json)
    read_gazetteer_json(view, file, made_->texts_, made_->offices_, sink);
  else
    read_gazetteer_tsv(view, file, made_->texts_, made_->offices_, sink);
}

// Tables that would have to grow for so many entries, each with a name of its own, are made large enough at
// once.
void GazetteerBuilder::make_room(std::size_t entries) {
  made_->entries_.reserve(entries);
  if (entries * 2 > made_->slots_.size()) grow(std::bit_ceil(entries * 2));
  if (entries * 2 > taken_.size()) grow_taken(std::bit_ceil(entries * 2));
}

std::shared_ptr<const Gazetteer> GazetteerBuilder::build() {
  std::vector<std::uint64_t>().swap(keys_);
  finish_ids();
  finish_surnames();
  drop_bad_part_of();
  made_->names_.shrink_to_fit();
  made_->offices_.shrink_to_fit();
  std::vector<std::uint32_t>().swap(taken_);
  std::vector<std::pair<std::uint64_t, std::uint32_t>>().swap(surnames_);
#if defined(__GLIBC__)
  if (made_->entries_.size() > 50000) malloc_trim(0);  // what the building took goes back
#endif
  return std::shared_ptr<const Gazetteer>(made_.release());
}

void GazetteerBuilder::take(RawEntry& raw, const std::string& file, bool own) {
  const auto index = static_cast<std::uint32_t>(made_->entries_.size());
  const std::size_t place = taken(raw.entry.id);
  if (taken_[place] != 0) {
    if (!own)
      note(file + ":" + std::to_string(raw.line) + ": a second entry with the id " +
           std::string(raw.entry.id.substr(0, 80)));
    return;
  }
  taken_[place] = index + 1;
  raw.entry.own = own;
  made_->entries_.push_back(raw.entry);
  if (std::size_t{index} * 2 > taken_.size()) grow_taken(taken_.size() * 2);
  std::string_view adjective;
  add_name(raw.entry.label, index, NameRole::name, file, raw.line);
  for (std::string_view rest = raw.names; !rest.empty();) {
    std::string_view name = rest.substr(0, rest.find('|'));
    rest.remove_prefix(std::min(rest.size(), name.size() + 1));
    NameRole role = NameRole::name;
    if (name.starts_with("adj:"))
      role = NameRole::adjective, name.remove_prefix(4);
    else if (name.starts_with("people:"))
      role = NameRole::people, name.remove_prefix(7);
    else if (name.starts_with("capital:"))
      role = NameRole::capital, name.remove_prefix(8);
    else if (name.starts_with("city:"))
      role = NameRole::city, name.remove_prefix(5);
    if (role == NameRole::adjective && adjective.empty()) adjective = name;
    add_name(name, index, role, file, raw.line);
  }
  if (!adjective.empty()) made_->adjectives_.emplace(index, adjective);
}

void GazetteerBuilder::add_name(std::string_view text, std::uint32_t entry, NameRole role,
                                const std::string& file, std::size_t line) {
  atoms_.clear();
  append_name_atoms(text, 0, atoms_);
  if (atoms_.empty()) return;
  if (atoms_.size() > most_atoms_in_a_name) {
    note(file + ":" + std::to_string(line) + ": a name of more than 40 words was passed over");
    return;
  }
  const ActorKind kind = made_->entries_[entry].kind;
  if (kind == ActorKind::official || kind == ActorKind::person) add_surname(entry);
  std::uint64_t key = gazetteer_chain_seed();
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    key = gazetteer_chain(key, atoms_[i].hash);
    if (used_ * 5 > made_->slots_.size() * 4) grow(made_->slots_.size() * 2);
    const std::size_t at = slot(key);
    keys_[at] = key;
    Gazetteer::Slot& cell = made_->slots_[at];
    if (cell.value == 0) ++used_;
    cell.check = static_cast<std::uint32_t>(key >> 32);
    cell.value |= Gazetteer::used_bit;
    if (i + 1 < atoms_.size()) {
      cell.value |= Gazetteer::longer_bit;
      continue;
    }
    const auto added = static_cast<std::uint32_t>(made_->names_.size() + 1);
    std::uint32_t at_name = cell.value & Gazetteer::name_bits;
    std::uint32_t* link = nullptr;
    while (at_name != 0) {
      const Gazetteer::Name& other = made_->names_[at_name - 1];
      if (other.entry == entry && other.role == role) return;
      if (other.entry != entry && role == NameRole::name && kind != ActorKind::official && other.role == role)
        note(file + ":" + std::to_string(line) + ": the name " + std::string(text.substr(0, 80)) +
             " already belongs to " + std::string(made_->entries_[other.entry].id));
      link = &made_->names_[at_name - 1].next;
      at_name = *link;
    }
    if (link)
      *link = added;
    else
      cell.value |= added;
    made_->names_.push_back({entry, 0, role, needed_casing(atoms_, text)});
  }
}

void GazetteerBuilder::add_surname(std::uint32_t entry) {
  if (atoms_.size() < 2) return;
  const bool first = surname_first(made_->entries_[entry].country);
  const auto add = [&](std::uint64_t hash) {
    if (surnames_.empty() || surnames_.back() != std::pair(hash, entry)) surnames_.emplace_back(hash, entry);
  };
  add(first ? atoms_.front().hash : atoms_.back().hash);
  if (first) add(atoms_.back().hash);
}

std::size_t GazetteerBuilder::slot(std::uint64_t key) {
  const std::size_t mask = made_->slots_.size() - 1;
  std::size_t i = key & mask;
  while (made_->slots_[i].value != 0 && made_->slots_[i].check != static_cast<std::uint32_t>(key >> 32))
    i = (i + 1) & mask;
  return i;
}

void GazetteerBuilder::grow(std::size_t size) {
  std::vector<Gazetteer::Slot> old_slots(size);
  std::vector<std::uint64_t> old_keys(size);
  old_slots.swap(made_->slots_);
  old_keys.swap(keys_);
  for (std::size_t i = 0; i < old_slots.size(); ++i) {
    if (old_slots[i].value == 0) continue;
    const std::size_t at = slot(old_keys[i]);
    made_->slots_[at] = old_slots[i];
    keys_[at] = old_keys[i];
  }
}

void GazetteerBuilder::grow_taken(std::size_t size) {
  std::vector<std::uint32_t>(size).swap(taken_);
  for (std::uint32_t i = 0; i < made_->entries_.size(); ++i) taken_[taken(made_->entries_[i].id)] = i + 1;
}

// Where the id stands in taken_, or the free place for it.
std::size_t GazetteerBuilder::taken(std::string_view id) const {
  const std::size_t mask = taken_.size() - 1;
  std::size_t i = name_hash(id) & mask;
  while (taken_[i] != 0 && made_->entries_[taken_[i] - 1].id != id) i = (i + 1) & mask;
  return i;
}

void GazetteerBuilder::finish_ids() {
  made_->ids_.reserve(made_->entries_.size());
  for (std::uint32_t i = 0; i < made_->entries_.size(); ++i)
    made_->ids_.emplace_back(name_hash(made_->entries_[i].id), i);
  sort_hashes(made_->ids_);
}

void GazetteerBuilder::finish_surnames() {
  sort_hashes(surnames_);
  surnames_.erase(std::unique(surnames_.begin(), surnames_.end()), surnames_.end());
  made_->surnames_.reserve(surnames_.size());
  made_->surname_entries_.reserve(surnames_.size());
  for (const auto& [hash, entry] : surnames_) {
    made_->surnames_.push_back(hash);
    made_->surname_entries_.push_back(entry);
  }
}

// part_of must lead upwards: a chain that meets itself or an unknown id is cut at the entry where it begins.
void GazetteerBuilder::drop_bad_part_of() {
  for (GazetteerEntry& entry : made_->entries_) {
    if (entry.facts.empty()) continue;
    std::string_view up = made_->fact(entry, "part_of");
    for (int depth = 0; !up.empty(); ++depth) {
      const std::uint32_t parent = taken_[taken(up)];
      if (parent == 0 || depth > 20 || up == entry.id) {
        note("part_of of " + std::string(entry.id.substr(0, 80)) +
             (parent == 0 ? " leads nowhere" : " leads in a circle"));
        entry.facts = {};
        break;
      }
      up = made_->fact(made_->entries_[parent - 1], "part_of");
    }
  }
}

std::shared_ptr<const Gazetteer> Gazetteer::load(const std::vector<std::filesystem::path>& files) {
  GazetteerBuilder builder;
  for (std::size_t i = files.size(); i-- > 0;)
    builder.add(read_file(files[i]), files[i].string(), files[i].extension() == ".json", i > 0);
  auto made = builder.build();
  return made;
}

std::shared_ptr<const Gazetteer> Gazetteer::parse(std::string text, const std::string& name, bool json) {
  GazetteerBuilder builder;
  builder.add(std::move(text), name, json, false);
  return builder.build();
}

}  // namespace entente
