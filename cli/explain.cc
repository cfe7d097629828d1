// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <memory>
#include <vector>

#include "cli/graphs.h"
#include "cli/output.h"
#include "cli/render.h"
#include "cli/trace.h"
#include "cli/verbs.h"
#include "extract/language/language_engine.h"

namespace entente {
namespace {

struct Explain {
  std::string graph;
  std::string actor;
  std::string other;  // empty: explain the actor
  std::string type;
  bool tree = true;
};

constexpr std::string_view no_reasons =
    "  (the rules behind it were not kept: build the graph with --reasons)\n";

// Parses sentences again for their trees: a graph keeps the sentence, not its tree.
class TreeMaker {
 public:
  explicit TreeMaker(const Program& program)
      : engine_(LanguageEngine::load(data_folder(program) / "english.model")) {}

  std::string trees(const std::string& sentence) {
    Document document;
    document.text = sentence;
    const Analysis analysis = engine_.analyse(document, scratch_);
    std::string text;
    for (const Sentence& parsed : analysis.sentences) text += render_tree(parsed, "      ");
    return text;
  }

 private:
  LanguageEngine engine_;
  LanguageEngine::Scratch scratch_;
};

std::string place_of(const std::string& document, std::uint64_t begin, std::uint64_t end) {
  return printable(document) + " [" + std::to_string(begin) + ", " + std::to_string(end) + ")";
}

std::string explain_actor(const KnowledgeGraph& graph, std::size_t index, const Style& style) {
  const Actor actor = graph.actor(index);
  std::string text = actor_line(graph, actor, style) + "\n  " + actor.id + "  " +
                     std::string(to_string(actor.kind)) +
                     (actor.country.empty() ? "" : "  " + actor.country) + "\n  named";
  for (const Alias& alias : actor.aliases)
    text += "  \"" + printable(alias.name) + "\" " + std::to_string(alias.count);
  text += "\n";
  for (const ExternalId& id : actor.external_ids)
    text += "  " + printable(id.scheme) + " " + printable(id.value) + "\n";
  for (const MentionReason& reason : actor.reasons)
    text += "  \"" + printable(reason.text) + "\"  " + place_of(reason.document, reason.begin, reason.end) +
            "  [" + printable(reason.rule) + "]\n";
  if (actor.reasons.empty()) text += no_reasons;
  for (const std::size_t relation : graph.relations_of(index))
    text += "  " + relation_line(graph, graph.relation(relation), style) + "\n";
  return text;
}

std::string explain_relation(const KnowledgeGraph& graph, const Relation& relation, TreeMaker* trees,
                             const Style& style) {
  std::string text = relation_line(graph, relation, style) + "\n  confidence " +
                     std::to_string(relation.confidence).substr(0, 4) + "\n";
  for (const Evidence& evidence : relation.evidence) {
    text += "  " + place_of(evidence.document, evidence.begin, evidence.end) + "  \"" +
            printable(evidence.quote) + "\"\n";
    if (evidence.sentence.empty()) continue;
    text += "    in: " + printable(evidence.sentence) + "\n";
    if (trees != nullptr) text += trees->trees(evidence.sentence);
  }
  for (const std::string& reason : relation.reasons) text += "  because: " + printable(reason) + "\n";
  if (relation.reasons.empty()) text += no_reasons;
  return text;
}

// The relations between two actors, in either direction.
std::vector<std::size_t> relations_between(const KnowledgeGraph& graph, std::size_t a, std::size_t b,
                                           const std::string& type) {
  std::vector<std::size_t> between;
  for (const std::size_t relation : graph.relations_of(a)) {
    const auto ends = graph.ends(relation);
    const bool joins = (ends.source == a && ends.target == b) || (ends.source == b && ends.target == a);
    if (joins && (type.empty() || graph.relation_key(relation).type == type)) between.push_back(relation);
  }
  return between;
}

void run_explain(const Program& program, const Explain& explain) {
  const KnowledgeGraph graph = read_graph(explain.graph);
  const Style style = Style::of_stdout();
  const std::size_t actor = find_actor(graph, explain.actor);
  if (explain.other.empty()) return print(explain_actor(graph, actor, style));
  const auto relations = relations_between(graph, actor, find_actor(graph, explain.other), explain.type);
  if (relations.empty())
    throw UsageError("no such relation joins \"" + explain.actor + "\" and \"" + explain.other + "\"");
  const auto trees = explain.tree ? std::make_unique<TreeMaker>(program) : nullptr;
  std::string text;
  for (const std::size_t relation : relations)
    text +=
        (text.empty() ? "" : "\n") + explain_relation(graph, graph.relation(relation), trees.get(), style);
  print(text);
}

}  // namespace

void add_explain(CLI::App& app, Program& program) {
  CLI::App* verb =
      app.add_subcommand("explain", "Prints why an actor, or the relations between two, are in a graph");
  const auto explain = std::make_shared<Explain>();
  verb->add_option("GRAPH", explain->graph, "A graph in Entente's JSON, best built with --reasons")
      ->required();
  verb->add_option("A", explain->actor, "An actor: its id, label or another name")->required();
  verb->add_option("B", explain->other, "Another: the relations between the two are explained");
  verb->add_option("--type", explain->type, "Only relations of this type");
  verb->add_flag("!--no-tree", explain->tree, "Without the sentences' trees");
  verb->footer(
      "Examples:\n"
      "  entente build article.txt --reasons -o graph.json\n"
      "  entente explain graph.json \"Wang Yi\"\n"
      "  entente explain graph.json \"Wang Yi\" Patrushev --type CONSULT");
  verb->callback([&program, explain] { run_explain(program, *explain); });
}

}  // namespace entente
