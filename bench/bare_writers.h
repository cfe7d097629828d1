// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>

#include "export/style.h"
#include "graph/fragment.h"
#include "graph/ontology.h"

namespace entente {

// The yardsticks: what one would write by hand for one format, straight out of plain structs. Each appends
// the very bytes of our writer to one std::string, looks at every character of a text for what is to be
// escaped, and hands on when 64 KiB have gathered.
class BareWriter {
 public:
  explicit BareWriter(std::ostream& out) : out_(out) { text_.reserve(2 * kPiece); }

 protected:
  void settle() {
    if (text_.size() >= kPiece) hand_on();
  }
  void hand_on() {
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
  }

  // The text with a backslash before `special` and backslashes. That is all that JSON and DOT ask of the
  // benchmark's texts.
  void escaped(std::string_view text) {
    std::size_t done = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c != '"' && c != '\\' && c != '&' && static_cast<unsigned char>(c) >= 0x20) continue;
      text_.append(text, done, i - done);
      text_ += '\\';
      done = i;
    }
    text_.append(text, done);
  }

  template <typename Number>
  void number(Number number) {
    char digits[32];
    text_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  }

  std::string text_;

 private:
  static constexpr std::size_t kPiece = std::size_t{64} << 10;
  std::ostream& out_;
};

// As export/json_writer.h.
class BareJson : public BareWriter {
 public:
  using BareWriter::BareWriter;

  void write(const Fragment& fragment) {
    text_ += R"({"schema":"entente-graph/1","directed":true,"multigraph":true,"graph":{"documents":[{)";
    const DocumentInfo& document = fragment.document;
    text("\"id\":", document.id), text(",\"title\":", document.title), text(",\"date\":", document.date);
    text(",\"source\":", document.source), text(",\"sha256\":", document.sha256);
    text_ += "}]},\"nodes\":[";
    for (const Actor& actor : fragment.actors) {
      if (&actor != fragment.actors.data()) text_ += ',';
      node(actor);
    }
    text_ += "],\"links\":[";
    for (const Relation& relation : fragment.relations) {
      if (&relation != fragment.relations.data()) text_ += ',';
      link(relation);
    }
    text_ += "]}\n";
    hand_on();
  }

 private:
  void text(std::string_view name, std::string_view value) {
    text_ += name;
    text_ += '"';
    escaped(value);
    text_ += '"';
  }
  void text_or_null(std::string_view name, std::string_view value) {
    if (!value.empty()) return text(name, value);
    text_ += name;
    text_ += "null";
  }
  void integer(std::string_view name, std::uint64_t value) {
    text_ += name;
    number(value);
  }

  void node(const Actor& actor) {
    text("{\"id\":", actor.id), text(",\"label\":", actor.label), text(",\"kind\":", to_string(actor.kind));
    text_or_null(",\"country\":", actor.country);
    text_ += ",\"aliases\":[";
    for (const Alias& alias : actor.aliases) text(text_.back() == '[' ? "" : ",", alias.name);
    text_ += "],\"alias_counts\":[";
    for (const Alias& alias : actor.aliases) integer(text_.back() == '[' ? "" : ",", alias.count);
    text_ += "],\"offices\":[";
    for (const Office& office : actor.offices) {
      if (text_.back() != '[') text_ += ',';
      text("{\"title\":", office.title), text(",\"of\":", office.of);
      text_ += office.current ? ",\"current\":true}" : ",\"current\":false}";
    }
    text_ += ']';
    integer(",\"mentions\":", actor.mentions);
    text_ += '}';
    settle();
  }

  void link(const Relation& relation) {
    text("{\"source\":", relation.source), text(",\"target\":", relation.target);
    text(",\"key\":", relation.type);
    text_.back() = '/';
    escaped(to_string(relation.status));
    if (!relation.by.empty()) text_ += '/', escaped(relation.by);
    text_ += '"';
    text(",\"type\":", relation.type), text(",\"label\":", relation.label);
    text(",\"status\":", to_string(relation.status));
    text_or_null(",\"by\":", relation.by), text_or_null(",\"date\":", relation.date);
    integer(",\"weight\":", relation.evidence.size());
    text_ += ",\"confidence\":";
    number(relation.confidence);
    if (!relation.mode.empty()) text(",\"mode\":", relation.mode);
    text_ += ",\"evidence\":[";
    for (const Evidence& e : relation.evidence) {
      if (text_.back() != '[') text_ += ',';
      text("{\"document\":", e.document), integer(",\"begin\":", e.begin), integer(",\"end\":", e.end);
      text(",\"quote\":", e.quote);
      text_ += '}';
    }
    text_ += "]}";
    settle();
  }
};

// As export/dot_writer.h.
class BareDot : public BareWriter {
 public:
  using Labels = std::unordered_map<std::string_view, std::string_view>;  // of every actor id

  BareDot(std::ostream& out, const Labels& labels) : BareWriter(out), labels_(labels) {}

  void write(const Fragment& fragment) {
    text_ +=
        "digraph \"entente\" {\n"
        "\tgraph [charset=\"UTF-8\", rankdir=\"LR\", ranksep=\"0.9\", nodesep=\"0.35\", "
        "fontname=\"Helvetica,Arial,sans-serif\", fontsize=\"16\", fontcolor=\"#1a1a1a\", bgcolor=\"white\", "
        "outputorder=\"edgesfirst\", overlap=\"false\"];\n"
        "\tnode [fontname=\"Helvetica,Arial,sans-serif\", fontsize=\"12\", fontcolor=\"#1a1a1a\", "
        "margin=\"0.14,0.07\"];\n"
        "\tedge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=\"9\", arrowsize=\"0.8\"];\n";
    for (const Actor& actor : fragment.actors) node(actor);
    for (const Relation& relation : fragment.relations) edge(relation);
    text_ += "}\n";
    hand_on();
  }

 private:
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    text_ += name;
    escaped(value);
    text_ += '"';
  }
  template <typename Number>
  void amount(std::string_view name, Number value) {
    text_ += name;
    number(value);
    text_ += '"';
  }

  void node(const Actor& actor) {
    text("\t\"", actor.id), text(" [label=\"", actor.label), text(", kind=\"", to_string(actor.kind));
    text(", country=\"", actor.country), amount(", mentions=\"", actor.mentions);
    const NodeStyle& style = node_style(actor.kind);
    text(", shape=\"", style.shape), text(", style=\"", style.style), text(", fillcolor=\"", style.fill);
    text(", color=\"", style.border), amount(", penwidth=\"", style.border_width);
    text_ += ", tooltip=\"";
    escaped(actor.label);
    text_ += " (";
    text_ += to_string(actor.kind);
    text_ += ')';
    for (const Office& office : actor.offices) {
      text_ += office.current ? "\\n" : "\\nformer ";
      escaped(office.title);
    }
    text_ += "\"];\n";
    settle();
  }

  void edge(const Relation& relation) {
    text("\t\"", relation.source), text(" -> \"", relation.target), text(" [key=\"", relation.type);
    text_.back() = '/';
    escaped(to_string(relation.status));
    if (!relation.by.empty()) text_ += '/', escaped(relation.by);
    text_ += "\", label=\"";
    label(relation);
    text("\", type=\"", relation.type), text(", status=\"", to_string(relation.status));
    text(", by=\"", relation.by), text(", date=\"", relation.date);
    amount(", weight=\"", relation.evidence.size());
    const EdgeStyle style = edge_style(Ontology::builtin().find(relation.type), relation.status);
    text(", color=\"", style.colour), text(", fontcolor=\"", style.colour), text(", style=\"", style.line);
    amount(", penwidth=\"", style.width);
    text(", arrowhead=\"", style.arrow), text(", arrowtail=\"", style.arrow);
    text_ += relation.symmetric ? ", dir=\"both\"" : ", dir=\"forward\"";
    for (const std::string_view name : {", tooltip=\"", ", labeltooltip=\""}) {
      text_ += name;
      tooltip(relation);
    }
    text_ += "];\n";
    settle();
  }

  void label(const Relation& relation) {
    escaped(relation.label);
    text_ += "\\n";
    escaped(relation.type);
    if (relation.status != Status::actual) (text_ += ", ").append(to_string(relation.status));
    if (relation.by.empty()) return;
    text_ += "\\nsays ";
    escaped(labels_.at(relation.by));
  }

  void tooltip(const Relation& relation) {
    escaped(relation.type);
    (text_ += ", ").append(to_string(relation.status));
    if (!relation.date.empty()) text_ += ", ", escaped(relation.date);
    for (const Evidence& e : relation.evidence) {
      text_ += "\\n\u201C";
      escaped(e.quote);
      text_ += "\u201D";
    }
    text_ += '"';
  }

  const Labels& labels_;
};

}  // namespace entente
