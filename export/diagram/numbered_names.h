// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace entente {

// From here on cgraph numbers names as they come, in every graph of this process, those that Graphviz makes
// for itself too. Its own way takes a name's address for its number, and goes through subgraphs in that
// order, so that clusters are laid out as the heap happens to lie. Internal to the layout program.
void number_names();

}  // namespace entente
