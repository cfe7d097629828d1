// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/actor_resolver.h"

#include "extract/actors/resolution.h"

namespace entente {

ActorResolver::ActorResolver(std::shared_ptr<const Gazetteer> gazetteer) : gazetteer_(std::move(gazetteer)) {}

ResolvedActors ActorResolver::resolve(const Document& document, const Analysis& analysis) const {
  return Resolution(document, analysis, *gazetteer_).run();
}

}  // namespace entente
