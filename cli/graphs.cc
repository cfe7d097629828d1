// SPDX-License-Identifier: Apache-2.0
#include "cli/graphs.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <vector>

#include "cli/program.h"
#include "export/json_reader.h"
#include "graph/error.h"
#include "graph/nearest.h"

namespace entente {
namespace {

// "there is no actor "Wnag Yi"; did you mean "Wang Yi"?"
std::string unknown_actor(const KnowledgeGraph& graph, std::string_view name) {
  std::vector<std::string> names;
  for (const Actor& actor : graph.actors()) {
    names.push_back(actor.label);
    for (const Alias& alias : actor.aliases) names.push_back(alias.name);
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  std::string message = "the graph has no actor \"" + std::string(name) + "\"";
  if (const auto near = nearest_name(name, candidates); !near.empty())
    message += "; did you mean \"" + std::string(near) + "\"?";
  return message;
}

std::string several_actors(const KnowledgeGraph& graph, std::string_view name,
                           const std::vector<std::size_t>& found) {
  std::string message = "\"" + std::string(name) + "\" names several actors; give the id:";
  for (const std::size_t actor : found) message += " " + graph.actor(actor).id;
  return message;
}

bool holds_lines(const std::string& path) {
  return path.ends_with(".jsonl") || path.ends_with(".ndjson");
}

KnowledgeGraph read_lines(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError(path, std::strerror(errno));
  return read_json_lines(in, path);
}

}  // namespace

KnowledgeGraph read_graph(const std::string& path) {
  if (path == "-") return read_json(std::cin, "stdin");
  return holds_lines(path) ? read_lines(path) : read_json_file(path);
}

std::size_t find_actor(const KnowledgeGraph& graph, std::string_view name) {
  const std::vector<std::size_t> found = graph.find_named(name);
  if (found.empty()) throw UsageError(unknown_actor(graph, name));
  if (found.size() == 1) return found.front();
  std::vector<std::size_t> labelled;
  for (const std::size_t actor : found)
    if (graph.actor(actor).label == name) labelled.push_back(actor);
  if (labelled.size() != 1) throw UsageError(several_actors(graph, name, found));
  return labelled.front();
}

}  // namespace entente
