// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/relation_extractor.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "extract/relations/relation_judge.h"

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

}  // namespace

std::vector<Statement> RelationExtractor::extract(const Document&, const Analysis& analysis,
                                                  const ResolvedActors& actors) const {
  const double threshold = model_.empty() ? rule_threshold : static_cast<double>(model_.threshold);
  std::vector<Statement> statements;
  judge_pairs(analysis, actors, lexicon_, model_, [&](const Judgement& judgement) {
    if (judgement.probability >= threshold) statements.push_back(make_statement(judgement));
  });
  return statements;
}

}  // namespace entente
