// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/relations/relation_fixture.h"

namespace entente {
namespace {

// What the lexicon alone, without a model, finds in each sentence of the table, and must not find in its near
// miss.
TEST(RelationRules, MakeOfEachCaseWhatTheTableSays) {
  const RelationModel none;
  const RelationExtractor extractor(project_lexicon(), none);
  const auto cases = read_cases("tests/data/relations/cases.conllu");
  ASSERT_GE(cases.size(), 40u);
  for (const RelationCase& c : cases) {
    const Analysis analysis = analysis_from_conllu(c.sentences, c.document, "cases.conllu");
    const ResolvedActors actors = project_resolver().resolve(c.document, analysis);
    EXPECT_EQ(render(extractor.extract(c.document, analysis, actors), actors), c.expect)
        << c.rule << ": " << c.document.text;
  }
}

TEST(RelationRules, NameTheLexiconLine) {
  const RelationModel none;
  const RelationExtractor extractor(project_lexicon(), none);
  const RelationCase c = read_cases("tests/data/relations/cases.conllu").front();
  const Analysis analysis = analysis_from_conllu(c.sentences, c.document, "cases.conllu");
  const ResolvedActors actors = project_resolver().resolve(c.document, analysis);
  const auto statements = extractor.extract(c.document, analysis, actors);
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_NE(statements[0].rule.find("lexicon.tsv:"), std::string::npos) << statements[0].rule;
  EXPECT_EQ(statements[0].label, "attacked");
  EXPECT_EQ(statements[0].begin, 0u);
  EXPECT_EQ(statements[0].end, 3u);
}

}  // namespace
}  // namespace entente
