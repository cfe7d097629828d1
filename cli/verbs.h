// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace CLI {
class App;
}

namespace entente {

// Each adds one verb to the command line: its options, its help with examples, and what it does. One file a
// verb. A verb throws UsageError, InputError or OutputError; main turns them into a line and an exit code.

void add_build(CLI::App& app, Program& program);    // texts to one graph
void add_extract(CLI::App& app, Program& program);  // texts to a graph each
void add_export(CLI::App& app, Program& program);   // a graph to another format
void add_show(CLI::App& app, Program& program);     // a graph as lines to read
void add_path(CLI::App& app, Program& program);     // how two actors are joined
void add_around(CLI::App& app, Program& program);   // an actor's neighbourhood
void add_diff(CLI::App& app, Program& program);     // what changed between two graphs
void add_explain(CLI::App& app, Program& program);  // why an actor or a relation is there
void add_formats(CLI::App& app, Program& program);  // what can be written
void add_parse(CLI::App& app, Program& program);    // texts to dependency trees
void add_eval(CLI::App& app, Program& program);     // trees against gold

}  // namespace entente
