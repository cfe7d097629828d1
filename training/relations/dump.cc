// SPDX-License-Identifier: Apache-2.0
#include "training/relations/dump.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <fstream>

#include "extract/relations/pair_features.h"
#include "extract/relations/sentence_view.h"
#include "graph/error.h"

namespace entente {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void string(Writer& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void array(Writer& json, std::initializer_list<std::int64_t> numbers) {
  json.StartArray();
  for (const std::int64_t number : numbers) json.Int64(number);
  json.EndArray();
}

void write_sentence(Writer& json, const Sentence& sentence, const Lexicon& lexicon) {
  const SentenceView view(sentence, lexicon);
  json.StartObject();
  json.Key("role"), json.Int(static_cast<int>(sentence.role));
  json.Key("tokens"), json.StartArray();
  for (const Token& token : sentence.tokens) {
    json.StartArray();
    string(json, token.form), string(json, token.lemma);
    json.Int(static_cast<int>(token.upos)), json.Int(static_cast<int>(token.deprel)), json.Int(token.head);
    json.EndArray();
  }
  json.EndArray();
  json.Key("lexicon"), json.StartArray();
  for (std::uint32_t i = 0; i < view.size(); ++i) {
    for (const LexiconEntry* entry : view.entries(i))
      array(json, {i, entry->type ? static_cast<int>(*entry->type) : -1, static_cast<int>(entry->complement)});
  }
  json.EndArray(), json.EndObject();
}

void write_actors(Writer& json, const TrainingDocument& document) {
  json.Key("actors"), json.StartArray();
  for (std::size_t i = 0; i < document.actors.actors.size(); ++i) {
    const DocumentActor& actor = document.actors.actors[i];
    json.StartArray();
    string(json, actor.label), json.Int(static_cast<int>(actor.kind)), string(json, actor.country);
    const std::int32_t gold = document.to_gold[i];
    string(json, gold < 0 ? "" : document.gold.actors[static_cast<std::size_t>(gold)].id);
    json.EndArray();
  }
  json.EndArray();
  json.Key("mentions"), json.StartArray();
  for (const Mention& mention : document.actors.mentions) {
    json.StartArray();
    array(json, {mention.sentence, mention.begin, mention.end, mention.head, static_cast<int>(mention.form),
                 mention.acts});
    json.StartArray();
    for (const std::uint32_t actor : mention.actors) json.Uint(actor);
    json.EndArray(), json.EndArray();
  }
  json.EndArray();
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
    json.Key("sentences"), json.StartArray();
    for (const Sentence& sentence : document.analysis.sentences) {
      write_sentence(json, sentence, lexicon);
      states.write(reinterpret_cast<const char*>(sentence.states.data()),
                   static_cast<std::streamsize>(sentence.states.size()));
    }
    json.EndArray();
    write_actors(json, document);
    json.Key("pairs"), json.StartArray();
    visit_pairs(document.analysis, document.actors, lexicon, [&](const VisitedPair& visited) {
      const PairExample& pair = examples[next++];
      const MentionPair& nearest = visited.pair.mentions.front();
      const Mention &s = visited.swapped ? *nearest.second : *nearest.first,
                    &t = visited.swapped ? *nearest.first : *nearest.second;
      const Mention* base = document.actors.mentions.data();
      json.StartArray();
      array(json, {visited.sentence, visited.source, visited.target, &s - base, &t - base});
      json.StartArray();
      for (std::size_t k = 0; k < pair.example.labels.size(); ++k) {
        if (pair.example.labels[k] == 1 && pair.example.weights[k] == 1) json.Int64(static_cast<std::int64_t>(k) + 100);
        else if (pair.example.labels[k] == 1) json.Int64(static_cast<std::int64_t>(k));
        else if (pair.example.weights[k] == 0) json.Int64(static_cast<std::int64_t>(k) + 200);
      }
      json.EndArray();
      json.StartArray();
      for (const Frame& frame : nearest.frames) json.Uint(frame.predicate);
      json.EndArray(), json.EndArray();
    });
    json.EndArray(), json.EndObject();
    out << buffer.GetString() << '\n';
  }
  if (!out || !states) throw InputError(directory.string(), "cannot be written");
}

}  // namespace entente
