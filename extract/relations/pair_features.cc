// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/pair_features.h"

#include <algorithm>

#include "extract/relations/hash.h"
#include "extract/relations/speech_link.h"

namespace entente {
namespace {

std::uint32_t bucket(std::uint32_t n) {
  return n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 20 ? 6 : 7;
}

std::uint32_t code(auto value) {
  return static_cast<std::uint32_t>(value);
}

class FeatureMaker {
 public:
  FeatureMaker(const SentenceView& view, const PairContext& context, const ActorPair& pair, bool swapped,
               std::vector<PairFeature>& features)
      : view_(view),
        tree_(view.tree()),
        context_(context),
        pair_(pair),
        swapped_(swapped),
        source_(swapped ? pair.second : pair.first),
        target_(swapped ? pair.first : pair.second),
        features_(features) {}

  void make() {
    actors();
    place_in_document();
    bool nearest = true;
    for (const MentionPair& mentions : pair_.mentions) {
      for (const Frame& frame : mentions.frames) this->frame(mentions, frame);
      if (nearest) way(mentions);
      nearest = false;
    }
  }

 private:
  void add(std::uint32_t kind, std::uint32_t value) { features_.push_back({mix(kind, value), predicate_}); }

  const DocumentActor& actor(std::uint32_t index) const { return context_.actors->actors[index]; }

  void actors() {
    const std::uint32_t kinds = mix(code(actor(source_).kind), code(actor(target_).kind));
    add(1, 0);
    add(2, kinds);
    const bool same_country =
        !actor(source_).country.empty() && actor(source_).country == actor(target_).country;
    add(3, mix(kinds, same_country ? 1u : 0u));
    for (const Tie& tie : context_.actors->ties) {
      if (tie.source == source_ && tie.target == target_) add(4, hash_text(tie.type));
      if (tie.source == target_ && tie.target == source_) add(5, hash_text(tie.type));
    }
    add(9, bucket(context_.actors_here));
  }

  void place_in_document() {
    add(12, code(view_.sentence().role));
    for (std::uint32_t i = 0; i < std::min(view_.size(), 60u); ++i) {
      if (view_.is_content(i)) add(13, view_.lemma(i));
    }
  }

  const Role& source_role(const Frame& frame) const { return swapped_ ? frame.second : frame.first; }
  const Role& target_role(const Frame& frame) const { return swapped_ ? frame.first : frame.second; }

  void frame(const MentionPair& mentions, const Frame& frame) {
    predicate_ = static_cast<std::int32_t>(frame.predicate);
    const Role &source = source_role(frame), &target = target_role(frame);
    const std::uint32_t lemma = mix(view_.lemma(frame.predicate), code(tree_.token(frame.predicate).upos));
    const std::uint32_t exact = mix(source.key(), target.key());
    const std::uint32_t coarse = mix(source.coarse(), target.coarse());
    const std::uint32_t places = mix(code(source.place), code(target.place));
    add(20, mix(lemma, exact));
    add(21, mix(lemma, coarse));
    add(22, mix(lemma, places));
    add(23, mix(lemma, source.coarse()));
    add(24, mix(lemma, target.coarse()));
    add(25, lemma);
    add(26, mix(code(tree_.token(frame.predicate).upos), exact));
    add(27, mix(code(tree_.token(frame.predicate).upos), coarse));
    lexicon(frame, source, target, coarse);
    company(frame, lemma, coarse, places);
    add(28, mix(lemma, code(mention(mentions, true).form), code(mention(mentions, false).form)));
    predicate_ = -1;
  }

  const Mention& mention(const MentionPair& mentions, bool source) const {
    return source != swapped_ ? *mentions.first : *mentions.second;
  }

  static std::uint32_t match(const Role& role, const std::vector<Slot>& slots) {
    return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) { return fills(role, slot); });
  }

  // What the lexicon says of the predicate, and whether source and target stand where it wants them.
  void lexicon(const Frame& frame, const Role& source, const Role& target, std::uint32_t coarse) {
    for (const LexiconEntry* entry : view_.entries(frame.predicate)) {
      if (!entry->type) {
        add(30, mix(code(entry->complement), coarse));
        continue;
      }
      const std::uint32_t type = code(*entry->type);
      const std::uint32_t fit = match(source, entry->source) | match(target, entry->target) << 1 |
                                match(source, entry->target) << 2 | match(target, entry->source) << 3;
      add(31, mix(type, fit, entry->symmetric ? 1u : 0u));
      add(32, mix(type, fit, code(entry->pos), source.via_length + 4u * target.via_length));
      add(33, mix(type, coarse, code(entry->pos)));
      add(34, mix(type, source.key(), target.key()));
      add(35, type);
    }
  }

  // The words that go with a predicate: its object, its particle, its governor, its negation.
  void company(const Frame& frame, std::uint32_t lemma, std::uint32_t coarse, std::uint32_t places) {
    for (const std::uint32_t child : tree_.children(frame.predicate)) {
      const Deprel deprel = tree_.deprel(child);
      switch (deprel) {
        case Deprel::obj:
        case Deprel::compound_prt:
        case Deprel::xcomp:
        case Deprel::ccomp:
        case Deprel::nsubj_pass:
        case Deprel::compound:
        case Deprel::amod:
          add(40, mix(lemma, view_.lemma(child), places));
          add(41, mix(lemma, view_.lemma(child)));
          break;
        case Deprel::advmod:
        case Deprel::aux:
        case Deprel::aux_pass:
        case Deprel::mark:
        case Deprel::det:
          add(42, mix(code(deprel), view_.lemma(child), places));
          break;
        case Deprel::obl:
        case Deprel::nmod:
          add(43, mix(lemma, hash_text(tree_.preposition(child)), places));
          break;
        default:
          break;
      }
    }
    if (const std::int32_t head = tree_.head(frame.predicate); head >= 0) {
      const auto governor = static_cast<std::uint32_t>(head);
      const std::uint32_t link = mix(code(tree_.deprel(frame.predicate)), view_.lemma(governor));
      add(44, mix(lemma, link));
      add(45, mix(link, coarse));
      add(46, mix(link, places));
    }
  }

  // The path between the two, and what stands between them in the text.
  void way(const MentionPair& mentions) {
    const Mention &source = mention(mentions, true), &target = mention(mentions, false);
    const bool before = source.begin < target.begin;
    const std::uint32_t forms = mix(code(source.form), code(target.form));
    add(50, forms);
    add(51, mix(code(source.acts), code(target.acts)));
    add(52, mix(before, bucket(mentions.distance)));
    const std::uint32_t from = std::min(source.end, target.end), to = std::max(source.begin, target.begin);
    add(53, mix(before, bucket(to > from ? to - from : 0)));
    add(54, mix(code(tree_.deprel(source.head)), code(tree_.deprel(target.head)), before));
    add(55,
        mix(hash_text(tree_.preposition(source.head)), hash_text(tree_.preposition(target.head)), before));
    const std::int32_t top = tree_.common_ancestor(source.head, target.head);
    const std::uint32_t up = path(source.head, top), down = path(target.head, top);
    add(56, mix(up, down));
    if (top >= 0) {
      add(57, mix(up, down, view_.lemma(static_cast<std::uint32_t>(top))));
      add(58, mix(view_.lemma(static_cast<std::uint32_t>(top)), before));
    }
    for (std::uint32_t i = from, words = 0; i < to && words < 10; ++i) {
      if (tree_.token(i).upos == Upos::punct || tree_.token(i).upos == Upos::det) continue;
      add(59, mix(view_.lemma(i), before));
      ++words;
    }
    heads(source, target);
    speech(find_speech(tree_, source.head, target.head), 70, mentions);
    speech(find_speech(tree_, target.head, source.head), 75, mentions);
  }

  // What the clause that one says about the other is like.
  void speech(const SpeechLink& link, std::uint32_t kind, const MentionPair& mentions) {
    if (link.verb < 0) return;
    const std::uint32_t manner = mix(static_cast<std::uint32_t>(link.modal), link.negated, link.is_subject);
    add(kind, manner);
    add(kind + 1, mix(manner, view_.lemma(static_cast<std::uint32_t>(link.verb))));
    add(kind + 2, mix(manner, view_.lemma(static_cast<std::uint32_t>(link.clause))));
    for (const Frame& frame : mentions.frames) {
      if (!tree_.dominates(static_cast<std::uint32_t>(link.clause), frame.predicate)) continue;
      const Role& other = (kind == 70) != swapped_ ? frame.second : frame.first;
      for (const LexiconEntry* entry : view_.entries(frame.predicate)) {
        if (entry->type) add(kind + 3, mix(code(*entry->type), code(other.place), manner));
        if (entry->type) add(kind + 4, mix(code(*entry->type), other.coarse()));
      }
    }
  }

  std::uint32_t path(std::uint32_t token, std::int32_t top) const {
    std::uint32_t hash = 7;
    for (auto at = static_cast<std::int32_t>(token); at >= 0 && at != top; at = tree_.head(at)) {
      if (tree_.deprel(at) != Deprel::conj) hash = mix(hash, code(tree_.deprel(at)) + 1u);
    }
    return hash;
  }

  // The nouns through which the two enter the clause: "US [officials]", "Ukrainian [cities]".
  void heads(const Mention& source, const Mention& target) {
    const Nesting s = find_nesting(tree_, source, context_.mentions),
                  t = find_nesting(tree_, target, context_.mentions);
    add(62, nesting_code(s, target));
    add(63, nesting_code(t, source));
    add(64, mix(nesting_code(s, target), nesting_code(t, source)));
    add(60, governor(source));
    add(61, governor(target));
  }

  std::uint32_t nesting_code(const Nesting& nesting, const Mention& other) const {
    if (!nesting.outer || nesting.outer->actors.empty()) return 0;
    return mix(code(actor(nesting.outer->actors.front()).kind), code(nesting.link),
               nesting.outer == &other ? 1u : 0u);
  }

  std::uint32_t governor(const Mention& mention) const {
    const std::int32_t head = tree_.head(mention.head);
    return head < 0 ? 1u
                    : mix(view_.lemma(static_cast<std::uint32_t>(head)), code(tree_.deprel(mention.head)));
  }

  const SentenceView& view_;
  const DependencyTree& tree_;
  const PairContext& context_;
  const ActorPair& pair_;
  const bool swapped_;
  const std::uint32_t source_, target_;
  std::vector<PairFeature>& features_;
  std::int32_t predicate_ = -1;
};

}  // namespace

PairContext PairContext::of(const ResolvedActors& actors, std::uint32_t sentence_count) {
  PairContext context;
  context.actors = &actors;
  context.sentence_count = sentence_count;
  context.mention_counts.assign(actors.actors.size(), 0);
  for (const Mention& mention : actors.mentions) {
    for (const std::uint32_t actor : mention.actors) ++context.mention_counts[actor];
  }
  return context;
}

void pair_features(const SentenceView& view, const PairContext& context, const ActorPair& pair, bool swapped,
                   std::vector<PairFeature>& features) {
  features.clear();
  FeatureMaker(view, context, pair, swapped, features).make();
  std::stable_sort(features.begin(), features.end(),
                   [](const PairFeature& a, const PairFeature& b) { return a.id < b.id; });
  features.erase(std::unique(features.begin(), features.end(),
                             [](const PairFeature& a, const PairFeature& b) { return a.id == b.id; }),
                 features.end());
}

void visit_pairs(const Analysis& analysis, const ResolvedActors& actors, const Lexicon& lexicon,
                 const std::function<void(const VisitedPair&)>& visit) {
  PairContext context = PairContext::of(actors, static_cast<std::uint32_t>(analysis.sentences.size()));
  std::vector<PairFeature> features;
  std::vector<const Mention*> mentions;
  std::vector<std::uint32_t> here;
  auto next = actors.mentions.begin();
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    mentions.clear();
    here.clear();
    for (; next != actors.mentions.end() && next->sentence <= i; ++next) {
      if (next->sentence != i || next->actors.empty()) continue;
      mentions.push_back(&*next);
      here.insert(here.end(), next->actors.begin(), next->actors.end());
    }
    std::sort(here.begin(), here.end());
    here.erase(std::unique(here.begin(), here.end()), here.end());
    if (here.size() < 2 || analysis.sentences[i].duplicate) continue;
    context.sentence = i;
    context.actors_here = static_cast<std::uint32_t>(here.size());
    context.mentions = mentions;
    const SentenceView view(analysis.sentences[i], lexicon);
    for (const ActorPair& pair : find_pairs(view, mentions)) {
      for (const bool swapped : {false, true}) {
        pair_features(view, context, pair, swapped, features);
        visit({i, swapped ? pair.second : pair.first, swapped ? pair.first : pair.second, view, pair, swapped,
               context, features});
      }
    }
  }
}

}  // namespace entente
