// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// What a fuzz target defines: one input tried, aborting when a promise is broken, and inputs to begin with.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace entente {
std::vector<std::string> fuzz_seeds();
}
