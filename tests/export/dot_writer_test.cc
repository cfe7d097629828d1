// SPDX-License-Identifier: Apache-2.0
#include "export/dot_writer.h"

#include <graphviz/cgraph.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "export/style.h"
#include "graph/utf8.h"
#include "tests/export/nasty_graph.h"
#include "tests/export/random_text.h"
#include "tests/graph/build.h"
#include "tests/graph/random_graph.h"

namespace entente {
namespace {

using Write = void (*)(const KnowledgeGraph&, std::ostream&, const WriteOptions&);

std::string dot_of(const KnowledgeGraph& graph, Write write = write_dot_by_cgraph,
                   const WriteOptions& options = {}) {
  std::ostringstream out;
  write(graph, out, options);
  return out.str();
}

std::string graphviz_message;
int keep_message(char* message) {
  graphviz_message += message;
  return 0;
}

// A DOT file as Graphviz's own reader has it.
class ReadBack {
 public:
  explicit ReadBack(const std::string& dot) {
    graphviz_message.clear();
    agseterrf(keep_message);
    graph_.reset(agmemread(dot.c_str()));
  }
  bool loaded() const { return graph_ != nullptr && graphviz_message.empty(); }

  // Every element with its attributes, sorted, the form in which two files can be compared.
  std::multiset<std::string> elements() const {
    std::multiset<std::string> all{"graph " + attributes(AGRAPH, graph_.get())};
    for (Agnode_t* node = agfstnode(graph_.get()); node != nullptr; node = agnxtnode(graph_.get(), node)) {
      all.insert(std::string("node ") + agnameof(node) + attributes(AGNODE, node));
      for (Agedge_t* edge = agfstout(graph_.get(), node); edge != nullptr;
           edge = agnxtout(graph_.get(), edge)) {
        all.insert(std::string("edge ") + agnameof(agtail(edge)) + " " + agnameof(aghead(edge)) +
                   attributes(AGEDGE, edge));
      }
    }
    return all;
  }

  std::map<std::string, std::string> labels() const {
    std::map<std::string, std::string> labels;
    for (Agnode_t* node = agfstnode(graph_.get()); node != nullptr; node = agnxtnode(graph_.get(), node)) {
      labels[agnameof(node)] = agget(node, const_cast<char*>("label"));
    }
    return labels;
  }
  int edge_count() const { return agnedges(graph_.get()); }

 private:
  std::string attributes(int kind, void* element) const {
    std::map<std::string, std::string> values;
    for (Agsym_t* symbol = agnxtattr(graph_.get(), kind, nullptr); symbol != nullptr;
         symbol = agnxtattr(graph_.get(), kind, symbol)) {
      if (const std::string value = agxget(element, symbol); !value.empty()) values[symbol->name] = value;
    }
    std::string text;
    for (const auto& [name, value] : values) text += " " + name + "=" + value;
    return text;
  }

  struct Close {
    void operator()(Agraph_t* graph) const { agclose(graph); }
  };
  std::unique_ptr<Agraph_t, Close> graph_;
};

// What Graphviz shows for an escString.
std::string shown(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
      result += text[i] == 'n' ? '\n' : text[i];
    } else if (text.compare(i, 5, "&amp;") == 0) {
      result += '&';
      i += 4;
    } else {
      result += text[i];
    }
  }
  return result;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

// What the writer promises of a label: UTF-8 repaired, line ends made one, controls replaced.
std::string promised(const std::string& label) {
  std::string text = repair_utf8(label);
  replace_all(text, "\r\n", "\n");
  replace_all(text, "\r", "\n");
  for (int c = 0; c < 0x20; ++c) {
    if (c != '\n' && c != '\t') replace_all(text, std::string(1, static_cast<char>(c)), "\uFFFD");
  }
  replace_all(text, "\x7F", "\uFFFD");
  for (int c = 0x80; c < 0xA0; ++c) replace_all(text, std::string("\xC2") + static_cast<char>(c), "\uFFFD");
  replace_all(text, "\uFFFE", "\uFFFD");
  replace_all(text, "\uFFFF", "\uFFFD");
  return text;
}

// Runs Graphviz's program on a file; its exit code and all that it says. SVG goes to `svg`.
std::pair<int, std::string> run_dot(const std::string& dot, std::string* svg = nullptr) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path();
  const std::string name = (folder / ("entente-dot-" + std::to_string(::getpid()))).string();
  std::ofstream(name + ".dot", std::ios::binary) << dot;
  const int status =
      std::system(("dot -Tsvg -o " + name + ".svg " + name + ".dot 2>" + name + ".err").c_str());
  const auto read = [](const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  std::string errors = read(name + ".err");
  if (svg != nullptr) *svg = read(name + ".svg");
  for (const char* extension : {".dot", ".svg", ".err"}) std::filesystem::remove(name + extension);
  return {status, errors};
}

bool has_dot() {
  return std::system("dot -V 2>/dev/null") == 0;
}

class DotWriter : public testing::TestWithParam<Write> {};

TEST_P(DotWriter, NastyNamesComeBack) {
  const KnowledgeGraph graph = nasty_graph();
  const ReadBack back(dot_of(graph, GetParam()));
  ASSERT_TRUE(back.loaded()) << graphviz_message;
  const auto labels = back.labels();
  ASSERT_EQ(labels.size(), graph.actor_count());
  for (const Actor& actor : graph.actors()) EXPECT_EQ(shown(labels.at(actor.id)), promised(actor.label));
  EXPECT_EQ(back.edge_count(), static_cast<int>(graph.relation_count()));
}

TEST_P(DotWriter, AnyBytesComeBack) {
  std::mt19937 random(2);
  for (int round = 0; round < 300; ++round) {
    Fragment fragment = fragment_of("d", {related("node", "CONSULT", "strict")});
    fragment.actors[0].label = "x" + random_bytes(random);
    fragment.actors[1].label = random_bytes(random) + "\\";
    fragment.relations[0].label = random_bytes(random);
    fragment.relations[0].evidence = {{"", 0, 1, random_bytes(random), ""}};
    const std::string dot = dot_of(gather({fragment}), GetParam(), {.title = random_bytes(random)});
    const ReadBack back(dot);
    ASSERT_TRUE(back.loaded()) << graphviz_message << dot;
    EXPECT_EQ(shown(back.labels().at("node")), promised(fragment.actors[0].label));
    EXPECT_EQ(shown(back.labels().at("strict")), promised(fragment.actors[1].label));
    EXPECT_EQ(back.edge_count(), 1);
  }
}

// Graphviz 2.42 reads no token over 16,384 bytes, and cgraph writes them.
TEST_P(DotWriter, ALongLabelComesBack) {
  for (const std::string& unit :
       {std::string("x"), std::string("\\"), std::string("\""), std::string("\u4E2D"), std::string("a b ")}) {
    Fragment fragment = fragment_of("d", {related("a", "CONSULT", "b")});
    std::string label;
    while (label.size() < 20'000) label += unit;
    fragment.actors[0].label = label;
    const ReadBack back(dot_of(gather({fragment}), GetParam()));
    ASSERT_TRUE(back.loaded()) << graphviz_message;
    EXPECT_EQ(shown(back.labels().at("a")), label);
  }
}

TEST_P(DotWriter, IdsAreNeverKeywordsNumbersOrPorts) {
  std::vector<Relation> relations;
  const std::vector<std::string> ids = {
      "node", "edge", "graph", "digraph", "strict", "subgraph", "NODE", "country:FRA", "-", ".",
      "-.",   "..",   "1",     "-1.5",    "1.2.3",  "1a",       "a:n",  ":",           "_"};
  for (std::size_t i = 1; i < ids.size(); ++i) relations.push_back(related(ids[i - 1], "AID", ids[i]));
  const ReadBack back(dot_of(gather({fragment_of("d", relations)}), GetParam()));
  ASSERT_TRUE(back.loaded()) << graphviz_message;
  std::set<std::string> names;
  for (const auto& [name, label] : back.labels()) names.insert(name);
  EXPECT_EQ(names, std::set<std::string>(ids.begin(), ids.end()));
}

TEST_P(DotWriter, DrawsADiagramOfNastyNames) {
  if (!has_dot()) GTEST_SKIP() << "no dot";
  std::string svg;
  const auto [status, errors] = run_dot(dot_of(nasty_graph(), GetParam()), &svg);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(errors, "");
  for (const char c : svg)
    EXPECT_FALSE(static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r');
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_EQ(svg.find("href"), std::string::npos) << "a name of javascript: is no link";
}

INSTANTIATE_TEST_SUITE_P(BothWays, DotWriter, testing::Values(write_dot_by_cgraph, write_dot_as_stream));

TEST(DotStream, SaysTheSameAsCgraph) {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    const KnowledgeGraph graph = gather(FragmentMaker(seed).make_many(3));
    for (const WriteOptions& options :
         {WriteOptions{}, WriteOptions{.diagram = false}, WriteOptions{.title = "A \"title\""}}) {
      const ReadBack one(dot_of(graph, write_dot_by_cgraph, options)),
          other(dot_of(graph, write_dot_as_stream, options));
      ASSERT_TRUE(one.loaded() && other.loaded());
      EXPECT_EQ(one.elements(), other.elements());
    }
  }
  EXPECT_EQ(ReadBack(dot_of(nasty_graph(), write_dot_by_cgraph)).elements(),
            ReadBack(dot_of(nasty_graph(), write_dot_as_stream)).elements());
}

TEST(Dot, AnEmptyGraphIsAGraph) {
  EXPECT_TRUE(ReadBack(dot_of(KnowledgeGraph())).loaded());
  EXPECT_TRUE(ReadBack(dot_of(KnowledgeGraph(), write_dot_as_stream)).loaded());
}

TEST(Dot, StatusIsALineAndToneAColour) {
  const Ontology& ontology = Ontology::builtin();
  EXPECT_EQ(edge_style(ontology.find("CONSULT"), Status::actual).line, "solid");
  EXPECT_EQ(edge_style(ontology.find("CONSULT"), Status::planned).line, "dashed");
  EXPECT_EQ(edge_style(ontology.find("CONSULT"), Status::possible).line, "dashed");
  EXPECT_EQ(edge_style(ontology.find("CONSULT"), Status::denied).line, "dotted");
  EXPECT_NE(edge_style(ontology.find("AID"), Status::actual).colour,
            edge_style(ontology.find("ASSAULT"), Status::actual).colour);
  EXPECT_NE(edge_style(ontology.find("AID"), Status::actual).arrow,
            edge_style(ontology.find("ASSAULT"), Status::actual).arrow);
  EXPECT_EQ(edge_style(nullptr, Status::actual).colour,
            edge_style(ontology.find("part_of"), Status::actual).colour);
}

TEST(Dot, TooltipsBearTheEvidence) {
  Relation told = related("wang", "CONSULT", "patrushev", Status::possible);
  told.evidence = {{"", 0, 4, "may meet", ""}};
  const std::string dot = dot_of(gather({fragment_of("d", {told})}), write_dot_as_stream);
  EXPECT_NE(dot.find("tooltip=\"CONSULT, possible\\n\u201Cmay meet\u201D\""), std::string::npos) << dot;
  EXPECT_EQ(
      dot_of(gather({fragment_of("d", {told})}), write_dot_as_stream, {.evidence = false}).find("may meet"),
      std::string::npos);
}

TEST(Dot, TheStreamTakesOverWhereCgraphIsSlow) {
  Fragment fragment = fragment_of("d", {});
  for (std::size_t i = 0; i <= kDotCgraphLimit; ++i)
    fragment.actors.push_back(named("n" + std::to_string(i)));
  const KnowledgeGraph graph = gather({fragment});
  EXPECT_EQ(dot_of(graph, write_dot), dot_of(graph, write_dot_as_stream));
}

}  // namespace
}  // namespace entente
