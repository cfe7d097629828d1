// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/document_judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente {
namespace {

// Kenya, its president, Uganda, Rwanda.
ResolvedActors four_actors() {
  ResolvedActors actors;
  for (const char* country : {"KEN", "KEN", "UGA", "RWA"}) actors.actors.emplace_back().country = country;
  for (std::uint32_t i = 0; i < 4; ++i) {
    Mention& mention = actors.mentions.emplace_back();
    mention.actors = {i};
  }
  actors.ties.emplace_back().source = 1;
  actors.ties.back().target = 0;
  return actors;
}

std::vector<float> features(const ResolvedActors& actors, const std::vector<FirstJudgement>& judgements,
                            std::size_t index) {
  std::vector<float> row;
  DocumentJudge(actors, judgements).append(index, row);
  return row;
}

TEST(DocumentJudge, GivesEveryJudgementTheSameNumberOfFeatures) {
  const ResolvedActors actors = four_actors();
  const std::vector<FirstJudgement> alone = {{0, 0, 2, EventType::accuse, 0.5f}};
  const std::vector<FirstJudgement> many = {{0, 0, 2, EventType::accuse, 0.5f},
                                            {0, 2, 0, EventType::reject, 0.3f},
                                            {4, 1, 3, EventType::consult, 0.9f}};
  EXPECT_EQ(features(actors, alone, 0).size(), features(actors, many, 2).size());
}

TEST(DocumentJudge, SeesWhoElseMayHaveDoneIt) {
  const ResolvedActors actors = four_actors();
  const std::vector<FirstJudgement> judgements = {{0, 0, 2, EventType::accuse, 0.4f},
                                                  {0, 1, 2, EventType::accuse, 0.8f}};
  const std::vector<float> row = features(actors, judgements, 0);
  EXPECT_FLOAT_EQ(row[1], 0.8f);   // another source of the same
  EXPECT_FLOAT_EQ(row[11], 1.0f);  // likelier ones
  EXPECT_FLOAT_EQ(row[12], 0.8f);  // and it is the president of the same country
}

TEST(DocumentJudge, SeesWhatOtherSentencesSayOfTheTwo) {
  const ResolvedActors actors = four_actors();
  const std::vector<FirstJudgement> judgements = {{0, 0, 2, EventType::accuse, 0.4f},
                                                  {3, 0, 2, EventType::accuse, 0.9f},
                                                  {3, 2, 0, EventType::accuse, 0.2f}};
  const std::vector<float> row = features(actors, judgements, 0);
  EXPECT_THAT(std::vector<float>(row.begin() + 20, row.begin() + 24),
              testing::ElementsAre(0.9f, 0.9f, 0.2f, 2.0f));
}

TEST(DocumentJudge, BoundsTheRivalsOfACrowdedSentence) {
  const ResolvedActors actors = four_actors();
  std::vector<FirstJudgement> judgements(20000, {0, 0, 2, EventType::aid, 0.06f});
  judgements[19999].type = EventType::consult;
  judgements[19999].probability = 0.9f;
  EXPECT_FLOAT_EQ(features(actors, judgements, 0)[5], 0.9f);  // the likeliest is not lost
}

}  // namespace
}  // namespace entente
