// SPDX-License-Identifier: Apache-2.0
#include "export/dot_cgraph.h"

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include "export/dot_drawing.h"
#include "export/dot_writer.h"
#include "export/text/sink.h"

namespace entente {
namespace {

// cgraph takes `char*` for what it only reads.
char* c_string(std::string_view text) {
  return const_cast<char*>(text.data());
}

// What cgraph leaves bare but its own scanner does not take back: "-." is no number, a lone U+FEFF is
// skipped.
bool needs_quotes(std::string_view token) {
  const auto numeric = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; };
  const auto wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  return !token.empty() && (std::ranges::all_of(token, numeric) || std::ranges::any_of(token, wide));
}

// cgraph wraps long strings by a backslash and a line end, which not every reader of DOT takes back.
std::string unwrap(std::string_view token) {
  std::string text;
  for (std::size_t at = 0; at < token.size(); ++at) {
    if (token[at] != '\\') {
      text += token[at];
    } else if (++at < token.size() && token[at] != '\n') {
      text.append(1, '\\').append(1, token[at]);
    }
  }
  return text;
}

// What cgraph writes, piece by piece; every string is a piece of its own.
int put(void* channel, const char* piece) {
  TextSink& sink = *static_cast<TextSink*>(channel);
  const std::string_view token(piece);
  if (token.size() > 1 && token.starts_with('"')) {
    append_dot_string(sink.text, unwrap(token.substr(1, token.size() - 2)));
  } else if (needs_quotes(token)) {
    append_dot_string(sink.text, token);
  } else {
    sink.text += token;
  }
  return 0;
}

int flush(void*) {
  return 0;
}

class CgraphCanvas {
 public:
  CgraphCanvas() {
    // cgraph keeps pointers to what it is opened with.
    static Agiodisc_t io{AgIoDisc.afread, put, flush};
    static Agdisc_t discipline{&AgMemDisc, &AgIdDisc, &io};
    graph_.reset(agopen(c_string("entente"), Agdirected, &discipline));
    if (!graph_) throw std::bad_alloc();
  }

  void begin(const DotAttributes& graph, const DotAttributes& nodes, const DotAttributes& edges) {
    declare(AGRAPH, graph);
    declare(AGNODE, nodes);
    declare(AGEDGE, edges);
  }

  void node(std::string_view id) {
    kind_ = AGNODE;
    element_ = agnode(graph_.get(), c_string(terminated(id)), 1);
  }

  void edge(std::string_view source, std::string_view target, std::string_view key) {
    kind_ = AGEDGE;
    Agnode_t* const from = agnode(graph_.get(), c_string(terminated(source)), 0);
    Agnode_t* const to = agnode(graph_.get(), c_string(terminated(target)), 0);
    element_ = agedge(graph_.get(), from, to, c_string(terminated(key)), 1);
  }

  void word(std::string_view name, std::string_view value) { set(name, value); }

  TextBuffer& value(std::string_view name) {
    name_ = name;
    value_.clear();
    return value_;
  }
  void close_value() { set(name_, value_); }
  void same_value(std::string_view name) { set(name, value_); }

  void end() {}

  CgraphPtr take() { return std::move(graph_); }

 private:
  void declare(int kind, const DotAttributes& attributes) {
    for (const auto& [name, value] : attributes) agattr(graph_.get(), kind, c_string(name), c_string(value));
  }

  // Names are literals, which a zero ends; values may be pieces of a text.
  void set(std::string_view name, std::string_view value) {
    Agsym_t* symbol = agattr(graph_.get(), kind_, c_string(name), nullptr);
    if (symbol == nullptr) symbol = agattr(graph_.get(), kind_, c_string(name), c_string(""));
    agxset(element_, symbol, c_string(terminated(value)));
  }

  std::string_view terminated(std::string_view text) { return scratch_.assign(text); }

  int kind_ = AGNODE;
  void* element_ = nullptr;
  std::string_view name_;
  TextBuffer value_;
  std::string scratch_;
  CgraphPtr graph_;
};

}  // namespace

std::mutex& graphviz_mutex() {
  static std::mutex mutex;
  return mutex;
}

CgraphPtr draw_cgraph(const KnowledgeGraph& graph, const WriteOptions& options) {
  CgraphCanvas canvas;
  DotDrawing(graph, options, canvas).draw();
  return canvas.take();
}

void write_dot_by_cgraph(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  TextSink sink(out);
  {
    const std::scoped_lock lock(graphviz_mutex());
    const CgraphPtr drawing = draw_cgraph(graph, options);
    agwrite(drawing.get(), &sink);
  }
  sink.finish();
}

}  // namespace entente
