// SPDX-License-Identifier: Apache-2.0
#include "cli/selection.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <numeric>

#include "cli/graphs.h"
#include "cli/program.h"
#include "extract/document/reader.h"
#include "graph/nearest.h"
#include "graph/ontology.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 5> kind_names = {"country", "official", "person", "institution",
                                                        "bloc"};
constexpr std::array<std::string_view, 4> status_names = {"actual", "planned", "possible", "denied"};

[[noreturn]] void throw_unknown(std::string_view option, std::string_view value, std::string_view nearest) {
  std::string message = std::string(option) + ": there is no \"" + std::string(value) + "\"";
  if (!nearest.empty()) message += "; did you mean \"" + std::string(nearest) + "\"?";
  throw UsageError(message);
}

std::string checked_date(const std::string& text) {
  std::string date = iso_date(text);
  if (date.empty())
    throw UsageError("--between: \"" + text + "\" is no date in ISO 8601, such as 2023-02-21");
  return date;
}

// --type CONSULT, --type conflict, --type ties: a type by its name, or all of a family.
void add_types(const std::string& name, std::vector<std::string>& types) {
  const Ontology& ontology = Ontology::builtin();
  const std::size_t before = types.size();
  for (const RelationType& type : ontology.types()) {
    const bool family = (name == "ties" && type.quad == Quad::tie) ||
                        (name == "cooperation" && is_cooperation(type.quad)) ||
                        (name == "conflict" && is_conflict(type.quad)) || name == to_string(type.quad);
    if (family || type.name == name) types.push_back(type.name);
  }
  if (types.size() == before) throw_unknown("--type", name, ontology.nearest(name));
}

}  // namespace

void Selection::add_to(CLI::App& verb) {
  const std::string group = "What is drawn";
  verb.add_option("--top", top, "Only the N most important actors")->group(group);
  verb.add_option("--around", around, "Only an actor and its neighbours")->group(group);
  verb.add_option("--steps", steps, "How far --around reaches")->capture_default_str()->group(group);
  verb.add_option("--between", between, "Only relations dated between two dates")->expected(2)->group(group);
  verb.add_option("--kind", kinds, "Only actors of a kind: country, official, person, institution, bloc")
      ->group(group);
  verb.add_option("--type", types,
                  "Only relations of a type or family: CONSULT, ..., ties, cooperation, conflict")
      ->group(group);
  verb.add_option("--status", statuses, "Only relations that are actual, planned, possible or denied")
      ->group(group);
  verb.add_option("--country", countries, "Only relations with an end of a country, as FRA")->group(group);
  verb.add_option("--document", documents, "Only what a document says")->group(group);
  verb.add_option("--min-confidence", min_confidence, "Only relations at least so sure, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->group(group);
}

Filter Selection::filter() const {
  Filter filter;
  filter.documents = documents;
  for (const std::string& name : kinds) {
    const auto kind = parse_actor_kind(name);
    if (!kind) throw_unknown("--kind", name, nearest_name(name, kind_names));
    filter.kinds.push_back(*kind);
  }
  filter.countries = countries;
  for (const std::string& name : types) add_types(name, filter.types);
  for (const std::string& name : statuses) {
    const auto status = parse_status(name);
    if (!status) throw_unknown("--status", name, nearest_name(name, status_names));
    filter.statuses.push_back(*status);
  }
  if (between.size() == 2) {
    filter.from = checked_date(between[0]);
    filter.to = checked_date(between[1]);
    if (filter.to < filter.from) throw UsageError("--between: the second date is before the first");
  }
  filter.min_confidence = min_confidence;
  return filter;
}

KnowledgeGraph Selection::apply(KnowledgeGraph graph) const {
  const Filter narrowing = filter();
  const bool asks = !documents.empty() || !kinds.empty() || !countries.empty() || !types.empty() ||
                    !statuses.empty() || !between.empty() || min_confidence > 0;
  if (asks) graph = entente::filter(graph, narrowing);
  if (!around.empty()) graph = neighbourhood(graph, find_actor(graph, around), steps);
  if (top != 0) graph = most_important(graph, top);
  return graph;
}

KnowledgeGraph most_important(const KnowledgeGraph& graph, std::size_t count) {
  if (count >= graph.actor_count()) return graph;
  const std::vector<double> ranks = pagerank(graph);
  std::vector<std::size_t> order(graph.actor_count());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return ranks[a] > ranks[b]; });
  order.resize(count);
  std::vector<bool> kept(graph.actor_count());
  for (const std::size_t actor : order) kept[actor] = true;
  std::vector<std::size_t> relations;
  for (std::size_t i = 0; i < graph.relation_count(); ++i)
    if (const auto ends = graph.ends(i); kept[ends.source] && kept[ends.target]) relations.push_back(i);
  return subgraph(graph, order, relations);
}

}  // namespace entente
