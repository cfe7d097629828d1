// SPDX-License-Identifier: Apache-2.0
#include "training/relations/dump.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <fstream>

#include "extract/relations/network_inputs.h"
#include "graph/error.h"

namespace entente {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void string(Writer& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

template <typename Numbers>
void array(Writer& json, const Numbers& numbers) {
  json.StartArray();
  for (const auto number : numbers) json.Int64(static_cast<std::int64_t>(number));
  json.EndArray();
}

// The sentence's index, then for each token its word's key and its rows.
void write_tokens(Writer& json, const VisitedPair& visited) {
  json.StartArray();
  json.Uint(visited.sentence);
  json.StartArray();
  for (std::uint32_t i = 0; i < visited.view.size(); ++i) {
    json.StartArray();
    json.Uint(word_key(visited.view, i));
    array(json, token_inputs(visited.view, visited.context, i));
    json.EndArray();
  }
  json.EndArray(), json.EndArray();
}

void write_inputs(Writer& json, const PairInputs& inputs) {
  json.StartArray();
  json.Uint(inputs.source), json.Uint(inputs.target), json.Uint(inputs.kinds), json.Uint(inputs.forms);
  json.StartArray();
  for (const float number : inputs.numbers) json.Double(static_cast<double>(number));
  json.EndArray();
  json.StartArray();
  for (const FrameInputs& frame : inputs.frames) {
    json.StartArray();
    json.Uint(frame.predicate), json.Uint(frame.source), json.Uint(frame.target);
    array(json, frame.source_role), array(json, frame.target_role), array(json, frame.fits);
    json.EndArray();
  }
  json.EndArray();
  json.StartArray();
  for (const ContextInputs& at : inputs.context)
    array(json, std::array<std::uint32_t, 3>{at.token, at.place, at.order});
  json.EndArray(), json.EndArray();
}

// Types that the gold file sees here: + 100 when one must be found, + 200 when another sentence has it.
void write_labels(Writer& json, const TrainingExample& example) {
  json.StartArray();
  for (std::size_t k = 0; k < example.labels.size(); ++k) {
    const auto type = static_cast<std::int64_t>(k);
    if (example.labels[k] == 1) {
      json.Int64(example.weights[k] == 1 ? type + 100 : type);
    } else if (example.weights[k] == 0) {
      json.Int64(type + 200);
    }
  }
  json.EndArray();
}

// Two lists: the tokens of the sentences that have pairs, and the pairs.
void write_pairs(Writer& json, const TrainingDocument& document, const std::vector<PairExample>& examples,
                 std::size_t& next, const Lexicon& lexicon) {
  rapidjson::StringBuffer buffer;
  Writer tokens(buffer);
  tokens.StartArray();
  std::int64_t last = -1;
  json.Key("pairs"), json.StartArray();
  visit_pairs(document.analysis, document.actors, lexicon, [&](const VisitedPair& visited) {
    if (visited.sentence != last) write_tokens(tokens, visited);
    last = visited.sentence;
    json.StartArray();
    array(json, std::array{visited.sentence, visited.source, visited.target});
    write_labels(json, examples[next++].example);
    write_inputs(json, pair_inputs(visited.view, visited.context, visited.pair, visited.swapped));
    json.EndArray();
  });
  json.EndArray();
  tokens.EndArray();
  json.Key("tokens"), json.RawValue(buffer.GetString(), buffer.GetSize(), rapidjson::kArrayType);
}

// A row for every token, nothing (128) where the sentence has none.
void write_states(std::ostream& out, const Sentence& sentence) {
  constexpr std::size_t width = 256;
  std::vector<std::uint8_t> states = sentence.states;
  states.resize(sentence.tokens.size() * width, 128);
  out.write(reinterpret_cast<const char*>(states.data()), static_cast<std::streamsize>(states.size()));
}

}  // namespace

void dump_corpus(const std::filesystem::path& directory, const std::vector<TrainingDocument>& documents,
                 const std::vector<PairExample>& examples, const Lexicon& lexicon) {
  std::filesystem::create_directories(directory);
  std::ofstream out(directory / "documents.jsonl"), states(directory / "states.bin", std::ios::binary);
  std::size_t next = 0;
  for (const TrainingDocument& document : documents) {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    json.Key("id"), string(json, document.gold.document.id);
    json.Key("fold"), json.Uint(fold_of(document.gold.document.id, 5));
    json.Key("sentences");
    json.StartArray();
    for (const Sentence& sentence : document.analysis.sentences) {
      json.Uint(static_cast<unsigned>(sentence.tokens.size()));
      write_states(states, sentence);
    }
    json.EndArray();
    write_pairs(json, document, examples, next, lexicon);
    json.EndObject();
    out << buffer.GetString() << '\n';
  }
  if (!out || !states) throw InputError(directory.string(), "cannot be written");
}

}  // namespace entente
