// SPDX-License-Identifier: Apache-2.0
#include "export/dot_drawing.h"

#include <algorithm>

#include "export/dot_writer.h"
#include "export/style.h"
#include "export/text/escape.h"
#include "graph/utf8.h"

namespace entente {
namespace {

constexpr std::string_view kUnknown = "\xEF\xBF\xBD";
constexpr std::size_t kTokenBytes = 8'000;
constexpr std::size_t kLabelBytes = 60;   // of a predicate
constexpr std::size_t kQuoteBytes = 300;  // of a quote in a tooltip
constexpr std::size_t kTooltipQuotes = 6;

// Whether XML cannot hold the code point that begins here, or should not: C1 controls, U+FFFE and U+FFFF.
bool is_unfit(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) == 0xC2) return byte(1) < 0xA0;
  return byte(0) == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE;
}

std::size_t length_of(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

void append_ascii(std::string& out, char c) {
  switch (c) {
    case '\\':
      out += "\\\\";
      break;
    case '&':
      out += "&amp;";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\t':
      out += c;
      break;
    default:
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
        out += kUnknown;
      } else {
        out += c;
      }
  }
}

void append_valid(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = length_of(static_cast<unsigned char>(text[at]));
    if (length > 1) {
      out += is_unfit(text, at) ? kUnknown : text.substr(at, length);
    } else if (text[at] == '\r') {
      if (at + 1 == text.size() || text[at + 1] != '\n') out += "\\n";
    } else {
      append_ascii(out, text[at]);
    }
    at += length;
  }
}

// The text, or what of it fits into so many bytes, cut between characters.
void append_cut(std::string& out, std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return append_dot_text(out, text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  append_dot_text(out, text.substr(0, bytes));
  out += "\u2026";
}

class Drawing {
 public:
  Drawing(const KnowledgeGraph& graph, const WriteOptions& options, DotCanvas& canvas)
      : graph_(graph), options_(options), canvas_(canvas) {}

  void draw() {
    begin();
    Actor actor;
    for (std::size_t i = 0; i < graph_.actor_count(); ++i) {
      graph_.read_actor(i, actor);
      node(actor);
    }
    Relation relation;
    for (std::size_t i = 0; i < graph_.relation_count(); ++i) {
      graph_.read_relation(i, relation);
      edge(relation);
    }
  }

 private:
  void begin() {
    DotAttributes graph{{"charset", "UTF-8"}}, nodes, edges;
    if (!options_.title.empty()) {
      append_dot_text(graph.emplace_back("label", "").second, options_.title);
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

  // The values keep their memory from call to call.
  std::string& value(DotAttributes& attributes, std::size_t& at, std::string_view name) {
    if (at == attributes.size()) attributes.emplace_back();
    auto& [key, text] = attributes[at++];
    key = name;
    text.clear();
    return text;
  }

  void node(const Actor& actor) {
    std::size_t at = 0;
    append_dot_text(value(node_, at, "label"), actor.label.empty() ? actor.id : actor.label);
    value(node_, at, "kind") = to_string(actor.kind);
    append_dot_text(value(node_, at, "country"), actor.country);
    value(node_, at, "mentions") = std::to_string(actor.mentions);
    if (options_.diagram) {
      const NodeStyle& style = node_style(actor.kind);
      value(node_, at, "shape") = style.shape;
      value(node_, at, "style") = style.style;
      value(node_, at, "fillcolor") = style.fill;
      value(node_, at, "color") = style.border;
      append_number(value(node_, at, "penwidth"), style.border_width);
      describe(value(node_, at, "tooltip"), actor);
    }
    canvas_.node(actor.id, node_);
  }

  static void describe(std::string& out, const Actor& actor) {
    append_cut(out, actor.label, kQuoteBytes);
    out.append(" (").append(to_string(actor.kind)).append(")");
    for (const Office& office : actor.offices) {
      out += office.current ? "\\n" : "\\nformer ";
      append_cut(out, office.title, kLabelBytes);
    }
  }

  void edge(const Relation& relation) {
    const RelationType* type = options_.ontology->find(relation.type);
    std::size_t at = 0;
    write_label(value(edge_, at, "label"), relation, type);
    append_dot_text(value(edge_, at, "type"), relation.type);
    value(edge_, at, "status") = to_string(relation.status);
    value(edge_, at, "by") = relation.by;
    append_dot_text(value(edge_, at, "date"), relation.date);
    value(edge_, at, "weight") = std::to_string(std::clamp<std::size_t>(relation.evidence.size(), 1, 20));
    if (options_.diagram) style(at, relation, edge_style(type, relation.status));
    key_.assign(relation.type).append("/").append(to_string(relation.status));
    if (!relation.by.empty()) key_.append("/").append(relation.by);
    canvas_.edge(relation.source, relation.target, key_, edge_);
  }

  void style(std::size_t& at, const Relation& relation, const EdgeStyle& style) {
    value(edge_, at, "color") = style.colour;
    value(edge_, at, "fontcolor") = style.colour;
    value(edge_, at, "style") = style.line;
    append_number(value(edge_, at, "penwidth"), style.width);
    value(edge_, at, "arrowhead") = style.arrow;
    value(edge_, at, "arrowtail") = style.arrow;
    value(edge_, at, "dir") = relation.symmetric ? "both" : "forward";
    std::string& tooltip = value(edge_, at, "tooltip");
    describe(tooltip, relation);
    value(edge_, at, "labeltooltip") = tooltip;
  }

  // "told", below it "CONSULT, possible", below it who says so.
  void write_label(std::string& out, const Relation& relation, const RelationType* type) const {
    const bool tie = type != nullptr && type->quad == Quad::tie;
    append_cut(out, tie && !relation.title.empty() ? relation.title : relation.label, kLabelBytes);
    if (!out.empty()) out += "\\n";
    append_dot_text(out, relation.type);
    if (relation.status != Status::actual) out.append(", ").append(to_string(relation.status));
    if (!relation.by.empty()) {
      out += "\\nsays ";
      append_cut(out, label_of(relation.by), kLabelBytes);
    }
  }

  std::string label_of(const std::string& id) const {
    const auto actor = graph_.find_actor(id);
    return actor ? graph_.actor(*actor).label : id;
  }

  void describe(std::string& out, const Relation& relation) const {
    append_dot_text(out, relation.type);
    out.append(", ").append(to_string(relation.status));
    if (!relation.date.empty()) append_dot_text(out.append(", "), relation.date);
    if (!options_.evidence) return;
    for (std::size_t i = 0; i < std::min(relation.evidence.size(), kTooltipQuotes); ++i) {
      out += "\\n\u201C";
      append_cut(out, relation.evidence[i].quote, kQuoteBytes);
      out += "\u201D";
    }
    if (relation.evidence.size() > kTooltipQuotes) {
      out += "\\nand " + std::to_string(relation.evidence.size() - kTooltipQuotes) + " more";
    }
  }

  const KnowledgeGraph& graph_;
  const WriteOptions& options_;
  DotCanvas& canvas_;
  DotAttributes node_, edge_;
  std::string key_;
};

}  // namespace

void append_dot_text(std::string& out, std::string_view text) {
  if (valid_utf8_prefix(text) == text.size()) {
    append_valid(out, text);
  } else {
    append_valid(out, repair_utf8(text));
  }
}

void append_dot_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t piece = 0;  // where the piece of a long string begins
  std::size_t done = 0;   // what is in `out`
  const auto put = [&](std::size_t until, std::string_view then) {
    out.append(text.substr(done, until - done)).append(then);
    done = until;
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + (text[at] == '\\' ? 2 : 1);
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    if (next - piece > kTokenBytes) {
      put(at, "\" + \"");
      piece = at;
    }
    if (text[at] == '"') put(at, "\\");
    at = next;
  }
  put(text.size(), "\"");
}

void draw_dot(const KnowledgeGraph& graph, const WriteOptions& options, DotCanvas& canvas) {
  Drawing(graph, options, canvas).draw();
}

}  // namespace entente
