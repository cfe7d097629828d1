// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/pair_finder.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace entente {
namespace {

constexpr std::size_t max_frames = 12;
constexpr std::size_t max_mention_pairs = 4;
constexpr std::uint32_t max_distance = 14;
constexpr int ancestors_above = 1;

class FrameFinder {
 public:
  FrameFinder(const SentenceView& view, const Mention& first, const Mention& second)
      : view_(view), tree_(view.tree()), first_(first), second_(second) {}

  // Predicates on the way between the two, above them, and the nominal ones that hang on those verbs.
  std::vector<Frame> find(std::int32_t top) {
    walk(first_, top);
    walk(second_, top);
    std::int32_t at = top;
    if (at >= 0 && (is_head(at))) at = tree_.head(at);
    for (int i = 0; i < ancestors_above && at >= 0; at = tree_.head(at)) {
      if (add(at)) ++i;
    }
    const std::vector<std::uint32_t> way = predicates_;
    for (const std::uint32_t predicate : way) add_nominals(predicate);
    std::vector<Frame> frames;
    for (const std::uint32_t predicate : predicates_) {
      frames.push_back(
          {predicate, role_of(tree_, predicate, first_.head), role_of(tree_, predicate, second_.head)});
    }
    return frames;
  }

 private:
  bool is_head(std::int32_t token) const {
    return token == static_cast<std::int32_t>(first_.head) ||
           token == static_cast<std::int32_t>(second_.head);
  }

  bool add(std::int32_t token) {
    const auto index = static_cast<std::uint32_t>(token);
    if (!view_.is_content(index) || predicates_.size() == max_frames) return false;
    if (is_head(token) && view_.entries(index).empty()) return false;
    if (std::find(predicates_.begin(), predicates_.end(), index) == predicates_.end())
      predicates_.push_back(index);
    return true;
  }

  void walk(const Mention& mention, std::int32_t top) {
    for (auto at = static_cast<std::int32_t>(mention.head); at >= 0; at = tree_.head(at)) {
      add(at);
      if (at == top) break;
    }
  }

  // "held [talks]", "[talks] began": what a verb's other arguments name.
  void add_nominals(std::uint32_t verb) {
    if (tree_.token(verb).upos != Upos::verb) return;
    for (const std::uint32_t child : tree_.children(verb)) {
      const Deprel deprel = tree_.deprel(child);
      if (deprel != Deprel::obj && deprel != Deprel::obl && deprel != Deprel::xcomp &&
          deprel != Deprel::nsubj && deprel != Deprel::nsubj_pass && deprel != Deprel::advcl) {
        continue;
      }
      if (!view_.entries(child).empty()) add(static_cast<std::int32_t>(child));
    }
  }

  const SentenceView& view_;
  const DependencyTree& tree_;
  const Mention& first_;
  const Mention& second_;
  std::vector<std::uint32_t> predicates_;
};

std::uint32_t tree_distance(const DependencyTree& tree, std::uint32_t a, std::uint32_t b, std::int32_t top) {
  return tree.depth(a) + tree.depth(b) - 2 * tree.depth(static_cast<std::uint32_t>(top));
}

// The head of the list that a token is a later member of, or itself; and how many members the list has.
std::uint32_t list_head(const DependencyTree& tree, std::uint32_t token) {
  while (tree.deprel(token) == Deprel::conj && tree.head(token) >= 0)
    token = static_cast<std::uint32_t>(tree.head(token));
  return token;
}

std::size_t list_length(const DependencyTree& tree, std::uint32_t head) {
  std::size_t length = 1;
  for (const std::uint32_t child : tree.children(head)) length += tree.deprel(child) == Deprel::conj;
  return length;
}

bool too_many(const DependencyTree& tree, const Mention& a, const Mention& b) {
  if (&a == &b) return a.actors.size() > max_listed;
  const std::uint32_t head = list_head(tree, a.head);
  if (head != list_head(tree, b.head) || a.head == head || b.head == head) return false;
  return list_length(tree, head) > max_listed;
}

// Whether another mention of the same actor spans this one: "Iraqi" in "Iraqi authorities".
bool is_part(const Mention& mention, std::span<const Mention* const> mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* other) {
    return other->actors == mention.actors && other->begin <= mention.begin && mention.end <= other->end &&
           (other->end - other->begin) > (mention.end - mention.begin);
  });
}

bool overlap(const Mention& a, const Mention& b) {
  return &a != &b && a.begin < b.end && b.begin < a.end;
}

}  // namespace

std::vector<ActorPair> find_pairs(const SentenceView& view, std::span<const Mention* const> all) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<MentionPair>> found;
  const DependencyTree& tree = view.tree();
  std::vector<const Mention*> whole;
  std::copy_if(all.begin(), all.end(), std::back_inserter(whole),
               [&](const Mention* mention) { return !is_part(*mention, all); });
  const std::span<const Mention* const> mentions = whole;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const std::size_t end = std::min(mentions.size(), i + 40);
    for (std::size_t j = i; j < end; ++j) {
      const Mention &a = *mentions[i], &b = *mentions[j];
      if (a.head >= view.size() || b.head >= view.size()) continue;
      if (i == j && a.actors.size() < 2) continue;
      const std::int32_t top = tree.common_ancestor(a.head, b.head);
      if (top < 0 || too_many(tree, a, b)) continue;
      const std::uint32_t distance = tree_distance(tree, a.head, b.head, top);
      if (distance > max_distance) continue;
      for (const std::uint32_t x : a.actors) {
        for (const std::uint32_t y : b.actors) {
          if (x == y || (i == j && x > y)) continue;
          if (overlap(a, b) && a.actors.size() + b.actors.size() > 2) continue;
          if (found.size() >= max_pairs && !found.contains(std::minmax(x, y))) continue;
          MentionPair pair{&a, &b, distance, {}};
          if (x > y) std::swap(pair.first, pair.second);
          found[std::minmax(x, y)].push_back(std::move(pair));
        }
      }
    }
  }
  std::vector<ActorPair> pairs;
  for (auto& [actors, ways] : found) {
    std::stable_sort(ways.begin(), ways.end(),
                     [](const MentionPair& a, const MentionPair& b) { return a.distance < b.distance; });
    if (ways.size() > max_mention_pairs) ways.resize(max_mention_pairs);
    for (MentionPair& way : ways) {
      way.frames = FrameFinder(view, *way.first, *way.second)
                       .find(tree.common_ancestor(way.first->head, way.second->head));
    }
    pairs.push_back({actors.first, actors.second, std::move(ways)});
  }
  return pairs;
}

}  // namespace entente
