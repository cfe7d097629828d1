// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/relation_network.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "extract/relations/binary.h"
#include "extract/relations/pair_finder.h"

namespace entente {
namespace {

constexpr std::size_t vector_width = 3;
constexpr std::size_t token_width = 256 + vector_width + network_inputs::token_rows;

// Numbers between -0.1 and 0.1 in a fixed order.
class Numbers {
 public:
  float next() {
    state_ = state_ * 1664525u + 1013904223u;
    return (static_cast<float>(state_ >> 8) / static_cast<float>(1u << 24) - 0.5f) * 0.2f;
  }
  std::vector<float> take(std::size_t count) {
    std::vector<float> values(count);
    for (float& value : values) value = next();
    return values;
  }

 private:
  std::uint32_t state_ = 7;
};

// The tensors of one network in the order of the file.
std::vector<std::vector<float>> tensors() {
  namespace in = network_inputs;
  Numbers numbers;
  std::vector<std::vector<float>> all;
  const auto add = [&](std::size_t count) { all.push_back(numbers.take(count)); };
  for (const std::size_t width : {64, 64, 128, 64}) add(width), add(token_width * width);
  for (const std::size_t count : {in::place_rows * 64, in::order_rows * 64, std::size_t{64},
                                  std::size_t{128 * 64}, std::size_t{2}, std::size_t{128}})
    add(count);
  for (const std::size_t count :
       {in::role_rows * 128, in::role_rows * 128, std::size_t{48}, in::role_rows * 48, in::role_rows * 48,
        std::size_t{48 * 128}, in::fit_rows * 128, std::size_t{64 * 128}, std::size_t{64 * 128},
        std::size_t{128 * 128}, std::size_t{16}, std::size_t{128 * 16}, in::fit_count})
    add(count);
  for (const std::size_t count :
       {std::size_t{128}, std::size_t{128 * 128}, std::size_t{192 * 128}, in::kind_rows * 128,
        in::form_rows * 128, in::numbers * 128, std::size_t{17}, std::size_t{128 * 17}})
    add(count);
  return all;
}

std::string file_of(const std::vector<std::vector<float>>& all, std::uint32_t key) {
  std::string bytes = "ENTRELN1";
  put_u32(bytes, 1);
  put_u32(bytes, vector_width);
  put_u32(bytes, key);
  bytes += std::string("\x20\x10\xF0", vector_width);
  put_u32(bytes, 1);
  for (const auto& tensor : all)
    for (const float value : tensor) put_float(bytes, value);
  return bytes;
}

// "France criticized Iran .", its tree, and states that are not all alike.
struct Scene {
  Scene() {
    const auto add = [&](std::string_view form, Upos upos, Deprel deprel, int head) {
      Token& token = sentence.tokens.emplace_back();
      token.form = form;
      token.lemma = form;
      token.upos = upos;
      token.deprel = deprel;
      token.head = head;
    };
    add("France", Upos::propn, Deprel::nsubj, 1);
    add("criticize", Upos::verb, Deprel::root, -1);
    add("Iran", Upos::propn, Deprel::obj, 1);
    for (std::size_t i = 0; i < 3 * 256; ++i)
      sentence.states.push_back(static_cast<std::uint8_t>(i * 37 % 251));
    for (const std::uint32_t token : {0u, 2u}) {
      Mention& mention = actors.mentions.emplace_back();
      mention.begin = mention.head = token;
      mention.end = token + 1;
      mention.actors = {token / 2};
      DocumentActor& actor = actors.actors.emplace_back();
      actor.kind = ActorKind::country;
      actor.country = token ? "IRN" : "FRA";
    }
    for (const Mention& mention : actors.mentions) mentions.push_back(&mention);
    context = PairContext::of(actors, 1);
    context.mentions = mentions;
    context.actors_here = 2;
  }

  Sentence sentence;
  ResolvedActors actors;
  std::vector<const Mention*> mentions;
  PairContext context;
  Lexicon lexicon = Lexicon::parse("criticize\tverb\tACCUSE\t-\tsubj\tobj\t-\t-\n", "l");
};

using Row = std::vector<double>;

// The formulas of training/relation_network.py in the plainest form.
class Reference {
 public:
  Reference(const Scene& scene, const SentenceView& view) : scene_(scene), view_(view), t_(tensors()) {}

  Row score(const PairInputs& in) const {
    const Row s = relu(token(0, in.source)), t = relu(token(2, in.target)), ends = join(s, t);
    Row g = add(floats(27), times(28, ends, 128));
    g = add(g, times(29, pooled(in, ends), 128));
    g = add(g, row(30, in.kinds, 128));
    g = add(g, row(31, in.forms, 128));
    g = relu(add(g, times(32, Row(in.numbers.begin(), in.numbers.end()), 128)));
    const Row out = add(floats(33), times(34, g, 17));
    std::vector<Row> frames;
    for (const FrameInputs& frame : in.frames) frames.push_back(frame_score(frame, g));
    Row scores(16);
    for (std::size_t k = 0; k < 16; ++k) {
      double sum = 0;
      for (const Row& z : frames) sum += std::exp(z[k]);
      scores[k] = std::log(sum) + out[k] + out[16];
    }
    return scores;
  }

 private:
  Row floats(std::size_t tensor) const { return Row(t_[tensor].begin(), t_[tensor].end()); }
  Row row(std::size_t tensor, std::size_t i, std::size_t width) const {
    return Row(t_[tensor].begin() + static_cast<std::ptrdiff_t>(i * width),
               t_[tensor].begin() + static_cast<std::ptrdiff_t>((i + 1) * width));
  }
  static Row add(Row a, const Row& b) {
    for (std::size_t i = 0; i < a.size(); ++i) a[i] += b[i];
    return a;
  }
  static Row relu(Row a) {
    for (double& value : a) value = std::max(value, 0.0);
    return a;
  }
  static Row join(Row a, const Row& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
  }
  Row times(std::size_t tensor, const Row& x, std::size_t width) const {
    Row sum(width, 0.0);
    for (std::size_t i = 0; i < x.size(); ++i)
      for (std::size_t k = 0; k < width; ++k) sum[k] += x[i] * static_cast<double>(t_[tensor][i * width + k]);
    return sum;
  }
  Row token(std::size_t tensor, std::uint32_t at) const {
    Row x;
    for (std::size_t i = 0; i < 256; ++i) x.push_back((scene_.sentence.states[at * 256 + i] - 128) / 127.0);
    const Row vector = at == 1 ? Row{32 / 64.0, 16 / 64.0, -16 / 64.0} : Row(3, 0.0);
    x = join(x, vector);
    Row hot(network_inputs::token_rows, 0.0);
    for (const std::uint16_t i : token_inputs(view_, scene_.context, at)) hot[i] = 1;
    return add(floats(tensor), times(tensor + 1, join(x, hot), t_[tensor].size()));
  }
  Row pooled(const PairInputs& in, const Row& ends) const {
    const Row query = add(floats(10), times(11, ends, 64));
    std::vector<Row> values, scores;
    Row greatest(64, 0.0), means(128, 0.0);
    for (const ContextInputs& at : in.context) {
      values.push_back(relu(add(add(token(6, at.token), row(8, at.place, 64)), row(9, at.order, 64))));
      scores.push_back(add(floats(12), times(13, relu(add(values.back(), query)), 2)));
      for (std::size_t k = 0; k < 64; ++k) greatest[k] = std::max(greatest[k], values.back()[k]);
    }
    for (std::size_t h = 0; h < 2; ++h) {
      double total = 0;
      for (const Row& score : scores) total += std::exp(score[h]);
      for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t k = 0; k < 64; ++k)
          means[h * 64 + k] += std::exp(scores[i][h]) / total * values[i][k];
    }
    return join(means, greatest);
  }
  Row frame_score(const FrameInputs& frame, const Row& g) const {
    Row f = token(4, frame.predicate), role = floats(16);
    for (const std::uint16_t i : frame.source_role)
      f = add(f, row(14, i, 128)), role = add(role, row(17, i, 48));
    for (const std::uint16_t i : frame.target_role)
      f = add(f, row(15, i, 128)), role = add(role, row(18, i, 48));
    f = add(f, times(19, relu(role), 128));
    for (const std::uint16_t i : frame.fits) f = add(f, row(20, i, 128));
    f = add(f, times(21, relu(token(0, frame.source)), 128));
    f = add(f, times(22, relu(token(2, frame.target)), 128));
    f = relu(add(f, times(23, g, 128)));
    Row z = add(floats(24), times(25, f, 16));
    for (const std::uint16_t i : frame.fits)
      z[i / network_inputs::fit_count] += static_cast<double>(t_[26][i % network_inputs::fit_count]);
    return z;
  }

  const Scene& scene_;
  const SentenceView& view_;
  std::vector<std::vector<float>> t_;
};

TEST(RelationNetwork, ComputesWhatItsFormulasSay) {
  const Scene scene;
  const SentenceView view(scene.sentence, scene.lexicon);
  RelationNetwork network;
  ASSERT_TRUE(network.take_from(file_of(tensors(), word_key(view, 1))));
  const std::vector<ActorPair> pairs = find_pairs(view, scene.mentions);
  ASSERT_EQ(pairs.size(), 1u);
  RelationNetwork::Scorer scorer(network);
  scorer.start(view);
  for (const bool swapped : {false, true}) {
    const RelationNetwork::Scores scores = scorer.score(view, scene.context, pairs[0], swapped);
    const Row expected = Reference(scene, view).score(pair_inputs(view, scene.context, pairs[0], swapped));
    for (std::size_t k = 0; k < scores.size(); ++k) EXPECT_NEAR(scores[k], expected[k], 1e-4) << k;
  }
}

TEST(RelationNetwork, SeesThePredicateBetweenTheTwo) {
  const Scene scene;
  const SentenceView view(scene.sentence, scene.lexicon);
  const PairInputs inputs = pair_inputs(view, scene.context, find_pairs(view, scene.mentions)[0], false);
  ASSERT_EQ(inputs.frames.size(), 1u);
  EXPECT_EQ(inputs.frames[0].predicate, 1u);
  const auto full =
      static_cast<std::uint16_t>(static_cast<std::size_t>(EventType::accuse) * network_inputs::fit_count +
                                 static_cast<std::size_t>(Fit::full));
  EXPECT_EQ(inputs.frames[0].fits, std::vector<std::uint16_t>{full});
  ASSERT_EQ(inputs.context.size(), 3u);
  EXPECT_EQ(inputs.context[1].place, 3);  // where the two meet
}

// Whatever is cut off or put behind, it says so.
TEST(RelationNetwork, RefusesDamage) {
  const std::string bytes = file_of(tensors(), 5);
  RelationNetwork network;
  for (std::size_t size = 0; size < bytes.size(); size += size < 64 ? 1 : 9973)
    EXPECT_FALSE(network.take_from(std::string_view(bytes).substr(0, size))) << size;
  EXPECT_FALSE(network.take_from(bytes + "x"));
  std::string not_a_number = bytes;
  put_float(not_a_number.replace(not_a_number.size() - 4, 4, ""), std::nanf(""));
  EXPECT_FALSE(network.take_from(not_a_number));
  EXPECT_TRUE(network.take_from(bytes));
}

}  // namespace
}  // namespace entente
