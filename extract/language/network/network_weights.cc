// SPDX-License-Identifier: Apache-2.0
#include "extract/language/network/network_weights.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace entente {
namespace {

constexpr int config_size = 10;
constexpr std::uint32_t row_mask = (1u << 24) - 1;

NetworkShape read_shape(const ModelFile& model) {
  const auto c = model.array<std::uint32_t>("network/config", config_size);
  for (const std::uint32_t n : c)
    if (n == 0 || n > 4096) model.fail("network/config is out of bounds");
  NetworkShape s;
  int* const fields[config_size] = {&s.hidden, &s.layers,  &s.arc,     &s.label, &s.tag,
                                    &s.name,   &s.classes, &s.deprels, &s.uner,  &s.news};
  for (int i = 0; i < config_size; ++i) *fields[i] = static_cast<int>(c[i]);
  if (s.hidden % 32 || s.arc % 16 || s.label % 16 || s.tag % 16 || s.name % 16 || s.layers > 64)
    model.fail("network/config has sizes that the kernels do not know");
  return s;
}

std::vector<std::string_view> read_lines(const ModelFile& model, std::string_view section,
                                         std::size_t count) {
  const auto bytes = model.array<char>(section);
  std::string_view rest(bytes.data(), bytes.size());
  std::vector<std::string_view> lines;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    lines.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (lines.size() != count) model.fail("section " + std::string(section) + " has a wrong number of lines");
  return lines;
}

std::span<const float> read_floats(const ModelFile& model, const std::string& section, int count) {
  const auto values = model.array<float>(section, count);
  for (const float v : values)
    if (!std::isfinite(v)) model.fail("section " + section + " holds no number");
  return values;
}

// Reads NAME.w, .s and .b. With `half` 0 or 1, only the outputs of that half of each third: a recurrence's
// direction.
DenseLayer read_dense(const ModelFile& model, const Kernels& kernels, const std::string& name, int outputs,
                      int inputs, int zero, int half = -1) {
  const auto w = model.array<std::int8_t>(name + ".w", static_cast<std::size_t>(outputs) * inputs);
  const auto scale = read_floats(model, name + ".s", outputs);
  const auto bias = read_floats(model, name + ".b", outputs);
  for (const std::int8_t v : w)
    if (v < -63 || v > 63) model.fail("section " + name + ".w holds a weight out of bounds");
  std::vector<int> rows;
  const int third = outputs / 3;
  for (int o = 0; o < outputs; ++o)
    if (half < 0 || (o % third >= third / 2) == (half == 1)) rows.push_back(o);
  std::vector<std::int8_t> chosen;
  DenseLayer layer;
  for (const int o : rows) {
    chosen.insert(chosen.end(), w.begin() + static_cast<std::ptrdiff_t>(o) * inputs,
                  w.begin() + static_cast<std::ptrdiff_t>(o + 1) * inputs);
    layer.scale.push_back(scale[o]);
    layer.bias.push_back(bias[o]);
  }
  kernels.pack(chosen.data(), static_cast<int>(rows.size()), inputs, zero, layer.matrix);
  layer.scale.resize(layer.matrix.padded_outputs());
  layer.bias.resize(layer.matrix.padded_outputs());
  return layer;
}

std::optional<NameType> name_type(const ModelFile& model, std::string_view name) {
  if (name == "PER") return NameType::person;
  if (name == "ORG") return NameType::organisation;
  if (name == "LOC" || name == "GEO" || name == "GPE") return NameType::place;
  if (name == "NORP") return NameType::nationality;
  if (name == "MISC") return NameType::other;
  if (name == "TIM") return std::nullopt;
  model.fail("the model has a type of names that is not known: " + std::string(name));
}

// Types of the labels O, B-x, I-x, B-y, I-y, ...
std::vector<std::optional<NameType>> read_name_types(const ModelFile& model, std::string_view section,
                                                     int labels) {
  const auto lines = read_lines(model, section, labels);
  bool regular = labels % 2 == 1 && lines[0] == "O";
  for (int i = 1; regular && i < labels; i += 2)
    regular = lines[i].starts_with("B-") && lines[i + 1].starts_with("I-") &&
              lines[i].substr(2) == lines[i + 1].substr(2);
  if (!regular) model.fail("section " + std::string(section) + " has labels out of order");
  std::vector<std::optional<NameType>> types;
  for (int i = 1; i < labels; i += 2) types.push_back(name_type(model, lines[i].substr(2)));
  return types;
}

}  // namespace

NetworkWeights::NetworkWeights(const ModelFile& model, Isa isa)
    : kernels(kernels_for(isa)), shape(read_shape(model)) {
  word_keys = model.array<std::uint64_t>("network/words");
  word_rows = model.array<std::uint32_t>("network/rows", word_keys.size());
  if (word_keys.empty() || (word_keys.size() & (word_keys.size() - 1)) != 0 ||
      std::find(word_keys.begin(), word_keys.end(), 0) == word_keys.end())
    model.fail("section network/words is no hash table");
  for (std::size_t t = 0; t < tables.size(); ++t) {
    const std::string name = "network/table" + std::to_string(t);
    const auto width = static_cast<std::size_t>(WordFeatures::table_widths[t]);
    tables[t] = t == 0 ? model.array<std::uint8_t>(name)
                       : model.array<std::uint8_t>(name, WordFeatures::table_rows[t - 1] * width);
  }
  const std::size_t words = tables[0].size() / WordFeatures::table_widths[0];
  if (words == 0 || tables[0].size() % WordFeatures::table_widths[0] != 0)
    model.fail("section network/table0 has a wrong size");
  for (const std::uint32_t row : word_rows)
    if ((row & row_mask) >= words) model.fail("section network/rows points outside the vocabulary");

  lexicon = model.array<std::uint8_t>("network/lexicon", 256 * lexicon_width);

  const NetworkShape& s = shape;
  const int inner = 2 * s.arc + 2 * s.label + s.tag + s.name;
  input = read_dense(model, kernels, "network/input", s.hidden, input_width, 128);
  for (int i = 0; i < s.layers; ++i) {
    const std::string name = "network/layer" + std::to_string(i);
    layers.push_back({read_dense(model, kernels, name, 3 * s.hidden, s.hidden, 128, 0),
                      read_dense(model, kernels, name, 3 * s.hidden, s.hidden, 128, 1)});
  }
  heads = read_dense(model, kernels, "network/heads", inner, s.hidden, 128);
  to_label = read_dense(model, kernels, "network/labels", s.deprels, s.label, 0);
  to_tags = read_dense(model, kernels, "network/tags", upos_count + s.classes, s.tag, 0);
  to_names = read_dense(model, kernels, "network/names", s.uner + s.news, s.name, 0);
  root_arc = model.array<std::int8_t>("network/root_arc", s.arc);
  for (const std::int8_t v : root_arc)
    if (v < -63 || v > 63) model.fail("section network/root_arc holds a weight out of bounds");
  root_label = read_floats(model, "network/root_label", s.label);

  int at = 0;
  for (const std::string_view line : read_lines(model, "network/feats", s.classes)) {
    const std::size_t bar = std::min(line.find('|'), line.size());
    const auto upos = parse_upos(line.substr(0, bar));
    std::string_view feats = line.substr(std::min(bar + 1, line.size()));
    if (!upos || static_cast<int>(*upos) < at || (feats != "_" && feats.find('=') == feats.npos))
      model.fail("section network/feats is not in order");
    while (at < static_cast<int>(*upos)) class_begin[++at] = static_cast<int>(classes.size());
    if (feats == "_") feats = {};
    classes.push_back({feats, parse_morphology(feats)});
  }
  while (at < upos_count) class_begin[++at] = static_cast<int>(classes.size());
  for (const std::string_view line : read_lines(model, "network/deprels", s.deprels)) {
    const auto deprel = parse_deprel(line);
    if (!deprel) model.fail("the model has a relation that is not known: " + std::string(line));
    if (*deprel == Deprel::root) root_deprel = static_cast<int>(deprels.size());
    deprels.push_back(*deprel);
  }
  if (root_deprel < 0) model.fail("section network/deprels has no root");
  uner_types = read_name_types(model, "network/uner", s.uner);
  news_types = read_name_types(model, "network/news", s.news);
  read_names(model);
}

void NetworkWeights::read_names(const ModelFile& model) {
  const auto c = model.array<std::uint32_t>("names/config", 2);
  if (c[0] == 0 || c[0] > 4096 || c[0] % 32 || c[1] == 0 || c[1] > 64)
    model.fail("names/config is out of bounds");
  names = {static_cast<int>(c[0]), static_cast<int>(c[1])};
  const std::size_t words = tables[0].size() / WordFeatures::table_widths[0];
  for (int t = 0; t < name_tables; ++t) {
    const std::size_t rows = t == 0 ? words : t < name_tables - 1 ? WordFeatures::table_rows[t - 1] : 256;
    tables_of_names[t] = model.array<std::uint8_t>("names/table" + std::to_string(t), rows * name_widths[t]);
  }
  const int width = name_input_width + shape.hidden;
  names_input = read_dense(model, kernels, "names/input", names.hidden, width, 128);
  for (int i = 0; i < names.layers; ++i) {
    const std::string name = "names/layer" + std::to_string(i);
    names_layers.push_back({read_dense(model, kernels, name, 3 * names.hidden, names.hidden, 128, 0),
                            read_dense(model, kernels, name, 3 * names.hidden, names.hidden, 128, 1)});
  }
  to_uner = read_dense(model, kernels, "names/labels", shape.uner, names.hidden, 128);
  uner_moves = read_floats(model, "names/moves", shape.uner * shape.uner);
}

NetworkWeights::WordRow NetworkWeights::row_of(std::uint64_t word) const {
  const std::size_t mask = word_keys.size() - 1;
  for (std::size_t i = word & mask;; i = (i + 1) & mask) {
    if (word_keys[i] == word) return {word_rows[i] & row_mask, word_rows[i] >> 24};
    if (word_keys[i] == 0) return {0, 0};
  }
}

}  // namespace entente
