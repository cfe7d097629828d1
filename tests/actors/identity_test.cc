// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/identity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "graph/error.h"

namespace entente {
namespace {

Fragment fragment(std::string document, std::string id, std::string country, std::string title = {}) {
  Fragment made;
  made.document.id = std::move(document);
  Actor actor;
  actor.id = std::move(id);
  actor.label = actor.id.substr(actor.id.find(':') + 1);
  std::replace(actor.label.begin(), actor.label.end(), '-', ' ');
  actor.kind = actor.id.starts_with("official:") ? ActorKind::official : ActorKind::person;
  actor.country = std::move(country);
  actor.mentions = 1;
  if (!title.empty()) actor.offices.push_back({title, "country:" + actor.country, true});
  made.actors.push_back(std::move(actor));
  return made;
}

std::string ids(std::vector<Fragment> fragments, const Judgements& judgements = {}) {
  Identity identity(judgements);
  for (const Fragment& f : fragments) identity.observe(f);
  identity.decide();
  std::string out;
  for (Fragment& f : fragments) out += identity.apply(std::move(f)).actors.at(0).id + " ";
  return out;
}

TEST(Identity, JoinsAPersonToTheOfficialOfThatName) {
  EXPECT_EQ(ids({fragment("a", "official:li-wu", "CHN", "Premier"), fragment("b", "person:li-wu", "")}),
            "official:li-wu official:li-wu ");
}

TEST(Identity, DoesNotJoinPeopleOfTwoCountries) {
  EXPECT_EQ(ids({fragment("a", "official:li-wu", "CHN", "Premier"), fragment("b", "person:li-wu", "SGP")}),
            "official:li-wu person:li-wu ");
}

TEST(Identity, PartsNamesakesOfTwoCountriesAndOffices) {
  EXPECT_EQ(ids({fragment("a", "official:ali-hassan", "IRQ", "General"),
                 fragment("b", "official:ali-hassan", "SOM", "Finance Minister"),
                 fragment("c", "official:ali-hassan", "")}),
            "official:ali-hassan.IRQ official:ali-hassan.SOM official:ali-hassan ");
}

// A country misread in one document does not make a second prime minister.
TEST(Identity, KeepsOnePersonOfOneOffice) {
  EXPECT_EQ(ids({fragment("a", "official:jan-klein", "LUX", "Prime Minister"),
                 fragment("b", "official:jan-klein", "FRA", "Prime Minister")}),
            "official:jan-klein official:jan-klein ");
}

TEST(Identity, JoinsASurnameOnlyWhereOfficeAndCountryAgree) {
  EXPECT_EQ(ids({fragment("a", "official:ana-reis", "PRT", "Foreign Minister"),
                 fragment("b", "official:reis", "PRT", "Foreign Minister")}),
            "official:ana-reis official:ana-reis ");
  EXPECT_EQ(ids({fragment("a", "official:ana-reis", "PRT", "Foreign Minister"),
                 fragment("b", "official:reis", "BRA", "Foreign Minister")}),
            "official:ana-reis official:reis ");
  EXPECT_EQ(ids({fragment("a", "official:ana-reis", "PRT", "Foreign Minister"),
                 fragment("b", "official:reis", "PRT", "Mayor")}),
            "official:ana-reis official:reis ");
}

TEST(Identity, LeavesASurnameThatTwoBear) {
  EXPECT_EQ(ids({fragment("a", "official:ana-reis", "PRT", "Minister"),
                 fragment("b", "official:rui-reis", "PRT", "Minister"),
                 fragment("c", "official:reis", "PRT", "Minister")}),
            "official:ana-reis official:rui-reis official:reis ");
}

TEST(Identity, ObeysJudgements) {
  const std::vector<Fragment> fragments = {fragment("a", "official:li-wu", "CHN", "Premier"),
                                           fragment("b", "person:li-wu", "")};
  EXPECT_EQ(ids(fragments, Judgements::parse("different official:li-wu person:li-wu\n", "j")),
            "official:li-wu person:li-wu ");
  EXPECT_EQ(ids({fragment("a", "person:x-y", ""), fragment("b", "person:z", "")},
                Judgements::parse("# one man\nsame person:z person:x-y\n", "j")),
            "person:z person:z ");
}

TEST(Identity, DoesNotDependOnOrder) {
  std::vector<Fragment> fragments = {fragment("a", "official:ana-reis", "PRT", "Minister"),
                                     fragment("b", "official:reis", "PRT", "Minister"),
                                     fragment("c", "person:ana-reis", "")};
  Identity forward, backward;
  for (const Fragment& f : fragments) forward.observe(f);
  std::reverse(fragments.begin(), fragments.end());
  for (const Fragment& f : fragments) backward.observe(f);
  forward.decide();
  backward.decide();
  for (const Fragment& f : fragments) EXPECT_EQ(forward.apply(f), backward.apply(f));
}

TEST(Judgements, SayWhereAFileIsWrong) {
  for (const auto& [text, message] :
       {std::pair{"joined a b\n", "j:1:1: a judgement is: same ID ID, or different ID ID"},
        {"\nsame a\n", "j:2:7: an actor id was expected"},
        {"same a b c\n", "j:1:10: more than two ids"},
        {"same a b\ndifferent b a\n", "j:2:1: another line says the opposite of b and a"}}) {
    try {
      Judgements::parse(text, "j");
      ADD_FAILURE() << text;
    } catch (const InputError& error) {
      EXPECT_STREQ(error.what(), message);
    }
  }
}

// 10,000 documents with 5,000 people: linear, so far below a second.
TEST(Identity, MergesManyDocumentsInLinearTime) {
  const auto seconds = [](int documents) {
    std::vector<Fragment> fragments;
    for (int i = 0; i < documents; ++i)
      fragments.push_back(fragment("d" + std::to_string(i),
                                   "official:ali-" + std::to_string(i % (documents / 2)), "IRQ",
                                   "Minister " + std::to_string(i % 7)));
    const auto start = std::chrono::steady_clock::now();
    Identity identity;
    for (const Fragment& f : fragments) identity.observe(f);
    identity.decide();
    for (Fragment& f : fragments) f = identity.apply(std::move(f));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  EXPECT_LT(seconds(10000), 5.0);
}

}  // namespace
}  // namespace entente
