// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/writer.h"

namespace entente {

// FollowTheMoney entities, one a line, for Aleph and OpenSanctions tools. Countries are PublicBody,
// institutions and blocs Organization, documents Article; a relation is an UnknownLink, whose direction only
// the order subject, object and the role tell. Byte offsets, confidences, mention and alias counts have no
// place in it.
void write_ftm(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options);

}  // namespace entente
