// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/gazetteer_builder.h"

#include <algorithm>
#include <fstream>
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
  return country == "CHN" || country == "TWN" || country == "KOR" || country == "PRK" || country == "VNM" || country == "KHM" ||
         country == "HKG" || country == "SGP";
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

}  // namespace

GazetteerBuilder::GazetteerBuilder() : made_(new Gazetteer) {}

void GazetteerBuilder::note(std::string text) {
  auto& notes = made_->notes_;
  if (notes.size() < most_notes) notes.push_back(std::move(text));
  else if (notes.size() == most_notes) notes.push_back("further notes left out");
}

void GazetteerBuilder::add(std::string text, const std::string& file, bool json, bool own) {
  made_->texts_.push_back(std::make_unique<std::string>(std::move(text)));
  File& added = files_.emplace_back();
  added.name = file;
  added.own = own;
  const std::string_view view = *made_->texts_.back();
  if (json) read_gazetteer_json(view, file, made_->texts_, added.entries);
  else read_gazetteer_tsv(view, file, made_->texts_, added.entries);
}

std::shared_ptr<const Gazetteer> GazetteerBuilder::build() {
  std::size_t entries = 0, names = 0;
  for (const File& file : files_)
    for (const RawEntry& raw : file.entries) ++entries, names += raw.names.size() + 1;
  made_->entries_.reserve(entries);
  made_->names_.reserve(names);
  taken_.reserve(entries);
  made_->slots_.resize(std::size_t{1} << 16);
  while (made_->slots_.size() < names * 3) made_->slots_.resize(made_->slots_.size() * 2);
  for (auto file = files_.rbegin(); file != files_.rend(); ++file)
    for (RawEntry& raw : file->entries) take(raw, file->name, file->own);
  finish_ids();
  finish_surnames();
  drop_bad_part_of();
  return std::shared_ptr<const Gazetteer>(made_.release());
}

void GazetteerBuilder::take(RawEntry& raw, const std::string& file, bool own) {
  const auto index = static_cast<std::uint32_t>(made_->entries_.size());
  if (!taken_.emplace(raw.entry.id, index).second) {
    if (!own) note(file + ":" + std::to_string(raw.line) + ": a second entry with the id " + std::string(raw.entry.id.substr(0, 80)));
    return;
  }
  raw.entry.first_office = static_cast<std::uint32_t>(made_->offices_.size());
  raw.entry.office_count = static_cast<std::uint32_t>(raw.offices.size());
  raw.entry.own = own;
  made_->offices_.insert(made_->offices_.end(), raw.offices.begin(), raw.offices.end());
  made_->entries_.push_back(raw.entry);
  std::string_view adjective;
  add_name(raw.entry.label, index, NameRole::name, file, raw.line);
  for (std::string_view name : raw.names) {
    NameRole role = NameRole::name;
    if (name.starts_with("adj:")) role = NameRole::adjective, name.remove_prefix(4);
    else if (name.starts_with("people:")) role = NameRole::people, name.remove_prefix(7);
    else if (name.starts_with("capital:")) role = NameRole::capital, name.remove_prefix(8);
    else if (name.starts_with("city:")) role = NameRole::city, name.remove_prefix(5);
    if (role == NameRole::adjective && adjective.empty()) adjective = name;
    add_name(name, index, role, file, raw.line);
  }
  made_->adjectives_.push_back(adjective);
}

void GazetteerBuilder::add_name(std::string_view text, std::uint32_t entry, NameRole role, const std::string& file, std::size_t line) {
  atoms_.clear();
  append_name_atoms(text, 0, atoms_);
  if (atoms_.empty()) return;
  if (atoms_.size() > most_atoms_in_a_name) {
    note(file + ":" + std::to_string(line) + ": a name of more than 40 words was passed over");
    return;
  }
  const ActorKind kind = made_->entries_[entry].kind;
  if (kind == ActorKind::official || kind == ActorKind::person) add_surname(text, entry);
  std::uint64_t key = gazetteer_chain_seed();
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    key = gazetteer_chain(key, atoms_[i].hash);
    if (used_ * 10 > made_->slots_.size() * 7) grow();
    const std::size_t at = slot(key);
    Gazetteer::Slot& cell = made_->slots_[at];
    if (cell.key == 0) ++used_;
    cell.key = key;
    if (i + 1 < atoms_.size()) {
      cell.longer = 1;
      continue;
    }
    std::uint32_t* link = &cell.name;
    while (*link != 0) {
      const Gazetteer::Name& other = made_->names_[*link - 1];
      if (other.entry == entry && other.role == role) return;
      if (other.entry != entry && role == NameRole::name && kind != ActorKind::official && other.role == role)
        note(file + ":" + std::to_string(line) + ": the name " + std::string(text.substr(0, 80)) + " already belongs to " +
             std::string(made_->entries_[other.entry].id));
      link = &made_->names_[*link - 1].next;
    }
    *link = static_cast<std::uint32_t>(made_->names_.size() + 1);
    made_->names_.push_back({entry, 0, role, needed_casing(atoms_, text)});
  }
}

void GazetteerBuilder::add_surname(std::string_view text, std::uint32_t entry) {
  if (atoms_.size() < 2) return;
  (void)text;
  const bool first = surname_first(made_->entries_[entry].country);
  made_->surnames_.emplace_back(first ? atoms_.front().hash : atoms_.back().hash, entry);
  if (first) made_->surnames_.emplace_back(atoms_.back().hash, entry);
}

std::size_t GazetteerBuilder::slot(std::uint64_t key) {
  const std::size_t mask = made_->slots_.size() - 1;
  std::size_t i = key & mask;
  while (made_->slots_[i].key != 0 && made_->slots_[i].key != key) i = (i + 1) & mask;
  return i;
}

void GazetteerBuilder::grow() {
  std::vector<Gazetteer::Slot> old(made_->slots_.size() * 2);
  old.swap(made_->slots_);
  for (const Gazetteer::Slot& cell : old)
    if (cell.key != 0) made_->slots_[slot(cell.key)] = cell;
}

void GazetteerBuilder::finish_ids() {
  for (std::uint32_t i = 0; i < made_->entries_.size(); ++i) made_->ids_.emplace_back(name_hash(made_->entries_[i].id), i);
  std::sort(made_->ids_.begin(), made_->ids_.end());
}

void GazetteerBuilder::finish_surnames() {
  auto& surnames = made_->surnames_;
  std::sort(surnames.begin(), surnames.end());
  surnames.erase(std::unique(surnames.begin(), surnames.end()), surnames.end());
  for (const auto& [hash, entry] : surnames) made_->surname_entries_.push_back(entry);
}

// part_of must lead upwards: a chain that meets itself or an unknown id is cut at the entry where it begins.
void GazetteerBuilder::drop_bad_part_of() {
  for (GazetteerEntry& entry : made_->entries_) {
    std::string_view up = entry.part_of;
    for (int depth = 0; !up.empty(); ++depth) {
      const auto parent = taken_.find(up);
      if (parent == taken_.end() || depth > 20 || up == entry.id) {
        note("part_of of " + std::string(entry.id.substr(0, 80)) + (parent == taken_.end() ? " leads nowhere" : " leads in a circle"));
        entry.part_of = {};
        break;
      }
      up = made_->entries_[parent->second].part_of;
    }
  }
}

std::shared_ptr<const Gazetteer> Gazetteer::load(const std::vector<std::filesystem::path>& files) {
  GazetteerBuilder builder;
  for (std::size_t i = 0; i < files.size(); ++i)
    builder.add(read_file(files[i]), files[i].string(), files[i].extension() == ".json", i > 0);
  return builder.build();
}

std::shared_ptr<const Gazetteer> Gazetteer::parse(std::string text, const std::string& name, bool json) {
  GazetteerBuilder builder;
  builder.add(std::move(text), name, json, false);
  return builder.build();
}

}  // namespace entente
