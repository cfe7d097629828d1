// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/resolution.h"

#include <algorithm>

namespace entente {

Resolution::Resolution(const Document& document, const Analysis& analysis, const Gazetteer& gazetteer)
    : document_(document), analysis_(analysis), gazetteer_(gazetteer) {
  std::uint32_t position = 0;
  trees_.reserve(analysis.sentences.size());
  for (const Sentence& sentence : analysis.sentences) {
    trees_.emplace_back(sentence);
    base_.push_back(position);
    position += static_cast<std::uint32_t>(sentence.tokens.size());
  }
  small_.reserve(position);
  for (const Sentence& sentence : analysis.sentences)
    for (const Token& token : sentence.tokens) {
      std::string& text = small_.emplace_back(token.form.substr(0, 64));
      for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
  hit_at_.assign(position, -1);
  inner_hit_at_.assign(position, -1);
  mention_at_.assign(position, -1);
}

ResolvedActors Resolution::run() {
  find_hits();
  resolve_countries();
  resolve_institutions();
  resolve_persons();
  read_offices();
  read_memberships();
  resolve_nominals();
  resolve_blocs();
  pass_over_addressed();
  read_leads();
  resolve_pronouns();
  read_possessed_bodies();
  add_structure_ties();
  return finish();
}

std::string_view Resolution::small(std::uint32_t sentence, std::uint32_t index) const {
  return small_[position(sentence, index)];
}

std::string Resolution::text_of(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end) const {
  const auto& tokens = analysis_.sentences[sentence].tokens;
  std::string text;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (text.size() > 1000) break;
    text += tokens[i].form;
    if (i + 1 < end && tokens[i].space_after) text += ' ';
  }
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  // A possessive that was not cut from its word: "Agency’s".
  if (text.size() > 3 && text.ends_with("'s")) text.resize(text.size() - 2);
  if (text.size() > 5 && text.ends_with("\xE2\x80\x99s")) text.resize(text.size() - 4);
  return text;
}

NameHit* Resolution::hit_at(std::uint32_t sentence, std::uint32_t index) {
  const std::int32_t at = hit_at_[position(sentence, index)];
  return at < 0 ? nullptr : &hits_[static_cast<std::size_t>(at)];
}

const NameHit* Resolution::hit_at(std::uint32_t sentence, std::uint32_t index) const {
  const std::int32_t at = hit_at_[position(sentence, index)];
  return at < 0 ? nullptr : &hits_[static_cast<std::size_t>(at)];
}

// The token of [begin, end) by which the tree hangs the whole range.
std::uint32_t Resolution::head_of(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t i = begin; i < end; ++i) {
    const Token& t = token(sentence, i);
    if (t.upos == Upos::punct || t.upos == Upos::det) continue;
    if (t.head < static_cast<std::int32_t>(begin) || t.head >= static_cast<std::int32_t>(end)) return i;
  }
  return end - 1;
}

std::int32_t Resolution::draft_of_entry(std::uint32_t entry) {
  const auto [found, is_new] = by_entry_.emplace(entry, static_cast<std::int32_t>(drafts_.size()));
  if (!is_new) return found->second;
  const std::int32_t index = found->second;
  const GazetteerEntry& known = gazetteer_.entry(entry);
  Draft& draft = drafts_.emplace_back();
  draft.kind = known.kind;
  draft.entry = static_cast<std::int32_t>(entry);
  draft.country = known.country;
  draft.public_office = known.kind == ActorKind::official;
  return index;
}

std::int32_t Resolution::country_draft(std::string_view iso3) {
  const auto entry = gazetteer_.country(iso3);
  return entry ? draft_of_entry(*entry) : -1;
}

void Resolution::name_draft(std::int32_t draft, const std::string& name) {
  Draft& d = drafts_[static_cast<std::size_t>(draft)];
  const auto known = std::find(d.names.begin(), d.names.end(), name);
  if (known != d.names.end()) {
    ++d.name_counts[static_cast<std::size_t>(known - d.names.begin())];
  } else if (d.names.size() < 200) {
    d.names.push_back(name);
    d.name_counts.push_back(1);
  }
}

std::string_view Resolution::label_of(std::int32_t draft) const {
  const Draft& d = drafts_[static_cast<std::size_t>(draft)];
  if (!d.label.empty()) return d.label;
  if (d.entry >= 0) return gazetteer_.entry(static_cast<std::uint32_t>(d.entry)).label;
  return d.names.empty() ? std::string_view() : std::string_view(d.names.front());
}

std::uint32_t Resolution::add_mention(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end,
                                      MentionForm form, std::int32_t actor, std::string rule, bool acts,
                                      std::int32_t head) {
  Mention& mention = mentions_.emplace_back();
  mention.sentence = sentence;
  mention.begin = begin;
  mention.end = end;
  mention.head = head >= 0 ? static_cast<std::uint32_t>(head) : head_of(sentence, begin, end);
  mention.form = form;
  mention.acts = acts;
  mention.rule = std::move(rule);
  if (actor >= 0) {
    mention.actors.push_back(static_cast<std::uint32_t>(actor));
    Draft& draft = drafts_[static_cast<std::size_t>(actor)];
    if (draft.count++ == 0) draft.first = position(sentence, begin);
    draft.first = std::min(draft.first, position(sentence, begin));
  }
  const auto index = static_cast<std::uint32_t>(mentions_.size() - 1);
  std::int32_t& at = mention_at_[position(sentence, mention.head)];
  if (at < 0 || actor >= 0) at = static_cast<std::int32_t>(index);
  return index;
}

}  // namespace entente
