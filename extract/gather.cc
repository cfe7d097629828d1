// SPDX-License-Identifier: Apache-2.0
#include "extract/gather.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "graph/normal_form.h"
#include "graph/utf8.h"

namespace entente {
namespace {

// White space, line ends too, as single spaces: for names and sentences that people read.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

class Gatherer {
 public:
  Gatherer(const Document& document, const Analysis& analysis, const ResolvedActors& resolved,
           bool keep_reasons)
      : document_(document), analysis_(analysis), resolved_(resolved), keep_reasons_(keep_reasons) {}

  Fragment gather(const std::vector<Statement>& statements);

 private:
  void add_actors();
  void add_mention(const Mention& mention);
  void add_tie(const Tie& tie);
  void add_statement(const Statement& statement);
  void add_relation(Relation relation, std::uint32_t sentence, std::uint32_t begin, std::uint32_t end,
                    const std::string& rule);

  const Sentence& sentence(std::uint32_t index) const { return analysis_.sentences[index]; }
  const std::string& id(std::uint32_t actor) const { return resolved_.actors[actor].id; }
  std::string_view words(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end) const;
  Evidence evidence(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end) const;

  const Document& document_;
  const Analysis& analysis_;
  const ResolvedActors& resolved_;
  bool keep_reasons_;
  Fragment fragment_;  // actors in the order of resolved_.actors until the end
};

std::string_view Gatherer::words(std::uint32_t index, std::uint32_t begin, std::uint32_t end) const {
  const auto& tokens = sentence(index).tokens;
  return std::string_view(document_.text)
      .substr(tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin);
}

Evidence Gatherer::evidence(std::uint32_t index, std::uint32_t begin, std::uint32_t end) const {
  const Sentence& in = sentence(index);
  const auto [first, last] = document_.offsets.to_original(in.tokens[begin].begin, in.tokens[end - 1].end);
  const std::string_view quote = document_.original_bytes().substr(first, last - first);
  return {document_.id, first, last, repair_utf8(quote),
          one_line(std::string_view(document_.text).substr(in.begin, in.end - in.begin))};
}

void Gatherer::add_actors() {
  for (const DocumentActor& from : resolved_.actors) {
    Actor actor;
    actor.id = from.id;
    actor.label = from.label;
    actor.kind = from.kind;
    actor.country = from.country;
    actor.external_ids = from.external_ids;
    for (const std::string& name : from.names) actor.aliases.push_back({name, 0});
    fragment_.actors.push_back(std::move(actor));
  }
}

// Counts the mention for each of its actors, and its words where they are one of the actor's names.
void Gatherer::add_mention(const Mention& mention) {
  if (mention.begin >= mention.end || sentence(mention.sentence).duplicate) return;
  const std::string text = one_line(words(mention.sentence, mention.begin, mention.end));
  for (const std::uint32_t index : mention.actors) {
    Actor& actor = fragment_.actors[index];
    ++actor.mentions;
    const auto alias = std::find_if(actor.aliases.begin(), actor.aliases.end(),
                                    [&](const Alias& known) { return known.name == text; });
    if (alias != actor.aliases.end()) ++alias->count;
    if (!keep_reasons_) continue;
    const Evidence place = evidence(mention.sentence, mention.begin, mention.end);
    actor.reasons.push_back({place.quote, document_.id, place.begin, place.end, mention.rule});
  }
}

void Gatherer::add_relation(Relation relation, std::uint32_t index, std::uint32_t begin, std::uint32_t end,
                            const std::string& rule) {
  if (begin >= end || relation.source == relation.target || sentence(index).duplicate) return;
  relation.evidence.push_back(evidence(index, begin, end));
  if (keep_reasons_ && !rule.empty()) relation.reasons.push_back(rule);
  fragment_.relations.push_back(std::move(relation));
}

void Gatherer::add_tie(const Tie& tie) {
  Relation relation;
  relation.source = id(tie.source);
  relation.target = id(tie.target);
  relation.type = tie.type;
  relation.label = tie.title;
  if (relation.label.empty()) {
    relation.label = tie.type;
    std::replace(relation.label.begin(), relation.label.end(), '_', ' ');
  }
  relation.title = tie.title;
  relation.confidence = tie.confidence;
  if (tie.type == "holds_office" && relation.source != relation.target)
    fragment_.actors[tie.source].offices.push_back({tie.title, relation.target, tie.current});
  add_relation(std::move(relation), tie.sentence, tie.begin, tie.end, tie.rule);
}

void Gatherer::add_statement(const Statement& statement) {
  Relation relation;
  relation.source = id(statement.source);
  relation.target = id(statement.target);
  relation.type = statement.type;
  relation.label = one_line(statement.label);
  relation.mode = statement.mode;
  relation.status = statement.status;
  if (statement.by >= 0) relation.by = id(static_cast<std::uint32_t>(statement.by));
  relation.date = statement.date;
  relation.symmetric = statement.symmetric;
  relation.confidence = statement.confidence;
  add_relation(std::move(relation), statement.sentence, statement.begin, statement.end, statement.rule);
}

Fragment Gatherer::gather(const std::vector<Statement>& statements) {
  fragment_.document = {document_.id, document_.title, document_.date, document_.source, document_.sha256};
  fragment_.notes = document_.notes;
  fragment_.notes.insert(fragment_.notes.end(), analysis_.notes.begin(), analysis_.notes.end());
  add_actors();
  for (const Mention& mention : resolved_.mentions) add_mention(mention);
  for (const Tie& tie : resolved_.ties) add_tie(tie);
  for (const Statement& statement : statements) add_statement(statement);
  for (Actor& actor :
       fragment_.actors) {  // a name joined out of several places ("Wang" and "Yi") stands nowhere whole
    actor.mentions = std::max(actor.mentions, 1U);
    for (Alias& alias : actor.aliases) alias.count = std::max(alias.count, 1U);
  }
  return normal_form(std::move(fragment_));
}

}  // namespace

Fragment gather(const Document& document, const Analysis& analysis, const ResolvedActors& actors,
                const std::vector<Statement>& statements, bool keep_reasons) {
  return Gatherer(document, analysis, actors, keep_reasons).gather(statements);
}

}  // namespace entente
