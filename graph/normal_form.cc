// SPDX-License-Identifier: Apache-2.0
#include "graph/normal_form.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "graph/period.h"

namespace entente {
namespace {

std::uint32_t add_counts(std::uint32_t a, std::uint32_t b) {
  const std::uint64_t sum = std::uint64_t{a} + b;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(sum, std::numeric_limits<std::uint32_t>::max()));
}

template <typename T>
void sort_unique(std::vector<T>& list) {
  std::ranges::sort(list);
  const auto rest = std::ranges::unique(list);
  list.erase(rest.begin(), rest.end());
}

template <typename T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// Votes for the text that most weight stands behind, then the longest, then the first in byte order. An empty
// text is never chosen over another.
class TextVote {
 public:
  void add(std::string_view text, std::uint64_t weight) {
    if (!text.empty()) votes_[text] += std::max<std::uint64_t>(weight, 1);
  }
  std::string winner() const {
    std::string_view best;
    std::uint64_t most = 0;
    for (const auto& [text, weight] : votes_) {
      if (std::pair(weight, text.size()) <= std::pair(most, best.size())) continue;
      best = text;
      most = weight;
    }
    return std::string(best);
  }

 private:
  std::map<std::string_view, std::uint64_t> votes_;
};

void unite_aliases(std::vector<Alias>& aliases) {
  std::ranges::sort(aliases);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < aliases.size(); ++i) {
    if (kept > 0 && aliases[kept - 1].name == aliases[i].name) {
      aliases[kept - 1].count = add_counts(aliases[kept - 1].count, aliases[i].count);
    } else {
      if (kept != i) aliases[kept] = std::move(aliases[i]);
      ++kept;
    }
  }
  aliases.resize(kept);
}

void sort_lists(Actor& actor) {
  unite_aliases(actor.aliases);
  sort_unique(actor.offices);
  sort_unique(actor.external_ids);
  sort_unique(actor.reasons);
}

void sort_lists(Relation& relation) {
  sort_unique(relation.evidence);
  sort_unique(relation.reasons);
}

ActorKind kind_of(std::span<const Actor> parts) {
  std::uint64_t weights[5] = {};
  for (const Actor& part : parts) weights[static_cast<std::size_t>(part.kind)] += std::max(part.mentions, 1u);
  return static_cast<ActorKind>(std::ranges::max_element(weights) - weights);
}

// A person's full name goes before a surname, and small letters before a transcript's capitals.
std::size_t fullness(const Actor& actor) {
  if (actor.kind != ActorKind::person && actor.kind != ActorKind::official) return 0;
  const bool full = actor.label.find(' ') != std::string::npos;
  const bool small = std::ranges::any_of(actor.label, [](char c) { return c >= 'a' && c <= 'z'; });
  return (full ? 2u : 0u) + (small ? 1u : 0u);
}

auto key_of(const Relation& relation) {
  return std::tie(relation.source, relation.target, relation.type, relation.status, relation.by);
}

// Sorts the list and replaces every run of equals by what `combine` makes of it. What is sorted and unique
// already, as most fragments are, is not moved.
template <typename T, typename Less>
void sort_and_combine(std::vector<T>& list, Less less) {
  for (T& item : list) sort_lists(item);
  const auto not_less = [&](const T& a, const T& b) { return !less(a, b); };
  if (std::ranges::adjacent_find(list, not_less) == list.end()) return;
  std::ranges::sort(list, less);
  if (std::ranges::adjacent_find(list, not_less) == list.end()) return;
  std::vector<T> result;
  for (std::size_t begin = 0, end; begin < list.size(); begin = end) {
    end = begin + 1;
    while (end < list.size() && !less(list[begin], list[end])) ++end;
    if (end == begin + 1) {
      result.push_back(std::move(list[begin]));
    } else {
      result.push_back(combine(std::span<const T>(list).subspan(begin, end - begin)));
    }
  }
  list = std::move(result);
}

double clamp_confidence(double confidence) {
  return std::isnan(confidence) ? 0.0 : std::clamp(confidence, 0.0, 1.0) + 0.0;
}

[[noreturn]] void refuse(const std::string& what) {
  throw std::invalid_argument("fragment: " + what);
}

void check_relation(const Relation& relation, const std::unordered_set<std::string_view>& ids,
                    const std::string& document) {
  const auto name = [&] {
    return "\"" + relation.source + " " + relation.type + " " + relation.target + "\"";
  };
  if (!ids.contains(relation.source) || !ids.contains(relation.target)) {
    refuse("an end of " + name() + " is not among the actors");
  }
  if (relation.source == relation.target) refuse(name() + " joins an actor to itself");
  if (relation.type.empty()) refuse("a relation has no type");
  if (!relation.by.empty() && !is_actor_id(relation.by)) refuse("\"" + relation.by + "\" is not an actor id");
  for (const Evidence& evidence : relation.evidence) {
    if (!evidence.document.empty() && evidence.document != document) {
      refuse("evidence of document \"" + evidence.document + "\" in document \"" + document + "\"");
    }
    if (evidence.end < evidence.begin) refuse("evidence that ends before it begins");
  }
}

}  // namespace

Actor combine(std::span<const Actor> parts) {
  if (parts.empty()) throw std::invalid_argument("combine: no parts");
  Actor whole;
  whole.id = parts.front().id;
  whole.kind = kind_of(parts);
  TextVote label, country;
  std::size_t fullest = 0;
  for (const Actor& part : parts) fullest = std::max(fullest, fullness(part));
  for (const Actor& part : parts) {
    if (fullness(part) == fullest) label.add(part.label, part.mentions);
    country.add(part.country, part.mentions);
    append(whole.aliases, part.aliases);
    append(whole.offices, part.offices);
    append(whole.external_ids, part.external_ids);
    append(whole.reasons, part.reasons);
    whole.mentions = add_counts(whole.mentions, part.mentions);
  }
  whole.label = label.winner();
  whole.country = country.winner();
  sort_lists(whole);
  return whole;
}

Relation combine(std::span<const Relation> parts) {
  if (parts.empty()) throw std::invalid_argument("combine: no parts");
  Relation whole;
  const Relation& first = parts.front();
  whole.source = first.source;
  whole.target = first.target;
  whole.type = first.type;
  whole.status = first.status;
  whole.by = first.by;
  whole.confidence = 0;
  TextVote label, mode, title;
  std::vector<std::string_view> dates;
  for (const Relation& part : parts) {
    label.add(part.label, part.evidence.size());
    mode.add(part.mode, part.evidence.size());
    title.add(part.title, part.evidence.size());
    dates.push_back(part.date);
    whole.symmetric = whole.symmetric || part.symmetric;
    whole.confidence = std::max(whole.confidence, part.confidence);
    append(whole.evidence, part.evidence);
    append(whole.reasons, part.reasons);
  }
  whole.label = label.winner();
  whole.mode = mode.winner();
  whole.title = title.winner();
  whole.date = span_of(dates);
  sort_lists(whole);
  return whole;
}

void canonicalise(Relation& relation) {
  if (relation.symmetric && relation.target < relation.source) std::swap(relation.source, relation.target);
}

Fragment normal_form(Fragment fragment) {
  for (Actor& actor : fragment.actors) {
    for (MentionReason& reason : actor.reasons) {
      if (reason.document.empty()) reason.document = fragment.document.id;
    }
  }
  for (Relation& relation : fragment.relations) {
    canonicalise(relation);
    relation.confidence = clamp_confidence(relation.confidence);
    for (Evidence& evidence : relation.evidence) {
      if (evidence.document.empty()) evidence.document = fragment.document.id;
    }
  }
  sort_and_combine(fragment.actors, [](const Actor& a, const Actor& b) { return a.id < b.id; });
  sort_and_combine(fragment.relations,
                   [](const Relation& a, const Relation& b) { return key_of(a) < key_of(b); });
  return fragment;
}

void check_fragment(const Fragment& fragment) {
  std::unordered_set<std::string_view> ids;
  for (const Actor& actor : fragment.actors) {
    if (!is_actor_id(actor.id)) refuse("\"" + actor.id + "\" is not an actor id");
    for (const MentionReason& reason : actor.reasons) {
      if (!reason.document.empty() && reason.document != fragment.document.id) {
        refuse("a reason of document \"" + reason.document + "\" in document \"" + fragment.document.id +
               "\"");
      }
    }
    ids.insert(actor.id);
  }
  for (const Relation& relation : fragment.relations) check_relation(relation, ids, fragment.document.id);
}

}  // namespace entente
