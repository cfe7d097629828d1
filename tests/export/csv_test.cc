// SPDX-License-Identifier: Apache-2.0
#include "export/formats/csv_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "graph/error.h"
#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Csv : public testing::Test {
 protected:
  Csv() : folder_(std::filesystem::path(testing::TempDir()) / ("entente_csv_" + name())) {
    std::filesystem::create_directories(folder_);
  }
  ~Csv() override { std::filesystem::remove_all(folder_); }

  static std::string name() { return testing::UnitTest::GetInstance()->current_test_info()->name(); }

  std::string file(const std::string& name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::filesystem::path folder_;
};

TEST_F(Csv, PlainTablesHaveOneFactARow) {
  write_csv(small_graph(), folder_, {});
  EXPECT_EQ(file("aliases.csv"), "actor,name,count\ncountry:FRA,France,1\ncountry:FRA,Paris,2\n");
  EXPECT_EQ(file("offices.csv"), "actor,title,of,current\nofficial:anna-weber,envoy,country:FRA,false\n");
  EXPECT_EQ(file("evidence.csv"),
            "relation,document,begin,end,quote,sentence\n"
            "e1,note-1,4,20,\"France, \"\"accused\"\"\",\n"
            "e2,note-1,0,3,met,\n");
  EXPECT_THAT(
      file("relations.csv"),
      HasSubstr("e1,country:FRA,country:RUS,ACCUSE,\"accused \"\"of\"\" <arrest>\",allege,verbal-conflict,-3,"
                "denied,official:anna-weber,2023-03,2023-03-01,2023-03-31,,false,0.5,1\n"));
}

TEST_F(Csv, Neo4jFilesHaveItsHeaders) {
  write_csv(small_graph(), folder_, {});
  EXPECT_THAT(file("neo4j-actors.csv"), StartsWith("id:ID(Actor),label,"));
  EXPECT_THAT(file("neo4j-actors.csv"), HasSubstr("\"France\x1FParis\",,"));
  EXPECT_THAT(file("neo4j-relations.csv"), StartsWith(":START_ID(Actor),:END_ID(Actor),:TYPE,id,"));
}

TEST_F(Csv, FormulasAreGuardedForSpreadsheetsOnly) {
  write_csv(nasty_graph(), folder_, {});
  EXPECT_THAT(file("actors.csv"), HasSubstr(",\"=HYPERLINK(\"\"http://x.test\"\",\"\"y\"\")\","));
  EXPECT_THAT(file("actors.csv"), HasSubstr(",-2+3,"));
}

TEST_F(Csv, ASpreadsheetSeesNoFormula) {
  WriteOptions options;
  options.spreadsheet = true;
  write_csv(nasty_graph(), folder_, options);
  const std::string actors = file("actors.csv");
  EXPECT_THAT(actors, StartsWith("\xEF\xBB\xBFid,label,"));
  EXPECT_THAT(actors, HasSubstr(",\"'=HYPERLINK(\"\"http://x.test\"\",\"\"y\"\")\","));
  EXPECT_THAT(actors, HasSubstr(",\"'-2+3\","));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "neo4j-actors.csv"));
}

TEST_F(Csv, AFolderThatIsNotThereIsAnOutputError) {
  EXPECT_THROW(write_csv(small_graph(), folder_ / "none", {}), OutputError);
}

}  // namespace
}  // namespace entente
