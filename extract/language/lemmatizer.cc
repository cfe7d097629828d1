// SPDX-License-Identifier: Apache-2.0
#include "extract/language/lemmatizer.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstring>

#include "extract/document/code_point.h"
#include "graph/error.h"

namespace entente {
namespace {

constexpr std::uint64_t hash_seed = 0xCBF29CE484222325u, hash_factor = 0x100000001B3u;
constexpr std::size_t longest_ending = 10;
constexpr std::size_t longest_word = 60;  // of a longer one only the ending is looked up

enum class Capitals { lower, keep, title, upper };

std::uint64_t step(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * hash_factor;
}

std::uint64_t extend(std::uint64_t hash, std::string_view bytes) {
  for (const char c : bytes) hash = step(hash, c);
  return hash;
}

std::uint64_t finish(std::uint64_t hash) {
  return (hash ^ hash >> 32) * 0x9E3779B97F4A7C15u;
}

// The features that inflection shows, for each part of speech: KEYS of training/lemmas.py.
std::span<const std::string_view> class_keys(Upos upos) {
  static constexpr std::string_view verb[] = {"VerbForm", "Tense"}, noun[] = {"Number"},
                                    adjective[] = {"Degree"},
                                    pronoun[] = {"Case", "Poss", "PronType", "Number"},
                                    determiner[] = {"Number", "PronType"};
  switch (upos) {
    case Upos::verb:
    case Upos::aux:
      return verb;
    case Upos::noun:
    case Upos::propn:
      return noun;
    case Upos::adj:
    case Upos::adv:
      return adjective;
    case Upos::pron:
      return pronoun;
    case Upos::det:
      return determiner;
    default:
      return {};
  }
}

std::string_view feature(std::string_view feats, std::string_view key) {
  for (std::size_t at = 0; at < feats.size();) {
    const std::size_t bar = std::min(feats.find('|', at), feats.size());
    const std::string_view item = feats.substr(at, bar - at);
    if (item.size() > key.size() && item.starts_with(key) && item[key.size()] == '=')
      return item.substr(key.size() + 1);
    at = bar + 1;
  }
  return {};
}

std::uint64_t edit_class(Upos upos, std::string_view feats) {
  std::uint64_t hash = extend(hash_seed, to_string(upos));
  for (const std::string_view key : class_keys(upos)) hash = extend(step(hash, '|'), feature(feats, key));
  return hash;
}

// Calls `use(point, bytes)` for each code point.
template <typename Use>
void each_point(std::string_view text, Use&& use) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint point = decode_utf8(text, at);
    use(point.value, text.substr(at, point.length));
    at += point.length;
  }
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void change_case(std::string_view text, bool up, std::string& out) {
  if (is_ascii(text)) {
    for (const char c : text)
      out += up ? (c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c)
                : (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    return;
  }
  each_point(text, [&](char32_t point, std::string_view bytes) {
    const auto p = static_cast<utf8proc_int32_t>(point);
    std::string changed;
    append_utf8(static_cast<char32_t>(up ? utf8proc_toupper(p) : utf8proc_tolower(p)), changed);
    out += changed.size() == bytes.size() ? std::string_view(changed) : bytes;
  });
}

// The letters' shape: small, one capital in the given place, Acronym, UPPER, Mixed.
char shape(std::string_view form, char place) {
  std::size_t letters = 0, upper = 0, at = 0;
  bool first_upper = false;
  each_point(form, [&](char32_t point, std::string_view) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    const bool is_upper = category == UTF8PROC_CATEGORY_LU;
    letters += category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    upper += is_upper;
    first_upper |= is_upper && at == 0;
    ++at;
  });
  if (upper == 0) return 'l';
  if (upper == letters && upper > 1) return upper < 6 ? 'A' : 'U';
  if (first_upper && upper == 1) return place;
  return 'M';
}

bool is_name(const std::vector<Token>& tokens, std::size_t i) {
  return i < tokens.size() && tokens[i].upos == Upos::propn;
}

// Where a capital stands: N beside a name, S where a sentence begins, else C. Of no account for words in
// small letters.
char place_of(const std::vector<Token>& tokens, std::size_t i) {
  const std::string_view form = tokens[i].form;
  if (form.empty() || (form[0] >= 'a' && form[0] <= 'z')) return 'C';
  if (is_name(tokens, i + 1)) return 'N';
  if (i == 0 || (i == 1 && tokens[0].upos == Upos::punct)) return 'S';
  return is_name(tokens, i - 1) ? 'N' : 'C';
}

// "'s" may be "is" or "has", "'d" "would" or "had": the form of the verb that it helps says which.
std::string_view contracted_auxiliary(const Token& token, const std::vector<Token>& tokens) {
  if (token.upos != Upos::aux || token.deprel != Deprel::aux || token.head < 0) return {};
  const std::string_view form = token.form;
  const char last = form.empty() ? ' ' : static_cast<char>(form.back() | 0x20);
  const bool contracted =
      form.size() >= 2 && form.size() <= 4 && (form[0] == '\'' || form.starts_with("\u2019"));
  if (!contracted) return {};
  const Morphology& verb = tokens[token.head].morphology;
  const bool past_participle = verb.verb_form == VerbForm::part && verb.tense == Tense::past;
  if (last == 's') return past_participle ? "have" : "be";
  if (last == 'd') return past_participle ? "have" : "would";
  return {};
}

template <typename T>
std::span<const T> take(std::span<const std::byte>& rest, std::size_t count, std::string_view file) {
  if (rest.size() / sizeof(T) < count) throw InputError(std::string(file), "the lemmas are cut short");
  const auto* begin = reinterpret_cast<const T*>(rest.data());
  rest = rest.subspan(count * sizeof(T));
  return {begin, count};
}

}  // namespace

void Lemmatizer::Scratch::clear() {
  std::fill(entries_.begin(), entries_.end(), Entry{});
  used_ = 0;
}

Lemmatizer::Table Lemmatizer::read_table(std::span<const std::byte>& rest, std::uint32_t answers,
                                         std::string_view file) {
  const std::uint32_t bits = take<std::uint32_t>(rest, 1, file)[0];
  if (bits > 24) throw InputError(std::string(file), "the lemmas' table is too large");
  const std::size_t size = std::size_t{1} << bits;
  Table table;
  table.mask = static_cast<std::uint32_t>(size - 1);
  table.checks = take<std::uint32_t>(rest, size, file).data();
  const auto values = take<std::uint16_t>(rest, size, file);
  table.values = values.data();
  const bool right = std::all_of(values.begin(), values.end(), [&](std::uint16_t v) { return v <= answers; });
  if (!right || std::find(values.begin(), values.end(), 0) == values.end())
    throw InputError(std::string(file), "the lemmas' table is damaged");
  return table;
}

Lemmatizer::Lemmatizer(std::span<const std::byte> section, std::string_view file) {
  std::span<const std::byte> rest = section;
  if (reinterpret_cast<std::uintptr_t>(section.data()) % 4 != 0)
    throw InputError(std::string(file), "the lemmas are not aligned");
  const auto header = take<std::uint32_t>(rest, 4, file);
  if (std::memcmp(header.data(), "LEM1", 4) != 0)
    throw InputError(std::string(file), "the lemmas are of another version");
  const std::uint32_t count = header[1], strings = header[2];
  const auto answers = take<Answer>(rest, count, file);
  answers_.assign(answers.begin(), answers.end());
  edits_ = read_table(rest, count, file);
  capitals_ = read_table(rest, 4, file);
  const auto bytes = take<char>(rest, strings, file);
  strings_ = {bytes.data(), bytes.size()};
  for (const Answer& a : answers_)
    if (std::size_t{a.offset} + a.length > strings_.size())
      throw InputError(std::string(file), "the lemmas' strings are cut short");
}

int Lemmatizer::Table::find(std::uint64_t hash) const {
  const auto check = static_cast<std::uint32_t>(hash >> 32);
  for (std::uint32_t at = static_cast<std::uint32_t>(hash) & mask; values[at] != 0; at = (at + 1) & mask)
    if (checks[at] == check) return values[at] - 1;
  return -1;
}

int Lemmatizer::Table::longest(std::uint64_t class_hash, std::string_view word) const {
  std::uint64_t hash = class_hash;
  int found = find(finish(hash));
  const std::size_t bytes = word.size() <= longest_word ? word.size() : longest_ending;
  for (std::size_t n = 1; n <= bytes; ++n) {
    hash = step(hash, word[word.size() - n]);
    if (n > longest_ending) continue;
    if (const int answer = find(finish(hash)); answer >= 0) found = answer;
  }
  if (bytes == word.size())
    if (const int answer = find(finish(step(hash, '^'))); answer >= 0) found = answer;
  return found;
}

void Lemmatizer::make(std::string_view form, Upos upos, std::string_view feats, char place,
                      std::string& small, std::string& out) const {
  small.clear();
  out.clear();
  change_case(form, false, small);
  Answer edit{};
  if (const int answer = edits_.longest(edit_class(upos, feats), small); answer >= 0) edit = answers_[answer];
  std::size_t kept = small.size() - std::min<std::size_t>(edit.strip, small.size());
  const bool cuts_a_point = kept < small.size() && (static_cast<unsigned char>(small[kept]) & 0xC0) == 0x80;
  if (edit.strip > small.size() || cuts_a_point) edit = {}, kept = small.size();
  std::uint64_t shape_class = extend(hash_seed, to_string(upos));
  shape_class = step(step(shape_class, ' '), shape(form, place));
  const int answer = capitals_.longest(shape_class, small);
  const auto capitals = answer >= 0 ? static_cast<Capitals>(answer) : Capitals::keep;
  const std::string_view add = add_of(edit);
  if (capitals == Capitals::keep) {
    out.append(form.substr(0, kept)).append(add);
  } else if (capitals == Capitals::lower) {
    out.append(small, 0, kept).append(add);
  } else {
    std::string lower(small, 0, kept);
    lower += add;
    const std::size_t first = lower.empty() ? 0 : decode_utf8(lower, 0).length;
    const std::size_t raised = capitals == Capitals::upper ? lower.size() : first;
    change_case(std::string_view(lower).substr(0, raised), true, out);
    out.append(lower, raised);
  }
}

std::string Lemmatizer::lemma(std::string_view form, Upos upos, std::string_view feats, char place) const {
  std::string small, out;
  make(form, upos, feats, place, small, out);
  return out;
}

void Lemmatizer::annotate(Sentence& sentence, Analysis& analysis, Scratch& scratch) const {
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    Token& token = sentence.tokens[i];
    if (const std::string_view lemma = contracted_auxiliary(token, sentence.tokens); !lemma.empty()) {
      token.lemma = lemma;
      continue;
    }
    if (scratch.used_ * 2 >= scratch.entries_.size()) {
      std::vector<Scratch::Entry> old = std::move(scratch.entries_);
      scratch.entries_.assign(std::max<std::size_t>(1024, old.size() * 2), {});
      for (const Scratch::Entry& entry : old) {
        if (entry.hash == 0) continue;
        std::size_t at = entry.hash & (scratch.entries_.size() - 1);
        while (scratch.entries_[at].hash != 0) at = (at + 1) & (scratch.entries_.size() - 1);
        scratch.entries_[at] = entry;
      }
    }
    const char place = place_of(sentence.tokens, i);
    std::uint64_t hash = extend(extend(hash_seed, token.form), token.feats);
    hash = step(step(hash, static_cast<char>(token.upos)), place);
    hash = finish(hash) >> 1 | 1u;
    std::size_t at = hash & (scratch.entries_.size() - 1);
    const auto same = [&](const Scratch::Entry& e) {
      return e.hash == hash && e.form == token.form && e.feats == token.feats;
    };
    while (scratch.entries_[at].hash != 0 && !same(scratch.entries_[at]))
      at = (at + 1) & (scratch.entries_.size() - 1);
    Scratch::Entry& entry = scratch.entries_[at];
    if (entry.hash == 0) {
      make(token.form, token.upos, token.feats, place, scratch.small_, scratch.buffer_);
      const bool begins = token.form.starts_with(scratch.buffer_);
      entry = {token.form, token.feats,
               begins ? token.form.substr(0, scratch.buffer_.size()) : analysis.keep(scratch.buffer_), hash};
      ++scratch.used_;
    }
    token.lemma = entry.lemma;
  }
}

}  // namespace entente
