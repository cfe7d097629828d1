// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/dot_text.h"
#include "export/style.h"
#include "export/text/escape.h"
#include "export/writer.h"
#include "graph/view.h"

namespace entente {

// Attributes of a DOT element in the order in which they are written. Values are ready for Graphviz, apart
// from quotes.
using DotAttributes = std::vector<std::pair<std::string_view, std::string>>;

// Draws the graph in its order on a canvas: a cgraph graph or a stream of text. Internal to export/.
//
// What a canvas has:
//   begin(graph, nodes, edges)        once, first: DotAttributes of the graph, and defaults of nodes and
//   edges node(id), edge(source, target, key)   begin an element; `key` tells parallel edges apart word(name,
//   value)                 an attribute of it, of which nothing needs to be escaped value(name),
//   close_value()        another, whose escString is appended to the TextBuffer in between same_value(name)
//   another with the text of the last end()                             of the element
// Every element of a kind has the same attributes.
template <typename Canvas>
class DotDrawing {
 public:
  DotDrawing(const KnowledgeGraph& graph, const WriteOptions& options, Canvas& canvas)
      : graph_(graph), options_(options), canvas_(canvas), speakers_(graph) {}

  void draw() {
    begin();
    ActorReader actors(graph_);
    const std::size_t actor_count = graph_.actor_count(), relation_count = graph_.relation_count();
    for (std::size_t i = 0; i < actor_count; ++i) node(actors.read(i));
    RelationReader relations(graph_);
    for (std::size_t i = 0; i < relation_count; ++i) edge(i, relations.read(i));
  }

 private:
  static constexpr std::size_t kLabelBytes = 60;   // of a predicate
  static constexpr std::size_t kQuoteBytes = 300;  // of a quote in a tooltip
  static constexpr std::size_t kTooltipQuotes = 6;

  void begin() {
    DotAttributes graph{{"charset", "UTF-8"}}, nodes, edges;
    if (!options_.title.empty()) {
      TextBuffer title;
      append_dot_text(title, options_.title);
      graph.emplace_back("label", title.view());
      graph.emplace_back("labelloc", "t");
    }
    if (options_.diagram) {
      const std::string font(kFont), ink(kInk);
      graph.insert(graph.end(), {{"rankdir", "LR"},
                                 {"ranksep", "0.9"},
                                 {"nodesep", "0.35"},
                                 {"fontname", font},
                                 {"fontsize", "16"},
                                 {"fontcolor", ink},
                                 {"bgcolor", "white"},
                                 {"outputorder", "edgesfirst"},
                                 {"overlap", "false"}});
      nodes = {{"fontname", font}, {"fontsize", "12"}, {"fontcolor", ink}, {"margin", "0.14,0.07"}};
      edges = {{"fontname", font}, {"fontsize", "9"}, {"arrowsize", "0.8"}};
    }
    canvas_.begin(graph, nodes, edges);
  }

  template <typename Append>
  void value(std::string_view name, Append append) {
    append(canvas_.value(name));
    canvas_.close_value();
  }
  void text(std::string_view name, std::string_view text) {
    value(name, [&](TextBuffer& out) { append_dot_text(out, text); });
  }
  template <typename Number>
  void number(std::string_view name, Number number) {
    value(name, [&](TextBuffer& out) { append_number(out, number); });
  }

  void node(const ActorView& actor) {
    canvas_.node(actor.id);
    text("label", actor.label.empty() ? actor.id : actor.label);
    canvas_.word("kind", to_string(actor.kind));
    text("country", actor.country);
    number("mentions", std::uint64_t{actor.mentions});
    if (options_.diagram) {
      const NodeStyle& style = node_style(actor.kind);
      canvas_.word("shape", style.shape);
      canvas_.word("style", style.style);
      canvas_.word("fillcolor", style.fill);
      canvas_.word("color", style.border);
      number("penwidth", style.border_width);
      value("tooltip", [&](TextBuffer& out) { describe(out, actor); });
    }
    canvas_.end();
  }

  static void describe(TextBuffer& out, const ActorView& actor) {
    append_dot_cut(out, actor.label, kQuoteBytes);
    out += " (";
    out += to_string(actor.kind);
    out += ')';
    for (const OfficeView& office : actor.offices) {
      out += office.current ? "\\n" : "\\nformer ";
      append_dot_cut(out, office.title, kLabelBytes);
    }
  }

  void edge(std::size_t index, const RelationView& relation) {
    const RelationType* type = options_.ontology->find(relation.type);
    key_.clear();
    key_ += relation.type;
    key_ += '/';
    key_ += to_string(relation.status);
    if (!relation.by.empty()) (key_ += '/') += relation.by;
    canvas_.edge(relation.source, relation.target, key_.view());
    value("label", [&](TextBuffer& out) { write_label(out, index, relation, type); });
    text("type", relation.type);
    canvas_.word("status", to_string(relation.status));
    canvas_.word("by", relation.by);
    text("date", relation.date);
    number("weight", std::uint64_t{std::clamp<std::size_t>(relation.evidence.size(), 1, 20)});
    if (options_.diagram) style(relation, edge_style(type, relation.status));
    canvas_.end();
  }

  void style(const RelationView& relation, const EdgeStyle& style) {
    canvas_.word("color", style.colour);
    canvas_.word("fontcolor", style.colour);
    canvas_.word("style", style.line);
    number("penwidth", style.width);
    canvas_.word("arrowhead", style.arrow);
    canvas_.word("arrowtail", style.arrow);
    canvas_.word("dir", relation.symmetric ? "both" : "forward");
    value("tooltip", [&](TextBuffer& out) { describe(out, relation); });
    canvas_.same_value("labeltooltip");
  }

  // "told", below it "CONSULT, possible", below it who says so.
  void write_label(TextBuffer& out, std::size_t index, const RelationView& relation,
                   const RelationType* type) {
    const bool tie = type != nullptr && type->quad == Quad::tie;
    const std::string_view predicate = tie && !relation.title.empty() ? relation.title : relation.label;
    append_dot_cut(out, predicate, kLabelBytes);
    if (!predicate.empty()) out += "\\n";
    append_dot_text(out, relation.type);
    if (relation.status != Status::actual) {
      out += ", ";
      out += to_string(relation.status);
    }
    if (relation.by.empty()) return;
    out += "\\nsays ";
    const auto speaker = graph_.speaker(index);
    append_dot_cut(out, speaker ? speakers_.read(*speaker).label : relation.by, kLabelBytes);
  }

  void describe(TextBuffer& out, const RelationView& relation) const {
    append_dot_text(out, relation.type);
    out += ", ";
    out += to_string(relation.status);
    if (!relation.date.empty()) {
      out += ", ";
      append_dot_text(out, relation.date);
    }
    if (!options_.evidence) return;
    for (std::size_t i = 0; i < std::min(relation.evidence.size(), kTooltipQuotes); ++i) {
      out += "\\n\u201C";
      append_dot_cut(out, relation.evidence[i].quote, kQuoteBytes);
      out += "\u201D";
    }
    if (relation.evidence.size() > kTooltipQuotes) {
      out += "\\nand ";
      append_number(out, std::uint64_t{relation.evidence.size() - kTooltipQuotes});
      out += " more";
    }
  }

  const KnowledgeGraph& graph_;
  const WriteOptions& options_;
  Canvas& canvas_;
  ActorReader speakers_;
  TextBuffer key_;
};

}  // namespace entente
