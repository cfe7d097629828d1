// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "extract/actors/gazetteer.h"
#include "extract/actors/mention.h"
#include "extract/document/document.h"
#include "extract/language/sentence.h"

namespace entente {

// Finds every mention of a country, official, person, institution or bloc in an analysed document, decides
// what it is, joins the mentions of one actor, and reads the standing ties (offices, affiliations) that the
// text states.
//
//   const ActorResolver resolver(Gazetteer::load({"data/gazetteer.tsv"}));
//   const ResolvedActors actors = resolver.resolve(document, analysis);
//
// A resolver never changes and may be shared by any number of threads. The same document gives the same
// actors in the same order. Work and memory grow linearly with the text, whatever stands in it.
class ActorResolver {
 public:
  explicit ActorResolver(std::shared_ptr<const Gazetteer> gazetteer);

  // `analysis` must be of `document`. Mentions come in text order; actors in the order of their first
  // mention. Every actor has at least one mention; only its first holds where the text names it nowhere else.
  ResolvedActors resolve(const Document& document, const Analysis& analysis) const;

  const Gazetteer& gazetteer() const noexcept { return *gazetteer_; }

 private:
  std::shared_ptr<const Gazetteer> gazetteer_;
};

}  // namespace entente
