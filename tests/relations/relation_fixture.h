// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/actors/actor_resolver.h"
#include "extract/language/conllu.h"
#include "extract/language/conllu_analysis.h"
#include "extract/relations/relation_extractor.h"

namespace entente {

inline std::string project_path(const std::string& path) {
  return std::string(ENTENTE_SOURCE_DIR) + "/" + path;
}

inline std::string read_project_file(const std::string& path) {
  std::ifstream in(project_path(path), std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

inline const Lexicon& project_lexicon() {
  static const Lexicon lexicon = Lexicon::load(project_path("data/lexicon.tsv"));
  return lexicon;
}

inline const ActorResolver& project_resolver() {
  static const ActorResolver resolver(Gazetteer::load({project_path("data/gazetteer.tsv")}));
  return resolver;
}

// "Russia > Ukraine ASSAULT actual; ...", in text order; "<>" for a symmetric one, its ends in order of name.
inline std::string render(const std::vector<Statement>& statements, const ResolvedActors& actors) {
  std::vector<std::string> lines;
  for (const Statement& s : statements) {
    std::string a = actors.actors[s.source].label, b = actors.actors[s.target].label;
    if (s.symmetric && b < a) std::swap(a, b);
    const std::string line =
        a + (s.symmetric ? " <> " : " > ") + b + " " + s.type + " " + std::string(to_string(s.status));
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
  }
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "; ") + line;
  return out.empty() ? "nothing" : out;
}

// A document of tests/data/relations/cases.conllu.
struct RelationCase {
  std::string rule, expect;
  Document document;
  std::vector<ConlluSentence> sentences;
};

inline std::vector<RelationCase> read_cases(const std::string& path) {
  std::vector<RelationCase> cases;
  for (ConlluDocument& from : split_documents(read_conllu(read_project_file(path), path))) {
    RelationCase& made = cases.emplace_back();
    made.sentences = std::move(from.sentences);
    made.rule = made.sentences.front().comment("rule");
    made.expect = made.sentences.front().comment("expect");
    made.document.id = from.id;
    made.document.date = "2023-02-21";
    made.document.text = compose_text(made.sentences);
  }
  return cases;
}

}  // namespace entente
