// SPDX-License-Identifier: Apache-2.0
//
// Trains the segmenter's two linear models and writes their weights, the section "segmenter" of the model
// file.
//
//   train_segmenter OUT --train A.conllu ... [--news B.conllu] [--dev C.conllu ...]
//
// --news: sentences one by one, not in the order of a text; their words with hyphens are passed over, for
// machine tokenised text treats them otherwise than the gold treebanks. Same files, same weights.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <numeric>
#include <random>
#include <string>
#include <unordered_set>
#include <vector>

#include "extract/language/conllu_analysis.h"
#include "extract/language/segmenter.h"
#include "graph/error.h"

namespace entente {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError(path, "cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

// A text with the borders that gold draws.
struct Gold {
  std::string text;
  std::unordered_set<std::uint32_t> token_begins, sentence_begins;
  std::size_t tokens = 0, sentences = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> token_spans, sentence_spans;
};

Gold make_gold(std::vector<ConlluSentence>& sentences) {
  Gold gold;
  Document document;
  document.text = gold.text = compose_text(sentences);
  const Analysis analysis = analysis_from_conllu(sentences, document, "gold");
  for (const Sentence& s : analysis.sentences) {
    gold.sentence_begins.insert(s.begin);
    gold.sentence_spans.emplace_back(s.begin, s.end);
    for (const Token& t : s.tokens) {
      gold.token_begins.insert(t.begin);
      gold.token_spans.emplace_back(t.begin, t.end);
    }
  }
  return gold;
}

// Other shapes of the same text; offsets stay.
enum class Shape { as_it_is, wrapped, one_line_a_paragraph };

std::string reshape(std::string text, Shape shape, std::size_t width) {
  if (shape == Shape::wrapped) {
    std::size_t line = 0, space = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') line = i + 1, space = 0;
      if (text[i] == ' ') {
        if (i - line > width && space > line) text[space] = '\n', line = space + 1;
        space = i;
      }
    }
  }
  if (shape == Shape::one_line_a_paragraph)
    for (std::size_t i = text.find("\n\n"); i != std::string::npos; i = text.find("\n\n", i + 2))
      text[i] = ' ';
  return text;
}

// Examples of one question: `rows` of all, `width` an example.
struct Examples {
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> ends;  // of each example's rows
  std::vector<float> labels, weights;

  void add(const FeatureRows& features, bool label, float weight) {
    rows.insert(rows.end(), features.rows().begin(), features.rows().end());
    ends.push_back(static_cast<std::uint32_t>(rows.size()));
    labels.push_back(label ? 1.0f : 0.0f);
    weights.push_back(weight);
  }
};

struct Questions {
  Examples tokens, sentences;
  std::size_t possible_missed = 0;
};

bool has_hyphen(std::span<const Atom> atoms, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin + 1; i + 1 < end; ++i)
    if (atoms[i].kind == AtomKind::hyphen) return true;
  return false;
}

void add_text(const Gold& gold, const std::string& text, float weight, bool skip_hyphens,
              Questions& questions) {
  AtomScanner scanner(text);
  std::vector<Atom> atoms;
  std::vector<RawToken> tokens;
  SentenceGaps sentence_gaps;
  FeatureRows rows;
  while (scanner.next_block(atoms)) {
    TokenGaps gaps(atoms);
    tokens.clear();
    for (std::size_t at = 0; at < atoms.size();) {
      const std::size_t end = gaps.enter_chunk(at);
      const bool skip = skip_hyphens && has_hyphen(atoms, at, end);
      std::size_t token = at;
      for (std::size_t i = at + 1; i < end; ++i) {
        const bool border = gold.token_begins.contains(atoms[i].begin);
        if (!skip && gaps.certain(i, token) < 0) {
          gaps.features(i, token, rows);
          questions.tokens.add(rows, border, weight);
        }
        if (border) tokens.push_back(make_token(atoms, token, i)), token = i;
      }
      tokens.push_back(make_token(atoms, token, end));
      at = end;
    }
    sentence_gaps.enter_block(tokens);
    std::size_t start = 0;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const bool border = gold.sentence_begins.contains(tokens[i].begin);
      if (!sentence_gaps.possible(i)) {
        questions.possible_missed += border;
      } else if (sentence_gaps.certain(i) < 0) {
        sentence_gaps.features(i, start, rows);
        questions.sentences.add(rows, border, weight);
      }
      if (border) start = i;
    }
  }
}

// Logistic regression by AdaGrad, one pass after the other over shuffled examples.
std::vector<std::int16_t> train(const Examples& examples, int passes, float rate, const char* name) {
  std::vector<float> weights(LinearModel::size, 0.0f), squares(LinearModel::size, 1e-2f);
  std::vector<double> sums(LinearModel::size, 0.0);
  std::vector<std::uint32_t> order(examples.labels.size());
  std::iota(order.begin(), order.end(), 0u);
  std::mt19937 random(7);
  int averaged = 0;
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    double loss = 0;
    for (const std::uint32_t e : order) {
      const std::uint32_t begin = e == 0 ? 0 : examples.ends[e - 1], end = examples.ends[e];
      float score = 0;
      for (std::uint32_t r = begin; r < end; ++r) score += weights[examples.rows[r]];
      const float p = 1.0f / (1.0f + std::exp(-score));
      const float gradient = (p - examples.labels[e]) * examples.weights[e];
      loss -= std::log(std::max(1e-9f, examples.labels[e] > 0 ? p : 1 - p));
      if (std::abs(gradient) < 1e-4f) continue;
      for (std::uint32_t r = begin; r < end; ++r) {
        const std::uint32_t row = examples.rows[r];
        squares[row] += gradient * gradient;
        weights[row] -= rate * gradient / std::sqrt(squares[row]);
      }
    }
    if (pass >= passes / 2) {
      ++averaged;
      for (std::size_t i = 0; i < weights.size(); ++i) sums[i] += weights[i];
    }
    std::fprintf(stderr, "%s pass %d loss %.5f\n", name, pass + 1, loss / static_cast<double>(order.size()));
  }
  std::vector<std::int16_t> quantised(LinearModel::size);
  for (std::size_t i = 0; i < weights.size(); ++i)
    quantised[i] =
        static_cast<std::int16_t>(std::clamp(std::lround(sums[i] / averaged * 1024), -32767L, 32767L));
  return quantised;
}

struct Score {
  std::size_t gold = 0, found = 0, right = 0;
  double f1() const { return 200.0 * static_cast<double>(right) / static_cast<double>(gold + found); }
};

void count(std::vector<std::pair<std::uint32_t, std::uint32_t>> gold,
           std::vector<std::pair<std::uint32_t, std::uint32_t>> found, Score& score) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> both;
  std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(), std::back_inserter(both));
  score.gold += gold.size();
  score.found += found.size();
  score.right += both.size();
}

void evaluate(const Segmenter& segmenter, const std::string& path, Shape shape, bool verbose) {
  Score tokens, sentences;
  Segmenter::Scratch scratch;
  auto read = read_conllu(read_file(path), path);
  for (auto& document : split_documents(std::move(read))) {
    const Gold gold = make_gold(document.sentences);
    const std::string text = reshape(gold.text, shape, 72);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> token_spans, sentence_spans;
    segmenter.segment(text, scratch,
                      [&](std::span<const RawToken> found, std::span<const std::uint32_t> starts) {
                        for (const RawToken& t : found) token_spans.emplace_back(t.begin, t.end);
                        for (std::size_t s = 0; s < starts.size(); ++s)
                          sentence_spans.emplace_back(
                              found[starts[s]].begin,
                              found[(s + 1 < starts.size() ? starts[s + 1] : found.size()) - 1].end);
                      });
    count(gold.token_spans, token_spans, tokens);
    count(gold.sentence_spans, sentence_spans, sentences);
    if (!verbose) continue;
    for (const auto& [b, e] : token_spans)
      if (!std::binary_search(gold.token_spans.begin(), gold.token_spans.end(), std::pair(b, e)))
        std::cout << "token\t" << text.substr(b, e - b) << "\t" << text.substr(b > 20 ? b - 20 : 0, 60)
                  << "\n";
    for (const auto& [b, e] : sentence_spans)
      if (!gold.sentence_begins.contains(b))
        std::cout << "extra\t" << text.substr(b > 50 ? b - 50 : 0, b > 50 ? 50 : b) << " || "
                  << text.substr(b, 50) << "\n";
    for (const auto& [b, e] : gold.sentence_spans)
      if (std::none_of(sentence_spans.begin(), sentence_spans.end(),
                       [b = b](auto s) { return s.first == b; }))
        std::cout << "missed\t" << text.substr(b > 50 ? b - 50 : 0, b > 50 ? 50 : b) << " || "
                  << text.substr(b, 50) << "\n";
  }
  std::fprintf(stderr, "%s shape %d: tokens F1 %.2f, sentences F1 %.2f (%zu gold, %zu found)\n", path.c_str(),
               static_cast<int>(shape), tokens.f1(), sentences.f1(), sentences.gold, sentences.found);
}

void add_file(const std::string& path, Questions& questions, std::mt19937& random) {
  auto read = read_conllu(read_file(path), path);
  for (auto& document : split_documents(std::move(read))) {
    const Gold gold = make_gold(document.sentences);
    add_text(gold, gold.text, 1.0f, false, questions);
    const auto dice = random() % 10;
    if (dice < 2)
      add_text(gold, reshape(gold.text, Shape::wrapped, 60 + random() % 20), 0.5f, false, questions);
    if (dice >= 2 && dice < 5)
      add_text(gold, reshape(gold.text, Shape::one_line_a_paragraph, 0), 0.5f, false, questions);
  }
}

// Lets a sentence end with "U.S." and the like, whose period is its own too: texts have too few of them.
void end_with_abbreviation(ConlluSentence& sentence, std::size_t which) {
  const std::size_t size = sentence.words.size();
  const bool inside_range = !sentence.ranges.empty() && sentence.ranges.back().end + 2 > size;
  if (size < 4 || sentence.words.back().form != "." || inside_range) return;
  const char* const abbreviations[] = {"U.S.", "U.N.", "p.m.", "U.S."};
  sentence.words.pop_back();
  sentence.words.back().form = abbreviations[which];
  sentence.words.back().misc = "_";
  for (ConlluWord& word : sentence.words)
    if (word.head >= static_cast<std::int32_t>(size) - 1) word.head = 0;
}

// Runs of up to eight sentences make a text each.
void add_news(const std::string& path, Questions& questions, std::mt19937& random) {
  auto read = read_conllu(read_file(path), path);
  for (std::size_t at = 0; at < read.size();) {
    const std::size_t end = std::min(read.size(), at + 1 + random() % 8);
    std::vector<ConlluSentence> run(std::make_move_iterator(read.begin() + static_cast<std::ptrdiff_t>(at)),
                                    std::make_move_iterator(read.begin() + static_cast<std::ptrdiff_t>(end)));
    for (auto& sentence : run) {
      std::string& misc = sentence.words.back().misc;  // the source parts sentences by lines: a blank follows
      if (misc == "SpaceAfter=No")
        misc = "_";
      else if (const auto i = misc.find("|SpaceAfter=No"); i != std::string::npos)
        misc.erase(i, 14);
    }
    at = end;
    for (std::size_t i = 0; i + 1 < run.size(); ++i)
      if (random() % 30 == 0) end_with_abbreviation(run[i], random() % 4);
    const Gold gold = make_gold(run);
    add_text(gold, gold.text, 0.5f, true, questions);
  }
}

int run(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "train_segmenter OUT --train A.conllu ... [--news B.conllu] [--dev C.conllu ...]\n");
    return 2;
  }
  Questions questions;
  std::mt19937 random(11);
  std::vector<std::string> dev;
  std::string option;
  bool verbose = false;
  for (int i = 2; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--verbose")
      verbose = true;
    else if (argument.starts_with("--"))
      option = argument;
    else if (option == "--train")
      add_file(argument, questions, random);
    else if (option == "--news")
      add_news(argument, questions, random);
    else if (option == "--dev")
      dev.push_back(argument);
  }
  std::fprintf(stderr, "%zu token gaps, %zu sentence gaps, %zu sentence borders out of reach\n",
               questions.tokens.labels.size(), questions.sentences.labels.size(), questions.possible_missed);
  std::vector<std::int16_t> weights = train(questions.tokens, 12, 0.1f, "tokens");
  const std::vector<std::int16_t> sentence_weights = train(questions.sentences, 12, 0.1f, "sentences");
  weights.insert(weights.end(), sentence_weights.begin(), sentence_weights.end());
  const auto bytes = std::as_bytes(std::span(weights));
  std::ofstream(argv[1], std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  const Segmenter segmenter(bytes, argv[1]);
  for (const std::string& path : dev)
    for (const Shape shape : {Shape::as_it_is, Shape::wrapped, Shape::one_line_a_paragraph})
      evaluate(segmenter, path, shape, verbose && shape == Shape::as_it_is);
  return 0;
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  try {
    return entente::run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
