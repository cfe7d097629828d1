// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/name_atoms.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

struct Case {
  const char* text;
  const char* folded;
};

TEST(NameAtoms, FoldNames) {
  const Case cases[] = {
      {"U.S.", "us"},
      {"al-Qa'ida", "al qa ida"},
      {"Erdoğan", "erdogan"},
      {"Łódź", "lodz"},
      {"Søren", "soren"},
      {"São Tomé and Príncipe", "sao tome and principe"},
      {"O’Neill", "o neill"},
      {"ﬁnance", "finance"},
      {"Владимир Путин", "владимир путин"},
      {"G-7", "g 7"},
      {"", ""},
      {"\xff\xfe", ""},
      {"---", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(fold_name(c.text), c.folded) << c.text;
}

TEST(NameAtoms, KnowWhereTokensBreak) {
  std::vector<NameAtom> atoms;
  append_name_atoms("U.S.-led", 7, atoms);
  ASSERT_EQ(atoms.size(), 2u);
  EXPECT_EQ(atoms[0].token, 7u);
  EXPECT_TRUE(atoms[0].starts_token);
  EXPECT_TRUE(atoms[0].before_hyphen);
  EXPECT_FALSE(atoms[0].ends_token);
  EXPECT_TRUE(atoms[1].ends_token);
  EXPECT_EQ(atoms[0].casing, NameAtom::Casing::upper);
  EXPECT_EQ(atoms[1].casing, NameAtom::Casing::lower);
  EXPECT_EQ(atoms[0].hash, name_hash("us"));
}

}  // namespace
}  // namespace entente
