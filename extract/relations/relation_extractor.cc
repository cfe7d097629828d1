// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/relation_extractor.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/relations/attribution.h"
#include "extract/relations/denials.h"
#include "extract/relations/document_judge.h"
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
  StatementMaker(const Document& document, const Analysis& analysis, const ResolvedActors& actors,
                 const RelationModel& model)
      : document_(document), analysis_(analysis), actors_(actors), model_(model) {}

  // Judgements come sentence by sentence.
  void take(const Judgement& judgement) {
    const bool again = !model_.second.empty();
    if (again)
      first_.push_back({judgement.sentence, judgement.source, judgement.target, judgement.type,
                        static_cast<float>(judgement.probability)});
    if (judgement.probability < (again ? static_cast<double>(least_second) : threshold())) return;
    Candidate& candidate = candidates_.emplace_back();
    candidate.statement = state(judgement);
    candidate.type = judgement.type;
    candidate.least =
        least_probability(judgement.fit, is_listed(judgement.view.tree(), judgement.mentions), threshold());
    if (!again) return;
    candidate.first = first_.size() - 1;
    features_.insert(features_.end(), judgement.features.begin(), judgement.features.end());
  }

  std::vector<Statement> statements() {
    if (!model_.second.empty()) judge_again();
    for (Candidate& candidate : candidates_) {
      if (candidate.statement.confidence >= candidate.least)
        keep(std::move(candidate.statement), candidate.type);
    }
    return std::move(statements_);
  }

 private:
  struct Candidate {
    Statement statement;
    EventType type = EventType::agree;
    double least = 0;       // probability that makes it a statement
    std::size_t first = 0;  // index into first_
  };

  double threshold() const { return model_.empty() ? rule_threshold : static_cast<double>(model_.threshold); }

  Statement state(const Judgement& judgement) {
    if (judgement.sentence != times_of_) {
      times_ = find_times(analysis_.sentences[judgement.sentence], document_.date);
      times_of_ = judgement.sentence;
    }
    Statement statement = make_statement(judgement);
    const std::uint32_t anchor = judgement.predicate < 0 ? top_of(judgement) : statement.predicate;
    statement.status = status_of(judgement.view, anchor, judgement.type);
    statement.by = speaker_of(judgement.view, anchor, judgement.context.mentions);
    statement.date = date_of(judgement.view.tree(), anchor, times_);
    return statement;
  }

  // Every candidate's probability beside the other judgements of the document.
  void judge_again() {
    if (candidates_.empty()) return;
    const DocumentJudge document(actors_, first_);
    const std::size_t width = features_.size() / candidates_.size();
    std::vector<float> row;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const auto own = features_.begin() + static_cast<std::ptrdiff_t>(i * width);
      row.assign(own, own + static_cast<std::ptrdiff_t>(width));
      document.append(candidates_[i].first, row);
      candidates_[i].statement.confidence = 1.0 / (1.0 + std::exp(-model_.second.score(row)));
    }
  }

  // Of the two orders of a pair the better.
  void keep(Statement statement, EventType type) {
    for (auto other = statements_.rbegin(); other != statements_.rend(); ++other) {
      if (other->sentence != statement.sentence) break;
      if (other->type != statement.type || other->source != statement.target ||
          other->target != statement.source) {
        continue;
      }
      if (statement.confidence > other->confidence) std::swap(*other, statement);
      other->symmetric = other->symmetric || both_ways(type);
      return;
    }
    statements_.push_back(std::move(statement));
  }

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
  const ResolvedActors& actors_;
  const RelationModel& model_;
  std::vector<FirstJudgement> first_;
  std::vector<Candidate> candidates_;
  std::vector<float> features_;  // of the candidates, row after row
  std::vector<TimeExpression> times_;
  std::uint32_t times_of_ = 0xFFFFFFFF;
  std::vector<Statement> statements_;
};

}  // namespace

std::vector<Statement> RelationExtractor::extract(const Document& document, const Analysis& analysis,
                                                  const ResolvedActors& actors) const {
  StatementMaker maker(document, analysis, actors, model_);
  judge_pairs(analysis, actors, lexicon_, model_, [&](const Judgement& judgement) { maker.take(judgement); });
  std::vector<Statement> statements = maker.statements();
  for (Statement& denial : find_denials(analysis, actors, statements))
    statements.push_back(std::move(denial));
  std::stable_sort(statements.begin(), statements.end(),
                   [](const Statement& a, const Statement& b) { return a.sentence < b.sentence; });
  return statements;
}

}  // namespace entente
