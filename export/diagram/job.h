// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "export/diagram/diagram.h"
#include "export/diagram/plan.h"

namespace entente {

// What the layout program is asked to draw, and how it travels there. Internal to export/diagram/.
struct LayoutJob {
  DiagramPlan plan;
  DiagramFormat format = DiagramFormat::svg;
  std::string engine;
  std::size_t seconds = 0;  // after which nobody waits any more
};

// Any bytes in texts come back as they were.
std::string bytes_of(const LayoutJob& job);

// Throws InputError where the bytes are no job of this version's.
LayoutJob read_layout_job(std::string_view bytes);

}  // namespace entente
