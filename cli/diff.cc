// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <memory>

#include "cli/graphs.h"
#include "cli/output.h"
#include "cli/render.h"
#include "cli/verbs.h"
#include "graph/diff.h"

namespace entente {
namespace {

struct DiffOptions {
  std::string before;
  std::string after;
};

// A difference as lines that begin with "-", "+" or "~".
class DiffText {
 public:
  DiffText(const KnowledgeGraph& before, const KnowledgeGraph& after)
      : before_(before), after_(after), style_(Style::of_stdout()) {}

  std::string render(const GraphDiff& diff);

 private:
  void removed(const std::string& line) { text_ += style_.red("-") + " " + line + "\n"; }
  void added(const std::string& line) { text_ += style_.green("+") + " " + line + "\n"; }
  void changed(const std::string& line, const std::vector<FieldChange>& fields);

  const KnowledgeGraph& before_;
  const KnowledgeGraph& after_;
  Style style_;
  std::string text_;
};

void DiffText::changed(const std::string& line, const std::vector<FieldChange>& fields) {
  text_ += style_.blue("~") + " " + line + "\n";
  for (const FieldChange& field : fields)
    text_ += "    " + field.field + ": " + printable(field.before) + " \xE2\x86\x92 " +
             printable(field.after) + "\n";
}

std::string DiffText::render(const GraphDiff& diff) {
  for (const DocumentInfo& document : diff.documents_removed) removed("document " + printable(document.id));
  for (const DocumentInfo& document : diff.documents_added) added("document " + printable(document.id));
  for (const Actor& actor : diff.actors_removed) removed(actor_line(before_, actor, style_));
  for (const Actor& actor : diff.actors_added) added(actor_line(after_, actor, style_));
  for (const ActorChange& change : diff.actors_changed)
    changed(actor_line(after_, change.after, style_), change.fields);
  for (const StatusChange& change : diff.statuses_changed)
    changed(relation_line(after_, change.after, style_),
            {{"status", std::string(to_string(change.before.status)),
              std::string(to_string(change.after.status))}});
  for (const Relation& relation : diff.relations_removed) removed(relation_line(before_, relation, style_));
  for (const Relation& relation : diff.relations_added) added(relation_line(after_, relation, style_));
  for (const RelationChange& change : diff.relations_changed)
    changed(relation_line(after_, change.after, style_), change.fields);
  return std::move(text_);
}

}  // namespace

void add_diff(CLI::App& app, Program&) {
  CLI::App* verb = app.add_subcommand(
      "diff", "Prints what became another between two graphs; nothing where they are equal");
  const auto options = std::make_shared<DiffOptions>();
  verb->add_option("OLD", options->before, "A graph in Entente's JSON")->required();
  verb->add_option("NEW", options->after, "Another")->required();
  verb->footer("Example:\n  entente diff monday.json friday.json");
  verb->callback([options] {
    const KnowledgeGraph before = read_graph(options->before);
    const KnowledgeGraph after = read_graph(options->after);
    print(DiffText(before, after).render(diff(before, after)));
  });
}

}  // namespace entente
