// SPDX-License-Identifier: Apache-2.0
#include <cstring>
#include <ostream>
#include <string_view>

#include "export/dot_drawing.h"
#include "export/dot_writer.h"
#include "export/text/sink.h"

namespace entente {
namespace {

// DOT text as it is drawn, in the memory of one buffer. Attributes without a value are left out.
class StreamCanvas {
 public:
  explicit StreamCanvas(TextSink& sink) : sink_(sink), text_(sink.text) {}

  void begin(const DotAttributes& graph, const DotAttributes& nodes, const DotAttributes& edges) {
    text_ += "digraph \"entente\" {\n";
    defaults("graph", graph);
    defaults("node", nodes);
    defaults("edge", edges);
  }

  void node(std::string_view id) {
    text_ += '\t';
    append_dot_string(text_, id);
    bare_ = true;
  }

  void edge(std::string_view source, std::string_view target, std::string_view key) {
    text_ += '\t';
    append_dot_string(text_, source);
    text_ += " -> ";
    append_dot_string(text_, target);
    bare_ = true;
    name("key");
    append_dot_string(text_, key);
  }

  void word(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    this->name(name);
    text_ += '"';
    text_ += value;
    text_ += '"';
  }

  TextBuffer& value(std::string_view name) {
    was_bare_ = bare_;
    attribute_ = text_.size();
    this->name(name);
    text_ += '"';
    value_ = text_.size();
    return text_;
  }

  void close_value() {
    empty_ = text_.size() == value_;
    if (empty_) {
      text_.truncate(attribute_);
      bare_ = was_bare_;
    } else {
      finish_dot_string(text_, value_);
    }
  }

  void same_value(std::string_view name) {
    if (empty_) return;
    const std::size_t begin = value_ - 1, size = text_.size() - begin;
    this->name(name);
    char* const to = text_.room(size);
    std::memcpy(to, text_.view().data() + begin, size);
    text_.advance(size);
  }

  void end() {
    if (bare_) {
      text_ += ";\n";
    } else {
      text_ += "];\n";
    }
    sink_.settle();
  }

 private:
  void defaults(std::string_view of, const DotAttributes& attributes) {
    if (attributes.empty()) return;
    text_ += '\t';
    text_ += of;
    bare_ = true;
    for (const auto& [name, value] : attributes) {
      if (value.empty()) continue;
      this->name(name);
      append_dot_string(text_, value);
    }
    end();
  }

  void name(std::string_view name) {
    if (bare_) {
      text_ += " [";
    } else {
      text_ += ", ";
    }
    text_ += name;
    text_ += '=';
    bare_ = false;
  }

  TextSink& sink_;
  TextBuffer& text_;
  bool bare_ = true;  // no attribute yet
  // The last value: where its attribute and its text begin.
  std::size_t attribute_ = 0, value_ = 0;
  bool was_bare_ = true, empty_ = true;
};

}  // namespace

void write_dot_as_stream(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  StreamCanvas canvas(sink);
  DotDrawing(graph, options, canvas).draw();
  sink.text += "}\n";
  sink.finish();
}

void write_dot(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  if (graph.actor_count() + graph.relation_count() <= kDotCgraphLimit) {
    write_dot_by_cgraph(graph, out, options);
  } else {
    write_dot_as_stream(graph, out, options);
  }
}

}  // namespace entente
