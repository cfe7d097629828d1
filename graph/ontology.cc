// SPDX-License-Identifier: Apache-2.0
#include "graph/ontology.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>

#include "graph/error.h"
#include "graph/nearest.h"

namespace entente {

extern const std::string_view kOntologyText;  // generated from data/ontology.tsv

namespace {

constexpr std::array<std::string_view, 5> kQuads = {"tie", "verbal-cooperation", "material-cooperation",
                                                    "verbal-conflict", "material-conflict"};
constexpr std::array<std::string_view, 8> kColumns = {"type",      "quad",  "score", "recipient",
                                                      "symmetric", "cameo", "modes", "description"};

// A cell of the table with its place.
struct Cell {
  std::string_view text;
  std::size_t column;  // of its first byte in the line, from 1
};

struct Line {
  std::string_view file;
  std::size_t number;
  std::vector<Cell> cells;

  [[noreturn]] void fail(const Cell& cell, const std::string& message) const {
    throw InputError(std::string(file), number, cell.column, message);
  }
};

std::vector<Cell> split(std::string_view text, char separator) {
  std::vector<Cell> cells;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != separator) continue;
    cells.push_back({text.substr(begin, i - begin), begin + 1});
    begin = i + 1;
  }
  return cells;
}

Quad parse_quad(const Line& line, const Cell& cell) {
  const auto found = std::ranges::find(kQuads, cell.text);
  if (found == kQuads.end()) line.fail(cell, "unknown quad category " + in_quotes(cell.text));
  return static_cast<Quad>(found - kQuads.begin());
}

double parse_score(const Line& line, const Cell& cell) {
  double score = 0;
  const char* end = cell.text.data() + cell.text.size();
  const auto [stop, error] = std::from_chars(cell.text.data(), end, score);
  if (error != std::errc() || stop != end || !(std::abs(score) <= 10)) {
    line.fail(cell, "score " + in_quotes(cell.text) + " is not a number from -10 to 10");
  }
  return score;
}

bool parse_yes(const Line& line, const Cell& cell) {
  if (cell.text != "yes" && cell.text != "no")
    line.fail(cell, in_quotes(cell.text) + " is neither yes nor no");
  return cell.text == "yes";
}

std::vector<std::string> parse_list(const Line& line, const Cell& cell) {
  std::vector<std::string> list;
  if (cell.text == "-") return list;
  for (const Cell& item : split(cell.text, ',')) {
    if (item.text.empty()) line.fail({item.text, cell.column + item.column - 1}, "empty item in a list");
    list.emplace_back(item.text);
  }
  return list;
}

bool is_type_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

RelationType parse_type(const Line& line) {
  const std::vector<Cell>& cells = line.cells;
  if (cells.size() != kColumns.size()) {
    line.fail(cells.back(), "expected 8 columns, found " + std::to_string(cells.size()));
  }
  if (!is_type_name(cells[0].text)) line.fail(cells[0], in_quotes(cells[0].text) + " cannot name a type");
  RelationType type;
  type.name = cells[0].text;
  type.quad = parse_quad(line, cells[1]);
  type.score = parse_score(line, cells[2]);
  type.recipient = parse_yes(line, cells[3]);
  type.symmetric = parse_yes(line, cells[4]);
  type.cameo = parse_list(line, cells[5]);
  type.modes = parse_list(line, cells[6]);
  type.description = cells[7].text;
  return type;
}

void check_header(const Line& line) {
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    if (i < line.cells.size() && line.cells[i].text == kColumns[i]) continue;
    line.fail(line.cells[std::min(i, line.cells.size() - 1)],
              "expected the column " + in_quotes(kColumns[i]));
  }
}

// Writers and readers ask for the type of every relation, so a few characters must do.
std::size_t hash(std::string_view name) {
  if (name.empty()) return 0;
  const auto byte = [&](std::size_t i) { return std::size_t{static_cast<unsigned char>(name[i])}; };
  return (name.size() * 31 + byte(0)) * 31 * 31 + byte(name.size() / 2) * 31 + byte(name.size() - 1);
}

}  // namespace

std::string_view to_string(Quad quad) {
  return kQuads[static_cast<std::size_t>(quad)];
}

bool RelationType::has_mode(std::string_view mode) const {
  return std::ranges::find(modes, mode) != modes.end();
}

const Ontology& Ontology::builtin() {
  static const Ontology ontology = parse(kOntologyText, "ontology.tsv");
  return ontology;
}

Ontology Ontology::load(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  if (!stream || !(text << stream.rdbuf())) throw InputError(file.string(), "cannot read the ontology");
  return parse(text.view(), file.string());
}

Ontology Ontology::parse(std::string_view text, std::string_view file) {
  Ontology ontology;
  std::size_t number = 0;
  bool header = false;
  for (const Cell& row : split(text, '\n')) {
    ++number;
    std::string_view content = row.text;
    if (content.ends_with('\r')) content.remove_suffix(1);
    if (content.empty() || content.front() == '#') continue;
    const Line line{file, number, split(content, '\t')};
    if (!header) {
      check_header(line);
      header = true;
      continue;
    }
    RelationType type = parse_type(line);
    if (std::ranges::find(ontology.types_, type.name, &RelationType::name) != ontology.types_.end()) {
      line.fail(line.cells[0], "type " + in_quotes(type.name) + " is there twice");
    }
    ontology.types_.push_back(std::move(type));
  }
  if (ontology.types_.empty()) throw InputError(std::string(file), "the ontology has no types");
  ontology.index_names();
  return ontology;
}

void Ontology::index_names() {
  slots_.assign(std::bit_ceil(4 * types_.size()), 0);
  for (std::uint32_t i = 0; i < types_.size(); ++i) {
    std::size_t slot = hash(types_[i].name) & (slots_.size() - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = i + 1;
  }
}

const RelationType* Ontology::find(std::string_view name) const {
  if (slots_.empty()) return nullptr;
  for (std::size_t slot = hash(name);; ++slot) {
    const std::uint32_t index = slots_[slot & (slots_.size() - 1)];
    if (index == 0) return nullptr;
    if (types_[index - 1].name == name) return &types_[index - 1];
  }
}

const RelationType& Ontology::require(std::string_view name, std::string_view file, std::size_t line,
                                      std::size_t column) const {
  if (const RelationType* type = find(name)) return *type;
  std::string message = "unknown relation type " + in_quotes(name);
  if (const std::string_view near = nearest(name); !near.empty())
    message += "; did you mean " + in_quotes(near) + "?";
  throw InputError(std::string(file), line, column, message);
}

std::string_view Ontology::nearest(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const RelationType& type : types_) names.push_back(type.name);
  return nearest_name(name, names);
}

}  // namespace entente
