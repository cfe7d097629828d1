// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// A syntactic word of a CoNLL-U file: the columns as they stand there, `_` for an empty one.
struct ConlluWord {
  std::string form = "_", lemma = "_", upos = "_", xpos = "_", feats = "_";
  std::int32_t head = -1;  // index of the governing word in the sentence; -1: the root, or a head of `_`
  std::string deprel = "_", deps = "_", misc = "_";
  bool operator==(const ConlluWord&) const = default;
};

// A multiword token: words [begin, end) are written as `form`.
struct ConlluRange {
  std::uint32_t begin = 0, end = 0;
  std::string form, misc = "_";
  bool operator==(const ConlluRange&) const = default;
};

// An empty node of the enhanced graph, kept as its line: it stands after `after` words.
struct ConlluEmptyNode {
  std::uint32_t after = 0;
  std::string line;
  bool operator==(const ConlluEmptyNode&) const = default;
};

// A sentence of a CoNLL-U file, https://universaldependencies.org/format.html. Writing what was read gives
// the same bytes, but for a last empty line that was missing.
struct ConlluSentence {
  std::vector<std::string> comments;  // whole lines with their `#`
  std::vector<ConlluWord> words;
  std::vector<ConlluRange> ranges;  // in order and disjoint
  std::vector<ConlluEmptyNode> empty_nodes;
  std::size_t line = 0;  // where it begins in the file

  // The value of the comment `# key = value`, or empty; `has` tells an absent from an empty one.
  std::string_view comment(std::string_view key) const;
  bool has(std::string_view key) const;

  bool operator==(const ConlluSentence&) const = default;
};

// Reads CoNLL-U. Throws InputError that names `file`, line and column when a line has not ten columns, ids do
// not count up, a head lies outside the sentence or on the word itself, a range is broken, or the bytes are
// not UTF-8. Trees are not checked for cycles: gold files are taken as they are. CRLF line ends are taken.
std::vector<ConlluSentence> read_conllu(std::string_view bytes, const std::string& file);

// Appends the sentence and its empty line to `out`.
void write_conllu(const ConlluSentence& sentence, std::string& out);

// The value of `key` in a MISC or FEATS column ("a=b|c=d"), or empty.
std::string_view attribute(std::string_view column, std::string_view key);

// Sets `key` in a MISC column, before the first key that sorts after it.
void set_attribute(std::string& column, std::string_view key, std::string_view value);

// Takes `key` out of a MISC column.
void remove_attribute(std::string& column, std::string_view key);

}  // namespace entente
