// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <sstream>

#include "extract/language/language_engine.h"
#include "tests/relations/relation_fixture.h"

namespace entente {
namespace {

// Two hundred sentences that name actors and state nothing between them: at most four edges of status actual.
TEST(NoInvention, SentencesThatStateNothingGiveNothing) {
  const LanguageEngine engine = LanguageEngine::load(project_path("data/english.model"));
  const RelationModel model = RelationModel::load(project_path("data/relations.model"));
  const RelationExtractor extractor(project_lexicon(), model);
  LanguageEngine::Scratch scratch;
  std::istringstream lines(read_project_file("tests/data/relations/nothing.txt"));
  std::size_t sentences = 0, invented = 0;
  std::string found;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    ++sentences;
    Document document;
    document.text = line;
    const Analysis analysis = engine.analyse(document, scratch);
    const ResolvedActors actors = project_resolver().resolve(document, analysis);
    for (const Statement& statement : extractor.extract(document, analysis, actors)) {
      if (statement.status != Status::actual) continue;
      ++invented;
      found += "  " + render({statement}, actors) + ": " + line + "\n";
    }
  }
  EXPECT_GE(sentences, 200u);
  EXPECT_LE(invented, 4u) << found;
}

}  // namespace
}  // namespace entente
