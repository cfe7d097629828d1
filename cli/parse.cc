// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <iterator>
#include <memory>

#include "cli/in_order.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/texts.h"
#include "cli/verbs.h"
#include "extract/language/conllu_analysis.h"
#include "extract/language/language_engine.h"
#include "graph/error.h"

namespace entente {
namespace {

struct Parse {
  TextOptions texts;
  std::string format = "conllu";
};

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Json& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put(Json& json, const char* key, std::string_view text) {
  json.Key(key);
  put(json, text);
}

void put_range(Json& json, const Document& document, std::uint64_t begin, std::uint64_t end) {
  const auto [first, last] = document.offsets.to_original(begin, end);
  json.Key("begin");
  json.Uint64(first);
  json.Key("end");
  json.Uint64(last);
}

void put_token(Json& json, const Document& document, const Token& token) {
  json.StartObject();
  put(json, "form", token.form);
  put_range(json, document, token.begin, token.end);
  put(json, "lemma", token.lemma);
  put(json, "upos", to_string(token.upos));
  if (!token.feats.empty()) put(json, "feats", token.feats);
  json.Key("head");
  json.Int(token.head);
  put(json, "deprel", to_string(token.head < 0 ? Deprel::root : token.deprel));
  json.EndObject();
}

void put_sentence(Json& json, const Document& document, const Sentence& sentence) {
  json.StartObject();
  put_range(json, document, sentence.begin, sentence.end);
  json.Key("paragraph");
  json.Uint(sentence.paragraph);
  put(json, "role", to_string(sentence.role));
  if (sentence.duplicate) {
    json.Key("duplicate");
    json.Bool(true);
  }
  json.Key("tokens");
  json.StartArray();
  for (const Token& token : sentence.tokens) put_token(json, document, token);
  json.EndArray();
  json.Key("names");
  json.StartArray();
  for (const NameSpan& name : sentence.names) {
    json.StartObject();
    json.Key("begin");
    json.Uint(name.begin);
    json.Key("end");
    json.Uint(name.end);
    put(json, "type", to_string(name.type));
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

std::string to_json(const Document& document, const Analysis& analysis) {
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.StartObject();
  put(json, "id", document.id);
  json.Key("sentences");
  json.StartArray();
  for (const Sentence& sentence : analysis.sentences) put_sentence(json, document, sentence);
  json.EndArray();
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string read_input(const std::string& path) {
  if (path != "-") return read_file(path, std::size_t{1} << 30);
  return {std::istreambuf_iterator<char>(std::cin), {}};
}

// The given sentences and tokens, analysed.
std::string parse_conllu(const LanguageEngine& engine, LanguageEngine::Scratch& scratch,
                         const std::string& path, bool json) {
  std::string out;
  for (ConlluDocument& given : split_documents(read_conllu(read_input(path), path == "-" ? "stdin" : path))) {
    std::vector<ConlluSentence> ranged = given.sentences;
    Document document;
    document.id = given.id;
    document.text = compose_text(ranged);
    Analysis analysis = analysis_from_conllu(ranged, document, path);
    engine.annotate(analysis, scratch);
    if (json) {
      out += to_json(document, analysis);
      continue;
    }
    for (std::size_t i = 0; i < given.sentences.size(); ++i)
      write_conllu(with_analysis(given.sentences[i], analysis.sentences[i]), out);
  }
  return out;
}

Tally parse_conllu_files(const LanguageEngine& engine, const Parse& parse) {
  Tally tally;
  LanguageEngine::Scratch scratch;
  for (const std::string& path : parse.texts.inputs) {
    try {
      print(parse_conllu(engine, scratch, path, parse.format == "json"));
      ++tally.documents;
    } catch (const InputError& error) {
      warn(error.what());
      ++tally.failed;
    }
  }
  return tally;
}

Tally parse_texts(const Program& program, const LanguageEngine& engine, const Parse& parse) {
  Inputs inputs = open_inputs(parse.texts);
  Tally tally;
  const auto source = [&]() -> std::optional<Document> {
    while (true) {
      try {
        return inputs.next();
      } catch (const InputError& error) {
        warn(error.what());
        ++tally.failed;
      }
    }
  };
  struct Result {
    std::vector<std::string> text;  // in pieces
    std::vector<std::string> notes;
  };
  const auto make_work = [&] {
    return [&, scratch = LanguageEngine::Scratch()](Document document) mutable {
      Analysis analysis = engine.analyse(document, scratch);
      Result result;
      for (auto* notes : {&document.notes, &analysis.notes})
        for (const std::string& line : *notes) result.notes.push_back(document.id + ": " + line);
      if (parse.format == "json")
        result.text.push_back(to_json(document, analysis));
      else
        result.text = to_conllu_pieces(std::move(analysis), document);
      return result;
    };
  };
  const auto sink = [&](Result result) {
    for (const std::string& line : result.notes) note(program, line);
    for (const std::string& piece : result.text) print(piece);
    ++tally.documents;
  };
  InOrder(thread_count(parse.texts), source, make_work, sink).run();
  return tally;
}

void run_parse(Program& program, Parse& parse) {
  if (parse.format != "conllu" && parse.format != "json")
    throw UsageError("-f: \"" + parse.format + "\" is none of conllu, json");
  const LanguageEngine engine = LanguageEngine::load(data_folder(program) / "english.model");
  const Tally tally = parse.texts.input_format == "conllu" ? parse_conllu_files(engine, parse)
                                                           : parse_texts(program, engine, parse);
  program.exit = tally.exit();
}

}  // namespace

void add_parse(CLI::App& app, Program& program) {
  CLI::App* verb = app.add_subcommand("parse", "Shows the analysis of texts: tokens, tags, trees and names");
  const auto parse = std::make_shared<Parse>();
  verb->add_option("INPUT", parse->texts.inputs,
                   "Files of text, HTML, JSON lines or CoNLL-U; - is standard input")
      ->required();
  verb->add_option(
          "--input-format", parse->texts.input_format,
          "auto (by name and content), text, html, jsonl, or conllu, whose sentences and tokens are kept")
      ->capture_default_str();
  verb->add_option("-f,--format", parse->format, "conllu or json, a document a line")->capture_default_str();
  verb->add_option("-j,--jobs", parse->texts.jobs,
                   "Threads; the output is the same for any number [one for each core]")
      ->check(CLI::Range(1U, 1024U));
  verb->footer(
      "Names stand in the column MISC as Name=B-PER, byte offsets as TokenRange=BEGIN:END.\n\n"
      "Examples:\n"
      "  entente parse article.txt\n"
      "  entente parse gold.conllu --input-format conllu > analysed.conllu");
  verb->callback([&program, parse] { run_parse(program, *parse); });
}

}  // namespace entente
