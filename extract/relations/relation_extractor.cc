// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/relation_extractor.h"

#include <algorithm>
#include <utility>

#include "extract/relations/attribution.h"
#include "extract/relations/denials.h"
#include "extract/relations/relation_judge.h"
#include "extract/relations/status.h"
#include "extract/relations/time.h"

namespace entente {
namespace {

constexpr double rule_threshold = 0.5;

std::string rule_of(const Judgement& judgement) {
  if (!judgement.entry)
    return judgement.predicate < 0 ? "model: the words between the two"
                                   : "model: the words about the predicate";
  const LexiconEntry& entry = *judgement.entry;
  std::string rule = entry.file + ":" + std::to_string(entry.line) + ": " + entry.lemma + " (" +
                     std::string(to_string(entry.pos)) + ")";
  switch (judgement.fit) {
    case Fit::full:
      return rule + ", both slots filled";
    case Fit::both_source:
      return rule + ", both as its subject";
    case Fit::source_only:
      return rule + ", source slot filled";
    case Fit::target_only:
      return rule + ", target slot filled";
    default:
      return rule;
  }
}

// The tokens from the first to the last of source, target and predicate.
void set_evidence(Statement& statement, const Judgement& judgement) {
  const Mention &a = *judgement.mentions.first, &b = *judgement.mentions.second;
  statement.begin = std::min(a.begin, b.begin);
  statement.end = std::max(a.end, b.end);
  if (judgement.predicate < 0) return;
  const auto predicate = static_cast<std::uint32_t>(judgement.predicate);
  statement.begin = std::min(statement.begin, predicate);
  statement.end = std::max(statement.end, predicate + 1);
}

Statement make_statement(const Judgement& judgement) {
  Statement statement;
  statement.source = judgement.source;
  statement.target = judgement.target;
  statement.type = to_string(judgement.type);
  statement.confidence = judgement.probability;
  statement.sentence = judgement.sentence;
  statement.rule = rule_of(judgement);
  set_evidence(statement, judgement);
  statement.predicate =
      judgement.predicate < 0 ? statement.begin : static_cast<std::uint32_t>(judgement.predicate);
  statement.label = judgement.view.tree().token(statement.predicate).form;
  if (judgement.entry) {
    statement.mode = judgement.entry->mode;
    statement.symmetric = judgement.entry->symmetric;
  }
  return statement;
}

// What a sentence says once: the better order of a pair for each type, with status, speaker and date.
class StatementMaker {
 public:
  StatementMaker(const Document& document, const Analysis& analysis)
      : document_(document), analysis_(analysis) {}

  void take(const Judgement& judgement) {
    if (judgement.sentence != times_of_) {
      times_ = find_times(analysis_.sentences[judgement.sentence], document_.date);
      times_of_ = judgement.sentence;
    }
    Statement statement = make_statement(judgement);
    const std::uint32_t anchor = judgement.predicate < 0 ? top_of(judgement) : statement.predicate;
    statement.status = status_of(judgement.view, anchor, judgement.type);
    statement.by = speaker_of(judgement.view, anchor, judgement.context.mentions);
    statement.date = date_of(judgement.view.tree(), anchor, times_);
    for (Statement& other : statements_) {
      if (other.sentence != statement.sentence || other.type != statement.type) continue;
      if (other.source != statement.target || other.target != statement.source) continue;
      if (statement.confidence > other.confidence) std::swap(other, statement);
      other.symmetric = other.symmetric || both_ways(judgement.type);
      return;
    }
    statements_.push_back(std::move(statement));
  }

  std::vector<Statement> statements() { return std::move(statements_); }

 private:
  static bool both_ways(EventType type) {
    return type == EventType::consult || type == EventType::agree || type == EventType::cooperate ||
           type == EventType::assault;
  }

  static std::uint32_t top_of(const Judgement& judgement) {
    const std::int32_t top = judgement.view.tree().common_ancestor(judgement.mentions.first->head,
                                                                   judgement.mentions.second->head);
    return top < 0 ? judgement.mentions.first->head : static_cast<std::uint32_t>(top);
  }

  const Document& document_;
  const Analysis& analysis_;
  std::vector<TimeExpression> times_;
  std::uint32_t times_of_ = 0xFFFFFFFF;
  std::vector<Statement> statements_;
};

}  // namespace

std::vector<Statement> RelationExtractor::extract(const Document& document, const Analysis& analysis,
                                                  const ResolvedActors& actors) const {
  const double threshold = model_.empty() ? rule_threshold : static_cast<double>(model_.threshold);
  StatementMaker maker(document, analysis);
  judge_pairs(analysis, actors, lexicon_, model_, [&](const Judgement& judgement) {
    if (judgement.probability >=
        least_probability(judgement.fit, is_listed(judgement.view.tree(), judgement.mentions), threshold))
      maker.take(judgement);
  });
  std::vector<Statement> statements = maker.statements();
  for (Statement& denial : find_denials(analysis, actors, statements))
    statements.push_back(std::move(denial));
  std::stable_sort(statements.begin(), statements.end(),
                   [](const Statement& a, const Statement& b) { return a.sentence < b.sentence; });
  return statements;
}

}  // namespace entente
