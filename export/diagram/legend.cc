// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "export/diagram/drawing.h"
#include "export/diagram/label.h"
#include "export/diagram/look.h"
#include "export/style.h"

namespace entente {
namespace {

// In points, for a diagram of at most kPlainWidth; a wider one, which is shown smaller, gets larger ones.
constexpr double kTitleSize = 20, kNoteSize = 11, kLegendSize = 10, kRow = 22, kSample = 26, kGap = 18;
constexpr double kLeastWidth = 460, kPlainWidth = 1100, kMostScale = 2;

struct Box {
  double left = 0, bottom = 0, right = 0, top = 0;
};

Box read_box(Agraph_t* graph) {
  Box box;
  const char* text = agget(graph, const_cast<char*>("bb"));
  if (text != nullptr) std::sscanf(text, "%lf,%lf,%lf,%lf", &box.left, &box.bottom, &box.right, &box.top);
  return box;
}

std::string_view status_name(Status status) {
  switch (status) {
    case Status::actual:
      return "Actual";
    case Status::planned:
      return "Planned";
    case Status::possible:
      return "Possible";
    case Status::denied:
      return "Denied";
  }
  return "";
}

std::string point(double x, double y) {
  char text[64];
  std::snprintf(text, sizeof text, "%.2f,%.2f", x, y);
  return text;
}

std::string inches(double points) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", points / 72);
  return text;
}

// Rows of text above the diagram, samples with their meaning below it: nodes and lines of fixed size and
// place. Their names have a space, which no actor's id has.
class Sheet {
 public:
  Sheet(Agraph_t* graph, const DiagramPlan& plan)
      : graph_(graph), plan_(plan), names_(graph), box_(read_box(graph)) {
    scale_ = std::clamp((box_.right - box_.left) / kPlainWidth, 1.0, kMostScale);
  }

  void add() {
    add_head();
    y_ = box_.bottom - 26 * scale_;
    x_ = box_.left;
    for (const ActorKind kind : kKindOrder) {
      if (has(kind)) add_item(kind_name(kind), [&] { kind_sample(kind); });
    }
    for (const Quad quad : kQuadOrder) {
      if (has(quad)) add_item(quad_name(quad), [&] { line_sample({"", quad, Status::actual, "", 1}, 2.2); });
    }
    for (const Status status : {Status::planned, Status::possible, Status::denied}) {
      if (has(status))
        add_item(status_name(status), [&] { line_sample({"", Quad::tie, status, "", 1}, 1.6); });
    }
    if (!plan_.lines.empty())
      add_item(
          "Wider: stated more often", [] {}, false);
    x_ = box_.left;
    if (!plan_.alone.empty()) {
      for (const std::string& line : wrap_label(plan_.alone, line_limit(kNoteSize * scale_), 3))
        add_text(line, y_ -= 18 * scale_, kNoteSize * scale_, "#566170", false);
    }
  }

 private:
  static constexpr std::array kKindOrder = {ActorKind::country, ActorKind::bloc, ActorKind::institution,
                                            ActorKind::official, ActorKind::person};
  static constexpr std::array kQuadOrder = {Quad::tie, Quad::verbal_cooperation, Quad::material_cooperation,
                                            Quad::verbal_conflict, Quad::material_conflict};

  bool has(ActorKind kind) const {
    return std::any_of(plan_.nodes.begin(), plan_.nodes.end(),
                       [&](const DiagramNode& node) { return node.kind == kind; });
  }
  template <typename Test>
  bool any_word(Test test) const {
    return std::any_of(plan_.lines.begin(), plan_.lines.end(), [&](const DiagramLine& line) {
      return std::any_of(line.words.begin(), line.words.end(), test);
    });
  }
  bool has(Quad quad) const {
    return any_word([&](const DiagramWord& word) { return word.quad == quad; });
  }
  bool has(Status status) const {
    return any_word([&](const DiagramWord& word) { return word.status == status; });
  }

  double width() const { return std::max(kLeastWidth, box_.right - box_.left); }
  std::size_t line_limit(double size) const { return static_cast<std::size_t>(width() / (0.54 * size)); }

  // From the last line up, so that the first stands highest.
  void add_head() {
    double y = box_.top + 16 * scale_;
    const auto up = [&](const std::string& text, double size, const char* colour, bool bold) {
      std::vector<std::string> lines = wrap_label(text, line_limit(size), 3);
      for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        add_text(*line, y + size * 0.6, size, colour, bold);
        y += size * 1.3;
      }
    };
    if (!plan_.cut.empty()) up(plan_.cut, kNoteSize * scale_, "#8a4b00", false);
    up(plan_.subtitle, kNoteSize * scale_, "#566170", false);
    y += 3 * scale_;
    up(plan_.title, kTitleSize * scale_, "#14181d", true);
    // Graphviz does not count all of a large title's height: a node that is not seen keeps its room.
    Agnode_t* room = new_node();
    place(room, box_.left, y + 4 * scale_, 1, 1);
    names_.set(room, "style", "invis");
    names_.set(room, "label", "");
  }

  Agnode_t* new_node() {
    const std::string name = "sheet " + std::to_string(++count_);
    return agnode(graph_, const_cast<char*>(name.c_str()), 1);
  }

  void place(Agnode_t* node, double x, double y, double width, double height) {
    names_.set(node, "pos", point(x, y));
    names_.set(node, "width", inches(width));
    names_.set(node, "height", inches(height));
    names_.set(node, "fixedsize", "true");
    names_.set(node, "margin", "0");
    names_.set(node, "tooltip", " ");
  }

  // Text that begins at x_.
  double add_text(const std::string& text, double y, double size, const std::string& colour, bool bold) {
    Agnode_t* node = new_node();
    const double wide = text_width(text, size) * (bold ? 1.08 : 1.0) + 4;
    place(node, x_ + wide / 2, y, wide, size * 1.3);
    names_.set(node, "shape", "plain");
    const std::string content = bold ? "<B>" + label_text(text) + "</B>" : label_text(text);
    // A table of the node's width: the one way to have text begin where it should, whatever the font's true
    // widths.
    names_.set_html(node, "label",
                    "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" WIDTH=\"" +
                        std::to_string(static_cast<int>(wide)) +
                        "\"><TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"" +
                        std::to_string(static_cast<int>(size)) + "\" COLOR=\"" + colour + "\">" + content +
                        "</FONT></TD></TR></TABLE>");
    return wide;
  }

  template <typename Sample>
  void add_item(std::string_view name, Sample sample, bool sampled = true) {
    const std::string text(name);
    const double lead = sampled ? (kSample + 6) * scale_ : 0;
    const double wide = lead + text_width(text, kLegendSize * scale_) + kGap * scale_;
    if (x_ > box_.left && x_ + wide > box_.left + width()) {
      x_ = box_.left;
      y_ -= kRow * scale_;
    }
    sample();
    x_ += lead;
    x_ += add_text(text, y_, kLegendSize * scale_, "#14181d", false) + kGap * scale_;
  }

  void kind_sample(ActorKind kind) {
    const NodeStyle& look = node_style(kind);
    Agnode_t* node = new_node();
    place(node, x_ + kSample * scale_ / 2, y_, (kSample - 2) * scale_, 14 * scale_);
    names_.set(node, "label", "");
    names_.set(node, "shape", std::string(look.shape));
    names_.set(node, "style", std::string(look.style));
    names_.set(node, "fillcolor", std::string(look.fill));
    names_.set(node, "color", std::string(look.border));
    names_.set(node, "penwidth", std::to_string(look.border_width).substr(0, 4));
  }

  void line_sample(const DiagramWord& word, double width) {
    Agnode_t* ends[2];
    for (int i = 0; i < 2; ++i) {
      ends[i] = new_node();
      place(ends[i], x_ + i * kSample * scale_, y_, 0.5, 0.5);
      names_.set(ends[i], "label", "");
      names_.set(ends[i], "style", "invis");
    }
    const double tip = x_ + kSample * scale_, foot = tip - 8;
    Agedge_t* edge = agedge(graph_, ends[0], ends[1], nullptr, 1);
    names_.set(edge, "pos",
               "e," + point(tip, y_) + " " + point(x_, y_) + " " + point(x_ + 6, y_) + " " +
                   point(foot - 6, y_) + " " + point(foot, y_));
    names_.set(edge, "color", std::string(line_colour(word.quad)));
    names_.set(edge, "style", dash_of(word.status));
    names_.set(edge, "penwidth", std::to_string(width).substr(0, 3));
    names_.set(edge, "arrowhead",
               word.status == Status::actual || word.status == Status::denied ? arrow_of(word) : "vee");
    names_.set(edge, "arrowsize", "0.6");
    names_.set(edge, "label", "");
    names_.set(edge, "tooltip", " ");
  }

  Agraph_t* graph_;
  const DiagramPlan& plan_;
  GraphvizNames names_;
  Box box_;
  double scale_ = 1;
  double x_ = 0, y_ = 0;
  int count_ = 0;
};

}  // namespace

void add_title_and_legend(Agraph_t* graph, const DiagramPlan& plan) {
  Sheet(graph, plan).add();
}

}  // namespace entente
