// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/lexicon.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <tuple>

#include "extract/relations/hash.h"
#include "graph/error.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 3> pos_names = {"verb", "noun", "adj"};
constexpr std::array<std::string_view, 5> complement_names = {"-", "actual", "planned", "possible", "denied"};

constexpr std::size_t field_count = 8;

// One line cut into its fields, each with the column where it begins.
struct Line {
  const std::string& file;
  std::size_t number;
  std::array<std::string_view, field_count> fields;
  std::array<std::size_t, field_count> columns;

  [[noreturn]] void fail(std::size_t field, const std::string& message) const {
    throw InputError(file, number, columns[field], message);
  }
  bool empty(std::size_t field) const { return fields[field].empty() || fields[field] == "-"; }
};

Line split(std::string_view text, const std::string& file, std::size_t number) {
  Line line{file, number, {}, {}};
  std::size_t begin = 0;
  for (std::size_t i = 0; i < field_count; ++i) {
    line.columns[i] = begin + 1;
    if (begin > text.size()) continue;  // trailing fields may be left out
    const std::size_t tab = std::min(text.find('\t', begin), text.size());
    line.fields[i] = text.substr(begin, tab - begin);
    begin = tab + 1;
  }
  if (begin <= text.size()) throw InputError(file, number, begin, "more than 8 fields");
  return line;
}

template <std::size_t N>
std::size_t index_of(const std::array<std::string_view, N>& names, const Line& line, std::size_t field,
                     const char* what) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == line.fields[field]) return i;
  }
  line.fail(field, std::string("no ") + what + ": '" + std::string(line.fields[field]) + "'");
}

Slot parse_slot(std::string_view name) {
  if (name == "subj") return {SlotKind::subject, {}, 0};
  if (name == "obj") return {SlotKind::object, {}, 0};
  if (name == "poss") return {SlotKind::possessor, {}, 0};
  if (name == "mod") return {SlotKind::modifier, {}, 0};
  if (name == "clause") return {SlotKind::clause, {}, 0};
  return {SlotKind::preposition, std::string(name), hash_text(name)};
}

std::vector<Slot> parse_slots(const Line& line, std::size_t field) {
  std::vector<Slot> slots;
  if (line.empty(field)) return slots;
  std::string_view rest = line.fields[field];
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view name = rest.substr(0, comma);
    for (const char c : name) {
      if (c < 'a' || c > 'z') line.fail(field, "no slot: '" + std::string(name) + "'");
    }
    if (name.empty()) line.fail(field, "an empty slot");
    slots.push_back(parse_slot(name));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return slots;
}

LexiconEntry parse_entry(const Line& line) {
  LexiconEntry entry;
  if (line.empty(0)) line.fail(0, "no lemma");
  entry.lemma = line.fields[0];
  entry.pos = static_cast<PredicatePos>(index_of(pos_names, line, 1, "part of speech"));
  if (!line.empty(2)) {
    entry.type = parse_event_type(line.fields[2]);
    if (!entry.type) line.fail(2, "no event type: '" + std::string(line.fields[2]) + "'");
  }
  if (!line.empty(3)) entry.mode = line.fields[3];
  entry.source = parse_slots(line, 4);
  entry.target = parse_slots(line, 5);
  if (!line.empty(6)) {
    if (line.fields[6] != "sym") line.fail(6, "neither 'sym' nor '-': '" + std::string(line.fields[6]) + "'");
    entry.symmetric = true;
  }
  if (!line.empty(7))
    entry.complement = static_cast<ComplementStatus>(index_of(complement_names, line, 7, "status"));
  if (entry.type && entry.source.empty() && entry.target.empty()) line.fail(4, "a type but no slot");
  if (!entry.type && entry.complement == ComplementStatus::none) line.fail(2, "neither a type nor a status");
  entry.file = line.file;
  entry.line = static_cast<std::uint32_t>(line.number);
  return entry;
}

}  // namespace

Lexicon Lexicon::load(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError(path.string(), "cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return parse(text.str(), path.string());
}

Lexicon Lexicon::parse(std::string_view text, const std::string& file) {
  Lexicon lexicon;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    lexicon.insert(parse_entry(split(line, file, number)));
  }
  return lexicon;
}

void Lexicon::insert(LexiconEntry entry) {
  const auto pos = static_cast<std::size_t>(entry.pos);
  const std::size_t space = entry.lemma.find(' ');
  if (space != std::string::npos) phrases_[pos].emplace(entry.lemma.substr(0, space), true);
  entries_[pos][entry.lemma].push_back(std::move(entry));
  ++size_;
}

void Lexicon::add(const Lexicon& other) {
  for (std::size_t pos = 0; pos < 3; ++pos) {
    for (const auto& [lemma, entries] : other.entries_[pos]) {
      auto& mine = entries_[pos][lemma];
      size_ = size_ - mine.size() + entries.size();
      mine = entries;
    }
    for (const auto& [lemma, yes] : other.phrases_[pos]) phrases_[pos].emplace(lemma, yes);
  }
}

const std::vector<LexiconEntry>& Lexicon::find(std::string_view lemma, PredicatePos pos) const {
  static const std::vector<LexiconEntry> none;
  const Entries& entries = entries_[static_cast<std::size_t>(pos)];
  const auto found = entries.find(lemma);
  return found == entries.end() ? none : found->second;
}

std::vector<const LexiconEntry*> Lexicon::all() const {
  std::vector<const LexiconEntry*> result;
  for (const Entries& entries : entries_) {
    for (const auto& [lemma, lines] : entries) {
      for (const LexiconEntry& entry : lines) result.push_back(&entry);
    }
  }
  std::sort(result.begin(), result.end(), [](const LexiconEntry* a, const LexiconEntry* b) {
    return std::tie(a->file, a->line) < std::tie(b->file, b->line);
  });
  return result;
}

bool Lexicon::begins_phrase(std::string_view lemma, PredicatePos pos) const {
  return phrases_[static_cast<std::size_t>(pos)].contains(lemma);
}

std::string_view to_string(PredicatePos pos) {
  return pos_names[static_cast<std::size_t>(pos)];
}

std::string to_string(const Slot& slot) {
  switch (slot.kind) {
    case SlotKind::subject:
      return "subj";
    case SlotKind::object:
      return "obj";
    case SlotKind::possessor:
      return "poss";
    case SlotKind::modifier:
      return "mod";
    case SlotKind::clause:
      return "clause";
    case SlotKind::preposition:
      return slot.preposition;
  }
  return {};
}

}  // namespace entente
