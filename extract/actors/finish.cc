// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "extract/actors/resolution.h"
#include "extract/actors/words.h"

namespace entente {
namespace {

std::string slug(std::string_view text) {
  std::string out;
  for (const char c : fold_name(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
    if (out.size() >= 120) break;
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

std::string hash_of(std::string_view text) {
  std::string out;
  std::uint64_t hash = name_hash(text);
  for (int i = 0; i < 10; ++i, hash >>= 4) out += "0123456789abcdef"[hash & 15];
  return out;
}

// A name that folds to nothing, or to no Latin letter, still needs an id of its own.
std::string slug_or_hash(std::string_view text) {
  std::string out = slug(text);
  if (!out.empty()) return out;
  return "x" + hash_of(fold_name(text).empty() ? text : fold_name(text));
}

}  // namespace

std::string Resolution::id_of(const Draft& draft) const {
  if (draft.entry >= 0) return std::string(gazetteer_.entry(static_cast<std::uint32_t>(draft.entry)).id);
  std::string id = std::string(to_string(draft.kind)) + ":";
  if (draft.kind == ActorKind::institution && draft.owner >= 0) {
    const Draft& owner = drafts_[static_cast<std::size_t>(draft.owner)];
    id += slug_or_hash(draft.core.empty() ? draft.label : draft.core) + "." +
          slug_or_hash(owner.country.empty() ? owner.label : owner.country);
    return id;
  }
  if (draft.kind == ActorKind::bloc && !draft.core.empty()) {
    id += slug_or_hash(draft.core);
    if (draft.owner >= 0)
      id += "." + slug_or_hash(drafts_[static_cast<std::size_t>(draft.owner)].country);
    else if (is_group_noun(draft.core) || draft.core == "coalition")
      id += "." + hash_of(document_.id);  // one text's rebels are not another's
    return id;
  }
  if (draft.kind == ActorKind::institution && !draft.core.empty()) return id + slug_or_hash(draft.core);
  return id + slug_or_hash(draft.label);
}

// Of a state's label and the names that serve as one, the name that the text gives most often; the label
// where it gives none of them: "Myanmar" of a text that speaks of Burma under that name.
std::string Resolution::country_label(const Draft& draft) const {
  const GazetteerEntry entry = gazetteer_.entry(static_cast<std::uint32_t>(draft.entry));
  const auto count = [&](std::string_view name) {
    const auto found = std::find(draft.names.begin(), draft.names.end(), name);
    return found == draft.names.end()
               ? 0
               : draft.name_counts[static_cast<std::size_t>(found - draft.names.begin())];
  };
  std::string_view best = entry.label;
  std::uint32_t most = count(entry.label);
  for (std::string_view rest = gazetteer_.fact(entry, "also"); !rest.empty();) {
    const std::string_view name = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), name.size() + 1));
    if (const std::uint32_t times = count(name); times > most) best = name, most = times;
  }
  return std::string(best);
}

ResolvedActors Resolution::finish() {
  for (Draft& draft : drafts_) {
    if (draft.kind == ActorKind::person || draft.kind == ActorKind::official)
      draft.kind = draft.public_office ? ActorKind::official : ActorKind::person;
    if (draft.label.empty() && !draft.names.empty()) {
      draft.label = draft.names.front();
      if (draft.entry >= 0 && draft.kind != ActorKind::official && draft.kind != ActorKind::person)
        draft.label = draft.kind == ActorKind::country
                          ? country_label(draft)
                          : std::string(gazetteer_.entry(static_cast<std::uint32_t>(draft.entry)).label);
    }
    if (draft.label.empty() && draft.entry >= 0)
      draft.label = gazetteer_.entry(static_cast<std::uint32_t>(draft.entry)).label;
  }
  // What is drawn, in the order of first mention.
  std::vector<std::int32_t> order;
  for (std::size_t i = 0; i < drafts_.size(); ++i)
    if (drafts_[i].drawn && drafts_[i].count > 0) order.push_back(static_cast<std::int32_t>(i));
  std::sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
    return std::pair(drafts_[static_cast<std::size_t>(a)].first, a) <
           std::pair(drafts_[static_cast<std::size_t>(b)].first, b);
  });
  std::vector<std::int32_t> number(drafts_.size(), -1);
  ResolvedActors result;
  std::unordered_map<std::string, std::uint32_t> by_id;
  for (const std::int32_t index : order) {
    Draft& draft = drafts_[static_cast<std::size_t>(index)];
    std::string id = id_of(draft);
    const auto known = by_id.find(id);
    if (known != by_id.end()) {
      number[static_cast<std::size_t>(index)] = static_cast<std::int32_t>(known->second);
      auto& names = result.actors[known->second].names;
      names.insert(names.end(), draft.names.begin(), draft.names.end());
      continue;
    }
    number[static_cast<std::size_t>(index)] = static_cast<std::int32_t>(result.actors.size());
    by_id.emplace(id, static_cast<std::uint32_t>(result.actors.size()));
    DocumentActor& actor = result.actors.emplace_back();
    actor.id = std::move(id);
    actor.label = draft.label;
    actor.kind = draft.kind;
    actor.country = draft.country;
    actor.names = draft.names;
    actor.gazetteer_entry = draft.entry;
    if (draft.kind == ActorKind::country && !draft.country.empty())
      actor.external_ids.push_back({"iso3166-1-alpha-3", draft.country});
  }
  for (DocumentActor& actor : result.actors) {
    std::sort(actor.names.begin(), actor.names.end());
    actor.names.erase(std::unique(actor.names.begin(), actor.names.end()), actor.names.end());
  }
  for (Mention& mention : mentions_) {
    std::vector<std::uint32_t> actors;
    for (const std::uint32_t a : mention.actors)
      if (number[a] >= 0) actors.push_back(static_cast<std::uint32_t>(number[a]));
    mention.actors = std::move(actors);
    result.mentions.push_back(std::move(mention));
  }
  std::stable_sort(result.mentions.begin(), result.mentions.end(), [](const Mention& a, const Mention& b) {
    return std::tuple(a.sentence, a.begin, b.end) < std::tuple(b.sentence, b.begin, a.end);
  });
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string, std::string>> seen;
  for (Tie& tie : ties_) {
    const std::int32_t source = number[tie.source], target = number[tie.target];
    if (source < 0 || target < 0 || source == target) continue;
    tie.source = static_cast<std::uint32_t>(source);
    tie.target = static_cast<std::uint32_t>(target);
    if (seen.emplace(tie.source, tie.target, tie.type, tie.title).second)
      result.ties.push_back(std::move(tie));
  }
  return result;
}

}  // namespace entente
