// SPDX-License-Identifier: Apache-2.0
#include "cli/render.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <tuple>
#include <vector>

#include "graph/ontology.h"

namespace entente {
namespace {

struct KindHeading {
  ActorKind kind;
  std::string_view heading;
};

constexpr std::array<KindHeading, 5> headings = {{{ActorKind::country, "Countries"},
                                                  {ActorKind::bloc, "Blocs"},
                                                  {ActorKind::institution, "Institutions"},
                                                  {ActorKind::official, "Officials"},
                                                  {ActorKind::person, "Persons"}}};

std::string by_quad(const Relation& relation, std::string_view text, const Style& style) {
  const RelationType* type = Ontology::builtin().find(relation.type);
  if (type == nullptr || type->quad == Quad::tie) return style.dim(text);
  return is_cooperation(type->quad) ? style.green(text) : style.red(text);
}

// A relation's place in the text: relations are shown in the order in which they are told.
auto place_of(const Relation& relation) {
  return relation.evidence.empty()
             ? std::tuple(std::string(), std::uint64_t{0})
             : std::tuple(relation.evidence.front().document, relation.evidence.front().begin);
}

void show_documents(const KnowledgeGraph& graph, std::ostream& out, const Style& style) {
  out << style.bold("Documents") << '\n';
  for (std::size_t i = 0; i < graph.document_count(); ++i) {
    const DocumentInfo document = graph.document(i);
    out << "  " << printable(document.id);
    if (!document.date.empty()) out << "  " << printable(document.date);
    if (!document.title.empty()) out << "  " << printable(document.title);
    out << '\n';
    for (const std::string& line : graph.notes(i)) out << "    note: " << printable(line) << '\n';
  }
}

void show_actors(const KnowledgeGraph& graph, std::ostream& out, const Style& style) {
  for (const KindHeading& part : headings) {
    std::vector<Actor> actors;
    for (const Actor& actor : graph.actors())
      if (actor.kind == part.kind) actors.push_back(actor);
    if (actors.empty()) continue;
    std::stable_sort(actors.begin(), actors.end(),
                     [](const Actor& a, const Actor& b) { return a.mentions > b.mentions; });
    out << '\n' << style.bold(part.heading) << '\n';
    for (const Actor& actor : actors) out << "  " << actor_line(graph, actor, style) << '\n';
  }
}

void show_relations(const KnowledgeGraph& graph, bool ties, std::ostream& out, const Style& style) {
  std::vector<Relation> relations;
  for (const Relation& relation : graph.relations()) {
    const RelationType* type = Ontology::builtin().find(relation.type);
    if ((type != nullptr && type->quad == Quad::tie) == ties) relations.push_back(relation);
  }
  if (relations.empty()) return;
  std::stable_sort(relations.begin(), relations.end(),
                   [](const Relation& a, const Relation& b) { return place_of(a) < place_of(b); });
  out << '\n' << style.bold(ties ? "Offices and ties" : "Relations") << '\n';
  for (const Relation& relation : relations) out << "  " << relation_line(graph, relation, style) << '\n';
}

}  // namespace

std::string count_of(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string label_of(const KnowledgeGraph& graph, std::string_view id) {
  const auto actor = graph.find_actor(id);
  return printable(actor ? graph.actor(*actor).label : id);
}

std::string relation_line(const KnowledgeGraph& graph, const Relation& relation, const Style& style) {
  const std::string arrow =
      (relation.symmetric ? "\xE2\x86\x90" : "\xE2\x80\x94") + printable(relation.label) + "\xE2\x86\x92";
  std::string line = style.bold(label_of(graph, relation.source)) + " " + by_quad(relation, arrow, style) +
                     " " + style.bold(label_of(graph, relation.target)) + "  " + printable(relation.type) +
                     "  " + std::string(to_string(relation.status));
  if (!relation.mode.empty()) line += "  " + printable(relation.mode);
  if (!relation.date.empty()) line += "  " + printable(relation.date);
  if (!relation.by.empty()) line += "  by " + label_of(graph, relation.by);
  if (relation.evidence.size() > 1)
    line += "  " + style.dim("told " + std::to_string(relation.evidence.size()) + " times");
  return line;
}

std::string actor_line(const KnowledgeGraph& graph, const Actor& actor, const Style& style) {
  std::string line =
      style.bold(printable(actor.label)) + " " + style.dim("(" + count_of(actor.mentions, "mention") + ")");
  for (const Office& office : actor.offices)
    line += ", " + std::string(office.current ? "" : "former ") +
            printable(office.title.empty() ? "office holder" : office.title) + " of " +
            label_of(graph, office.of);
  return line;
}

void show_graph(const KnowledgeGraph& graph, std::ostream& out, const Style& style) {
  out << count_of(graph.document_count(), "document") << ", " << count_of(graph.actor_count(), "actor")
      << ", " << count_of(graph.relation_count(), "relation") << "\n\n";
  show_documents(graph, out, style);
  show_actors(graph, out, style);
  show_relations(graph, true, out, style);
  show_relations(graph, false, out, style);
}

}  // namespace entente
