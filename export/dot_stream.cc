// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <string>
#include <string_view>

#include "export/dot_drawing.h"
#include "export/dot_writer.h"
#include "export/text/sink.h"

namespace entente {
namespace {

// DOT text as it is drawn, in the memory of one buffer.
class StreamCanvas : public DotCanvas {
 public:
  explicit StreamCanvas(TextSink& sink) : sink_(sink) {}

  void begin(const DotAttributes& graph, const DotAttributes& nodes, const DotAttributes& edges) override {
    sink_.text += "digraph \"entente\" {\n";
    defaults("graph", graph);
    defaults("node", nodes);
    defaults("edge", edges);
  }

  void node(const std::string& id, const DotAttributes& attributes) override {
    sink_.text += '\t';
    append_dot_string(sink_.text, id);
    bracket(attributes, {});
  }

  void edge(const std::string& source, const std::string& target, const std::string& key,
            const DotAttributes& attributes) override {
    sink_.text += '\t';
    append_dot_string(sink_.text, source);
    sink_.text += " -> ";
    append_dot_string(sink_.text, target);
    bracket(attributes, key);
  }

 private:
  void defaults(std::string_view of, const DotAttributes& attributes) {
    if (attributes.empty()) return;
    sink_.text.append("\t").append(of);
    bracket(attributes, {});
  }

  void bracket(const DotAttributes& attributes, std::string_view key) {
    std::string_view before = " [";
    const auto attribute = [&](std::string_view name, std::string_view value) {
      if (value.empty()) return;
      sink_.text.append(before).append(name).append("=");
      append_dot_string(sink_.text, value);
      before = ", ";
    };
    attribute("key", key);
    for (const auto& [name, value] : attributes) attribute(name, value);
    sink_.text += before == ", " ? "];\n" : ";\n";
    sink_.settle();
  }

  TextSink& sink_;
};

}  // namespace

void write_dot_as_stream(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  StreamCanvas canvas(sink);
  draw_dot(graph, options, canvas);
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
