// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/plan.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

#include "export/title.h"
#include "graph/algorithms.h"

namespace entente {
namespace {

constexpr std::size_t kMostNamedAlone = 12;

std::string count_of(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

// "2023-02-21" → "21 February 2023"; what is no such date stays.
std::string long_date(const std::string& date) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  if (date.size() < 7) return date;
  unsigned month = 0, day = 0;
  std::from_chars(date.data() + 5, date.data() + 7, month);
  if (month < 1 || month > 12) return date;
  const std::string rest = std::string(kMonths[month - 1]) + " " + date.substr(0, 4);
  if (date.size() < 10) return rest;
  std::from_chars(date.data() + 8, date.data() + 10, day);
  return std::to_string(day) + " " + rest;
}

// The predicate as the text words it; of a tie the office; else the type.
std::string words_of(const Relation& relation, bool tie) {
  if (tie && !relation.title.empty()) return relation.title;
  if (!relation.label.empty()) return relation.label;
  std::string type = relation.type;
  for (char& c : type) c = c == '_' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return type;
}

class Planner {
 public:
  Planner(const KnowledgeGraph& graph, const DiagramOptions& options) : graph_(graph), options_(options) {}

  DiagramPlan plan() {
    choose_actors();
    collect_lines();
    cut_lines();
    collect_nodes();
    collect_groups();
    describe();
    return std::move(plan_);
  }

 private:
  // The most important of those that have a relation at all.
  void choose_actors() {
    std::vector<bool> joined(graph_.actor_count());
    for (std::size_t i = 0; i < graph_.relation_count(); ++i) {
      const auto ends = graph_.ends(i);
      joined[ends.source] = joined[ends.target] = true;
    }
    const bool nothing_joined = std::find(joined.begin(), joined.end(), true) == joined.end();
    for (std::size_t i = 0; i < graph_.actor_count(); ++i)
      (joined[i] || nothing_joined ? chosen_ : alone_).push_back(i);
    if (chosen_.size() > options_.most_actors) {
      const std::vector<double> ranks = pagerank(graph_);
      std::stable_sort(chosen_.begin(), chosen_.end(),
                       [&](std::size_t a, std::size_t b) { return ranks[a] > ranks[b]; });
      chosen_.resize(options_.most_actors);
      std::sort(chosen_.begin(), chosen_.end());
    }
  }

  // Keyed so that relations that are to be one line meet: by direction, or each on its own.
  void collect_lines() {
    std::vector<bool> drawn(graph_.actor_count());
    for (const std::size_t actor : chosen_) drawn[actor] = true;
    std::map<std::tuple<std::size_t, std::size_t, bool, std::size_t>, std::size_t> places;
    Relation relation;
    for (std::size_t i = 0; i < graph_.relation_count(); ++i) {
      const auto ends = graph_.ends(i);
      if (!drawn[ends.source] || !drawn[ends.target]) continue;
      graph_.read_relation(i, relation);
      const auto [place, is_new] =
          places.try_emplace({ends.source, ends.target, relation.symmetric, options_.merge_parallel ? 0 : i},
                             plan_.lines.size());
      if (is_new) plan_.lines.push_back({ends.source, ends.target, relation.symmetric, 0, {}, ""});
      add_word(plan_.lines[place->second], relation);
    }
    for (DiagramLine& line : plan_.lines) {
      std::stable_sort(line.words.begin(), line.words.end(),
                       [](const DiagramWord& a, const DiagramWord& b) { return a.weight > b.weight; });
    }
  }

  void add_word(DiagramLine& line, const Relation& relation) const {
    const RelationType* type = options_.ontology->find(relation.type);
    const Quad quad = type == nullptr ? Quad::tie : type->quad;
    const std::size_t weight = std::max<std::size_t>(1, relation.evidence.size());
    line.weight += weight;
    if (line.quote.empty() && !relation.evidence.empty()) line.quote = relation.evidence.front().quote;
    const std::string text = words_of(relation, quad == Quad::tie);
    const std::string by = speaker_of(relation);
    for (DiagramWord& word : line.words) {
      if (word.text != text || word.quad != quad || word.status != relation.status || word.by != by) continue;
      word.weight += weight;
      return;
    }
    line.words.push_back({text, quad, relation.status, by, weight});
  }

  std::string speaker_of(const Relation& relation) const {
    if (relation.by.empty() || relation.by == relation.source || relation.by == relation.target) return "";
    const auto actor = graph_.find_actor(relation.by);
    return actor ? graph_.actor(*actor).label : relation.by;
  }

  void cut_lines() {
    all_lines_ = plan_.lines.size();
    if (plan_.lines.size() <= options_.most_lines) return;
    std::vector<std::size_t> order(plan_.lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return plan_.lines[a].weight > plan_.lines[b].weight;
    });
    order.resize(options_.most_lines);
    std::sort(order.begin(), order.end());
    std::vector<DiagramLine> kept;
    for (const std::size_t line : order) kept.push_back(std::move(plan_.lines[line]));
    plan_.lines = std::move(kept);
  }

  // Actors whose every line was cut go too; the lines now name nodes instead of actors.
  void collect_nodes() {
    std::vector<std::size_t> node_of(graph_.actor_count());
    std::vector<bool> ends(graph_.actor_count());
    for (const DiagramLine& line : plan_.lines) ends[line.source] = ends[line.target] = true;
    for (const std::size_t actor : chosen_) {
      if (!plan_.lines.empty() && !ends[actor]) continue;
      node_of[actor] = plan_.nodes.size();
      add_node(graph_.actor(actor));
    }
    for (DiagramLine& line : plan_.lines)
      line = {node_of[line.source], node_of[line.target],  line.both_ways,
              line.weight,          std::move(line.words), std::move(line.quote)};
  }

  void add_node(const Actor& actor) {
    DiagramNode node{actor.id, actor.label, "", actor.kind};
    const auto current = std::find_if(actor.offices.begin(), actor.offices.end(),
                                      [](const Office& office) { return office.current; });
    if (current != actor.offices.end())
      node.note = current->title;
    else if (!actor.offices.empty())
      node.note = "former " + actor.offices.front().title;
    plan_.nodes.push_back(std::move(node));
    countries_.push_back(actor.country);
  }

  void collect_groups() {
    std::map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < countries_.size(); ++i) {
      if (!countries_[i].empty()) groups[countries_[i]].push_back(i);
    }
    for (auto& [country, nodes] : groups) {
      if (nodes.size() < 2) continue;
      const bool has_country = std::any_of(nodes.begin(), nodes.end(), [&](std::size_t i) {
        return plan_.nodes[i].kind == ActorKind::country;
      });
      plan_.groups.push_back({country, has_country ? "" : label_of_country(country), std::move(nodes)});
    }
  }

  // The country's name where the graph has the country, drawn or not.
  std::string label_of_country(const std::string& code) const {
    const auto actor = graph_.find_actor("country:" + code);
    return actor ? graph_.actor(*actor).label : code;
  }

  void describe() {
    plan_.title = title_of(graph_, options_.title);
    plan_.subtitle =
        count_of(graph_.actor_count(), "actor") + ", " + count_of(graph_.relation_count(), "relation");
    if (graph_.document_count() > 1) plan_.subtitle += ", " + count_of(graph_.document_count(), "document");
    if (const std::string dates = span(); !dates.empty()) plan_.subtitle += " \u00B7 " + dates;
    describe_cut();
    describe_alone();
  }

  void describe_cut() {
    const std::size_t actors = graph_.actor_count() - alone_.size();
    if (plan_.nodes.size() == actors && plan_.lines.size() == all_lines_) return;
    plan_.cut = "Too large to read in one picture: the " +
                count_of(plan_.nodes.size(), "most important actor") + " of " + std::to_string(actors) +
                ", joined by " + count_of(plan_.lines.size(), "line");
  }

  void describe_alone() {
    if (alone_.empty()) return;
    plan_.alone = "Named without a relation: ";
    for (std::size_t i = 0; i < std::min(alone_.size(), kMostNamedAlone); ++i) {
      plan_.alone += (i == 0 ? "" : ", ") + graph_.actor(alone_[i]).label;
    }
    if (alone_.size() > kMostNamedAlone)
      plan_.alone += " and " + std::to_string(alone_.size() - kMostNamedAlone) + " more";
  }

  // The documents' dates and those of the relations, first and last.
  std::string span() const {
    std::string first, last;
    const auto take = [&](const std::string& date) {
      const auto slash = date.find('/');
      const std::string from = date.substr(0, std::min<std::size_t>(slash, 10));
      const std::string to = slash == date.npos ? from : date.substr(slash + 1, 10);
      if (from.size() < 4 || from[0] < '0' || from[0] > '9') return;
      if (first.empty() || from < first) first = from;
      if (last.empty() || to > last) last = to;
    };
    for (std::size_t i = 0; i < graph_.document_count(); ++i) take(graph_.document(i).date);
    Relation relation;
    for (std::size_t i = 0; i < graph_.relation_count(); ++i) {
      graph_.read_relation(i, relation);
      take(relation.date);
    }
    if (first.empty()) return "";
    return first == last ? long_date(first) : long_date(first) + " \u2013 " + long_date(last);
  }

  const KnowledgeGraph& graph_;
  const DiagramOptions& options_;
  std::vector<std::size_t> chosen_, alone_;  // actors
  std::vector<std::string> countries_;       // of the nodes
  std::size_t all_lines_ = 0;
  DiagramPlan plan_;
};

}  // namespace

DiagramPlan plan_diagram(const KnowledgeGraph& graph, const DiagramOptions& options) {
  return Planner(graph, options).plan();
}

}  // namespace entente
