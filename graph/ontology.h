// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// What family a relation type belongs to: a standing tie, or one of PLOVER's four quad categories.
enum class Quad : std::uint8_t {
  tie,
  verbal_cooperation,
  material_cooperation,
  verbal_conflict,
  material_conflict
};

std::string_view to_string(Quad quad);  // "tie", "verbal-cooperation", ...

inline bool is_cooperation(Quad quad) {
  return quad == Quad::verbal_cooperation || quad == Quad::material_cooperation;
}
inline bool is_conflict(Quad quad) {
  return quad == Quad::verbal_conflict || quad == Quad::material_conflict;
}

// One type of relation, a line of data/ontology.tsv.
struct RelationType {
  std::string name;  // "CONSULT", "holds_office"
  Quad quad = Quad::tie;
  double score = 0;                // conflict-cooperation scale of PLOVER: -10 worst, +10 best; 0 for a tie
  bool recipient = false;          // PLOVER requires a target
  bool symmetric = false;          // holds in either order unless a text says otherwise
  std::vector<std::string> cameo;  // CAMEO root codes, or three-digit ranges ("080-083"); empty for a tie
  std::vector<std::string> modes;  // "visit", "phone"; the order of the file
  std::string description;

  bool has_mode(std::string_view mode) const;
};

// The relation types that graphs and lexicons may use. The knowledge is data: `builtin()` is
// data/ontology.tsv as it was when the library was built, `load` reads another. Never changes after
// construction; threads may share it.
//
//   const RelationType* type = Ontology::builtin().find("CONSULT");
class Ontology {
 public:
  static const Ontology& builtin();

  // Throws InputError with line and column when the file cannot be read or a line is not as the format says.
  static Ontology load(const std::filesystem::path& file);

  // The same from text; `file` is the name that errors bear.
  static Ontology parse(std::string_view text, std::string_view file);

  const std::vector<RelationType>& types() const noexcept { return types_; }  // in the file's order

  const RelationType* find(std::string_view name) const;  // nullptr where there is none of that name

  // The type of that name. Throws InputError at the place given, naming the nearest type, where there is
  // none: what readers of graphs and lexicons call.
  const RelationType& require(std::string_view name, std::string_view file, std::size_t line,
                              std::size_t column) const;

  // The name nearest to a misspelt one; empty where none is near.
  std::string_view nearest(std::string_view name) const;

 private:
  void index_names();

  std::vector<RelationType> types_;
  // Hash table with open addressing: an index into types_ plus one, or 0. At least half is empty.
  std::vector<std::uint32_t> slots_;
};

}  // namespace entente
