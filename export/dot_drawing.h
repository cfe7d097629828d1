// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/writer.h"
#include "graph/knowledge_graph.h"

namespace entente {

// Attributes of a DOT element in the order in which they are written. Values are ready for Graphviz, apart
// from quotes.
using DotAttributes = std::vector<std::pair<std::string_view, std::string>>;

// What a drawing is drawn on: a cgraph graph or a stream of text. Internal to export/.
class DotCanvas {
 public:
  virtual ~DotCanvas() = default;

  // Once, first: attributes of the graph, and defaults for every node and edge.
  virtual void begin(const DotAttributes& graph, const DotAttributes& nodes, const DotAttributes& edges) = 0;

  // Then every node, then every edge. `key` tells parallel edges apart. Every call names the same attributes.
  virtual void node(const std::string& id, const DotAttributes& attributes) = 0;
  virtual void edge(const std::string& source, const std::string& target, const std::string& key,
                    const DotAttributes& attributes) = 0;
};

// Draws the graph in its order.
void draw_dot(const KnowledgeGraph& graph, const WriteOptions& options, DotCanvas& canvas);

// An escString in quotes: bare quotes are escaped, and a long string becomes a sum of shorter ones ("abc" +
// "def"), since Graphviz 2.42 takes no token over 16,384 bytes. Precondition: every backslash of `text`
// begins an escape.
void append_dot_string(std::string& out, std::string_view text);

}  // namespace entente
