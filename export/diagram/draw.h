// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "export/diagram/job.h"

namespace entente {

// The picture's bytes. Sets environment variables and Graphviz's global state: for a process of its own.
// Throws OutputError where Graphviz fails. Internal to the layout program.
std::string draw(const LayoutJob& job);

}  // namespace entente
