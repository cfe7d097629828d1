// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/output.h"
#include "cli/verbs.h"
#include "extract/document/reader.h"
#include "extract/language/conll_score.h"
#include "extract/language/conllu_analysis.h"
#include "extract/language/language_engine.h"
#include "extract/language/network/network.h"

namespace entente {
namespace {

struct Measured {
  ConllScore gold_tokens, raw_text;
  std::map<std::string, F1> names, names_raw;
  bool has_trees = false;
};

// The engine's analysis of a gold file: over its tokens, and over the text that it spells.
struct Analysed {
  std::vector<ConlluSentence> gold, over_tokens, over_text;
};

Analysed analyse(const LanguageEngine& engine, std::vector<ConlluSentence> sentences, const std::string& file,
                 NameScheme names) {
  Analysed all;
  LanguageEngine::Scratch scratch;
  for (ConlluDocument& document : split_documents(std::move(sentences))) {
    std::vector<ConlluSentence> ranged = document.sentences;
    Document text;
    text.id = document.id;
    text.text = compose_text(ranged);
    Analysis kept = analysis_from_conllu(ranged, text, file);
    engine.annotate(kept, scratch, names);
    for (std::size_t i = 0; i < kept.sentences.size(); ++i)
      all.over_tokens.push_back(with_analysis(document.sentences[i], kept.sentences[i]));
    Analysis raw = engine.segment(text, scratch);
    engine.annotate(raw, scratch, names);
    for (const Sentence& sentence : raw.sentences) all.over_text.push_back(to_conllu(sentence, text, 1));
    for (ConlluSentence& sentence : document.sentences) all.gold.push_back(std::move(sentence));
  }
  return all;
}

// The Groningen Meaning Bank's types are written small.
NameScheme scheme_of(std::string_view bytes) {
  const bool gmb =
      bytes.find("\tB-geo\n") != std::string_view::npos || bytes.find("\tB-gpe\n") != std::string_view::npos;
  return gmb ? NameScheme::gmb : NameScheme::uner;
}

Measured measure(const LanguageEngine& engine, const std::string& file) {
  const std::string bytes = read_file(file, std::size_t{1} << 30);
  Measured measured;
  measured.has_trees = !looks_like_iob2(bytes);
  const Analysed all = analyse(engine, measured.has_trees ? read_conllu(bytes, file) : read_iob2(bytes, file),
                               file, scheme_of(bytes));
  measured.gold_tokens = score_conll(all.gold, all.over_tokens, file);
  measured.raw_text = score_conll(all.gold, all.over_text, file);
  measured.names = score_names(all.gold, all.over_tokens);
  measured.names_raw = score_names(all.gold, all.over_text);
  return measured;
}

std::string percent(const F1& score) {
  char text[16];
  std::snprintf(text, sizeof text, "%8.2f", 100 * score.value());
  return text;
}

std::string row(std::string_view name, const F1& gold_tokens, const F1& raw_text) {
  std::string text = "  " + std::string(name);
  text.resize(18, ' ');
  return text + percent(gold_tokens) + "   " + percent(raw_text) + "\n";
}

std::string render(const std::string& file, const Measured& m) {
  std::string text = file + "\n  F1, %         gold tokens   raw text\n";
  text += row("tokens", m.gold_tokens.tokens, m.raw_text.tokens);
  text += row("sentences", m.gold_tokens.sentences, m.raw_text.sentences);
  text += row("words", m.gold_tokens.words, m.raw_text.words);
  if (m.has_trees) {
    text += row("UPOS", m.gold_tokens.upos, m.raw_text.upos);
    text += row("UFeats", m.gold_tokens.feats, m.raw_text.feats);
    text += row("lemmas", m.gold_tokens.lemmas, m.raw_text.lemmas);
    text += row("UAS", m.gold_tokens.uas, m.raw_text.uas);
    text += row("LAS", m.gold_tokens.las, m.raw_text.las);
  }
  for (const auto& [type, score] : m.names) text += row("names " + type, score, m.names_raw.at(type));
  return text;
}

}  // namespace

void add_eval(CLI::App& app, Program& program) {
  CLI::App* verb = app.add_subcommand("eval", "Scores the analysis against gold trees and names");
  const auto files = std::make_shared<std::vector<std::string>>();
  verb->add_option("GOLD", *files, "Files of CoNLL-U, or of tokens with IOB2 tags")->required();
  verb->footer(
      "Scores are those of the CoNLL 2018 shared task, names those of exact spans and types. Gold names "
      "stand in\n"
      "MISC as Name=B-PER or Uner=B-PER, or in a file of IOB2 tags.\n\n"
      "Example:\n"
      "  entente eval en_ewt-ud-dev.conllu en_ewt-ud-dev.iob2");
  verb->callback([&program, files] {
    const LanguageEngine engine = LanguageEngine::load(data_folder(program) / "english.model");
    for (const std::string& file : *files) print(render(file, measure(engine, file)));
  });
}

}  // namespace entente
