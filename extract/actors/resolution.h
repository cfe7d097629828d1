// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/actors/gazetteer.h"
#include "extract/actors/mention.h"
#include "extract/actors/tree.h"
#include "extract/document/document.h"
#include "extract/language/sentence.h"

namespace entente {

// What a span that the gazetteer or the tagger names is taken for.
enum class HitType : std::uint8_t { country, region, institution, bloc, person, organisation, place, people };

// A name in a sentence, before it is known whose.
struct NameHit {
  std::uint32_t sentence = 0;
  std::uint32_t begin = 0, end = 0;  // tokens
  HitType type = HitType::place;
  std::int32_t entry = -1;  // of the gazetteer
  std::uint8_t roles = 0;   // as Gazetteer::Match::roles
  bool partial = false;     // "U.S." in "U.S.-led": the name ends inside a token
  bool nested = false;      // inside a longer hit: "Iraqi" in "Iraqi Islamic Party"
  std::int32_t actor = -1;  // index of the draft
  bool is(NameRole role) const { return (roles >> static_cast<int>(role)) & 1; }
};

// An actor as it grows.
struct Draft {
  ActorKind kind = ActorKind::institution;
  std::int32_t entry = -1;
  std::int32_t owner = -1;  // draft of the country or body that it belongs to
  std::string country;      // ISO 3166-1 alpha-3
  std::string label;
  std::vector<std::string> names;          // in order of appearance, unique
  std::vector<std::uint32_t> name_counts;  // beside them: how often the text gives each
  std::vector<std::string> words;          // of a person: the fullest name's folded words
  std::string described;       // of a described public body: its description; empty for a named one
  std::string core;            // of an institution: its folded description without country
  bool public_office = false;  // a person of whom the text says so
  bool private_role = false;
  bool drawn = false;  // false: kept out of the result unless something needs it
  int gender = 0;      // 1 man, 2 woman, 0 not known
  std::uint32_t count = 0;
  std::uint32_t first = 0;  // text position of the first mention
};

// The work on one document. The steps stand in the order in which run() takes them.
class Resolution {
 public:
  Resolution(const Document& document, const Analysis& analysis, const Gazetteer& gazetteer);
  ResolvedActors run();

 private:
  // names.cc: what the gazetteer and the tagger name
  void find_hits();
  void find_hits_in(std::uint32_t sentence);
  void add_gazetteer_hits(std::uint32_t sentence, std::vector<NameHit>& out);
  void add_tagger_hits(std::uint32_t sentence, std::vector<NameHit>& out);
  void widen(std::uint32_t sentence, NameHit& hit) const;
  void widen_list(std::uint32_t sentence, NameHit& hit) const;
  bool begins_with_no_country(std::uint32_t sentence, const NameHit& hit) const;
  bool tagged_otherwise(std::uint32_t sentence, std::uint32_t token) const;
  bool survives(const NameHit& hit, const std::vector<NameHit>& tagged) const;

  // countries.cc: states, regions, blocs
  void resolve_countries();
  void resolve_blocs();
  std::int32_t bloc(const std::string& core, std::int32_t owner);
  bool resolve_state_group(std::uint32_t sentence, std::uint32_t noun);
  bool resolve_opposition(std::uint32_t sentence, std::uint32_t noun);
  bool resolve_coalition(std::uint32_t sentence, std::uint32_t noun);
  std::int32_t only_armed_group() const;
  struct GroupPhrase {
    std::uint32_t begin = 0;
    std::int32_t country = -1;
    bool body = false;  // a body's name stands in it: "Fajr militants"
  };
  GroupPhrase group_phrase(std::uint32_t sentence, std::uint32_t noun) const;
  bool is_group(std::uint32_t sentence, std::uint32_t token) const;
  std::unordered_map<std::string, std::int32_t> states_of_groups() const;
  bool acts_as_government(const NameHit& hit) const;
  bool alone_or_authority(const NameHit& hit) const;
  bool nested_counts(const NameHit& hit) const;
  bool names_a_place_or_people(const NameHit& hit) const;

  // institutions.cc
  void resolve_institutions();
  void resolve_named_institution(NameHit& hit);
  bool is_another_states(const NameHit& hit) const;
  std::int32_t known_body(const std::string& name) const;
  std::int32_t known_body_of(std::int32_t owner, const std::string& core) const;
  std::string without_owner(const NameHit& hit, std::int32_t owner) const;
  void name_with_country(const NameHit& hit);
  const NameHit* body_around(const NameHit& hit) const;
  void read_body_within(const NameHit& hit);
  void remember_short_forms(std::uint32_t sentence, const NameHit& hit, const std::string& core);
  void resolve_described_institutions(std::uint32_t sentence);
  void add_described_hit(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end, std::int32_t actor);
  bool country_before(std::uint32_t sentence, std::uint32_t noun) const;
  std::int32_t institution(std::string_view text, std::string_view core, std::int32_t owner,
                           std::int32_t entry);
  std::int32_t owner_of(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end,
                        std::uint32_t head) const;
  std::int32_t nearest_country(std::uint32_t sentence, std::uint32_t token) const;

  // persons.cc
  void resolve_persons();
  std::int32_t of_forename(const std::string& word) const;
  void pass_over_addressed();
  std::int32_t body_of_that_name(const NameHit& hit, const std::vector<std::string>& words,
                                 const std::string& text) const;
  bool is_addressed(const NameHit& hit) const;
  std::int32_t person(const NameHit& hit, const std::vector<std::string>& words, const std::string& text);

  // offices.cc: titles and affiliations
  void read_offices();
  void find_speaker();
  std::uint32_t long_title(std::uint32_t sentence, std::uint32_t name) const;
  void read_title_before(NameHit& hit);
  void read_title_after(const NameHit& hit);
  void read_title_above(const NameHit& hit);
  std::int32_t office_noun_before(std::uint32_t sentence, std::uint32_t end) const;
  std::string joint_title(std::uint32_t sentence, std::uint32_t begin, std::uint32_t noun) const;
  void read_joint_titles();
  void drop_storms();
  struct Title {
    std::uint32_t sentence = 0, begin = 0, end = 0;  // tokens of the whole description
    std::uint32_t noun = 0;                          // the office noun
  };
  void speak_of_owner(const Title& title, std::int32_t owner);
  bool read_title(const Title& title, std::int32_t person, std::string_view rule);
  std::int32_t country_behind(const Title& title, std::int32_t person) const;
  std::int32_t default_country(std::int32_t person, const Title& title, std::string_view office_key);
  std::int32_t known_holder(std::int32_t person, std::string_view noun, std::string_view country = {}) const;
  void name_known_holder(std::int32_t person, std::string_view noun, std::string_view country);
  bool heads_a_body(std::uint32_t sentence, std::uint32_t noun) const;
  bool hyphened(std::uint32_t sentence, std::uint32_t index) const;
  std::int32_t likely_country(std::uint32_t sentence, std::uint32_t token, std::string_view noun) const;
  std::int32_t nearest_body(std::uint32_t sentence) const;
  void add_tie(std::int32_t source, std::int32_t target, std::string_view type, std::string title,
               bool current, const Title& at, std::string_view rule);
  void add_structure_ties();
  void read_possessed_bodies();
  std::int32_t group_of_noun(std::string_view noun) const;
  void read_group_leader(const Mention& mention);
  void read_party_of(const Mention& mention);
  std::int32_t state_owner(std::int32_t body);
  void read_of_after(const NameHit& hit);

  // memberships.cc: member_of
  void read_memberships();
  void read_members_of(const NameHit& body);
  std::vector<std::int32_t> country_list(std::uint32_t sentence, std::uint32_t at) const;
  std::vector<std::int32_t> longest_country_list() const;

  // nominals.cc: "US officials", "the ministry"
  void resolve_nominals();
  std::int32_t body_after(std::uint32_t sentence, std::uint32_t noun) const;
  std::int32_t titled_holder(std::uint32_t sentence, std::int32_t owner, const std::string& phrase,
                             std::string_view noun) const;
  std::int32_t named_holder(std::int32_t owner, const std::string& title, std::string_view noun) const;

  // leads.cc: "a rights group says", before its name
  void read_leads();
  std::int32_t named_next(std::uint32_t sentence, bool person, std::string_view noun) const;
  bool may_be_called(std::int32_t body, std::string_view noun) const;

  // reader.h
  void resolve_pronouns();
  struct Antecedent;
  class Reader;

  // finish.cc
  ResolvedActors finish();
  std::string id_of(const Draft& draft) const;
  std::string country_label(const Draft& draft) const;

  // shared
  const Token& token(std::uint32_t sentence, std::uint32_t index) const {
    return analysis_.sentences[sentence].tokens[index];
  }
  std::uint32_t position(std::uint32_t sentence, std::uint32_t index) const {
    return base_[sentence] + index;
  }
  std::string text_of(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end) const;
  std::string_view small(std::uint32_t sentence, std::uint32_t index) const;  // the token in small letters
  NameHit* hit_at(std::uint32_t sentence, std::uint32_t index);
  const NameHit* hit_at(std::uint32_t sentence, std::uint32_t index) const;
  std::uint32_t head_of(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end) const;
  std::int32_t draft_of_entry(std::uint32_t entry);
  std::int32_t country_draft(std::string_view iso3);
  void name_draft(std::int32_t draft, const std::string& name);
  std::uint32_t add_mention(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end, MentionForm form,
                            std::int32_t actor, std::string rule, bool acts = true, std::int32_t head = -1);
  std::string_view label_of(std::int32_t draft) const;

  const Document& document_;
  const Analysis& analysis_;
  const Gazetteer& gazetteer_;
  std::vector<Tree> trees_;
  std::vector<std::uint32_t> base_;
  std::vector<std::string> small_;        // by position
  std::vector<NameHit> hits_;             // in text order; a nested one after the one around it
  std::vector<std::uint32_t> first_hit_;  // by sentence, into hits_
  std::vector<std::pair<std::uint32_t, std::int32_t>> country_places_;  // position and draft, sorted
  std::vector<std::int32_t> hit_at_;                                    // by position: outermost hit, or -1
  std::vector<std::int32_t> inner_hit_at_;  // by position: a nested country in it, or -1
  std::vector<Draft> drafts_;
  std::vector<Mention> mentions_;
  std::vector<std::int32_t> mention_at_;  // by position: the mention whose head this is, or -1
  std::vector<Tie> ties_;
  std::int32_t opposition_of_ = -1;  // draft of the state whose opposition was spoken of last
  std::int32_t speaker_ = -1;        // draft of the state whose statement the text is, or -1
  std::uint32_t titled_begin_ = 0;   // where the title before the name at work begins
  std::unordered_map<std::uint32_t, std::int32_t> by_entry_;
  std::unordered_map<std::string, std::int32_t> by_key_;
  std::vector<std::uint32_t> country_counts_;             // by draft: how often the text names the country
  std::unordered_map<std::string, std::int32_t> bodies_;  // by core: the described body met last
  std::unordered_map<std::string, std::int32_t>
      holders_;  // "president 3": the person who holds that office of draft 3
  std::unordered_map<std::string, std::vector<std::int32_t>>
      by_word_;  // persons by a folded word of their names
};

}  // namespace entente
