// SPDX-License-Identifier: Apache-2.0
#include "extract/language/network/network.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <vector>

#include "extract/language/network/name_decoder.h"
#include "extract/language/network/network_weights.h"
#include "extract/language/network/tree_decoder.h"
#include "extract/language/network/word_features.h"

namespace entente {
namespace {

constexpr int group_tokens = 192;  // enough rows to feed the kernels, few enough to stay in the cache
constexpr int chunk_rows = 48;     // rows whose sums are made and used at once

// A sentence, or a part of one that is too long, and the rows of its tokens in the group.
struct Piece {
  Sentence* sentence;
  std::size_t first;  // token
  int row;
  int size;
};

int argmax(const float* values, int begin, int end) {
  int best = begin;
  for (int i = begin + 1; i < end; ++i)
    if (values[i] > values[best]) best = i;
  return best;
}

template <typename T>
class Rows {
 public:
  T* need(int rows, int width) {
    width_ = width;
    return data_ = reinterpret_cast<T*>(bytes_.need(sizeof(T) * static_cast<std::size_t>(rows) * width));
  }
  T* operator[](int row) { return data_ + static_cast<std::size_t>(row) * width_; }
  std::size_t width() const { return width_; }

 private:
  AlignedBytes bytes_;
  T* data_ = nullptr;
  std::size_t width_ = 0;
};

}  // namespace

struct Network::Weights : NetworkWeights {
  using NetworkWeights::NetworkWeights;
};

struct Network::Scratch::State {
  WordFeatureScratch words;
  std::vector<Piece> pieces;
  int rows = 0;
  std::vector<std::uint8_t> begins, ends;  // for each row: whether a piece begins, ends there
  Rows<std::uint8_t> embedded, now, next, arc_dependents, tag_inner, name_inner, label_inner;
  Rows<std::uint8_t> names_input, names_now, names_next;
  Rows<std::int8_t> arc_heads, candidates;
  Rows<float> label_dependents, label_heads, logits, state;
  Rows<std::int32_t> sums;
  PackedMatrix packed;
  TreeDecoder trees;
  NameDecoder names;
  std::vector<std::int32_t> heads;  // for each row: index in its piece, -1: root
  std::vector<NameSpan> uner, news;
};

Network::Scratch::Scratch() : state_(std::make_unique<State>()) {}
Network::Scratch::~Scratch() = default;
Network::Scratch::Scratch(Scratch&&) noexcept = default;
Network::Scratch& Network::Scratch::operator=(Scratch&&) noexcept = default;

Network::Network(const ModelFile& model, Isa isa) : weights_(std::make_unique<const Weights>(model, isa)) {}
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;
Network::~Network() = default;

namespace {

// The pass of one group through the network.
template <typename S>
class Pass {
 public:
  Pass(const NetworkWeights& weights, S& s, NameScheme scheme)
      : w_(weights), k_(weights.kernels), shape_(weights.shape), s_(s), scheme_(scheme) {}

  void run() {
    mark_borders();
    embed();
    for (const auto& layer : w_.layers) recur(layer, s_.now, s_.next);
    inner_layers();
    tag();
    keep_states();
    parse();
    name();
  }

 private:
  // Calls use(first row, rows, sums) for the products of `layer` with `inputs`, chunk by chunk.
  template <typename Use>
  void multiply(const DenseLayer& layer, Rows<std::uint8_t>& inputs, Use use, bool backwards = false) {
    const int chunks = (s_.rows + chunk_rows - 1) / chunk_rows;
    std::int32_t* sums = s_.sums.need(chunk_rows, layer.matrix.padded_outputs());
    for (int i = 0; i < chunks; ++i) {
      const int first = (backwards ? chunks - 1 - i : i) * chunk_rows;
      const int rows = std::min(chunk_rows, s_.rows - first);
      k_.multiply(layer.matrix, inputs[first], inputs.width(), rows, sums);
      use(first, rows, sums);
    }
  }

  void mark_borders() {
    s_.begins.assign(s_.rows, 0);
    s_.ends.assign(s_.rows, 0);
    for (const Piece& p : s_.pieces) s_.begins[p.row] = s_.ends[p.row + p.size - 1] = 1;
  }

  void embed() {
    s_.embedded.need(s_.rows, NetworkWeights::input_width);
    s_.names_input.need(s_.rows, NetworkWeights::name_input_width + shape_.hidden);
    for (const Piece& p : s_.pieces)
      for (int i = 0; i < p.size; ++i) embed(p.sentence->tokens[p.first + i].form, p.row + i);
    s_.now.need(s_.rows, shape_.hidden);
    multiply(w_.input, s_.embedded, [&](int first, int rows, const std::int32_t* sums) {
      k_.tanh_bytes(sums, shape_.hidden, rows, shape_.hidden, w_.input.affine(), 127, 128, s_.now[first],
                    shape_.hidden);
    });
  }

  void embed(std::string_view form, int at) {
    const WordFeatures f = word_features(form, s_.words);
    const NetworkWeights::WordRow word = w_.row_of(f.word);
    embed(f, word, s_.embedded[at]);
    if (own_names()) embed_for_names(f, word, s_.names_input[at]);
  }

  void embed(const WordFeatures& f, NetworkWeights::WordRow word, std::uint8_t* out) {
    for (std::size_t t = 0; t < w_.tables.size(); ++t) {
      const std::size_t width = WordFeatures::table_widths[t];
      const std::size_t row = t == 0 ? word.vocabulary : f.rows[t - 1];
      std::memcpy(out, w_.tables[t].data() + row * width, width);
      out += width;
    }
    std::memcpy(out, w_.lexicon.data() + word.lists * NetworkWeights::lexicon_width,
                NetworkWeights::lexicon_width);
  }

  void embed_for_names(const WordFeatures& f, NetworkWeights::WordRow word, std::uint8_t* out) {
    for (int t = 0; t < NetworkWeights::name_tables; ++t) {
      const std::size_t width = NetworkWeights::name_widths[t];
      const std::size_t row = t == 0                                ? word.vocabulary
                              : t < NetworkWeights::name_tables - 1 ? f.rows[t - 1]
                                                                    : word.lists;
      std::memcpy(out, w_.tables_of_names[t].data() + row * width, width);
      out += width;
    }
  }

  bool own_names() const { return scheme_ == NameScheme::uner; }

  void recur(const std::array<DenseLayer, 2>& layer, Rows<std::uint8_t>& now, Rows<std::uint8_t>& next) {
    const int hidden = static_cast<int>(now.width()), half = hidden / 2;
    next.need(s_.rows, hidden);
    float* state = s_.state.need(1, half);
    for (const bool backwards : {false, true}) {
      const int column = backwards ? half : 0;
      multiply(
          layer[backwards], now,
          [&](int first, int rows, const std::int32_t* sums) {
            k_.recur({sums, now[first] + column, next[first] + column, now.width(),
                      (backwards ? s_.ends : s_.begins).data() + first, state, rows, half, backwards},
                     layer[backwards].affine());
          },
          backwards);
    }
    std::swap(now, next);
  }

  // Of sentences of marks alone nobody asks the states, and a megabyte of quotes would hold 256.
  void keep_states() {
    for (const Piece& p : s_.pieces) {
      if (!has_words(p)) continue;
      const std::size_t begin = p.first * shape_.hidden,
                        size = static_cast<std::size_t>(p.size) * shape_.hidden;
      p.sentence->states.resize(begin + size, 128);
      std::memcpy(p.sentence->states.data() + begin, s_.now[p.row], size);
    }
  }

  bool has_words(const Piece& p) const {
    const auto tokens = std::span(p.sentence->tokens).subspan(p.first, p.size);
    return !std::ranges::all_of(tokens,
                                [](const Token& t) { return t.upos == Upos::punct || t.upos == Upos::sym; });
  }

  // The first layer of every head, in one product.
  void inner_layers() {
    const NetworkShape& n = shape_;
    s_.arc_dependents.need(s_.rows, n.arc);
    s_.arc_heads.need(s_.rows, n.arc);
    s_.label_dependents.need(s_.rows, n.label);
    s_.label_heads.need(s_.rows, n.label);
    s_.tag_inner.need(s_.rows, n.tag);
    s_.name_inner.need(s_.rows, n.name);
    multiply(w_.heads, s_.now, [&](int first, int rows, const std::int32_t* sums) {
      const std::size_t stride = w_.heads.matrix.padded_outputs();
      Affine a = w_.heads.affine();
      const auto step = [&](int width) {
        sums += width;
        a = {a.scale + width, a.bias + width};
      };
      k_.tanh_bytes(sums, stride, rows, n.arc, a, 127, 128, s_.arc_dependents[first], n.arc);
      step(n.arc);
      k_.tanh_bytes(sums, stride, rows, n.arc, a, 63, 0, reinterpret_cast<std::uint8_t*>(s_.arc_heads[first]),
                    n.arc);
      step(n.arc);
      k_.affine(sums, stride, rows, n.label, a, s_.label_dependents[first], n.label);
      step(n.label);
      k_.affine(sums, stride, rows, n.label, a, s_.label_heads[first], n.label);
      step(n.label);
      k_.relu_bytes(sums, stride, rows, n.tag, a, s_.tag_inner[first], n.tag);
      step(n.tag);
      k_.relu_bytes(sums, stride, rows, n.name, a, s_.name_inner[first], n.name);
    });
  }

  // The last layer of a head: a row of numbers for each row of `inner`.
  void outer_layer(const DenseLayer& layer, Rows<std::uint8_t>& inner) {
    const int width = layer.matrix.padded_outputs();
    s_.logits.need(s_.rows, width);
    multiply(layer, inner, [&](int first, int rows, const std::int32_t* sums) {
      k_.affine(sums, width, rows, width, layer.affine(), s_.logits[first], width);
    });
  }

  void tag() {
    outer_layer(w_.to_tags, s_.tag_inner);
    for (const Piece& p : s_.pieces)
      for (int i = 0; i < p.size; ++i) {
        const float* values = s_.logits[p.row + i];
        const int upos = argmax(values, 0, upos_count);
        Token& token = p.sentence->tokens[p.first + i];
        token.upos = static_cast<Upos>(upos);
        token.feats = {};
        token.morphology = {};
        const int begin = w_.class_begin[upos], end = w_.class_begin[upos + 1];
        if (begin == end) continue;
        const auto& chosen = w_.classes[argmax(values + upos_count, begin, end)];
        token.feats = chosen.feats;
        token.morphology = chosen.morphology;
      }
  }

  void parse() {
    s_.heads.resize(s_.rows);
    s_.label_inner.need(s_.rows, shape_.label);
    for (const Piece& p : s_.pieces) {
      parse(p);
      for (int i = p.row; i < p.row + p.size; ++i) {
        const float* head = s_.heads[i] < 0 ? w_.root_label.data() : s_.label_heads[p.row + s_.heads[i]];
        k_.add_relu_bytes(s_.label_dependents[i], head, shape_.label, s_.label_inner[i]);
      }
    }
    outer_layer(w_.to_label, s_.label_inner);
    for (const Piece& p : s_.pieces)
      for (int i = 0; i < p.size; ++i) attach(p, i);
  }

  // Every word of the piece as a head for every other, in one product; then the best tree.
  void parse(const Piece& p) {
    std::int8_t* candidates = s_.candidates.need(p.size + 1, shape_.arc);
    std::memcpy(candidates, w_.root_arc.data(), shape_.arc);
    std::memcpy(s_.candidates[1], s_.arc_heads[p.row], static_cast<std::size_t>(p.size) * shape_.arc);
    k_.pack(candidates, p.size + 1, shape_.arc, 128, s_.packed);
    const int stride = s_.packed.padded_outputs();
    std::int32_t* scores = s_.sums.need(p.size, stride);
    k_.multiply(s_.packed, s_.arc_dependents[p.row], shape_.arc, p.size, scores);
    s_.trees.decode({scores, static_cast<std::size_t>(p.size) * stride}, stride, p.size,
                    {s_.heads.data() + p.row, static_cast<std::size_t>(p.size)});
  }

  // The root is labelled root, and nothing else is.
  void attach(const Piece& p, int i) {
    Token& token = p.sentence->tokens[p.first + i];
    const std::int32_t head = s_.heads[p.row + i];
    token.head = head < 0 ? -1 : head + static_cast<std::int32_t>(p.first);
    float* values = s_.logits[p.row + i];
    values[w_.root_deprel] = -1e30f;
    token.deprel = head < 0 ? Deprel::root : w_.deprels[argmax(values, 0, shape_.deprels)];
  }

  void name() {
    outer_layer(w_.to_names, s_.name_inner);
    for (const Piece& p : s_.pieces) {
      s_.names.decode(s_.logits[p.row] + shape_.uner, s_.logits.width(), p.size, w_.news_types,
                      static_cast<std::uint32_t>(p.first), s_.news);
      std::vector<NameSpan>& all = p.sentence->names;
      all.insert(all.end(), s_.news.begin(), s_.news.end());
    }
    if (own_names()) name_as_uner();
  }

  // The names network; what its names leave room for stays of those found before.
  void name_as_uner() {
    for (int row = 0; row < s_.rows; ++row)
      std::memcpy(s_.names_input[row] + NetworkWeights::name_input_width, s_.now[row], shape_.hidden);
    const int hidden = w_.names.hidden;
    s_.names_now.need(s_.rows, hidden);
    multiply(w_.names_input, s_.names_input, [&](int first, int rows, const std::int32_t* sums) {
      k_.tanh_bytes(sums, hidden, rows, hidden, w_.names_input.affine(), 127, 128, s_.names_now[first],
                    hidden);
    });
    for (const auto& layer : w_.names_layers) recur(layer, s_.names_now, s_.names_next);
    outer_layer(w_.to_uner, s_.names_now);
    for (const Piece& p : s_.pieces) {
      s_.names.decode(s_.logits[p.row], s_.logits.width(), p.size, w_.uner_types,
                      static_cast<std::uint32_t>(p.first), s_.uner, w_.uner_moves);
      std::vector<NameSpan>& all = p.sentence->names;
      auto begin =
          std::find_if(all.begin(), all.end(), [&](const NameSpan& n) { return n.begin >= p.first; });
      s_.news.assign(begin, all.end());
      all.erase(begin, all.end());
      merge_names(s_.uner, s_.news);
      all.insert(all.end(), s_.uner.begin(), s_.uner.end());
    }
  }

  const NetworkWeights& w_;
  const Kernels& k_;
  const NetworkShape& shape_;
  S& s_;
  const NameScheme scheme_;
};

// The later pieces of a long sentence hang on the root of the first.
void join_pieces(Sentence& sentence) {
  std::int32_t root = -1;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    Token& token = sentence.tokens[i];
    if (token.head >= 0) continue;
    if (root < 0) {
      root = static_cast<std::int32_t>(i);
    } else {
      token.head = root;
      token.deprel = Deprel::parataxis;
    }
  }
}

}  // namespace

std::size_t Network::state_width() const {
  return static_cast<std::size_t>(weights_->shape.hidden);
}

void Network::annotate(std::span<Sentence> sentences, Scratch& scratch, NameScheme names) const {
  Scratch::State& s = *scratch.state_;
  const auto flush = [&] {
    if (s.rows > 0) Pass<Scratch::State>(*weights_, s, names).run();
    s.pieces.clear();
    s.rows = 0;
  };
  s.pieces.clear();
  s.rows = 0;
  for (Sentence& sentence : sentences) {
    sentence.names.clear();
    for (std::size_t first = 0; first < sentence.tokens.size(); first += longest_piece) {
      const int size = static_cast<int>(std::min<std::size_t>(longest_piece, sentence.tokens.size() - first));
      s.pieces.push_back({&sentence, first, s.rows, size});
      s.rows += size;
      if (s.rows >= group_tokens) flush();
    }
  }
  flush();
  for (Sentence& sentence : sentences)
    if (sentence.tokens.size() > longest_piece) join_pieces(sentence);
}

}  // namespace entente
