// SPDX-License-Identifier: Apache-2.0
#include "export/formats/mermaid_writer.h"

#include <algorithm>
#include <queue>
#include <vector>

#include "export/text/escape.h"
#include "export/text/walk.h"

namespace entente {
namespace {

constexpr std::size_t kMostEdges = 500;         // Mermaid's maxEdges
constexpr std::size_t kMostCharacters = 49000;  // of its maxTextSize of 50,000, less the frame

void append_node_id(TextBuffer& out, std::size_t index) {
  out += 'n';
  append_number(out, std::uint64_t{index} + 1);
}

// A diagram has no room for more: at most so many bytes of a name, whole characters, then an ellipsis.
void append_label(TextBuffer& line, std::string_view label) {
  constexpr std::size_t kMost = 160;
  if (label.size() <= kMost) return append_mermaid_text(line, label);
  std::size_t size = kMost;
  while (size > 0 && (static_cast<unsigned char>(label[size]) & 0xC0) == 0x80) --size;
  append_mermaid_text(line, label.substr(0, size));
  line += "\u2026";
}

struct Shape {
  std::string_view open;
  std::string_view close;
};

// As in the other diagrams, the shape tells the kind where colour does not.
Shape shape_of(ActorKind kind) {
  switch (kind) {
    case ActorKind::country:
      return {"[\"", "\"]"};
    case ActorKind::official:
      return {"([\"", "\"])"};
    case ActorKind::person:
      return {"(\"", "\")"};
    case ActorKind::institution:
      return {"[[\"", "\"]]"};
    case ActorKind::bloc:
      return {"{{\"", "\"}}"};
  }
  return {"[\"", "\"]"};
}

TextBuffer node_line(const ActorView& actor, std::size_t index) {
  const Shape shape = shape_of(actor.kind);
  TextBuffer line;
  line += "  ";
  append_node_id(line, index);
  line += shape.open;
  append_label(line, actor.label);
  line += shape.close;
  line += ":::";
  line += to_string(actor.kind);
  line += '\n';
  return line;
}

std::string_view arrow_of(const RelationView& relation) {
  const bool dashed = relation.status != Status::actual;
  if (relation.symmetric) return dashed ? " <-.->|\"" : " <-->|\"";
  return dashed ? " -.->|\"" : " -->|\"";
}

TextBuffer edge_line(const RelationView& relation, KnowledgeGraph::Ends ends) {
  TextBuffer line;
  line += "  ";
  append_node_id(line, ends.source);
  line += arrow_of(relation);
  if (relation.status == Status::denied) line += "not ";
  append_label(line, relation.label.empty() ? relation.type : relation.label);
  if (relation.status == Status::planned || relation.status == Status::possible) {
    line += " (";
    line += to_string(relation.status);
    line += ')';
  }
  line += "\"| ";
  append_node_id(line, ends.target);
  line += '\n';
  return line;
}

// The relations with most evidence, best first; the earlier where they are equal.
std::vector<std::size_t> weightiest(const KnowledgeGraph& graph) {
  struct Candidate {
    std::size_t weight;
    std::size_t index;
    bool operator<(const Candidate& other) const {  // so that the queue's top is the first to go
      return weight != other.weight ? weight > other.weight : index < other.index;
    }
  };
  std::priority_queue<Candidate> best;
  RelationReader relations(graph);
  for (std::size_t index = 0; index < graph.relation_count(); ++index) {
    best.push({relations.read(index).evidence.size(), index});
    if (best.size() > kMostEdges) best.pop();
  }
  std::vector<std::size_t> order(best.size());
  for (auto slot = order.rbegin(); slot != order.rend(); ++slot) {
    *slot = best.top().index;
    best.pop();
  }
  return order;
}

// What fits: relations, and the actors at their ends; all actors where all of the graph fits.
struct Selection {
  std::vector<std::size_t> actors;     // sorted
  std::vector<std::size_t> relations;  // sorted
};

bool add_actor(const KnowledgeGraph& graph, std::size_t index, std::vector<std::size_t>& actors,
               std::size_t& room) {
  const auto place = std::lower_bound(actors.begin(), actors.end(), index);
  if (place != actors.end() && *place == index) return true;
  const std::size_t need = node_line(ActorReader(graph).read(index), index).size();
  if (need > room) return false;
  room -= need;
  actors.insert(place, index);
  return true;
}

Selection select(const KnowledgeGraph& graph) {
  Selection selection;
  std::size_t room = kMostCharacters;
  RelationReader relations(graph);
  for (const std::size_t index : weightiest(graph)) {
    const auto ends = graph.ends(index);
    const std::size_t need = edge_line(relations.read(index), ends).size();
    if (need > room) continue;
    room -= need;
    if (!add_actor(graph, ends.source, selection.actors, room)) break;
    if (!add_actor(graph, ends.target, selection.actors, room)) break;
    selection.relations.push_back(index);
  }
  for (std::size_t index = 0; index < graph.actor_count(); ++index) {
    if (!add_actor(graph, index, selection.actors, room)) break;
  }
  std::sort(selection.relations.begin(), selection.relations.end());
  return selection;
}

void append_count(TextBuffer& out, std::size_t drawn, std::size_t all, std::string_view noun) {
  append_number(out, std::uint64_t{drawn});
  out += " of ";
  append_number(out, std::uint64_t{all});
  out += ' ';
  out += noun;
}

constexpr std::string_view kStyles = R"(  classDef country fill:#dbe7f3,stroke:#22384f,color:#111
  classDef official fill:#ece3f6,stroke:#64418f,color:#111
  classDef person fill:#ffffff,stroke:#64418f,color:#111
  classDef institution fill:#dcefe6,stroke:#2c6650,color:#111
  classDef bloc fill:#f3ead9,stroke:#6b4a16,color:#111
)";

}  // namespace

void write_mermaid(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions&) {
  TextSink sink(out);
  const Selection selection = select(graph);
  sink.text += "flowchart LR\n";
  if (selection.relations.size() < graph.relation_count() || selection.actors.size() < graph.actor_count()) {
    sink.text += "  %% ";
    append_count(sink.text, selection.relations.size(), graph.relation_count(), "relations and ");
    append_count(sink.text, selection.actors.size(), graph.actor_count(),
                 "actors: those with most evidence\n");
  }
  ActorReader actors(graph);
  for (const std::size_t index : selection.actors) sink.text += node_line(actors.read(index), index);
  RelationReader relations(graph);
  for (const std::size_t index : selection.relations)
    sink.text += edge_line(relations.read(index), graph.ends(index));
  sink.text += kStyles;
  sink.finish();
}

}  // namespace entente
