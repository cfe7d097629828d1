// SPDX-License-Identifier: Apache-2.0
#include "extract/extractor.h"

#include <system_error>
#include <utility>

#include "extract/actors/actor_resolver.h"
#include "extract/actors/gazetteer.h"
#include "extract/document/reader.h"
#include "extract/gather.h"
#include "extract/language/language_engine.h"
#include "extract/relations/lexicon.h"
#include "extract/relations/relation_extractor.h"
#include "extract/relations/relation_model.h"
#include "graph/error.h"

namespace entente {
namespace {

std::filesystem::path data_folder(const ExtractorOptions& options) {
  std::filesystem::path folder = options.data.empty() ? ENTENTE_INSTALLED_DATA : options.data;
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error))
    throw InputError(folder.string(), "there is no such data folder");
  return folder;
}

std::shared_ptr<const Gazetteer> load_gazetteer(const std::filesystem::path& data,
                                                const ExtractorOptions& options) {
  std::vector<std::filesystem::path> files = {data / "gazetteer.tsv"};
  files.insert(files.end(), options.gazetteers.begin(), options.gazetteers.end());
  return Gazetteer::load(files);
}

// Its lines stand in reasons as "lexicon.tsv:12", wherever the data folder lies.
Lexicon load_lexicon(const std::filesystem::path& data, const ExtractorOptions& options) {
  constexpr std::size_t max_bytes = std::size_t{64} << 20U;
  Lexicon lexicon = Lexicon::parse(read_file(data / "lexicon.tsv", max_bytes), "lexicon.tsv");
  for (const auto& file : options.lexicons) lexicon.add(Lexicon::load(file));
  return lexicon;
}

// Without a model the lexicon alone decides.
RelationModel load_relation_model(const std::filesystem::path& data) {
  const auto file = data / "relations.model";
  return std::filesystem::exists(file) ? RelationModel::load(file) : RelationModel();
}

}  // namespace

struct Extractor::Scratch::State {
  LanguageEngine::Scratch language;
};

Extractor::Scratch::Scratch() : state_(std::make_unique<State>()) {}
Extractor::Scratch::~Scratch() = default;
Extractor::Scratch::Scratch(Scratch&&) noexcept = default;
Extractor::Scratch& Extractor::Scratch::operator=(Scratch&&) noexcept = default;

struct Extractor::Impl {
  Impl(const std::filesystem::path& data, const ExtractorOptions& options)
      : language(LanguageEngine::load(data / "english.model")),
        resolver(load_gazetteer(data, options)),
        lexicon(load_lexicon(data, options)),
        model(load_relation_model(data)),
        relations(lexicon, model),
        keep_reasons(options.keep_reasons) {}

  LanguageEngine language;
  ActorResolver resolver;
  Lexicon lexicon;
  RelationModel model;
  RelationExtractor relations;  // refers to lexicon and model
  bool keep_reasons;
};

Extractor::Extractor(const ExtractorOptions& options)
    : impl_(std::make_unique<Impl>(data_folder(options), options)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

Fragment Extractor::extract(const Document& document, Scratch& scratch) const {
  return std::move(trace(document, scratch).fragment);
}

Extraction Extractor::trace(const Document& document, Scratch& scratch) const {
  Extraction extraction;
  extraction.analysis = impl_->language.analyse(document, scratch.state_->language);
  extraction.actors = impl_->resolver.resolve(document, extraction.analysis);
  extraction.statements = impl_->relations.extract(document, extraction.analysis, extraction.actors);
  extraction.fragment =
      gather(document, extraction.analysis, extraction.actors, extraction.statements, impl_->keep_reasons);
  return extraction;
}

}  // namespace entente
