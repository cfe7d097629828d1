// SPDX-License-Identifier: Apache-2.0
#include "training/relations/lexicon_examples.h"

#include <sstream>

#include "extract/relations/pair_features.h"

namespace entente {
namespace {

constexpr ActorKind kinds[][2] = {{ActorKind::country, ActorKind::country},
                                  {ActorKind::official, ActorKind::country},
                                  {ActorKind::country, ActorKind::official},
                                  {ActorKind::institution, ActorKind::country},
                                  {ActorKind::official, ActorKind::official}};

class SentenceMaker {
 public:
  std::uint32_t add(std::string_view lemma, Upos upos, Deprel deprel, std::int32_t head) {
    Token& token = sentence_.tokens.emplace_back();
    token.form = token.lemma = lemma;
    token.upos = upos;
    token.deprel = deprel;
    token.head = head;
    return static_cast<std::uint32_t>(sentence_.tokens.size() - 1);
  }

  void set_head(std::uint32_t token, std::uint32_t head) {
    sentence_.tokens[token].head = static_cast<std::int32_t>(head);
  }

  void mention(std::uint32_t token, std::uint32_t actor) {
    Mention mention;
    mention.begin = mention.head = token;
    mention.end = token + 1;
    mention.actors = {actor};
    mentions_.push_back(mention);
  }

  Sentence& sentence() { return sentence_; }
  std::vector<Mention>& mentions() { return mentions_; }

 private:
  Sentence sentence_;
  std::vector<Mention> mentions_;
};

std::vector<std::string> words_of(const std::string& lemma) {
  std::istringstream in(lemma);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// The predicate with its source before and its target in `slot` behind it; false for slots that it cannot
// show.
bool make_verb(const std::vector<std::string>& words, const Slot& slot, SentenceMaker& maker) {
  const std::uint32_t source = maker.add("A", Upos::propn, Deprel::nsubj, -1);
  const std::uint32_t verb = maker.add(words[0], Upos::verb, Deprel::root, -1);
  maker.set_head(source, verb);
  std::uint32_t governor = verb;
  if (words.size() == 2) {
    const bool particle = words[1].size() <= 4;
    const std::uint32_t part =
        maker.add(words[1], particle ? Upos::adp : Upos::noun, particle ? Deprel::compound_prt : Deprel::obj,
                  static_cast<std::int32_t>(verb));
    if (!particle && slot.kind == SlotKind::object) return false;
    if (!particle && slot.kind == SlotKind::preposition) governor = part;
  } else if (words.size() > 2) {
    return false;
  }
  if (slot.kind != SlotKind::object && slot.kind != SlotKind::preposition) return false;
  const bool object = slot.kind == SlotKind::object;
  const auto head = static_cast<std::int32_t>(object ? verb : governor);
  std::uint32_t adposition = 0;
  if (!object) adposition = maker.add(slot.preposition, Upos::adp, Deprel::case_, -1);
  const std::uint32_t target = maker.add("B", Upos::propn,
                                         object             ? Deprel::obj
                                         : governor == verb ? Deprel::obl
                                                            : Deprel::nmod,
                                         head);
  if (!object) maker.set_head(adposition, target);
  maker.mention(source, 0);
  maker.mention(target, 1);
  return true;
}

bool make_noun(const std::vector<std::string>& words, const Slot& slot, SentenceMaker& maker) {
  if (slot.kind != SlotKind::preposition || words.size() > 2) return false;
  const std::uint32_t source = maker.add("A", Upos::propn, Deprel::nmod_poss, -1);
  std::uint32_t modifier = 0;
  if (words.size() == 2) modifier = maker.add(words[0], Upos::noun, Deprel::compound, -1);
  const std::uint32_t noun = maker.add(words.back(), Upos::noun, Deprel::nsubj, -1);
  maker.set_head(source, noun);
  if (words.size() == 2) maker.set_head(modifier, noun);
  const std::uint32_t adposition = maker.add(slot.preposition, Upos::adp, Deprel::case_, -1);
  const std::uint32_t target = maker.add("B", Upos::propn, Deprel::nmod, static_cast<std::int32_t>(noun));
  maker.set_head(adposition, target);
  const std::uint32_t verb = maker.add("continue", Upos::verb, Deprel::root, -1);
  maker.set_head(noun, verb);
  maker.mention(source, 0);
  maker.mention(target, 1);
  return true;
}

}  // namespace

std::vector<PairExample> lexicon_examples(const Lexicon& lexicon) {
  std::vector<PairExample> examples;
  std::size_t turn = 0;
  for (const LexiconEntry* entry : lexicon.all()) {
    if (!entry->type || entry->pos == PredicatePos::adjective) continue;
    const std::vector<std::string> words = words_of(entry->lemma);
    std::size_t shown = 0;
    for (const Slot& slot : entry->target) {
      SentenceMaker maker;
      const bool made =
          entry->pos == PredicatePos::verb ? make_verb(words, slot, maker) : make_noun(words, slot, maker);
      if (!made || ++shown > 2) continue;
      ResolvedActors actors;
      for (const ActorKind kind : kinds[turn++ % std::size(kinds)]) actors.actors.emplace_back().kind = kind;
      actors.mentions = std::move(maker.mentions());
      Analysis analysis;
      analysis.sentences.push_back(std::move(maker.sentence()));
      visit_pairs(analysis, actors, lexicon, [&](const VisitedPair& visited) {
        if (visited.swapped && !entry->symmetric) return;
        PairExample& pair = examples.emplace_back();
        for (const PairFeature& feature : visited.features) pair.example.features.push_back(feature.id);
        pair.example.labels.assign(event_type_count, 0.0f);
        pair.example.weights.assign(event_type_count, 1.0f);
        for (const LexiconEntry& same : lexicon.find(entry->lemma, entry->pos)) {
          const LexiconEntry* other = &same;
          if (!other->type) continue;
          pair.example.labels[static_cast<std::size_t>(*other->type)] = other == entry ? 1.0f : 0.0f;
          pair.example.weights[static_cast<std::size_t>(*other->type)] = other == entry ? 1.0f : 0.0f;
        }
      });
    }
  }
  return examples;
}

}  // namespace entente
