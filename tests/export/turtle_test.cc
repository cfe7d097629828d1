// SPDX-License-Identifier: Apache-2.0
#include "export/formats/turtle_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Turtle, RelationsAreStatementsWithTheirEvidence) {
  const std::string text = written(write_turtle, small_graph());
  EXPECT_THAT(
      text,
      HasSubstr("<urn:entente:relation:country:FRA/ACCUSE/country:RUS/denied/official:anna-weber> "
                "a rdf:Statement ; rdf:subject <urn:entente:actor:country:FRA> ; "
                "rdf:predicate <urn:entente:ontology:ACCUSE> ; rdf:object <urn:entente:actor:country:RUS>"));
  EXPECT_THAT(
      text,
      HasSubstr("prov:wasDerivedFrom [ a prov:Entity ; prov:wasQuotedFrom <urn:entente:document:note-1> ; "
                "prov:value \"France, \\\"accused\\\"\" ; ent:begin 4 ; ent:end 20 ]"));
  EXPECT_THAT(text, HasSubstr("owl:sameAs <http://www.wikidata.org/entity/Q142>"));
  EXPECT_THAT(text, HasSubstr("schema:startDate \"2023-03\"^^xsd:gYearMonth"));
}

// A denied or attributed relation is no fact of the text.
TEST(Turtle, OnlyWhatIsStatedAsFactIsAPlainTriple) {
  const std::string text = written(write_turtle, small_graph());
  EXPECT_THAT(text, HasSubstr("\n<urn:entente:actor:country:FRA> <urn:entente:ontology:CONSULT> "
                              "<urn:entente:actor:country:RUS> ."));
  EXPECT_THAT(text, HasSubstr("\n<urn:entente:actor:country:RUS> <urn:entente:ontology:CONSULT> "
                              "<urn:entente:actor:country:FRA> ."));
  EXPECT_THAT(text, Not(HasSubstr("<urn:entente:actor:country:FRA> <urn:entente:ontology:ACCUSE>")));
}

TEST(Turtle, ANastyDocumentIdIsAPlainIri) {
  EXPECT_THAT(written(write_turtle, nasty_graph()),
              HasSubstr("<urn:entente:document:doc%201%2F%C3%BC%3F%23%22%3Cx%3E>"));
}

}  // namespace
}  // namespace entente
