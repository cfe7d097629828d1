// SPDX-License-Identifier: Apache-2.0
#include "export/formats/graphml_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(GraphMl, CarriesActorsAndRelations) {
  const std::string text = written(write_graphml, small_graph());
  EXPECT_THAT(text,
              HasSubstr(R"(<node id="country:RUS"><data key="nl">Russia</data><data key="nk">country</data>)"
                        R"(<data key="nc">RUS</data><data key="nm">1</data></node>)"));
  EXPECT_THAT(
      text,
      HasSubstr(R"(<edge id="e1" source="country:FRA" target="country:RUS"><data key="et">ACCUSE</data>)"
                R"(<data key="el">accused &quot;of&quot; &lt;arrest&gt;</data><data key="em">allege</data>)"
                R"(<data key="eq">verbal-conflict</data><data key="er">-3</data>)"
                R"(<data key="es">denied</data><data key="eb">official:anna-weber</data>)"
                R"(<data key="ed">2023-03</data><data key="ey">false</data>)"));
}

TEST(GraphMl, EntitiesInNamesStayText) {
  const std::string text = written(write_graphml, nasty_graph());
  EXPECT_THAT(text, Not(HasSubstr("<!ENTITY")));
  EXPECT_THAT(text, Not(HasSubstr("]]>")));
  EXPECT_THAT(text,
              HasSubstr("&lt;!ENTITY x SYSTEM &quot;file:///etc/passwd&quot;&gt; ]]&gt; &amp;x; &amp;#x41;"));
}

TEST(GraphMl, HoldsNoCharacterThatXmlForbids) {
  for (const char c : written(write_graphml, nasty_graph())) {
    EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == 0x0A) << int{c};
  }
}

}  // namespace
}  // namespace entente
