// SPDX-License-Identifier: Apache-2.0
#include "extract/language/conllu.h"

#include <array>
#include <charconv>
#include <optional>

#include "graph/error.h"
#include "graph/utf8.h"

namespace entente {
namespace {

constexpr int columns = 10;
using Fields = std::array<std::string_view, columns>;

std::optional<std::uint32_t> parse_number(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.empty()) return std::nullopt;
  return value;
}

// Reads one sentence after the other, a line at a time.
class Reader {
 public:
  Reader(std::string_view bytes, const std::string& file) : rest_(bytes), file_(file) {}

  std::vector<ConlluSentence> read() {
    while (!rest_.empty()) read_line(take_line());
    finish_sentence();
    return std::move(sentences_);
  }

 private:
  std::string_view take_line() {
    ++line_;
    const auto newline = rest_.find('\n');
    std::string_view line = rest_.substr(0, newline);
    rest_.remove_prefix(newline == std::string_view::npos ? rest_.size() : newline + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  void read_line(std::string_view line) {
    if (line.empty()) return finish_sentence();
    if (valid_utf8_prefix(line) != line.size()) fail(1, "the line is not valid UTF-8");
    if (current_.line == 0) current_.line = line_;
    if (line[0] == '#') {
      if (!current_.words.empty())
        fail(1, "a comment stands inside the sentence; comments come before its words");
      current_.comments.emplace_back(line);
      return;
    }
    read_row(line);
  }

  void read_row(std::string_view line) {
    const Fields fields = split(line);
    const std::string_view id = fields[0];
    if (const auto dash = id.find('-'); dash != std::string_view::npos)
      return read_range(fields, id.substr(0, dash), id.substr(dash + 1));
    if (id.find('.') != std::string_view::npos) {
      current_.empty_nodes.push_back({static_cast<std::uint32_t>(current_.words.size()), std::string(line)});
      return;
    }
    const auto number = parse_number(id);
    if (!number || *number != current_.words.size() + 1)
      fail(1, "the word's id is \"" + std::string(id) + "\" where " +
                  std::to_string(current_.words.size() + 1) + " is expected");
    read_word(fields);
  }

  Fields split(std::string_view line) const {
    Fields fields;
    std::size_t begin = 0;
    for (int i = 0; i < columns; ++i) {
      const auto tab = line.find('\t', begin);
      const bool last = i + 1 == columns;
      if (last != (tab == std::string_view::npos))
        fail(begin + 1, last ? "more than ten columns" : "only " + std::to_string(i + 1) + " of ten columns");
      fields[i] = line.substr(begin, tab - begin);
      if (fields[i].empty()) fail(begin + 1, "column " + std::to_string(i + 1) + " is empty; write _");
      begin = tab + 1;
    }
    return fields;
  }

  void read_word(const Fields& f) {
    ConlluWord word;
    word.form = f[1], word.lemma = f[2], word.upos = f[3], word.xpos = f[4], word.feats = f[5];
    word.deprel = f[7], word.deps = f[8], word.misc = f[9];
    if (f[6] != "_") {
      const auto head = parse_number(f[6]);
      if (!head) fail(column_of(f, 6), "the head \"" + std::string(f[6]) + "\" is not a number");
      if (*head == current_.words.size() + 1) fail(column_of(f, 6), "the word is its own head");
      if (*head > 0x7FFFFFFF) fail(column_of(f, 6), "the head lies outside the sentence");
      word.head = static_cast<std::int32_t>(*head) - 1;
    }
    current_.words.push_back(std::move(word));
    head_places_.push_back({line_, column_of(f, 6)});
  }

  void read_range(const Fields& f, std::string_view first, std::string_view last) {
    const auto begin = parse_number(first), end = parse_number(last);
    const bool follows = begin && *begin == current_.words.size() + 1 &&
                         (current_.ranges.empty() || *begin > current_.ranges.back().end);
    if (!follows || !end || *end <= *begin) fail(1, "the range \"" + std::string(f[0]) + "\" is broken");
    current_.ranges.push_back({*begin - 1, *end, std::string(f[1]), std::string(f[9])});
  }

  void finish_sentence() {
    if (current_.words.empty()) {
      if (!current_.ranges.empty()) fail(1, "a range without words");
      if (rest_.empty()) return;  // comments after the last sentence are nobody's
      if (!current_.comments.empty()) fail(1, "a sentence of comments alone");
      return;
    }
    const auto size = static_cast<std::int32_t>(current_.words.size());
    if (!current_.ranges.empty() && current_.ranges.back().end > current_.words.size())
      fail(1, "the range ends outside the sentence");
    for (std::size_t i = 0; i < current_.words.size(); ++i)
      if (current_.words[i].head >= size)
        throw InputError(file_, head_places_[i].line, head_places_[i].column,
                         "the head lies outside the sentence");
    sentences_.push_back(std::move(current_));
    current_ = {};
    head_places_.clear();
  }

  static std::size_t column_of(const Fields& fields, int i) {
    return static_cast<std::size_t>(fields[i].data() - fields[0].data()) + 1;
  }

  [[noreturn]] void fail(std::size_t column, std::string message) const {
    throw InputError(file_, line_, column, std::move(message));
  }

  struct Place {
    std::size_t line, column;
  };
  std::string_view rest_;
  const std::string& file_;
  std::size_t line_ = 0;
  ConlluSentence current_;
  std::vector<Place> head_places_;
  std::vector<ConlluSentence> sentences_;
};

void append_row(std::string& out, std::initializer_list<std::string_view> fields) {
  for (const std::string_view field : fields) out.append(field).push_back('\t');
  out.back() = '\n';
}

// "# key = value" or "# key": the value, if the comment has this key.
std::optional<std::string_view> comment_value(std::string_view comment, std::string_view key) {
  comment.remove_prefix(1);
  while (comment.starts_with(' ')) comment.remove_prefix(1);
  if (!comment.starts_with(key)) return std::nullopt;
  comment.remove_prefix(key.size());
  if (comment.empty()) return comment;
  const auto equals = comment.find_first_not_of(' ');
  if (equals == std::string_view::npos) return std::string_view();
  if (comment[equals] != '=') return std::nullopt;
  comment.remove_prefix(equals + 1);
  if (comment.starts_with(' ')) comment.remove_prefix(1);
  return comment;
}

}  // namespace

std::string_view ConlluSentence::comment(std::string_view key) const {
  for (const std::string& line : comments)
    if (const auto value = comment_value(line, key)) return *value;
  return {};
}

bool ConlluSentence::has(std::string_view key) const {
  for (const std::string& line : comments)
    if (comment_value(line, key)) return true;
  return false;
}

std::vector<ConlluSentence> read_conllu(std::string_view bytes, const std::string& file) {
  return Reader(bytes, file).read();
}

void write_conllu(const ConlluSentence& sentence, std::string& out) {
  for (const std::string& comment : sentence.comments) out.append(comment).push_back('\n');
  auto range = sentence.ranges.begin();
  auto empty = sentence.empty_nodes.begin();
  const auto write_empty = [&](std::size_t after) {
    for (; empty != sentence.empty_nodes.end() && empty->after == after; ++empty)
      out.append(empty->line) += '\n';
  };
  write_empty(0);
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    if (range != sentence.ranges.end() && range->begin == i) {
      append_row(out, {std::to_string(i + 1) + "-" + std::to_string(range->end), range->form, "_", "_", "_",
                       "_", "_", "_", "_", range->misc});
      ++range;
    }
    const ConlluWord& w = sentence.words[i];
    const std::string head = w.head < 0 && w.deprel == "_" ? "_" : std::to_string(w.head + 1);
    append_row(out, {std::to_string(i + 1), w.form, w.lemma, w.upos, w.xpos, w.feats, head, w.deprel, w.deps,
                     w.misc});
    write_empty(i + 1);
  }
  out += '\n';
}

std::string_view attribute(std::string_view column, std::string_view key) {
  while (!column.empty()) {
    const auto bar = column.find('|');
    const std::string_view item = column.substr(0, bar);
    if (item.size() > key.size() && item.starts_with(key) && item[key.size()] == '=')
      return item.substr(key.size() + 1);
    column.remove_prefix(bar == std::string_view::npos ? column.size() : bar + 1);
  }
  return {};
}

void set_attribute(std::string& column, std::string_view key, std::string_view value) {
  const std::string item = std::string(key) + "=" + std::string(value);
  std::string result;
  bool placed = false;
  const auto append = [&](std::string_view part) {
    if (!result.empty()) result += '|';
    result += part;
  };
  std::string_view rest = column == "_" ? std::string_view() : std::string_view(column);
  while (!rest.empty()) {
    const auto bar = rest.find('|');
    const std::string_view part = rest.substr(0, bar), name = part.substr(0, part.find('='));
    if (!placed && name >= key) append(item), placed = true;
    if (name != key) append(part);
    rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
  }
  if (!placed) append(item);
  column = std::move(result);
}

void remove_attribute(std::string& column, std::string_view key) {
  if (attribute(column, key).empty() && column.find(key) == std::string::npos) return;
  std::string result;
  std::string_view rest = column;
  while (!rest.empty()) {
    const auto bar = rest.find('|');
    const std::string_view part = rest.substr(0, bar);
    if (part.substr(0, part.find('=')) != key) result.append(result.empty() ? "" : "|").append(part);
    rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
  }
  column = result.empty() ? "_" : result;
}

}  // namespace entente
