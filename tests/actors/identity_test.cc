// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/identity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "extract/actors/name_atoms.h"
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

// A person under a name as texts write it.
Fragment named(std::string document, const std::string& name, std::string country) {
  std::string slug = fold_name(name);
  std::replace(slug.begin(), slug.end(), ' ', '-');
  Fragment made = fragment(std::move(document), "person:" + slug, std::move(country));
  made.actors[0].label = name;
  return made;
}

Actor country(const std::string& iso) {
  Actor actor;
  actor.id = "country:" + iso;
  actor.label = iso;
  actor.kind = ActorKind::country;
  actor.country = iso;
  actor.mentions = 1;
  return actor;
}

Fragment body(std::string document, std::string id, const std::vector<std::string>& names) {
  Fragment made;
  made.document.id = std::move(document);
  Actor actor;
  actor.id = std::move(id);
  actor.label = names.front();
  for (const std::string& name : names) actor.aliases.push_back({name, 1});
  actor.mentions = 1;
  made.actors.push_back(std::move(actor));
  return made;
}

// What the id of a document's own actor ends with.
std::string lone_id(std::string_view document) {
  std::string text;
  std::uint64_t hash = name_hash(document);
  for (int i = 0; i < 8; ++i, hash >>= 4) text += "0123456789abcdef"[hash & 15];
  return text;
}

std::string ids(std::vector<Fragment> fragments, const Judgements& judgements = {}) {
  Identity identity(judgements);
  for (const Fragment& f : fragments) identity.observe(f);
  identity.decide();
  std::string out;
  for (Fragment& f : fragments)
    for (const Actor& actor : identity.apply(std::move(f)).actors)
      if (actor.kind != ActorKind::country) out += actor.id + " ";
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

// A country misread in one document of many makes no namesake.
TEST(Identity, DoesNotPartForOneMisreadCountry) {
  std::vector<Fragment> fragments;
  for (const char* document : {"a", "b", "c"})
    fragments.push_back(fragment(document, "official:eva-holm", "SWE", "Finance Minister"));
  fragments.push_back(fragment("d", "official:eva-holm", "PER", "Judge"));
  EXPECT_EQ(ids(fragments), "official:eva-holm official:eva-holm official:eva-holm official:eva-holm ");
}

// What one person is called elsewhere, and what is another's name.
TEST(Identity, JoinsTheFormsOfOneName) {
  const struct {
    const char *name, *country, *other, *other_country;
    bool one;
  } cases[] = {
      {"Ann B. Low", "CAN", "Ann Low", "CAN", true},         // a middle initial
      {"Ann B. Low", "CAN", "Ann C. Low", "CAN", false},     // another one
      {"Sato Kenji", "JPN", "Kenji Sato", "JPN", true},      // the other order
      {"Tony Marsh", "GBR", "Antony Marsh", "GBR", true},    // a forename for short
      {"Tony Marsh", "GBR", "Antony Marsh", "USA", false},   // of another country
      {"Matt Evan Lowe", "", "Matthew Lowe", "", false},     // a middle name in full
      {"Sergey Orlin", "BGR", "Sergei Orlin", "BGR", true},  // transliterations
      {"Erik Halmitt", "", "Erik Halmidt", "", false},       // of nobody knows where
      {"Brian Moss", "IRL", "Brain Moss", "IRL", true},      // a slip of the pen
      {"J. Ferrand", "FRA", "Jules Ferrand", "FRA", true},   // an initial
      {"J. Ferrand", "", "Jules Ferrand", "FRA", false},     // of nobody knows where
      {"Rui Reis", "PRT", "Rui Paulo Reis", "PRT", true},    // a name left out
      {"Rui Reis", "", "Rui Paulo Reis", "PRT", false},
      {"M. Nadir Reis", "MAR", "Nadir Reis", "MAR", true},  // "Mr."
  };
  for (const auto& c : cases) {
    const std::string joined = ids({named("a", c.name, c.country), named("b", c.other, c.other_country)});
    const bool one =
        joined.substr(0, joined.find(' ')) == joined.substr(joined.find(' ') + 1, joined.find(' '));
    EXPECT_EQ(one, c.one) << c.name << ", " << c.other << ": " << joined;
  }
}

// A surname without an office: the only bearer, where the document speaks of his country or his company.
TEST(Identity, PlacesALoneSurnameByItsCompany) {
  Fragment full = named("a", "Olga Brandt", "LVA"), lone = named("b", "Brandt", "");
  EXPECT_EQ(ids({full, lone}), "person:olga-brandt person:brandt ");
  lone.actors.push_back(country("LVA"));
  EXPECT_EQ(ids({full, lone}), "person:olga-brandt person:olga-brandt ");
  EXPECT_EQ(ids({full, lone, named("c", "Karl Brandt", "DEU")}),
            "person:olga-brandt person:brandt." + lone_id("b") + " person:karl-brandt ");
}

// A forename needs more than the country.
TEST(Identity, PlacesALoneForenameByItsCompanyAlone) {
  Fragment full = named("a", "Peter Brandt", "LVA"), lone = named("b", "Peter", "");
  full.actors[0].aliases.push_back({"Peter", 1});
  lone.actors.push_back(country("LVA"));
  EXPECT_EQ(ids({full, lone}), "person:peter-brandt person:peter." + lone_id("b") + " ");
  const Actor friend_of_both = named("a", "Olga Lind", "LVA").actors[0];
  full.actors.push_back(friend_of_both);
  lone.actors.push_back(friend_of_both);
  EXPECT_EQ(ids({full, lone}), "person:peter-brandt person:olga-lind person:olga-lind person:peter-brandt ");
}

// Two documents' "Peter" are two until something says who they are.
TEST(Identity, KeepsLoneForenamesToTheirDocuments) {
  EXPECT_EQ(ids({named("a", "Peter", ""), named("b", "Peter", "")}),
            "person:peter." + lone_id("a") + " person:peter." + lone_id("b") + " ");
}

TEST(Identity, JoinsAnAbbreviationToTheOnlyBodyThatBearsIt) {
  Fragment full = body("a", "institution:lake-guard", {"Lake Guard", "LGD"});
  const Fragment alone = body("b", "institution:lgd", {"LGD"});
  EXPECT_EQ(ids({full, alone}), "institution:lake-guard institution:lake-guard ");
  EXPECT_EQ(ids({full, alone, body("c", "institution:legal-desk", {"Legal Desk", "LGD"})}),
            "institution:lake-guard institution:lgd institution:legal-desk ");
}

TEST(Identity, JoinsABodyNamedWithoutItsState) {
  Fragment norwegian = body("a", "institution:lake-guard.nor", {"Norwegian Lake Guard"});
  norwegian.actors[0].country = "NOR";
  const Fragment plain = body("b", "institution:lake-guard", {"Lake Guard"});
  EXPECT_EQ(ids({norwegian, plain}), "institution:lake-guard.nor institution:lake-guard.nor ");
  Fragment finnish = body("c", "institution:lake-guard.fin", {"Finnish Lake Guard"});
  finnish.actors[0].country = "FIN";
  EXPECT_EQ(ids({norwegian, plain, finnish}),
            "institution:lake-guard.nor institution:lake-guard institution:lake-guard.fin ");
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

TEST(Identity, FiveThousandPeopleOfTenThousandDocumentsStayFiveThousand) {
  std::vector<Fragment> fragments;
  for (int i = 0; i < 10000; ++i)
    fragments.push_back(
        fragment("d" + std::to_string(i), "official:ali-" + std::to_string(i % 5000), "IRQ", "Minister"));
  Identity identity;
  for (const Fragment& f : fragments) identity.observe(f);
  identity.decide();
  std::set<std::string> ids;
  for (Fragment& f : fragments) ids.insert(identity.apply(std::move(f)).actors[0].id);
  EXPECT_EQ(ids.size(), 5000U);
}

}  // namespace
}  // namespace entente
