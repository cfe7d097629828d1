// SPDX-License-Identifier: Apache-2.0
#include "extract/language/language_engine.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/language/lemmatizer.h"
#include "extract/language/model_file.h"
#include "extract/language/network/network.h"
#include "extract/language/news_lines.h"
#include "extract/language/segmenter.h"
#include "extract/language/visible_form.h"

namespace entente {
namespace {

constexpr std::size_t longest_sentence = 512;

// Where to cut a sentence that is too long, [begin, end) of its tokens: after a mark if one is near, never
// inside a written word.
std::size_t cut_of(std::span<const RawToken> tokens, std::size_t begin) {
  const std::size_t most = begin + longest_sentence;
  for (std::size_t i = most; i > begin + longest_sentence / 2; --i) {
    const AtomKind kind = tokens[i - 1].kind;
    if (kind >= AtomKind::period && kind <= AtomKind::exclamation) return i;
  }
  std::size_t cut = most;
  while (cut > begin + 1 && tokens[cut].joined) --cut;
  return cut;
}

// Turns the segmenter's blocks into sentences, a paragraph each.
class SentenceMaker {
 public:
  SentenceMaker(std::string_view text, Analysis& analysis)
      : text_(text), analysis_(analysis), clean_(has_invisible(text)) {}

  void add_block(std::span<const RawToken> tokens, std::span<const std::uint32_t> starts) {
    const std::size_t dateline = dateline_length(text_, tokens);
    std::size_t begin = 0;
    if (dateline > 0) {
      add(tokens, 0, dateline);
      analysis_.sentences.back().role = SentenceRole::dateline;
      begin = dateline;
    }
    for (std::size_t s = 0; s < starts.size(); ++s) {
      const std::size_t end = s + 1 < starts.size() ? starts[s + 1] : tokens.size();
      if (end > begin) add_cut(tokens, begin, end);
      begin = std::max(begin, end);
    }
    ++paragraph_;
  }

 private:
  void add_cut(std::span<const RawToken> tokens, std::size_t begin, std::size_t end) {
    if (end - begin > longest_sentence)
      analysis_.notes.push_back("a sentence of " + std::to_string(end - begin) + " tokens at byte " +
                                std::to_string(tokens[begin].begin) + " was cut into pieces of at most " +
                                std::to_string(longest_sentence));
    while (end - begin > longest_sentence) {
      const std::size_t cut = cut_of(tokens, begin);
      add(tokens, begin, cut);
      begin = cut;
    }
    add(tokens, begin, end);
  }

  void add(std::span<const RawToken> tokens, std::size_t begin, std::size_t end) {
    Sentence& sentence = analysis_.sentences.emplace_back();
    sentence.begin = tokens[begin].begin;
    sentence.end = tokens[end - 1].end;
    sentence.paragraph = paragraph_;
    sentence.tokens.resize(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      Token& token = sentence.tokens[i - begin];
      token.begin = tokens[i].begin;
      token.end = tokens[i].end;
      token.form = form(tokens[i]);
      token.space_after = i + 1 == tokens.size() || tokens[i + 1].gap != Gap::none;
      token.joined_to_next = i + 1 < end && tokens[i + 1].joined;
    }
  }

  std::string_view form(const RawToken& token) {
    const std::string_view bytes = text_.substr(token.begin, token.end - token.begin);
    if (!clean_ || !has_invisible(bytes)) return bytes;
    std::string visible = without_invisible(bytes);
    return visible.empty() ? bytes : analysis_.keep(std::move(visible));
  }

  std::string_view text_;
  Analysis& analysis_;
  bool clean_;
  std::uint32_t paragraph_ = 0;
};

}  // namespace

struct LanguageEngine::Scratch::State {
  Segmenter::Scratch segmenter;
  Network::Scratch network;
  Lemmatizer::Scratch lemmatizer;
};

LanguageEngine::Scratch::Scratch() : state_(std::make_unique<State>()) {}
LanguageEngine::Scratch::~Scratch() = default;
LanguageEngine::Scratch::Scratch(Scratch&&) noexcept = default;
LanguageEngine::Scratch& LanguageEngine::Scratch::operator=(Scratch&&) noexcept = default;

struct LanguageEngine::Impl {
  explicit Impl(ModelFile file)
      : model(std::move(file)),
        segmenter(model.section("segmenter"), model.name()),
        lemmatizer(model.section("lemmas"), model.name()),
        network(model) {}

  ModelFile model;
  Segmenter segmenter;
  Lemmatizer lemmatizer;
  Network network;
};

LanguageEngine::LanguageEngine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LanguageEngine::LanguageEngine(LanguageEngine&&) noexcept = default;
LanguageEngine& LanguageEngine::operator=(LanguageEngine&&) noexcept = default;
LanguageEngine::~LanguageEngine() = default;

LanguageEngine LanguageEngine::load(const std::filesystem::path& model) {
  return LanguageEngine(std::make_unique<Impl>(ModelFile::open(model)));
}

Analysis LanguageEngine::segment(const Document& document, Scratch& scratch) const {
  Analysis analysis;
  SentenceMaker maker(document.text, analysis);
  impl_->segmenter.segment(document.text, scratch.state_->segmenter,
                           [&](auto tokens, auto starts) { maker.add_block(tokens, starts); });
  set_roles(analysis.sentences);
  mark_duplicates(analysis.sentences);
  return analysis;
}

void LanguageEngine::annotate(Analysis& analysis, Scratch& scratch) const {
  annotate(analysis, scratch, NameScheme::uner);
}

void LanguageEngine::annotate(Analysis& analysis, Scratch& scratch, NameScheme names) const {
  impl_->network.annotate(analysis.sentences, scratch.state_->network, names);
  scratch.state_->lemmatizer.clear();
  for (Sentence& sentence : analysis.sentences)
    impl_->lemmatizer.annotate(sentence, analysis, scratch.state_->lemmatizer);
}

Analysis LanguageEngine::analyse(const Document& document, Scratch& scratch) const {
  Analysis analysis = segment(document, scratch);
  annotate(analysis, scratch);
  return analysis;
}

}  // namespace entente
