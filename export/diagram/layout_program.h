// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace entente {

// The program entente-layout, in which Graphviz draws diagrams: `named`, else $ENTENTE_LAYOUT, else beside
// the running program (its own folder, or ../libexec/entente), else where this library was to be installed,
// else where it was built. Throws OutputError that names these places where there is none. Internal to
// export/diagram/.
std::filesystem::path layout_program(const std::filesystem::path& named = {});

}  // namespace entente
