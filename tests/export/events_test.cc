// SPDX-License-Identifier: Apache-2.0
#include "export/formats/events_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/export/nasty_graph.h"
#include "tests/export/small_graph.h"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Events, AreOneLineARelation) {
  EXPECT_EQ(
      written(write_events, small_graph()),
      "event\tdate\tsource\tsource_name\tsource_country\tsource_kind\ttarget\ttarget_name\ttarget_country\t"
      "target_kind\ttype\tmode\tquad\tscore\tcameo\tstatus\tby\tpredicate\tsymmetric\tconfidence\tweight\t"
      "document\tbegin\tend\tquote\n"
      "e1\t2023-03\tcountry:FRA\tFrance\tFRA\tcountry\tcountry:"
      "RUS\tRussia\tRUS\tcountry\tACCUSE\tallege\t3\t-3\t"
      "09\tdenied\tofficial:anna-weber\taccused \"of\" <arrest>\tfalse\t0.5\t1\tnote-1\t4\t20\tFrance, "
      "\"accused\"\n"
      "e2\t\tcountry:FRA\tFrance\tFRA\tcountry\tcountry:RUS\tRussia\tRUS\tcountry\tCONSULT\t\t1\t2."
      "5\t04\tactual\t\t"
      "met\ttrue\t1\t1\tnote-1\t0\t3\tmet\n");
}

TEST(Events, EveryLineHasAsManyFieldsAsTheHeader) {
  std::istringstream lines(written(write_events, nasty_graph()));
  std::size_t read = 0;
  for (std::string line; std::getline(lines, line); ++read) EXPECT_EQ(count(line, "\t"), 24U) << line;
  EXPECT_EQ(read, 1 + nasty_graph().relation_count());
}

}  // namespace
}  // namespace entente
