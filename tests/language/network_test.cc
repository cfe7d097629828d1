// SPDX-License-Identifier: Apache-2.0
#include "extract/language/network/network.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "graph/error.h"
#include "tests/language/network_fixture.h"

namespace entente {
namespace {

using testing::IsEmpty;

Sentence sentence_of(const std::vector<std::string_view>& words) {
  Sentence s;
  for (const std::string_view w : words) {
    Token t;
    t.form = w;
    s.tokens.push_back(t);
  }
  return s;
}

const std::vector<std::string_view> some_words = {"The",  "foreign", "ministers", "of",  "Chad",   "and",
                                                  "Peru", "will",    "meet",      "in",  "Genève", "on",
                                                  "May",  "3",       ",",         "2014"};

// Sentences of 1 to `longest` words, as many as fill some groups.
std::vector<Sentence> some_sentences(int longest) {
  std::vector<Sentence> all;
  for (int n = 1; n <= longest; ++n) {
    std::vector<std::string_view> words;
    for (int i = 0; i < n; ++i) words.push_back(some_words[(i * i + n) % some_words.size()]);
    all.push_back(sentence_of(words));
  }
  return all;
}

// One line a token: all that the network sets.
std::string render(std::span<const Sentence> sentences) {
  std::string out;
  for (const Sentence& s : sentences) {
    for (const Token& t : s.tokens) {
      out += std::string(t.form) + ' ' + std::string(to_string(t.upos)) + ' ' + std::string(t.feats) + ' ' +
             std::to_string(t.head) + ' ' + std::string(to_string(t.deprel)) + '\n';
    }
    for (const NameSpan& n : s.names)
      out +=
          std::to_string(n.begin) + '-' + std::to_string(n.end) + ' ' + std::string(to_string(n.type)) + '\n';
    out += '\n';
  }
  return out;
}

std::string annotated(const Network& network, std::vector<Sentence> sentences) {
  Network::Scratch scratch;
  network.annotate(sentences, scratch);
  return render(sentences);
}

void expect_tree(const Sentence& s) {
  int roots = 0;
  for (std::size_t i = 0; i < s.tokens.size(); ++i) {
    roots += s.tokens[i].head < 0;
    EXPECT_EQ(s.tokens[i].head < 0, s.tokens[i].deprel == Deprel::root) << i;
    std::size_t steps = 0;
    for (std::int32_t at = static_cast<std::int32_t>(i); at >= 0 && steps <= s.tokens.size(); ++steps) {
      ASSERT_LT(at, static_cast<std::int32_t>(s.tokens.size()));
      at = s.tokens[at].head;
    }
    EXPECT_LE(steps, s.tokens.size()) << "a cycle at " << i;
  }
  EXPECT_EQ(roots, 1);
}

TEST(Network, GivesEverySentenceATreeAndNamesInOrder) {
  const ModelFile model = RandomNetwork().model();
  const Network network(model);
  Network::Scratch scratch;
  auto sentences = some_sentences(60);
  network.annotate(sentences, scratch);
  for (const Sentence& s : sentences) {
    expect_tree(s);
    std::uint32_t end = 0;
    for (const NameSpan& n : s.names) {
      EXPECT_LE(end, n.begin);
      EXPECT_LT(n.begin, n.end);
      end = n.end;
    }
    EXPECT_LE(end, s.tokens.size());
  }
}

TEST(Network, GivesTheSameOnEveryInstructionSet) {
  const ModelFile model = RandomNetwork().model();
  const std::string plain = annotated(Network(model, Isa::sse2), some_sentences(70));
  for (const Isa isa : {Isa::avx2, Isa::avx_vnni, Isa::avx512}) {
    if (supported(isa)) {
      EXPECT_EQ(annotated(Network(model, isa), some_sentences(70)), plain) << to_string(isa);
    }
  }
}

TEST(Network, GivesASentenceTheSameInAnyCompany) {
  const ModelFile model = RandomNetwork().model();
  const Network network(model);
  std::string alone;
  for (const Sentence& s : some_sentences(40)) alone += annotated(network, {s});
  EXPECT_EQ(annotated(network, some_sentences(40)), alone);
}

TEST(Network, ServesThreadsAtOnce) {
  const ModelFile model = RandomNetwork().model();
  const Network network(model);
  const std::string one = annotated(network, some_sentences(50));
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& r : results) threads.emplace_back([&] { r = annotated(network, some_sentences(50)); });
  for (std::thread& t : threads) t.join();
  EXPECT_THAT(results, testing::Each(one));
}

TEST(Network, ReusesItsScratch) {
  const ModelFile model = RandomNetwork().model();
  const Network network(model);
  Network::Scratch scratch;
  auto first = some_sentences(30), second = some_sentences(9), third = some_sentences(30);
  network.annotate(first, scratch);
  network.annotate(second, scratch);
  network.annotate(third, scratch);
  EXPECT_EQ(render(third), render(first));
}

TEST(Network, LeavesEmptySentencesEmpty) {
  const ModelFile model = RandomNetwork().model();
  EXPECT_EQ(annotated(Network(model), {}), "");
  EXPECT_EQ(annotated(Network(model), {Sentence{}, Sentence{}}), "\n\n");
}

TEST(Network, ParsesALongSentenceInPieces) {
  const ModelFile model = RandomNetwork().model();
  const Network network(model);
  Network::Scratch scratch;
  for (const std::size_t length : {511, 512, 513, 1025, 3000}) {
    std::vector<std::string_view> words(length);
    for (std::size_t i = 0; i < length; ++i) words[i] = some_words[i % 16];
    std::vector<Sentence> sentences = {sentence_of(words), sentence_of({"Chad"})};
    network.annotate(sentences, scratch);
    for (const Sentence& s : sentences) expect_tree(s);
  }
}

TEST(Network, TakesWordsOfAnyBytes) {
  const ModelFile model = RandomNetwork().model();
  const std::string long_word(1 << 20, 'a');
  EXPECT_NE(annotated(Network(model), {sentence_of({"", "\xff\xfe", long_word, "🇺🇦"})}), "");
}

// A section taken away, cut short or lengthened.
TEST(Network, RefusesModelsThatAreNotWhole) {
  const RandomNetwork whole;
  for (const auto& [name, bytes] : whole.sections) {
    if (name == "network/feats") continue;  // its text may end anywhere
    RandomNetwork missing = whole, shorter = whole, longer = whole;
    missing.sections.erase(name);
    shorter.sections[name].pop_back();
    longer.sections[name].push_back(std::byte{'x'});
    for (const RandomNetwork* n : {&missing, &shorter, &longer}) {
      const ModelFile model = n->model();
      EXPECT_THROW(Network{model}, InputError) << name;
    }
  }
}

struct Fault {
  const char* section;
  std::size_t byte;
  std::uint8_t value;
};

TEST(Network, RefusesNumbersOutOfBounds) {
  const RandomNetwork whole;
  for (const Fault& f : {Fault{"config", 0, 33},
                         {"config", 3, 255},
                         {"config", 4, 0},
                         {"rows", 0, 9},
                         {"input.w", 0, 100},
                         {"heads.s", 3, 0x7F},
                         {"root_arc", 2, 128},
                         {"feats", 0, 'Z'},
                         {"deprels", 0, '?'},
                         {"news", 2, '?'},
                         {"names/config", 0, 33},
                         {"names/config", 4, 0},
                         {"names/layer0.w", 0, 100}}) {
    RandomNetwork n = whole;
    n.sections[RandomNetwork::key(f.section)][f.byte] = static_cast<std::byte>(f.value);
    if (f.section == std::string("heads.s")) n.sections["network/heads.s"][2] = std::byte{0x80};  // infinity
    const ModelFile model = n.model();
    EXPECT_THROW(Network{model}, InputError) << f.section;
  }
}

TEST(Network, RefusesAVocabularyWithoutAnEnd) {
  RandomNetwork n;
  n.add_numbers<std::uint64_t>("words", {1, 2, 3, 4});  // looking for an unknown word would never stop
  const ModelFile model = n.model();
  EXPECT_THROW(Network{model}, InputError);
}

}  // namespace
}  // namespace entente
