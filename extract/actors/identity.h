// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/fragment.h"

namespace entente {

// What people say of actors, and what wins over every rule. A file of lines; `#` begins a comment:
//
//   same official:li-na person:li-na
//   different official:john-smith official:jon-smith
struct Judgements {
  std::vector<std::pair<std::string, std::string>> same, different;

  // Throws InputError with file:line:col for a line that is neither, and where two lines contradict each
  // other.
  static Judgements parse(std::string_view text, const std::string& file);
};

// Which actors of many fragments are one, decided from all of them: never from the order in which they came.
// Ids that resolvers make are already the same for the same name; this joins what one document alone could
// not know, and parts what only shares a name.
//
//   Identity identity(judgements);
//   for (const Fragment& fragment : fragments) identity.observe(fragment);
//   identity.decide();
//   for (Fragment& fragment : fragments) fragment = identity.apply(std::move(fragment));
//
// Two people are not one where both have a country and the two differ, unless they share an office.
// Otherwise:
//
// - one full name is one person: "person:li-wu" the official, "Koichi Hagiuda" Hagiuda Koichi, "Ann B. Low"
//   Ann Low where no Ann C. Low is there;
// - so are two of one surname whose forenames stand for one another (Tony, Antony), an initial and the one of
//   that country whom it fits, and a shorter form of the only longer name of that country;
// - a surname or a forename alone is decided in each document: it is the only bearer of that country who
// shares
//   the office; without an office the only bearer in the archive, where the document also names his country,
//   a person or a body that a document of his names;
// - an abbreviation is the only body that another document gives it to, a body named without its state the
// only
//   state's that bears the name.
//
// One full name with two countries and no office in common is two people: their ids get the country,
// "official:ali-hassan.IRQ". A country that few of the documents give is taken for misread.
//
// Time and memory grow linearly with the actors.
class Identity {
 public:
  explicit Identity(Judgements judgements = {});
  ~Identity();

  void observe(const Fragment& fragment);
  void decide();  // after the last observe(); may be called again after more

  // The fragment with every id replaced by the one that stands for its actor; in normal form.
  Fragment apply(Fragment fragment) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente
