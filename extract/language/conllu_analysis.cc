// SPDX-License-Identifier: Apache-2.0
#include "extract/language/conllu_analysis.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_set>

#include "extract/language/visible_form.h"
#include "graph/error.h"

namespace entente {
namespace {

struct Bytes {
  std::size_t begin, end;
};

bool has_space_after(std::string_view misc) {
  return attribute(misc, "SpaceAfter") != "No";
}

void set_range(ConlluWord& word, Bytes bytes) {
  set_attribute(word.misc, "TokenRange", std::to_string(bytes.begin) + ":" + std::to_string(bytes.end));
}

// Where the words of a range lie in the bytes of its form, which begins at `begin`.
void place_range(std::vector<ConlluWord>& words, const ConlluRange& range, std::size_t begin) {
  std::string spelled;
  for (auto i = range.begin; i < range.end; ++i) spelled += words[i].form;
  for (auto i = range.begin; i < range.end; ++i) {
    if (spelled != range.form) {
      set_range(words[i], {begin, begin + range.form.size()});
    } else {
      set_range(words[i], {begin, begin + words[i].form.size()});
      begin += words[i].form.size();
    }
  }
}

// Appends the sentence's text to `text`, without the white space after its last token.
void compose_sentence(ConlluSentence& sentence, std::string& text) {
  auto range = sentence.ranges.begin();
  std::uint32_t i = 0;
  const auto size = static_cast<std::uint32_t>(sentence.words.size());
  while (i < size) {
    const bool multiword = range != sentence.ranges.end() && range->begin == i;
    const std::string_view misc = multiword ? range->misc : sentence.words[i].misc;
    const std::size_t begin = text.size();
    const bool space = has_space_after(misc);
    if (multiword) {
      text += range->form;
      place_range(sentence.words, *range, begin);
      i = range->end;
      ++range;
    } else {
      text += sentence.words[i].form;
      set_range(sentence.words[i], {begin, text.size()});
      ++i;
    }
    if (space && i < size) text += ' ';
  }
}

bool last_has_space_after(const ConlluSentence& sentence) {
  const auto size = sentence.words.size();
  if (!sentence.ranges.empty() && sentence.ranges.back().end == size)
    return has_space_after(sentence.ranges.back().misc);
  return has_space_after(sentence.words.back().misc);
}

bool begins_paragraph(const ConlluSentence& sentence) {
  return sentence.has("newpar") || sentence.has("newpar id") || sentence.has("newdoc") ||
         sentence.has("newdoc id");
}

std::optional<Bytes> parse_range(std::string_view value) {
  Bytes bytes{};
  const char* const end = value.data() + value.size();
  const auto first = std::from_chars(value.data(), end, bytes.begin);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != ':') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, bytes.end);
  if (second.ec != std::errc() || second.ptr != end || bytes.end < bytes.begin) return std::nullopt;
  return bytes;
}

std::optional<NameType> parse_name_type(std::string_view name) {
  if (name == "PER" || name == "PERSON") return NameType::person;
  if (name == "ORG") return NameType::organisation;
  if (name == "LOC" || name == "GPE" || name == "GEO") return NameType::place;
  if (name == "NORP") return NameType::nationality;
  if (name == "MISC") return NameType::other;
  return std::nullopt;
}

class Binder {
 public:
  Binder(const Document& document, const std::string& file) : document_(document), file_(file) {}

  Analysis bind(std::span<const ConlluSentence> sentences) {
    for (const ConlluSentence& sentence : sentences) add(sentence);
    return std::move(analysis_);
  }

 private:
  void add(const ConlluSentence& from) {
    if (begins_paragraph(from) && !analysis_.sentences.empty()) ++paragraph_;
    Sentence to;
    to.paragraph = paragraph_;
    std::vector<std::string_view> tags;
    for (const ConlluWord& word : from.words) {
      to.tokens.push_back(token(word, from));
      const std::string_view name = attribute(word.misc, "Name");
      tags.push_back(name.empty() ? attribute(word.misc, "Uner") : name);
    }
    for (const ConlluRange& range : from.ranges)
      for (auto i = range.begin; i + 1 < range.end; ++i) to.tokens[i].joined_to_next = true;
    to.names = names_from_tags(tags);
    to.begin = to.tokens.front().begin;
    to.end = to.tokens.back().end;
    mend_root(to.tokens);
    set_spaces(to.tokens);
    analysis_.sentences.push_back(std::move(to));
  }

  Token token(const ConlluWord& word, const ConlluSentence& sentence) {
    const auto bytes = parse_range(attribute(word.misc, "TokenRange"));
    if (!bytes || bytes->end > document_.text.size() || bytes->begin < last_begin_)
      throw InputError(
          file_, sentence.line, 0,
          "the word \"" + word.form + "\" of this sentence has no TokenRange that follows in the text");
    last_begin_ = bytes->begin;
    Token token;
    token.begin = static_cast<std::uint32_t>(bytes->begin);
    token.end = static_cast<std::uint32_t>(bytes->end);
    const std::string_view text =
        std::string_view(document_.text).substr(bytes->begin, bytes->end - bytes->begin);
    token.form = text == word.form ? text : intern(word.form);
    if (word.lemma != "_" || word.form == "_") token.lemma = intern(word.lemma);
    if (word.feats != "_") token.feats = intern(word.feats);
    token.upos = parse_upos(word.upos).value_or(Upos::x);
    token.morphology = parse_morphology(token.feats);
    token.deprel = parse_deprel(word.deprel).value_or(Deprel::dep);
    token.head = word.head;
    return token;
  }

  // Tokens share few lemmas and features: each is kept once.
  std::string_view intern(const std::string& value) {
    const auto found = interned_.find(value);
    return found != interned_.end() ? *found : *interned_.insert(analysis_.keep(value)).first;
  }

  // Exactly one root, and every token below it.
  static void mend_root(std::vector<Token>& tokens) {
    const auto is_root = [](const Token& t) { return t.head < 0; };
    auto root = std::find_if(tokens.begin(), tokens.end(), is_root);
    if (root == tokens.end()) root = tokens.begin(), root->head = -1;
    for (auto t = tokens.begin(); t != tokens.end(); ++t)
      if (t != root && t->head < 0) t->head = static_cast<std::int32_t>(root - tokens.begin());
    break_cycles(tokens, static_cast<std::int32_t>(root - tokens.begin()));
  }

  // Hangs a token of every cycle on the root.
  static void break_cycles(std::vector<Token>& tokens, std::int32_t root) {
    std::vector<std::int32_t> seen_from(tokens.size(), -1);  // the walk that first came by
    seen_from[root] = root;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(tokens.size()); ++i) {
      std::int32_t at = i;
      while (seen_from[at] < 0) seen_from[at] = i, at = tokens[at].head;
      if (seen_from[at] == i && at != root) tokens[at].head = root;
    }
  }

  void set_spaces(std::vector<Token>& tokens) const {
    for (Token& t : tokens) {
      const char next = t.end < document_.text.size() ? document_.text[t.end] : ' ';
      t.space_after = next == ' ' || next == '\n' || next == '\t' || next == '\r';
    }
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
      if (tokens[i].joined_to_next) tokens[i].space_after = false;
  }

  const Document& document_;
  const std::string& file_;
  Analysis analysis_;
  std::unordered_set<std::string_view> interned_;
  std::uint32_t paragraph_ = 0;
  std::size_t last_begin_ = 0;
};

std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

std::string column(std::string_view value) {
  return value.empty() ? "_" : std::string(value);
}

// A form as a column can hold it: no tab, no line end. What a form leaves out of the text stands in the
// column, for the columns to spell the text.
std::string form_column(const Token& token, std::string_view text) {
  const std::string_view bytes = text.substr(token.begin, token.end - token.begin);
  return column(
      one_line(has_invisible(bytes) && without_invisible(bytes) == token.form ? bytes : token.form));
}

void add_ranges(const Sentence& sentence, const Document& document, ConlluSentence& to) {
  const auto& tokens = sentence.tokens;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].joined_to_next) continue;
    std::uint32_t end = i + 1;
    while (end < tokens.size() && tokens[end - 1].joined_to_next) ++end;
    if (end - i < 2) break;
    const std::string_view form =
        std::string_view(document.text).substr(tokens[i].begin, tokens[end - 1].end - tokens[i].begin);
    to.ranges.push_back({i, end, one_line(form), tokens[end - 1].space_after ? "_" : "SpaceAfter=No"});
    i = end - 1;
  }
}

}  // namespace

std::string compose_text(std::vector<ConlluSentence>& sentences) {
  std::string text;
  bool space = false;
  for (ConlluSentence& sentence : sentences) {
    if (!text.empty()) text += begins_paragraph(sentence) ? "\n\n" : space ? " " : "";
    compose_sentence(sentence, text);
    space = last_has_space_after(sentence);
  }
  return text;
}

Analysis analysis_from_conllu(std::span<const ConlluSentence> sentences, const Document& document,
                              const std::string& file) {
  return Binder(document, file).bind(sentences);
}

std::vector<ConlluDocument> split_documents(std::vector<ConlluSentence> sentences) {
  std::vector<ConlluDocument> documents;
  for (ConlluSentence& sentence : sentences) {
    if (documents.empty() || sentence.has("newdoc") || sentence.has("newdoc id"))
      documents.push_back({std::string(sentence.comment("newdoc id")), {}});
    documents.back().sentences.push_back(std::move(sentence));
  }
  return documents;
}

std::vector<NameSpan> names_from_tags(std::span<const std::string_view> tags) {
  std::vector<NameSpan> names;
  std::optional<NameType> open;
  for (std::uint32_t i = 0; i < tags.size(); ++i) {
    const std::string_view tag = tags[i];
    const auto type = tag.size() > 2 && tag[1] == '-' ? parse_name_type(tag.substr(2)) : std::nullopt;
    const bool inside = type && open == type && tag[0] == 'I';
    if (inside)
      names.back().end = i + 1;
    else if (type)
      names.push_back({i, i + 1, *type});
    open = type;
  }
  return names;
}

namespace {

void write_names(const Sentence& sentence, ConlluSentence& to) {
  for (const NameSpan& name : sentence.names)
    for (auto i = name.begin; i < name.end; ++i)
      set_attribute(to.words[i].misc, "Name",
                    (i == name.begin ? "B-" : "I-") + std::string(to_string(name.type)));
}

void write_columns(const Token& t, ConlluWord& w) {
  w.lemma = column(one_line(t.lemma));
  w.upos = to_string(t.upos);
  w.feats = column(t.feats);
  w.head = t.head;
  w.deprel = to_string(t.head < 0 ? Deprel::root : t.deprel);
}

}  // namespace

ConlluSentence with_analysis(const ConlluSentence& given, const Sentence& analysed) {
  ConlluSentence to = given;
  to.empty_nodes.clear();
  for (std::size_t i = 0; i < to.words.size(); ++i) {
    write_columns(analysed.tokens[i], to.words[i]);
    to.words[i].xpos = to.words[i].deps = "_";
    remove_attribute(to.words[i].misc, "Name");
    remove_attribute(to.words[i].misc, "Uner");
  }
  write_names(analysed, to);
  return to;
}

ConlluSentence to_conllu(const Sentence& sentence, const Document& document, std::size_t number) {
  ConlluSentence to;
  const std::string_view text = document.text;
  to.comments.push_back("# sent_id = " + (document.id.empty() ? "" : document.id + "-") +
                        std::to_string(number));
  to.comments.push_back("# text = " + one_line(text.substr(sentence.begin, sentence.end - sentence.begin)));
  if (sentence.role != SentenceRole::body)
    to.comments.push_back("# role = " + std::string(to_string(sentence.role)));
  if (sentence.duplicate) to.comments.push_back("# duplicate = yes");
  for (const Token& t : sentence.tokens) {
    ConlluWord& w = to.words.emplace_back();
    w.form = form_column(t, text);
    write_columns(t, w);
    if (!t.space_after && !t.joined_to_next) set_attribute(w.misc, "SpaceAfter", "No");
    const auto [begin, end] = document.offsets.to_original(t.begin, t.end);
    set_range(w, {begin, end});
  }
  add_ranges(sentence, document, to);
  for (const ConlluRange& range :
       to.ranges) {  // SpaceAfter belongs to the written word, not to its last part
    std::string& misc = to.words[range.end - 1].misc;
    if (const auto at = misc.find("SpaceAfter=No|"); at != std::string::npos) misc.erase(at, 14);
  }
  write_names(sentence, to);
  return to;
}

namespace {

// The i-th sentence of the document, with what stands before it.
void write_sentence(const Analysis& analysis, const Document& document, std::size_t i, std::string& out) {
  ConlluSentence sentence = to_conllu(analysis.sentences[i], document, i + 1);
  std::vector<std::string> before;
  if (i == 0) before.push_back(document.id.empty() ? "# newdoc" : "# newdoc id = " + document.id);
  if (i == 0 || analysis.sentences[i].paragraph != analysis.sentences[i - 1].paragraph)
    before.push_back("# newpar");
  sentence.comments.insert(sentence.comments.begin(), before.begin(), before.end());
  write_conllu(sentence, out);
}

}  // namespace

std::string to_conllu(const Analysis& analysis, const Document& document) {
  std::string out;
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) write_sentence(analysis, document, i, out);
  return out;
}

std::vector<std::string> to_conllu_pieces(Analysis analysis, const Document& document) {
  constexpr std::size_t size = 1 << 16;
  std::vector<std::string> pieces;
  std::string piece;
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    write_sentence(analysis, document, i, piece);
    std::vector<Token>().swap(analysis.sentences[i].tokens);
    std::vector<std::uint8_t>().swap(analysis.sentences[i].states);
    if (piece.size() >= size || i + 1 == analysis.sentences.size()) {
      pieces.emplace_back(piece);  // a copy holds no more than it needs
      piece.clear();
    }
  }
  return pieces;
}

}  // namespace entente
