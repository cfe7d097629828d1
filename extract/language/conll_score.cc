// SPDX-License-Identifier: Apache-2.0
#include "extract/language/conll_score.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>

#include "extract/document/code_point.h"
#include "extract/language/char_class.h"
#include "extract/language/conllu_analysis.h"
#include "graph/error.h"

namespace entente {
namespace {

struct Span {
  std::uint32_t begin = 0, end = 0;  // bytes of the text without white space
  auto operator<=>(const Span&) const = default;
};

struct Word {
  Span span;  // of a multiword token's word: the token's
  bool multiword = false;
  const ConlluWord* columns = nullptr;
  std::int64_t head = -1;  // index among all words; -1: the root
};

// A file as the measures see it.
struct Side {
  std::string text;  // all forms, white space left out
  std::vector<Span> sentences, tokens;
  std::vector<Word> words;
};

// Leaves out what the segmenter takes for white space, and soft hyphens and joiners, which it leaves out of
// forms.
bool is_invisible(char32_t point) {
  if (point < 0x80) return point <= ' ' || point == 0x7F;
  const CharClass sort = class_of(point);
  return sort == CharClass::space || sort == CharClass::line_end || point == 0xAD || point == 0x2060 ||
         (point >= 0x200C && point <= 0x200F);
}

void append_visible(std::string_view form, std::string& text) {
  for (std::size_t at = 0; at < form.size();) {
    const DecodedPoint point = decode_utf8(form, at);
    if (!is_invisible(point.value)) text += form.substr(at, point.length);
    at += point.length;
  }
}

Side load(std::span<const ConlluSentence> sentences) {
  Side side;
  for (const ConlluSentence& sentence : sentences) {
    const auto sentence_begin = static_cast<std::uint32_t>(side.text.size());
    const auto first = static_cast<std::int64_t>(side.words.size());
    auto range = sentence.ranges.begin();
    for (std::uint32_t i = 0; i < sentence.words.size();) {
      const bool multiword = range != sentence.ranges.end() && range->begin == i;
      const std::uint32_t end = multiword ? range->end : i + 1;
      const auto begin = static_cast<std::uint32_t>(side.text.size());
      append_visible(multiword ? range->form : sentence.words[i].form, side.text);
      const Span span{begin, static_cast<std::uint32_t>(side.text.size())};
      side.tokens.push_back(span);
      for (; i < end; ++i) {
        const std::int32_t head = sentence.words[i].head;
        side.words.push_back({span, multiword, &sentence.words[i], head < 0 ? -1 : first + head});
      }
      if (multiword) ++range;
    }
    side.sentences.push_back({sentence_begin, static_cast<std::uint32_t>(side.text.size())});
  }
  return side;
}

F1 score_spans(const std::vector<Span>& gold, const std::vector<Span>& found) {
  std::vector<Span> both;
  std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(), std::back_inserter(both));
  return {gold.size(), found.size(), both.size()};
}

std::string small(std::string_view form) {
  std::string out(form);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// Pairs of gold and found words that stand for each other, as conll18_ud_eval.py finds them.
class Aligner {
 public:
  Aligner(const std::vector<Word>& gold, const std::vector<Word>& found) : gold_(gold), found_(found) {}

  std::vector<std::pair<std::size_t, std::size_t>> align() {
    while (g_ < gold_.size() && f_ < found_.size()) {
      if (gold_[g_].multiword || found_[f_].multiword) {
        align_multiword();
      } else if (gold_[g_].span == found_[f_].span) {
        pairs_.emplace_back(g_++, f_++);
      } else if (gold_[g_].span.begin <= found_[f_].span.begin) {
        ++g_;
      } else {
        ++f_;
      }
    }
    return std::move(pairs_);
  }

 private:
  static bool beyond(const std::vector<Word>& words, std::size_t i, std::uint32_t end) {
    if (i >= words.size()) return true;
    return words[i].multiword ? words[i].span.begin >= end : words[i].span.end > end;
  }

  void align_multiword() {
    std::uint32_t end;
    if (gold_[g_].multiword) {
      end = gold_[g_].span.end;
      if (!found_[f_].multiword && found_[f_].span.begin < gold_[g_].span.begin) ++f_;
    } else {
      end = found_[f_].span.end;
      if (!gold_[g_].multiword && gold_[g_].span.begin < found_[f_].span.begin) ++g_;
    }
    const std::size_t first_gold = g_, first_found = f_;
    while (!beyond(gold_, g_, end) || !beyond(found_, f_, end)) {
      const bool take_gold =
          g_ < gold_.size() && (f_ >= found_.size() || gold_[g_].span.begin <= found_[f_].span.begin);
      const Word& word = take_gold ? gold_[g_++] : found_[f_++];
      if (word.multiword) end = std::max(end, word.span.end);
    }
    align_by_form(first_gold, g_, first_found, f_);
  }

  void align_by_form(std::size_t gb, std::size_t ge, std::size_t fb, std::size_t fe) {
    const std::size_t n = ge - gb, m = fe - fb;
    std::vector<std::string> gold_forms, found_forms;
    for (std::size_t i = gb; i < ge; ++i) gold_forms.push_back(small(gold_[i].columns->form));
    for (std::size_t i = fb; i < fe; ++i) found_forms.push_back(small(found_[i].columns->form));
    std::vector<std::vector<std::size_t>> lcs(n + 1, std::vector<std::size_t>(m + 1, 0));
    for (std::size_t g = n; g-- > 0;)
      for (std::size_t f = m; f-- > 0;)
        lcs[g][f] =
            gold_forms[g] == found_forms[f] ? 1 + lcs[g + 1][f + 1] : std::max(lcs[g + 1][f], lcs[g][f + 1]);
    for (std::size_t g = 0, f = 0; g < n && f < m;) {
      if (gold_forms[g] == found_forms[f])
        pairs_.emplace_back(gb + g++, fb + f++);
      else if (lcs[g][f] == lcs[g + 1][f])
        ++g;
      else
        ++f;
    }
  }

  const std::vector<Word>&gold_, &found_;
  std::size_t g_ = 0, f_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;
};

bool is_universal(std::string_view feature) {
  static constexpr std::array<std::string_view, 21> names = {
      "PronType", "NumType", "Poss",  "Reflex",   "Foreign",  "Abbr",     "Gender",
      "Animacy",  "Number",  "Case",  "Definite", "Degree",   "VerbForm", "Mood",
      "Tense",    "Aspect",  "Voice", "Evident",  "Polarity", "Person",   "Polite"};
  return std::find(names.begin(), names.end(), feature.substr(0, feature.find('='))) != names.end();
}

std::set<std::string_view> universal_features(std::string_view feats) {
  std::set<std::string_view> kept;
  while (!feats.empty()) {
    const auto bar = std::min(feats.find('|'), feats.size());
    if (is_universal(feats.substr(0, bar))) kept.insert(feats.substr(0, bar));
    feats.remove_prefix(std::min(bar + 1, feats.size()));
  }
  return kept;
}

std::string_view universal(std::string_view deprel) {
  return deprel.substr(0, deprel.find(':'));
}

std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> names_of(
    std::span<const ConlluSentence> sentences) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> names;
  std::string text;
  for (const ConlluSentence& sentence : sentences) {
    std::vector<std::uint32_t> begins, ends;
    std::vector<std::string_view> tags;
    for (const ConlluWord& word : sentence.words) {
      begins.push_back(static_cast<std::uint32_t>(text.size()));
      append_visible(word.form, text);
      ends.push_back(static_cast<std::uint32_t>(text.size()));
      const std::string_view name = attribute(word.misc, "Name");
      tags.push_back(name.empty() ? attribute(word.misc, "Uner") : name);
    }
    for (const NameSpan& name : names_from_tags(tags))
      names[{begins[name.begin], ends[name.end - 1]}] = to_string(name.type);
  }
  return names;
}

}  // namespace

ConllScore score_conll(std::span<const ConlluSentence> gold_file, std::span<const ConlluSentence> found_file,
                       const std::string& file) {
  const Side gold = load(gold_file), found = load(found_file);
  if (gold.text != found.text) throw InputError(file, "gold and analysis do not hold the same characters");
  ConllScore score;
  score.tokens = score_spans(gold.tokens, found.tokens);
  score.sentences = score_spans(gold.sentences, found.sentences);
  const auto pairs = Aligner(gold.words, found.words).align();
  score.words = {gold.words.size(), found.words.size(), pairs.size()};
  std::vector<std::int64_t> found_of(gold.words.size(), -2);
  for (const auto& [g, f] : pairs) found_of[g] = static_cast<std::int64_t>(f);
  score.upos = score.feats = score.lemmas = score.uas =
      score.las = {gold.words.size(), found.words.size(), 0};
  for (const auto& [g, f] : pairs) {
    const ConlluWord &gw = *gold.words[g].columns, &fw = *found.words[f].columns;
    score.upos.right += gw.upos == fw.upos;
    score.feats.right += universal_features(gw.feats) == universal_features(fw.feats);
    score.lemmas.right += gw.lemma == "_" || gw.lemma == fw.lemma;
    const std::int64_t gold_head = gold.words[g].head;
    const bool attached =
        (gold_head < 0 ? -1 : found_of[static_cast<std::size_t>(gold_head)]) == found.words[f].head;
    score.uas.right += attached;
    score.las.right += attached && universal(gw.deprel) == universal(fw.deprel);
  }
  return score;
}

std::map<std::string, F1> score_names(std::span<const ConlluSentence> gold_file,
                                      std::span<const ConlluSentence> found_file) {
  const auto gold = names_of(gold_file), found = names_of(found_file);
  std::map<std::string, F1> scores;
  for (const auto& [span, type] : gold) ++scores[type].gold;
  for (const auto& [span, type] : found) {
    const auto score = scores.find(type);
    if (score == scores.end()) continue;
    ++score->second.found;
    const auto same = gold.find(span);
    score->second.right += same != gold.end() && same->second == type;
  }
  F1 all;
  for (const auto& [type, score] : scores) {
    all.gold += score.gold;
    all.found += score.found;
    all.right += score.right;
  }
  if (!scores.empty()) scores["all"] = all;
  return scores;
}

namespace {

std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  const char separator = line.find('\t') != std::string_view::npos ? '\t' : ' ';
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(separator, at), line.size());
    columns.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return columns;
}

template <typename Use>
void each_line(std::string_view bytes, Use&& use) {
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    use(line, number);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
}

}  // namespace

namespace {

// A tag with the type of names that the engine knows; empty for none.
std::string translated(std::string_view tag, std::string_view part_of_speech) {
  if (tag.size() < 3) return {};
  const std::string_view type = tag.substr(2);
  const bool demonym = part_of_speech == "JJ" || part_of_speech == "NNS" || part_of_speech == "NNPS";
  static constexpr std::pair<std::string_view, std::string_view> types[] = {
      {"per", "PER"},  {"org", "ORG"},  {"geo", "LOC"}, {"art", "MISC"},
      {"eve", "MISC"}, {"nat", "MISC"}, {"tim", ""}};
  std::string_view name = type == "gpe" ? (demonym ? "NORP" : "LOC") : type;
  for (const auto& [from, to] : types)
    if (type == from) name = to;
  return name.empty() ? std::string() : std::string(tag.substr(0, 2)) + std::string(name);
}

}  // namespace

bool looks_like_iob2(std::string_view bytes) {
  std::optional<bool> answer;
  each_line(bytes.substr(0, 1 << 16), [&](std::string_view line, std::size_t) {
    if (answer || line.empty() || line[0] == '#') return;
    answer = std::count(line.begin(), line.end(), '\t') < 9;
  });
  return answer.value_or(false);
}

std::vector<ConlluSentence> read_iob2(std::string_view bytes, const std::string& file) {
  std::vector<ConlluSentence> sentences;
  ConlluSentence current;
  const auto finish = [&] {
    if (!current.words.empty()) sentences.push_back(std::move(current));
    current = {};
  };
  each_line(bytes, [&](std::string_view line, std::size_t number) {
    if (line.empty()) return finish();
    if (line[0] == '#' && (line.size() == 1 || line[1] == ' ') && line.find('\t') == std::string_view::npos) {
      if (line.find("newdoc") == 2 || line.find("newpar") == 2) current.comments.emplace_back(line);
      return;
    }
    const auto columns = columns_of(line);
    if (columns.size() < 2) throw InputError(file, number, 1, "a token without a tag");
    const bool numbered = columns.size() > 2 && columns[0] == std::to_string(current.words.size() + 1);
    ConlluWord& word = current.words.emplace_back();
    word.form = columns[numbered ? 1 : 0];
    const std::string_view tag = columns.back();
    const bool known =
        tag == "O" || tag == "_" || (tag.size() > 2 && (tag[0] == 'B' || tag[0] == 'I') && tag[1] == '-');
    if (!known || word.form.empty())
      throw InputError(file, number, 1, "\"" + std::string(tag) + "\" is no IOB2 tag");
    const std::string name = translated(tag, columns[columns.size() - 2]);
    if (!name.empty()) set_attribute(word.misc, "Name", name);
  });
  finish();
  return sentences;
}

}  // namespace entente
