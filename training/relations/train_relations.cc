// SPDX-License-Identifier: Apache-2.0
//
// entente_train_relations --data data --dump DIR GOLD.jsonl ...
// entente_train_relations --data data --scores DIR/scores.bin --network NETWORK --out data/relations.model
// GOLD.jsonl ...
//
// Trains the relation model on gold files of one document a line and tells how a model does on documents that
// it has not seen. --readings FILE (of the same form) is trained on too, but not measured. Deterministic: the
// same gold files, language model, gazetteer and lexicon give the same bytes.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "extract/actors/actor_resolver.h"
#include "extract/document/reader.h"
#include "extract/language/language_engine.h"
#include "graph/error.h"
#include "training/relations/dump.h"
#include "training/relations/relation_trainer.h"

namespace {

using namespace entente;

constexpr std::size_t max_network_bytes = std::size_t{64} << 20U;

struct Arguments {
  std::filesystem::path data = "data", out, predictions, dump, scores, network;
  std::vector<std::filesystem::path> gold, readings;
};

Arguments parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    const auto value = [&] { return i + 1 < argc ? argv[++i] : ""; };
    if (name == "--data") {
      arguments.data = value();
    } else if (name == "--out") {
      arguments.out = value();
    } else if (name == "--predictions") {
      arguments.predictions = value();
    } else if (name == "--scores") {
      arguments.scores = value();
    } else if (name == "--network") {
      arguments.network = value();
    } else if (name == "--readings") {
      arguments.readings.emplace_back(value());
    } else if (name == "--dump") {
      arguments.dump = value();
    } else {
      arguments.gold.emplace_back(name);
    }
  }
  return arguments;
}

// The documents of the gold files come first; `gold` tells how many they are.
std::vector<TrainingDocument> read_documents(const Arguments& arguments, const LanguageEngine& engine,
                                             std::size_t& gold) {
  const ActorResolver resolver(Gazetteer::load({arguments.data / "gazetteer.tsv"}));
  LanguageEngine::Scratch scratch;
  std::vector<TrainingDocument> documents;
  const auto read = [&](const std::vector<std::filesystem::path>& paths) {
    for (const auto& path : paths) {
      for (GoldDocument& document : read_gold(path)) documents.emplace_back().gold = std::move(document);
    }
  };
  read(arguments.gold);
  gold = documents.size();
  read(arguments.readings);
  for (std::size_t i = gold; i < documents.size(); ++i) documents[i].complete = false;
  for (TrainingDocument& document : documents) {  // none moves any more: analyses point into their text
    document.analysis = engine.analyse(document.gold.document, scratch);
    document.actors = resolver.resolve(document.gold.document, document.analysis);
  }
  return documents;
}

// Of the two orders of a pair the likelier, for each type; from the threshold on.
std::vector<Proposal> choose(const std::vector<Proposal>& all, double threshold) {
  std::map<std::tuple<std::uint32_t, std::uint32_t, EventType>, double> known;
  for (const Proposal& p : all) known[{p.source, p.target, p.type}] = p.confidence;
  std::vector<Proposal> chosen;
  for (const Proposal& p : all) {
    if (p.confidence < least_probability(p.fit, p.listed, threshold)) continue;
    const auto back = known.find({p.target, p.source, p.type});
    const bool worse = back != known.end() &&
                       (back->second > p.confidence || (back->second == p.confidence && p.source > p.target));
    if (!worse) chosen.push_back(p);
  }
  return chosen;
}

Measure measure(const std::vector<TrainingDocument>& documents,
                const std::vector<std::vector<Proposal>>& proposals, double threshold) {
  Measure measure;
  for (std::size_t d = 0; d < proposals.size(); ++d) {
    measure.add(documents[d].gold, documents[d].to_gold, choose(proposals[d], threshold));
  }
  return measure;
}

// Of the thresholds whose F1 is as good as the best, within what chance makes of it, the lowest: it finds
// more, and each edge says how sure it is.
double best_threshold(const std::vector<TrainingDocument>& documents,
                      const std::vector<std::vector<Proposal>>& proposals) {
  constexpr double chance = 0.002;
  std::vector<std::pair<double, double>> tried;  // F1, threshold
  for (double threshold = 0.16; threshold < 0.6; threshold += 0.02) {
    tried.emplace_back(measure(documents, proposals, threshold).events.f1(), threshold);
    std::printf("  threshold %.2f: F1 %.4f\n", threshold, tried.back().first);
  }
  const double best = std::max_element(tried.begin(), tried.end())->first;
  return std::find_if(tried.begin(), tried.end(),
                      [&](const auto& each) { return each.first >= best - chance; })
      ->second;
}

void print_calibration(const std::vector<TrainingDocument>& documents,
                       const std::vector<std::vector<Proposal>>& proposals) {
  std::size_t right[10] = {}, all[10] = {};
  for (std::size_t d = 0; d < proposals.size(); ++d) {
    for (const Proposal& p : proposals[d]) {
      const Verdict verdict = judge(documents[d].gold, documents[d].to_gold, p.source, p.target, p.type);
      if (verdict == Verdict::optional) continue;
      const auto bin = std::min<std::size_t>(static_cast<std::size_t>(p.confidence * 10), 9);
      ++all[bin];
      right[bin] += verdict == Verdict::right;
    }
  }
  std::printf("confidence    right    of\n");
  for (int i = 0; i < 10; ++i) {
    std::printf("%.1f to %.1f    %.3f %6zu\n", i / 10.0, (i + 1) / 10.0,
                all[i] ? static_cast<double>(right[i]) / static_cast<double>(all[i]) : 0, all[i]);
  }
}

void write_predictions(const std::filesystem::path& path, const std::vector<TrainingDocument>& documents,
                       const std::vector<std::vector<Proposal>>& proposals, double threshold) {
  std::ofstream out(path);
  for (std::size_t d = 0; d < proposals.size(); ++d) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    const auto& actors = documents[d].actors.actors;
    json.StartObject();
    json.Key("id"), json.String(documents[d].gold.document.id.c_str());
    json.Key("nodes"), json.StartArray();
    for (const DocumentActor& actor : actors) {
      json.StartObject();
      json.Key("id"), json.String(actor.id.c_str());
      json.Key("label"), json.String(actor.label.c_str());
      json.Key("kind"), json.String(std::string(to_string(actor.kind)).c_str());
      json.Key("aliases"), json.StartArray();
      for (const std::string& name : actor.names) json.String(name.c_str());
      json.EndArray(), json.EndObject();
    }
    json.EndArray(), json.Key("links"), json.StartArray();
    for (const Proposal& p : choose(proposals[d], threshold)) {
      json.StartObject();
      json.Key("source"), json.String(actors[p.source].id.c_str());
      json.Key("target"), json.String(actors[p.target].id.c_str());
      json.Key("type"), json.String(std::string(to_string(p.type)).c_str());
      json.Key("status"), json.String(std::string(to_string(p.status)).c_str());
      if (p.by >= 0) json.Key("by"), json.String(actors[static_cast<std::size_t>(p.by)].id.c_str());
      json.EndObject();
    }
    json.EndArray(), json.EndObject();
    out << buffer.GetString() << '\n';
  }
}

std::vector<float> read_scores(const std::filesystem::path& path, std::size_t examples) {
  std::vector<float> scores(examples * event_type_count);
  std::ifstream in(path, std::ios::binary);
  const auto size = static_cast<std::streamsize>(scores.size() * sizeof(float));
  if (!in.read(reinterpret_cast<char*>(scores.data()), size)) throw InputError(path.string(), "too short");
  return scores;
}

void run(const Arguments& arguments) {
  const LanguageEngine engine = LanguageEngine::load(arguments.data / "english.model");
  std::size_t measured = 0;
  std::vector<TrainingDocument> documents = read_documents(arguments, engine, measured);
  const Lexicon lexicon = Lexicon::load(arguments.data / "lexicon.tsv");
  RelationTrainer trainer(documents, lexicon, TrainerOptions());
  std::printf("%zu documents, %zu ordered pairs of actors\n", documents.size(), trainer.examples().size());
  if (!arguments.dump.empty()) {
    dump_corpus(arguments.dump, documents, trainer.examples(), lexicon);
    return;
  }
  if (!arguments.scores.empty())
    trainer.set_network_scores(read_scores(arguments.scores, trainer.examples().size()));
  auto proposals = trainer.cross_validate();
  proposals.resize(measured);
  const double threshold = best_threshold(documents, proposals);
  std::printf("cross-validation over documents, threshold %.2f\n%s", threshold,
              measure(documents, proposals, threshold).text().c_str());
  print_calibration(documents, proposals);
  if (!arguments.predictions.empty())
    write_predictions(arguments.predictions, documents, proposals, threshold);
  if (arguments.out.empty()) return;
  RelationModel model = trainer.train();
  if (!arguments.network.empty() && !model.network.take_from(read_file(arguments.network, max_network_bytes)))
    throw InputError(arguments.network.string(), "is no relation network");
  model.threshold = static_cast<float>(threshold);
  model.save(arguments.out);
  std::printf("%s: %zu bytes\n", arguments.out.c_str(), model.serialise().size());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Arguments arguments = parse(argc, argv);
    if (arguments.gold.empty()) {
      std::fprintf(stderr,
                   "usage: entente_train_relations [--data DIR] [--dump DIR | --scores FILE --network FILE "
                   "--out FILE]\n"
                   "                               [--predictions FILE] [--readings FILE] GOLD.jsonl ...\n");
      return 2;
    }
    run(arguments);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "entente_train_relations: %s\n", error.what());
    return 1;
  }
}
