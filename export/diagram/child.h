// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace entente {

// Runs `work` in a forked child of this process and returns what it returns: for work that cannot be
// interrupted, may crash, or leaves global state behind. Nothing that it prints reaches this process's
// streams. Throws OutputError where it throws (with its message), takes longer than `limit` or ends in any
// other way; `what` names it in the message.
std::string run_in_child(const std::function<std::string()>& work, std::chrono::seconds limit,
                         const std::string& what);

}  // namespace entente
