// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/diagram.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>

#include "export/diagram/label.h"
#include "export/diagram/well_formed.h"
#include "graph/error.h"
#include "tests/export/nasty_graph.h"

namespace entente {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string picture_of(const KnowledgeGraph& graph, DiagramFormat format = DiagramFormat::svg,
                       const DiagramOptions& options = {}) {
  std::ostringstream out;
  write_diagram(graph, out, format, options);
  return out.str();
}

// A graph too knotted to be laid out in no time.
KnowledgeGraph knot(int actors) {
  Fragment fragment;
  fragment.document.id = "knot";
  for (int i = 0; i < actors; ++i) {
    Actor actor;
    actor.id = "person:" + std::to_string(1000 + i);
    actor.label = "Person " + std::to_string(i);
    actor.kind = ActorKind::person;
    fragment.actors.push_back(actor);
  }
  for (int i = 0; i < actors; ++i) {
    for (int j = 1; j <= 6; ++j) {
      Relation relation;
      relation.source = fragment.actors[i].id;
      relation.target = fragment.actors[(i * 7 + j * 31 + 1) % actors].id;
      relation.type = "CONSULT";
      relation.label = "told";
      if (relation.source != relation.target) fragment.relations.push_back(relation);
    }
  }
  KnowledgeGraph graph;
  graph.add(fragment);
  return graph;
}

TEST(Diagram, NastyNamesStayNames) {
  const std::string svg = picture_of(nasty_graph());
  EXPECT_EQ(why_not_well_formed(svg), "");
  EXPECT_THAT(svg, HasSubstr("&lt;b&gt;bold&lt;/b&gt;"));
  EXPECT_THAT(svg, Not(HasSubstr("<b>")));
  EXPECT_THAT(svg, Not(HasSubstr("<script")));
  EXPECT_THAT(svg, Not(HasSubstr("href=\"javascript:")));
}

TEST(Diagram, EveryEngineDraws) {
  for (const char* engine : {"dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage"}) {
    DiagramOptions options;
    options.engine = engine;
    EXPECT_THAT(picture_of(knot(14), DiagramFormat::svg, options), HasSubstr("Cooperation in words"))
        << engine;
  }
}

TEST(Diagram, PngAndPdfAreWhatTheySay) {
  EXPECT_THAT(picture_of(knot(9), DiagramFormat::png), StartsWith("\x89PNG"));
  EXPECT_THAT(picture_of(knot(9), DiagramFormat::pdf), StartsWith("%PDF"));
}

TEST(Diagram, SameGraphSameBytes) {
  for (const DiagramFormat format : {DiagramFormat::svg, DiagramFormat::png, DiagramFormat::pdf}) {
    EXPECT_EQ(picture_of(knot(9), format), picture_of(knot(9), format));
  }
}

// Each country's officials are a cluster. Clusters once stood in the order of their names' addresses.
TEST(Diagram, ClustersStandInOneOrder) {
  Fragment fragment;
  fragment.document.id = "summit";
  for (const char* country : {"KEN", "ETH", "SOM", "EGY", "FRA"}) {
    Actor actor;
    actor.kind = ActorKind::official;
    actor.country = country;
    for (const char* name : {"first", "second"}) {
      actor.id = std::string("official:") + name + "-" + country;
      actor.label = std::string(name) + " " + country;
      fragment.actors.push_back(actor);
    }
    Relation relation;
    relation.source = fragment.actors.rbegin()[0].id;
    relation.target = fragment.actors.rbegin()[1].id;
    relation.type = "CONSULT";
    fragment.relations.push_back(relation);
  }
  KnowledgeGraph graph;
  graph.add(fragment);
  const std::string first = picture_of(graph);
  EXPECT_NE(first.find("cluster_SOM"), first.npos);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(picture_of(graph), first);
}

TEST(Diagram, EmptyGraphIsATitle) {
  DiagramOptions options;
  options.title = "Nothing yet";
  EXPECT_THAT(picture_of(KnowledgeGraph(), DiagramFormat::svg, options), HasSubstr("Nothing yet"));
}

TEST(Diagram, TooLargeAGraphSaysSo) {
  EXPECT_THAT(picture_of(knot(300)), HasSubstr("Too large to read in one picture"));
}

TEST(Diagram, LayoutThatTakesTooLongIsStopped) {
  DiagramOptions options;
  options.most_actors = options.most_lines = 100000;
  options.time_limit = seconds(1);
  const auto start = std::chrono::steady_clock::now();
  try {
    picture_of(knot(2500), DiagramFormat::svg, options);
    FAIL() << "was not stopped";
  } catch (const OutputError& error) {
    EXPECT_STREQ(error.what(), "the layout (dot) took longer than 1 second and was stopped");
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, seconds(5));
}

TEST(Diagram, EvenTheLongestLimitDraws) {
  DiagramOptions options;
  options.time_limit = seconds::max();
  EXPECT_EQ(picture_of(nasty_graph(), DiagramFormat::svg, options), picture_of(nasty_graph()));
}

TEST(Diagram, ThreadsMayDrawAtOnce) {
  const std::string alone = picture_of(nasty_graph());
  std::string pictures[4];
  {
    std::vector<std::jthread> threads;
    for (std::string& picture : pictures)
      threads.emplace_back([&picture] { picture = picture_of(nasty_graph()); });
  }
  for (const std::string& picture : pictures) EXPECT_EQ(picture, alone);
}

TEST(Diagram, MissingProgramIsAnOutputErrorThatNamesIt) {
  DiagramOptions options;
  options.layout_program = "/nowhere/entente-layout";
  try {
    picture_of(nasty_graph(), DiagramFormat::svg, options);
    FAIL() << "drew with nothing";
  } catch (const OutputError& error) {
    EXPECT_STREQ(error.what(),
                 "the layout (dot): cannot run /nowhere/entente-layout: No such file or directory");
  }
}

TEST(Diagram, UnknownEngineIsTheCallersMistake) {
  DiagramOptions options;
  options.engine = "/bin/sh";
  EXPECT_THROW(picture_of(nasty_graph(), DiagramFormat::svg, options), std::invalid_argument);
}

TEST(Diagram, FullDiskIsAnOutputError) {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  EXPECT_THROW(write_diagram(nasty_graph(), out, DiagramFormat::svg), OutputError);
}

// --- Labels

TEST(Label, EscapesWhatGraphvizWouldRead) {
  EXPECT_EQ(label_text("<b>&\"x\"\\N"), "&lt;b&gt;&amp;&quot;x&quot;\\N");
  EXPECT_EQ(label_text("  a \n b\t"), "a b");
  EXPECT_EQ(label_text("\x01\xFF"), "\uFFFD\uFFFD");
  EXPECT_EQ(label_text("\u202Egnp"), "\uFFFDgnp");
  EXPECT_EQ(label_text(""), "&#160;");
}

TEST(Label, WrapsAtSpaces) {
  EXPECT_THAT(wrap_label("Carnegie Endowment for International Peace", 20, 3),
              ElementsAre("Carnegie Endowment", "for International", "Peace"));
  EXPECT_THAT(wrap_label("one two three four five six", 8, 2), ElementsAre("one two", "three four\u2026"));
  EXPECT_THAT(wrap_label("", 8, 2), ElementsAre(""));
}

// --- Well-formedness

TEST(WellFormed, TellsWhatIsWrong) {
  EXPECT_EQ(why_not_well_formed("<?xml version=\"1.0\"?><!-- x --><a b='1'><c/>&amp;&#233;</a>\n"), "");
  for (const char* bad :
       {"", "<a>", "<a></b>", "<a/><b/>", "text", "<a b=c/>", "<a b=\"<\"/>", "<a>&eacute;</a>",
        "<a>&#0;</a>", "<a>\x1B</a>", "<a>\xFF</a>", "<a><!-- a -- b --></a>", "<a b=\"", "<a>\uFFFE</a>"}) {
    EXPECT_NE(why_not_well_formed(bad), "") << bad;
  }
}

// Any bytes at all as names: the picture is well-formed, whatever they are.
TEST(Diagram, AnyBytesGiveAWellFormedPicture) {
  std::mt19937 random(7);
  for (int round = 0; round < 6; ++round) {
    Fragment fragment;
    fragment.document.id = "d";
    const auto bytes = [&] {
      std::string text(random() % 60, ' ');
      for (char& c : text) c = static_cast<char>(random() % (round % 2 ? 256 : 64));
      return text;
    };
    for (int i = 0; i < 12; ++i) {
      Actor actor;
      actor.id = "person:" + std::to_string(10 + i);
      actor.label = bytes();
      actor.kind = static_cast<ActorKind>(i % 5);
      actor.offices = {{bytes(), "person:10", true}};
      fragment.actors.push_back(actor);
    }
    for (int i = 1; i < 12; ++i) {
      Relation relation;
      relation.source = fragment.actors[0].id;
      relation.target = fragment.actors[i].id;
      relation.type = "CONSULT";
      relation.label = bytes();
      relation.status = static_cast<Status>(i % 4);
      relation.evidence = {{"d", 0, 1, bytes(), bytes()}};
      fragment.relations.push_back(relation);
    }
    KnowledgeGraph graph;
    graph.add(fragment);
    EXPECT_EQ(why_not_well_formed(picture_of(graph)), "");
  }
}

}  // namespace
}  // namespace entente
