// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/actors/resolution.h"

namespace entente {

// A mention that a pronoun or a description may mean, as the text is read.
struct Resolution::Antecedent {
  std::uint32_t mention = 0;
  std::uint32_t sentence = 0;
  std::uint32_t head = 0;
  bool subject = false;
  bool plural = false;
};

// What a referring word asks of its antecedent.
enum class Wanted : std::uint8_t { man, woman, person, thing, several, country, body };

// Reads the document once, word by word with the last mentions at hand, and joins to them what names nobody:
// pronouns, descriptions, and officials, forces and governments of no named state.
class Resolution::Reader {
 public:
  explicit Reader(Resolution& work);
  void run();

 private:
  // pronouns.cc
  void sort_mentions();
  void push(std::uint32_t mention);
  bool fits(const Antecedent& a, Wanted wanted) const;
  double likeness(const Antecedent& a, std::uint32_t s, std::uint32_t i) const;
  std::int32_t find(std::uint32_t s, std::uint32_t i, Wanted wanted) const;
  bool blocked(const Antecedent& a, std::uint32_t s, std::uint32_t i) const;
  void read(std::uint32_t s, std::uint32_t i);
  void read_pronoun(std::uint32_t s, std::uint32_t i, std::string_view word, const Token& t);
  void read_person(std::uint32_t s, std::uint32_t i, Wanted wanted, int gender);
  void read_they(std::uint32_t s, std::uint32_t i);
  void read_first_person(std::uint32_t s, std::uint32_t i, std::string_view word);

  void read_noun(std::uint32_t s, std::uint32_t i, std::string_view word, const Token& t);

  // descriptions.cc: "the president", "the ministry", "both countries"
  void read_description(std::uint32_t s, std::uint32_t begin, std::uint32_t i, std::string_view word,
                        const Token& t);
  std::size_t how_many(std::uint32_t s, std::uint32_t begin, std::uint32_t i) const;
  void read_title_of(std::uint32_t s, std::uint32_t i, std::int32_t country);
  bool read_office(std::uint32_t s, std::uint32_t begin, std::uint32_t i, const Token& t);
  void read_body(std::uint32_t s, std::uint32_t begin, std::uint32_t i, std::string_view word);
  void read_pair(std::uint32_t s, std::uint32_t begin, std::uint32_t i, std::string_view word,
                 std::size_t many);
  bool linked(const Antecedent& a, const Antecedent& b) const;
  std::vector<std::uint32_t> last_pair(std::uint32_t s, bool persons) const;
  std::vector<std::uint32_t> last_of(std::uint32_t s, Wanted wanted, bool bodies, std::size_t many) const;
  std::uint32_t last_seen(std::uint32_t actor) const;

  // called.cc: "the cleric", "the militants": what the text has called an actor before
  void remember_called(const Mention& mention);
  void call(std::string_view lemma, std::uint32_t actor);
  bool is_called(std::string_view lemma, std::uint32_t actor) const;
  std::int32_t called(std::uint32_t s, std::string_view lemma, bool person) const;
  void rejoin_group(Mention& mention);

  // parties.cc: "the government", "police", "his troops"
  bool read_state(std::uint32_t s, std::uint32_t begin, std::uint32_t i, const Token& t);
  bool read_possessed(std::uint32_t s, std::uint32_t begin, std::uint32_t i, const Token& t);
  std::int32_t state_meant(std::uint32_t s, std::uint32_t i) const;
  bool is_region(std::uint32_t actor) const;
  std::int32_t shared_adjective(std::uint32_t s, const Token& t) const;
  std::int32_t same_noun(std::uint32_t s, std::string_view lemma) const;
  std::int32_t place_after(std::uint32_t s, std::uint32_t i) const;
  void find_places();

  const Draft& draft(std::uint32_t a) const { return w_.drafts_[a]; }
  void mention(std::uint32_t s, std::uint32_t begin, std::uint32_t i, MentionForm form, std::int32_t actor,
               std::string rule);

  struct Place {
    std::uint32_t position = 0;
    std::int32_t country = -1;
    double weight = 0;
  };

  Resolution& w_;
  std::vector<std::uint32_t> order_;
  std::vector<Antecedent> recent_;
  std::vector<Place> places_;  // what says which state the text is about, in text order
  std::unordered_map<std::string, std::vector<std::uint32_t>> called_;  // by lemma: actors, the last one last
};

}  // namespace entente
