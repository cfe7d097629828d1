// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/gazetteer.h"

#include <gtest/gtest.h>

#include <fstream>

#include "graph/error.h"
#include "tests/actors/resolver_fixture.h"

namespace entente {
namespace {

std::string found(const Gazetteer& gazetteer, std::string_view text) {
  std::string out;
  const auto atoms = name_atoms_of(text);
  for (std::size_t a = 0; a < atoms.size();) {
    const auto match = gazetteer.longest(atoms, a);
    if (match) out += (out.empty() ? "" : " ") + std::string(gazetteer.entry(match->entry).id);
    a += match ? match->length : 1;
  }
  return out;
}

struct Case {
  const char* text;
  const char* ids;
};

TEST(Gazetteer, FindsNamesAndOnlyNames) {
  const Case cases[] = {
      {"Russia", "country:RUS"},
      {"the Russian Federation", "country:RUS"},
      {"RUSSIA", "country:RUS"},
      {"russia", ""},
      {"Cote d'Ivoire and Côte d’Ivoire", "country:CIV country:CIV"},
      {"U.S. and US and U.S.-led", "country:USA country:USA country:USA"},
      {"tell us who is right", ""},
      {"Us and Who", ""},
      {"North Korea, not Korea", "country:PRK"},
      {"Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea",
       "country:GIN country:GNB country:GNQ country:PNG"},
      {"Niger and Nigeria", "country:NER country:NGA"},
      {"Republic of the Congo", "country:COG"},
      {"Democratic Republic of the Congo", "country:COD"},
      {"al-Qaida, al-Qaeda, Al Qaeda", "institution:al-qaida institution:al-qaida institution:al-qaida"},
      {"the U.N. Security Council", "institution:united-nations-security-council"},
      {"the white house on the hill", ""},
      {"the White House", "institution:white-house"},
      {"Kofi Annan", "official:kofi-annan"},
      {"Annan", ""},
      {"Recep Tayyip Erdoğan", "official:recep-tayyip-erdogan"},
      {"Norway’s", "country:NOR"},
      {"Americanize", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(found(*project_gazetteer(), c.text), c.ids) << c.text;
}

TEST(Gazetteer, TellsHowANameSpeaksOfItsEntry) {
  const auto role = [](std::string_view name) {
    const auto match = project_gazetteer()->by_name(name);
    std::string out;
    if (match)
      for (const NameRole r :
           {NameRole::name, NameRole::adjective, NameRole::people, NameRole::capital, NameRole::city})
        if (match->is(r)) out += "napcy"[static_cast<int>(r)];
    return out;
  };
  EXPECT_EQ(role("France"), "n");
  EXPECT_EQ(role("French"), "ap");
  EXPECT_EQ(role("Paris"), "c");
  EXPECT_EQ(role("Marseille"), "y");
}

TEST(Gazetteer, KnowsHoldersOfAnOffice) {
  const auto& gazetteer = *project_gazetteer();
  const auto annan = gazetteer.by_id("official:kofi-annan");
  ASSERT_TRUE(annan);
  const auto offices = gazetteer.offices(gazetteer.entry(*annan));
  ASSERT_FALSE(offices.empty());
  EXPECT_EQ(offices[0].title, "Secretary-General");
  EXPECT_EQ(offices[0].of, "institution:united-nations");
  EXPECT_EQ(offices[0].from, 19970000u);
}

TEST(Gazetteer, MakesIdsWhereAFileGivesNone) {
  const auto gazetteer = Gazetteer::parse("\tinstitution\tLake Patrol\tKEN\tLP Force\ttype=agency\n");
  EXPECT_EQ(found(*gazetteer, "the Lake Patrol or LP Force"),
            "institution:lake-patrol institution:lake-patrol");
}

TEST(Gazetteer, ReadsJson) {
  const auto gazetteer =
      Gazetteer::parse(R"([{"kind": "official", "label": "Ada Quist", "country": "NOR", "names": ["A. Quist"],
      "offices": [{"title": "Minister", "of": "NOR", "from": "2020-05"}]},
      {"kind": "country", "label": "Ruritania", "names": ["adj:Ruritanian", "capital:Strelsau"]}])",
                       "own.json", true);
  EXPECT_EQ(found(*gazetteer, "Ada Quist left Strelsau, the Ruritanian capital"),
            "official:ada-quist country:ruritania country:ruritania");
  EXPECT_EQ(gazetteer->offices(gazetteer->entry(*gazetteer->by_id("official:ada-quist")))[0].from, 20200500u);
}

struct Fault {
  const char* text;
  bool json;
  const char* message;
};

TEST(Gazetteer, SaysWhereAFileIsWrong) {
  const Fault faults[] = {
      {"institution:a\tinstitution\n", false,
       "own:1:1: an entry has at least id, kind and label, separated by tabs"},
      {"# note\nx:a\tplanet\tA\n", false, "own:2:5: kind is country, official, person, institution or bloc"},
      {"x:a\tcountry\tA\tGermany\n", false, "own:1:15: country is an ISO 3166-1 alpha-3 code"},
      {"x a\tcountry\tA\n", false, "own:1:1: an id is 1 to 256 characters of A-Z a-z 0-9 _ : . -"},
      {"x:a\tcountry\tA\tDEU\tB\tcolour=red\n", false, "own:1:21: no fact is called colour"},
      {"x:a\tofficial\tA\tDEU\tB\toffice=King\n", false, "own:1:22: an office is TITLE@OF@FROM@TO"},
      {"x:a\tofficial\tA\tDEU\tB\toffice=King@DEU@May@\n", false,
       "own:1:22: an office's date is yyyy, yyyy-mm, yyyy-mm-dd or empty"},
      {"[{\"kind\": \"country\"\n", true, "own:2:1: Missing a comma or '}' after an object member."},
      {"[{\"kind\": \"country\", \"label\": \"A\"},\n {\"kind\": \"moon\", \"label\": \"B\"}]", true,
       "own:2:2: entry 2: kind is country, official, person, institution or bloc"},
      {"{}", true, "own:1:1: a gazetteer is an array of objects"},
  };
  for (const Fault& fault : faults) {
    try {
      Gazetteer::parse(fault.text, "own", fault.json);
      ADD_FAILURE() << "taken: " << fault.text;
    } catch (const InputError& error) {
      EXPECT_STREQ(error.what(), fault.message);
    }
  }
}

TEST(Gazetteer, TellsOfDuplicatesAndCirclesAndLosesNothing) {
  const auto gazetteer = Gazetteer::parse(
      "institution:a\tinstitution\tAlpha\t\t\tpart_of=institution:b\n"
      "institution:b\tinstitution\tBeta\t\t\tpart_of=institution:a\n"
      "institution:a\tinstitution\tAlpha Two\n"
      "institution:c\tinstitution\tBeta\n");
  EXPECT_EQ(gazetteer->size(), 3u);
  EXPECT_EQ(found(*gazetteer, "Alpha Beta"), "institution:a institution:b");
  ASSERT_EQ(gazetteer->notes().size(), 3u);
  EXPECT_EQ(gazetteer->notes()[0], "gazetteer:3: a second entry with the id institution:a");
  EXPECT_EQ(gazetteer->notes()[1], "gazetteer:4: the name Beta already belongs to institution:b");
  EXPECT_EQ(gazetteer->notes()[2], "part_of of institution:a leads in a circle");
}

TEST(Gazetteer, TakesNamesOfAnyLength) {
  const std::string name(10000, 'x');
  const auto gazetteer = Gazetteer::parse("institution:a\tinstitution\tThe " + name + "\t\tAlpha\n");
  EXPECT_EQ(found(*gazetteer, "Alpha"), "institution:a");
  EXPECT_EQ(found(*gazetteer, "The " + name), "institution:a");
}

TEST(Gazetteer, EveryNameInTheProjectsFileIsFoundAgain) {
  const auto& gazetteer = *project_gazetteer();
  for (std::uint32_t e = 0; e < gazetteer.size(); ++e) {
    const auto match = gazetteer.by_name(gazetteer.entry(e).label);
    EXPECT_TRUE(match) << gazetteer.entry(e).label;
  }
  EXPECT_GT(gazetteer.size(), 8000u);
}

}  // namespace
}  // namespace entente
