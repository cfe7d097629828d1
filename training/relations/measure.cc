// SPDX-License-Identifier: Apache-2.0
#include "training/relations/measure.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <tuple>

namespace entente {
namespace {

int quad(EventType type) {
  switch (type) {
    case EventType::agree:
    case EventType::consult:
    case EventType::support:
      return 1;
    case EventType::cooperate:
    case EventType::aid:
    case EventType::concede:
    case EventType::retreat:
      return 2;
    case EventType::request:
    case EventType::accuse:
    case EventType::reject:
    case EventType::threaten:
      return 3;
    default:
      return 4;
  }
}

std::string end_name(const GoldDocument& gold, const std::vector<std::int32_t>& to_gold,
                     std::uint32_t actor) {
  return to_gold[actor] < 0 ? "?" + std::to_string(actor)
                            : gold.actors[static_cast<std::size_t>(to_gold[actor])].id;
}

// Counts views of the proposals: `view` maps a type to what is compared.
template <class View>
void count(Figures& figures, const GoldDocument& gold,
           const std::set<std::tuple<std::string, std::string, EventType>>& edges, View view) {
  std::set<std::tuple<std::string, std::string, int>> views;
  for (const auto& [s, t, k] : edges) views.insert({s, t, view(k)});
  const auto fits = [&](const GoldRelation& r, const std::string& s, const std::string& t, int k) {
    return joins(r, s, t) &&
           std::any_of(r.types.begin(), r.types.end(), [&](EventType x) { return view(x) == k; });
  };
  for (const auto& [s, t, k] : views) {
    bool right = false, neutral = false;
    for (const GoldRelation& r : gold.relations) {
      if (fits(r, s, t, k)) (r.optional ? neutral : right) = true;
    }
    if (!right && neutral) continue;
    ++figures.all_p;
    figures.hit_p += right;
  }
  for (const GoldRelation& r : gold.relations) {
    if (r.optional) continue;
    ++figures.all_r;
    figures.hit_r += std::any_of(views.begin(), views.end(), [&](const auto& v) {
      return fits(r, std::get<0>(v), std::get<1>(v), std::get<2>(v));
    });
  }
}

std::string line(const char* name, const Figures& f) {
  char text[160];
  std::snprintf(text, sizeof text, "%-16s P %.3f  R %.3f  F1 %.3f  (%zu proposed, %zu gold)\n", name,
                f.precision(), f.recall(), f.f1(), f.all_p, f.all_r);
  return text;
}

}  // namespace

bool joins(const GoldRelation& relation, const std::string& source, const std::string& target) {
  return (relation.source == source && relation.target == target) ||
         (relation.symmetric && relation.source == target && relation.target == source);
}

Verdict judge(const GoldDocument& gold, const std::vector<std::int32_t>& to_gold, std::uint32_t source,
              std::uint32_t target, EventType type) {
  if (to_gold[source] < 0 || to_gold[target] < 0) return Verdict::wrong;
  const std::string s = end_name(gold, to_gold, source), t = end_name(gold, to_gold, target);
  Verdict verdict = Verdict::wrong;
  for (const GoldRelation& relation : gold.relations) {
    if (!joins(relation, s, t)) continue;
    if (std::find(relation.types.begin(), relation.types.end(), type) == relation.types.end()) continue;
    if (!relation.optional) return Verdict::right;
    verdict = Verdict::optional;
  }
  return verdict;
}

void Measure::add(const GoldDocument& gold, const std::vector<std::int32_t>& to_gold,
                  const std::vector<Proposal>& proposals) {
  std::set<std::tuple<std::string, std::string, EventType>> edges;
  for (const Proposal& p : proposals) {
    edges.insert({end_name(gold, to_gold, p.source), end_name(gold, to_gold, p.target), p.type});
  }
  count(events, gold, edges, [](EventType type) { return static_cast<int>(type); });
  count(by_class, gold, edges, quad);
  count(by_pair, gold, edges, [](EventType) { return 0; });
  for (const GoldRelation& r : gold.relations) {
    if (r.optional) continue;
    bool hit = false, status = false, by = false;
    for (const Proposal& p : proposals) {
      if (!joins(r, end_name(gold, to_gold, p.source), end_name(gold, to_gold, p.target))) continue;
      if (std::find(r.types.begin(), r.types.end(), p.type) == r.types.end()) continue;
      hit = true;
      status = status || std::find(r.statuses.begin(), r.statuses.end(), p.status) != r.statuses.end();
      const std::string speaker =
          p.by < 0 || to_gold[static_cast<std::size_t>(p.by)] < 0
              ? ""
              : gold.actors[static_cast<std::size_t>(to_gold[static_cast<std::size_t>(p.by)])].id;
      by = by || std::find(r.by.begin(), r.by.end(), speaker) != r.by.end();
    }
    found += hit;
    status_right += status;
    by_right += by;
  }
}

std::string Measure::text() const {
  char shares[160];
  std::snprintf(shares, sizeof shares, "status right %.3f, attribution right %.3f of %zu\n",
                found ? static_cast<double>(status_right) / static_cast<double>(found) : 0,
                found ? static_cast<double>(by_right) / static_cast<double>(found) : 0, found);
  return line("events", events) + line("events by class", by_class) + line("events by pair", by_pair) +
         shares;
}

}  // namespace entente
