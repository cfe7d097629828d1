// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Runs a program with that standard input and returns its standard output: for work that cannot be
// interrupted, may crash, or leaves global state behind. The program is spawned, not forked: no code of this
// process runs in the child, whatever locks other threads hold. May be called from any thread.
//
// Throws OutputError where the program cannot be started, ends with another status than 0 (with what it said
// on standard error) or is not done within `limit`, and is then killed; `what` names it in the message.
std::string run_program(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                        std::string_view input, std::chrono::milliseconds limit, const std::string& what);

}  // namespace entente
