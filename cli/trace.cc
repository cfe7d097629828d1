// SPDX-License-Identifier: Apache-2.0
#include "cli/trace.h"

#include <algorithm>
#include <array>

#include "cli/terminal.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 5> role_names = {"body", "headline", "byline", "dateline", "caption"};

// Width on the screen, near enough: one column a code point.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string cell(std::string_view text, std::size_t width) {
  std::string padded = printable(text);
  const std::size_t used = width_of(padded);
  return padded + std::string(used < width ? width - used : 0, ' ') + "  ";
}

class Trace {
 public:
  Trace(const Document& document, const Extraction& extraction) : document_(document), found_(extraction) {}

  std::string render();

 private:
  std::string words(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end) const;
  std::string label(std::uint32_t actor) const { return printable(found_.actors.actors[actor].label); }
  void add_sentence(std::uint32_t index);
  void add_names(const Sentence& sentence, std::uint32_t index);
  void add_mentions(std::uint32_t index);
  void add_ties(std::uint32_t index);
  void add_statements(std::uint32_t index);

  const Document& document_;
  const Extraction& found_;
  std::string text_;
};

std::string Trace::words(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end) const {
  if (begin >= end) return {};
  const auto& tokens = found_.analysis.sentences[sentence].tokens;
  return printable(std::string_view(document_.text)
                       .substr(tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin));
}

void Trace::add_names(const Sentence& sentence, std::uint32_t index) {
  for (const NameSpan& name : sentence.names)
    text_ += "  name       " + words(index, name.begin, name.end) + "  " + std::string(to_string(name.type)) +
             "\n";
}

void Trace::add_mentions(std::uint32_t index) {
  for (const Mention& mention : found_.actors.mentions) {
    if (mention.sentence != index) continue;
    text_ += "  mention    " + words(index, mention.begin, mention.end) + "  " +
             std::string(to_string(mention.form));
    for (const std::uint32_t actor : mention.actors) text_ += "  = " + label(actor);
    if (!mention.acts) text_ += "  (a place)";
    text_ += "  [" + printable(mention.rule) + "]\n";
  }
}

void Trace::add_ties(std::uint32_t index) {
  for (const Tie& tie : found_.actors.ties) {
    if (tie.sentence != index) continue;
    text_ += "  tie        " + label(tie.source) + " -> " + label(tie.target) + "  " + tie.type;
    if (!tie.title.empty()) text_ += "  \"" + printable(tie.title) + "\"";
    text_ += std::string(tie.current ? "" : "  former") + "  [" + printable(tie.rule) + "]\n";
  }
}

void Trace::add_statements(std::uint32_t index) {
  for (const Statement& statement : found_.statements) {
    if (statement.sentence != index) continue;
    text_ += "  statement  " + label(statement.source) + (statement.symmetric ? " <-> " : " -> ") +
             label(statement.target) + "  " + statement.type + "  " +
             std::string(to_string(statement.status));
    if (statement.by >= 0) text_ += "  by " + label(static_cast<std::uint32_t>(statement.by));
    if (!statement.date.empty()) text_ += "  " + statement.date;
    text_ += "  " + std::to_string(statement.confidence).substr(0, 4) + "\n             \"" +
             words(index, statement.begin, statement.end) + "\"  [" + printable(statement.rule) + "]\n";
  }
}

void Trace::add_sentence(std::uint32_t index) {
  const Sentence& sentence = found_.analysis.sentences[index];
  text_ += "\nsentence " + std::to_string(index + 1) + " (" +
           std::string(role_names[static_cast<std::size_t>(sentence.role)]) +
           (sentence.duplicate ? ", told before" : "") + ")  " +
           printable(std::string_view(document_.text).substr(sentence.begin, sentence.end - sentence.begin)) +
           "\n" + render_tree(sentence, "  ");
  add_names(sentence, index);
  add_mentions(index);
  add_ties(index);
  add_statements(index);
}

std::string Trace::render() {
  text_ = "document " + printable(document_.id);
  if (!document_.date.empty()) text_ += "  " + document_.date;
  if (!document_.title.empty()) text_ += "  " + printable(document_.title);
  text_ += "\n";
  for (std::uint32_t i = 0; i < found_.analysis.sentences.size(); ++i) add_sentence(i);
  return std::move(text_) + "\n";
}

}  // namespace

std::string render_tree(const Sentence& sentence, std::string_view indent) {
  std::size_t form = 0;
  std::size_t lemma = 0;
  for (const Token& token : sentence.tokens) {
    form = std::max(form, width_of(printable(token.form)));
    lemma = std::max(lemma, width_of(printable(token.lemma)));
  }
  std::string text;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    const std::string governor =
        token.head < 0 ? std::string()
                       : std::to_string(token.head + 1) + " " +
                             printable(sentence.tokens[static_cast<std::size_t>(token.head)].form);
    text += std::string(indent) + cell(std::to_string(i + 1), 3) + cell(token.form, form) +
            cell(token.lemma, lemma) + cell(to_string(token.upos), 5) + cell(to_string(token.deprel), 12) +
            governor + "\n";
  }
  return text;
}

std::string render_trace(const Document& document, const Extraction& extraction) {
  return Trace(document, extraction).render();
}

}  // namespace entente
