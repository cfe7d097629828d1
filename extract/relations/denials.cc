// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/denials.h"

#include <algorithm>
#include <string_view>

#include "extract/relations/dependency_tree.h"

namespace entente {
namespace {

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool denies(std::string_view lemma) {
  return is_any(lemma, {"deny", "reject", "dismiss", "refute", "rebuff"});
}

bool is_charge(std::string_view lemma) {
  return is_any(
      lemma, {"charge", "allegation", "accusation", "claim", "criticism", "demand", "call", "report", "it"});
}

// The token that the verb denies: its object, or what a relative clause hangs on ("a charge Tehran denies").
std::int32_t charge_of(const DependencyTree& tree, std::uint32_t verb) {
  const std::int32_t object = tree.child(verb, Deprel::obj);
  if (object >= 0 && tree.token(static_cast<std::uint32_t>(object)).morphology.pron_type != PronType::rel)
    return object;
  return tree.deprel(verb) == Deprel::acl_relcl ? tree.head(verb) : -1;
}

const Mention* mention_at(const ResolvedActors& actors, std::uint32_t sentence, std::int32_t token) {
  if (token < 0) return nullptr;
  for (const Mention& mention : actors.mentions) {
    if (mention.sentence == sentence && mention.head == static_cast<std::uint32_t>(token) &&
        mention.actors.size() == 1) {
      return &mention;
    }
  }
  return nullptr;
}

// Whether the two are one side: the same actor, or of the same country.
bool same_side(const ResolvedActors& actors, std::uint32_t a, std::uint32_t b) {
  const std::string& country = actors.actors[a].country;
  return a == b || (!country.empty() && country == actors.actors[b].country);
}

const Statement* answered(const ResolvedActors& actors, const std::vector<Statement>& statements,
                          std::uint32_t sentence, std::uint32_t denier) {
  for (auto statement = statements.rbegin(); statement != statements.rend(); ++statement) {
    if (statement->sentence > sentence || statement->sentence + 2 < sentence) continue;
    if (statement->type != "ACCUSE" && statement->type != "REQUEST") continue;
    if (same_side(actors, statement->target, denier) && !same_side(actors, statement->source, denier))
      return &*statement;
  }
  return nullptr;
}

}  // namespace

std::vector<Statement> find_denials(const Analysis& analysis, const ResolvedActors& actors,
                                    const std::vector<Statement>& statements) {
  std::vector<Statement> denials;
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    if (sentence.duplicate) continue;
    const bool has_denial =
        std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                    [](const Token& token) { return token.upos == Upos::verb && denies(token.lemma); });
    if (!has_denial) continue;
    const DependencyTree tree(sentence);
    for (std::uint32_t verb = 0; verb < tree.size(); ++verb) {
      if (tree.token(verb).upos != Upos::verb || !denies(tree.token(verb).lemma)) continue;
      const std::int32_t charge = charge_of(tree, verb);
      const Mention* denier = mention_at(actors, s, tree.child(verb, Deprel::nsubj));
      if (!denier || charge < 0 || !is_charge(tree.token(static_cast<std::uint32_t>(charge)).lemma)) continue;
      const std::uint32_t by = denier->actors.front();
      const Statement* charged = answered(actors, statements, s, by);
      const bool known = std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) {
        return statement.sentence == s && statement.type == "REJECT" && statement.source == by;
      });
      if (!charged || known) continue;
      Statement& made = denials.emplace_back();
      made.source = by;
      made.target = charged->source;
      made.type = "REJECT";
      made.label = sentence.tokens[verb].form;
      made.confidence = 0.6 * charged->confidence;
      made.sentence = s;
      made.begin = std::min({denier->begin, verb, static_cast<std::uint32_t>(charge)});
      made.end = std::max({denier->end, verb + 1, static_cast<std::uint32_t>(charge) + 1});
      made.predicate = verb;
      made.rule = "denial of what the sentences before say";
    }
  }
  return denials;
}

}  // namespace entente
