// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/drawing.h"

#include <algorithm>
#include <cmath>

#include "export/diagram/label.h"
#include "export/diagram/look.h"
#include "export/dot_writer.h"
#include "export/style.h"

namespace entente {

// cgraph takes char* and does not write to it.
void GraphvizNames::set(void* object, const char* name, const std::string& value) const {
  agsafeset(object, const_cast<char*>(name), const_cast<char*>(value.c_str()), const_cast<char*>(""));
}

void GraphvizNames::set_html(void* object, const char* name, const std::string& value) const {
  char* html = agstrdup_html(graph_, const_cast<char*>(value.c_str()));
  agsafeset(object, const_cast<char*>(name), html, const_cast<char*>(""));
  agstrfree(graph_, html);
}

void GraphvizNames::fallback(int kind, const char* name, const char* value) const {
  agattr(graph_, kind, const_cast<char*>(name), const_cast<char*>(value));
}

namespace {

constexpr std::size_t kMostWords = 4;  // of a line; the rest is counted

class PlanDrawing {
 public:
  PlanDrawing(const DiagramPlan& plan, bool grouped)
      : plan_(plan),
        grouped_(grouped),
        graph_(agopen(const_cast<char*>("diagram"), Agdirected, nullptr)),
        names_(graph_.get()) {}

  CgraphPtr draw() {
    set_fallbacks();
    if (grouped_) draw_groups();
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) draw_node(i);
    for (std::size_t i = 0; i < plan_.lines.size(); ++i) draw_line(i);
    return std::move(graph_);
  }

 private:
  void set_fallbacks() {
    for (const auto& [name, value] : kGraphLook) names_.fallback(AGRAPH, name, value);
    for (const auto& [name, value] : kNodeLook) names_.fallback(AGNODE, name, value);
    for (const auto& [name, value] : kLineLook) names_.fallback(AGEDGE, name, value);
  }

  Agnode_t* node(std::size_t i) {
    return agnode(graph_.get(), const_cast<char*>(plan_.nodes[i].id.c_str()), 1);
  }

  void draw_groups() {
    for (const DiagramGroup& group : plan_.groups) {
      const std::string name = "cluster_" + group.country;
      Agraph_t* cluster = agsubg(graph_.get(), const_cast<char*>(name.c_str()), 1);
      for (const auto& [key, value] : kGroupLook) names_.set(cluster, key, value);
      if (!group.label.empty()) names_.set_html(cluster, "label", "<B>" + label_text(group.label) + "</B>");
      for (const std::size_t i : group.nodes) agsubnode(cluster, node(i), 1);
    }
  }

  void draw_node(std::size_t i) {
    const DiagramNode& actor = plan_.nodes[i];
    const NodeStyle& look = node_style(actor.kind);
    Agnode_t* drawn = node(i);
    names_.set(drawn, "shape", std::string(look.shape));
    names_.set(drawn, "style", std::string(look.style));
    names_.set(drawn, "fillcolor", std::string(look.fill));
    names_.set(drawn, "color", std::string(look.border));
    names_.set(drawn, "penwidth", std::to_string(look.border_width).substr(0, 4));
    names_.set(drawn, "margin", actor.kind == ActorKind::institution ? "0.14,0.08" : "0.05,0.05");
    names_.set(drawn, "tooltip", tooltip(actor.label));
    names_.set_html(drawn, "label", node_label(actor));
  }

  // An escString of one line; a space, since Graphviz would put a default of its own where there is none.
  static std::string tooltip(const std::string& text) {
    std::string escaped;
    for (const std::string& line : wrap_label(text, 160, 1)) append_dot_text(escaped, line);
    return escaped.empty() ? " " : escaped;
  }

  static std::string node_label(const DiagramNode& actor) {
    const bool bold = actor.kind == ActorKind::country || actor.kind == ActorKind::bloc;
    std::string label;
    for (const std::string& line : wrap_label(actor.label, 20, 3)) {
      if (!label.empty()) label += "<BR/>";
      label += bold ? "<B>" + label_text(line) + "</B>" : label_text(line);
    }
    if (actor.note.empty()) return label;
    for (const std::string& line : wrap_label(actor.note, 26, 2)) {
      label += "<BR/><FONT POINT-SIZE=\"9\" COLOR=\"#4a4a4a\">" + label_text(line) + "</FONT>";
    }
    return label;
  }

  void draw_line(std::size_t i) {
    const DiagramLine& line = plan_.lines[i];
    const std::string name = std::to_string(i);
    Agedge_t* drawn =
        agedge(graph_.get(), node(line.source), node(line.target), const_cast<char*>(name.c_str()), 1);
    const DiagramWord& first = line.words.front();
    const bool tie = std::all_of(line.words.begin(), line.words.end(),
                                 [](const DiagramWord& word) { return word.quad == Quad::tie; });
    names_.set(drawn, "color", colours_of(line));
    names_.set(drawn, "fontcolor", std::string(text_colour(first.quad)));
    names_.set(drawn, "style", dash_of(status_of(line)));
    names_.set(drawn, "penwidth", width_of(line, tie));
    names_.set(drawn, "arrowhead", arrow_of(first));
    names_.set(drawn, "arrowtail", arrow_of(first));
    names_.set(drawn, "dir", line.both_ways ? "both" : "forward");
    names_.set(drawn, "tooltip", tooltip(line.quote.empty() ? first.text : line.quote));
    names_.set(drawn, "weight", tie ? "4" : std::to_string(std::clamp<std::size_t>(line.weight, 1, 6)));
    if (is_said_by_node(line)) return;
    names_.set_html(drawn, "label", line_label(told(line)));
  }

  // An office that its holder's node names already.
  bool is_said_by_node(const DiagramLine& line) const {
    return line.words.size() == 1 && line.words[0].quad == Quad::tie &&
           line.words[0].text == plan_.nodes[line.source].note;
  }

  // The words without an office that the holder's node names already.
  std::vector<DiagramWord> told(const DiagramLine& line) const {
    std::vector<DiagramWord> words = line.words;
    if (words.size() > 1) {
      std::erase_if(words, [&](const DiagramWord& word) {
        return word.quad == Quad::tie && word.text == plan_.nodes[line.source].note;
      });
    }
    return words;
  }

  static std::string line_label(const std::vector<DiagramWord>& words) {
    std::string rows;
    const std::size_t shown = words.size() > kMostWords ? kMostWords - 1 : words.size();
    for (std::size_t i = 0; i < shown; ++i) rows += row(word_label(words[i]));
    if (shown < words.size()) rows += row("<I>and " + std::to_string(words.size() - shown) + " more</I>");
    return "<TABLE BGCOLOR=\"#ffffffe0\" BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">" +
           rows + "</TABLE>";
  }

  static std::string row(const std::string& content) { return "<TR><TD>" + content + "</TD></TR>"; }

  // "told ×2", "may send arms to (possible)"; what is denied is struck through.
  static std::string word_label(const DiagramWord& word) {
    std::string text;
    for (const std::string& line : wrap_label(word.text, 26, 2))
      text += (text.empty() ? "" : "<BR/>") + label_text(line);
    if (word.status == Status::denied) text = "<S>" + text + "</S>";
    if (word.weight > 1) text += " \u00D7" + std::to_string(word.weight);
    std::string aside = word.status == Status::actual ? "" : std::string(to_string(word.status));
    if (!word.by.empty())
      aside += (aside.empty() ? "says " : ", says ") + label_text(wrap_label(word.by, 20, 1)[0]);
    if (!aside.empty()) text += " <I>(" + aside + ")</I>";
    return "<FONT COLOR=\"" + std::string(text_colour(word.quad)) + "\">" + text + "</FONT>";
  }

  // Each family that the line speaks of, side by side.
  static std::string colours_of(const DiagramLine& line) {
    std::string colours;
    for (const DiagramWord& word : line.words) {
      const std::string colour(line_colour(word.quad));
      if (colours.find(colour) == colours.npos) colours += (colours.empty() ? "" : ":") + colour;
    }
    return colours;
  }

  // The surest of what the line says.
  static Status status_of(const DiagramLine& line) {
    return std::min_element(line.words.begin(), line.words.end(),
                            [](const DiagramWord& a, const DiagramWord& b) { return a.status < b.status; })
        ->status;
  }

  static std::string width_of(const DiagramLine& line, bool tie) {
    const double width =
        tie ? 1.0 : 1.0 + 0.55 * std::log2(1.0 + static_cast<double>(std::min<std::size_t>(line.weight, 64)));
    return std::to_string(std::round(width * 100) / 100).substr(0, 4);
  }

  const DiagramPlan& plan_;
  bool grouped_;
  CgraphPtr graph_;
  GraphvizNames names_;
};

}  // namespace

CgraphPtr draw_plan(const DiagramPlan& plan, bool grouped) {
  return PlanDrawing(plan, grouped).draw();
}

}  // namespace entente
