// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <graphviz/cgraph.h>

namespace entente {

// For agopen: names are numbered as they come. Cgraph's own way takes a name's address for its number, and
// goes through subgraphs in that order, so that clusters would be laid out as the heap happens to lie.
// Internal to the layout program.
Agdisc_t* numbered_names();

}  // namespace entente
