// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/gazetteer.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::uint64_t chain_seed = 0x243F6A8885A308D3u;

std::uint64_t chain(std::uint64_t prefix, std::uint64_t atom) {
  std::uint64_t hash = (prefix + 0x9E3779B97F4A7C15u) * 0xBF58476D1CE4E5B9u ^ atom;
  hash ^= hash >> 29;
  hash *= 0x94D049BB133111EBu;
  hash ^= hash >> 32;
  return hash == 0 ? 1 : hash;
}

bool casing_fits(std::uint8_t needed, std::span<const NameAtom> atoms) {
  if (needed == 2)
    return std::all_of(atoms.begin(), atoms.end(),
                       [](const NameAtom& a) { return a.casing == NameAtom::Casing::upper; });
  if ((needed & 3) == 1) return atoms[needed >> 2].casing != NameAtom::Casing::lower;
  return true;
}

bool may_end(const NameAtom& atom) {
  return atom.ends_token || atom.before_hyphen;
}

}  // namespace

Gazetteer::Gazetteer() = default;
Gazetteer::~Gazetteer() = default;

const Gazetteer::Slot* Gazetteer::find(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = key & mask;; i = (i + 1) & mask) {
    if (slots_[i].value == 0) return nullptr;
    if (slots_[i].check == static_cast<std::uint32_t>(key >> 32)) return &slots_[i];
  }
}

std::optional<Gazetteer::Match> Gazetteer::longest(std::span<const NameAtom> atoms, std::size_t at) const {
  if (slots_.empty()) return std::nullopt;
  std::optional<Match> best;
  std::uint64_t key = chain_seed;
  for (std::size_t i = at; i < atoms.size(); ++i) {
    key = chain(key, atoms[i].hash);
    const Slot* slot = find(key);
    if (slot == nullptr) break;
    const std::uint32_t first_name = slot->value & name_bits;
    if (first_name != 0 && may_end(atoms[i])) {
      Match match;
      match.length = static_cast<std::uint32_t>(i - at + 1);
      for (std::uint32_t n = first_name; n != 0; n = names_[n - 1].next) {
        const Name& name = names_[n - 1];
        if (!casing_fits(name.casing, atoms.subspan(at, match.length))) continue;
        if (match.roles != 0 && name.entry != match.entry) continue;
        match.entry = name.entry;
        match.roles |= static_cast<std::uint8_t>(1u << static_cast<int>(name.role));
      }
      if (match.roles != 0) best = match;
    }
    if ((slot->value & longer_bit) == 0) break;
  }
  return best;
}

std::optional<std::uint32_t> Gazetteer::by_id(std::string_view id) const {
  const std::uint64_t hash = name_hash(id);
  for (auto it = std::lower_bound(ids_.begin(), ids_.end(), std::pair<std::uint64_t, std::uint32_t>(hash, 0));
       it != ids_.end() && it->first == hash; ++it)
    if (entries_[it->second].id == id) return it->second;
  return std::nullopt;
}

std::optional<Gazetteer::Match> Gazetteer::by_name(std::string_view name) const {
  const std::vector<NameAtom> atoms = name_atoms_of(name);
  if (atoms.empty()) return std::nullopt;
  const auto match = longest(atoms, 0);
  if (match && match->length == atoms.size()) return match;
  return std::nullopt;
}

std::optional<std::uint32_t> Gazetteer::country(std::string_view iso3) const {
  if (iso3.empty()) return std::nullopt;
  return by_id("country:" + std::string(iso3));
}

std::span<const std::uint32_t> Gazetteer::by_surname(std::uint64_t hash) const {
  const auto [first, last] = std::equal_range(surnames_.begin(), surnames_.end(), hash);
  return std::span(surname_entries_)
      .subspan(static_cast<std::size_t>(first - surnames_.begin()), static_cast<std::size_t>(last - first));
}

std::string_view Gazetteer::fact(const GazetteerEntry& entry, std::string_view key) const {
  for (std::string_view rest = entry.facts; !rest.empty();) {
    const std::string_view one = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(rest.size(), one.size() + 1));
    if (one.starts_with(key) && one.size() > key.size() && one[key.size()] == '=')
      return one.substr(key.size() + 1);
  }
  return {};
}

std::span<const GazetteerOffice> Gazetteer::offices(const GazetteerEntry& entry) const {
  return std::span(offices_).subspan(entry.first_office, entry.office_count);
}

std::string_view Gazetteer::adjective(std::uint32_t entry) const {
  const auto found = adjectives_.find(entry);
  return found == adjectives_.end() ? std::string_view() : found->second;
}

// The builder's half: kept here so that the chain of hashes is written once.
std::uint64_t gazetteer_chain(std::uint64_t prefix, std::uint64_t atom) {
  return chain(prefix, atom);
}
std::uint64_t gazetteer_chain_seed() {
  return chain_seed;
}

}  // namespace entente
