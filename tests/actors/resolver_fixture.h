// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "extract/actors/actor_resolver.h"
#include "extract/language/conllu.h"
#include "extract/language/conllu_analysis.h"

namespace entente {

inline std::string read_project_file(const std::string& path) {
  std::ifstream in(std::string(ENTENTE_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

inline std::shared_ptr<const Gazetteer> project_gazetteer() {
  static const auto gazetteer = Gazetteer::load({std::string(ENTENTE_SOURCE_DIR) + "/data/gazetteer.tsv"});
  return gazetteer;
}

// One document of tests/data/actors/cases.conllu with what must come out of it.
struct ResolverCase {
  std::string id;
  std::string actors, ties, refers;  // as the comments give them
  bool asks_actors = false, asks_ties = false, asks_refers = false;
  Document document;
  std::vector<ConlluSentence> sentences;
};

inline std::vector<ResolverCase> read_cases(const std::string& path) {
  std::vector<ResolverCase> cases;
  for (ConlluDocument& from : split_documents(read_conllu(read_project_file(path), path))) {
    ResolverCase& made = cases.emplace_back();
    made.id = from.id;
    made.sentences = std::move(from.sentences);
    const ConlluSentence& first = made.sentences.front();
    made.actors = first.comment("actors");
    made.ties = first.comment("ties");
    made.refers = first.comment("refers");
    made.asks_actors = first.has("actors");
    made.asks_ties = first.has("ties");
    made.asks_refers = first.has("refers");
    made.document.id = made.id;
    made.document.text = compose_text(made.sentences);
  }
  return cases;
}

inline std::string render_actors(const ResolvedActors& resolved) {
  std::string out;
  for (const DocumentActor& actor : resolved.actors)
    out += (out.empty() ? "" : "; ") + std::string(to_string(actor.kind)) + " " + actor.label;
  return out;
}

inline std::string render_ties(const ResolvedActors& resolved) {
  std::string out;
  for (const Tie& tie : resolved.ties)
    out += (out.empty() ? "" : "; ") + resolved.actors[tie.source].label + " " + tie.type +
           (tie.title.empty() ? "" : "[" + tie.title + "]") + " " + resolved.actors[tie.target].label;
  return out;
}

// What pronouns, titles and descriptions mean: "He = Jorge Salas".
inline std::string render_references(const ResolvedActors& resolved, const Analysis& analysis) {
  std::string out;
  for (const Mention& mention : resolved.mentions) {
    if (mention.form == MentionForm::name || mention.form == MentionForm::adjective ||
        mention.form == MentionForm::metonym)
      continue;
    if (mention.actors.empty()) continue;
    const auto& tokens = analysis.sentences[mention.sentence].tokens;
    std::string words;
    for (std::uint32_t i = mention.begin; i < mention.end; ++i) {
      words += tokens[i].form;
      if (i + 1 < mention.end && tokens[i].space_after) words += ' ';
    }
    out += (out.empty() ? "" : "; ") + words + " = ";
    for (std::size_t a = 0; a < mention.actors.size(); ++a)
      out += (a ? " + " : "") + resolved.actors[mention.actors[a]].label;
  }
  return out;
}

}  // namespace entente
