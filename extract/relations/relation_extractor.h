// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "extract/actors/mention.h"
#include "extract/document/document.h"
#include "extract/language/sentence.h"
#include "extract/relations/lexicon.h"
#include "extract/relations/relation_model.h"
#include "extract/relations/statement.h"

namespace entente {

// From trees and actors to the relations that the sentences state. Rules propose: every two actors of a
// sentence, with the predicates that stand between them and the slots in which the two stand. The model
// decides which type, if any, the text states; with an empty model the lexicon alone decides.
//
//   const RelationExtractor extractor(lexicon, model);
//   for (const Statement& statement : extractor.extract(document, analysis, actors)) ...
//
// Never changes after construction; may be shared by threads. Lexicon and model outlive it.
class RelationExtractor {
 public:
  RelationExtractor(const Lexicon& lexicon, const RelationModel& model) : lexicon_(lexicon), model_(model) {}

  // The statements in text order, at most one for each sentence, source, target, type and status. Sentences
  // marked as duplicates state nothing. `document.date` anchors "on Tuesday"; without it such dates stay
  // empty.
  std::vector<Statement> extract(const Document& document, const Analysis& analysis,
                                 const ResolvedActors& actors) const;

 private:
  const Lexicon& lexicon_;
  const RelationModel& model_;
};

}  // namespace entente
