// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/actors/gazetteer.h"

namespace entente {

// An entry as a file gives it, before it is numbered. Views into a text that the builder keeps.
struct RawEntry {
  GazetteerEntry entry;
  std::string_view names;  // with their role prefixes, separated by |
  std::size_t line = 0;
};

// Read one file's entries and hand each to `take`; throw InputError with file:line:col. Made strings go to
// `kept`, offices to `offices`, where the entry counts its own.
using KeptTexts = std::vector<std::unique_ptr<std::string>>;
using EntrySink = std::function<void(RawEntry&)>;
void read_gazetteer_tsv(std::string_view text, const std::string& file, KeptTexts& kept,
                        std::vector<GazetteerOffice>& offices, const EntrySink& take);
void read_gazetteer_json(std::string_view text, const std::string& file, KeptTexts& kept,
                         std::vector<GazetteerOffice>& offices, const EntrySink& take);

// Dates as yyyy, yyyy-mm or yyyy-mm-dd; 0 for an empty one, -1 for anything else.
std::int64_t parse_gazetteer_date(std::string_view text);

// Puts files together into a gazetteer: add() each, the one that wins before the others, then build().
class GazetteerBuilder {
 public:
  GazetteerBuilder();
  void add(std::string text, const std::string& file, bool json, bool own);
  std::shared_ptr<const Gazetteer> build();

 private:
  void take(RawEntry& raw, const std::string& file, bool own);
  void add_name(std::string_view text, std::uint32_t entry, NameRole role, const std::string& file,
                std::size_t line);
  void add_surname(std::uint32_t entry);
  std::size_t taken(std::string_view id) const;
  std::size_t slot(std::uint64_t key);
  void grow(std::size_t size);
  void make_room(std::size_t entries);
  void grow_taken(std::size_t size);
  void finish_ids();
  void finish_surnames();
  void drop_bad_part_of();
  void note(std::string text);

  std::unique_ptr<Gazetteer> made_;
  std::vector<std::uint32_t> taken_;  // open addressing over ids: index + 1 of the entry
  std::vector<std::pair<std::uint64_t, std::uint32_t>> surnames_;
  std::vector<std::uint64_t> keys_;  // whole hashes beside the slots, while it is built
  std::size_t used_ = 0;
  std::vector<NameAtom> atoms_;
};

}  // namespace entente
