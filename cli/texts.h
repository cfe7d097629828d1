// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "cli/in_order.h"
#include "cli/inputs.h"
#include "cli/program.h"
#include "cli/terminal.h"
#include "extract/extractor.h"
#include "graph/check_evidence.h"
#include "graph/error.h"

namespace CLI {
class App;
}

namespace entente {

// The options of every verb that reads texts.
struct TextOptions {
  std::vector<std::string> inputs;
  std::string input_format = "auto";
  std::string date;
  std::vector<std::string> gazetteers;
  std::vector<std::string> lexicons;
  unsigned jobs = 0;  // 0: one for each core
  bool reasons = false;

  void add_to(CLI::App& verb);
};

// How many documents came through and how many did not.
struct Tally {
  std::size_t documents = 0;
  std::size_t failed = 0;

  // some_failed where some failed, input_unreadable where none came through
  Exit exit() const;
};

Inputs open_inputs(const TextOptions& options);  // throws UsageError
Extractor load_extractor(const Program& program, const TextOptions& options);
unsigned thread_count(const TextOptions& options);
std::vector<std::string> notes_to_tell(const Fragment& fragment);  // the first few, "a.txt: ..."

// Extracts every document and hands what `work`, called on many threads, makes of each to `sink` in input
// order. A document that cannot be read is told on standard error and passed over.
template <typename Work, typename Sink>
Tally for_each_document(const Program& program, const TextOptions& options, Work work, Sink sink) {
  Inputs inputs = open_inputs(options);
  const Extractor extractor = load_extractor(program, options);
  Tally tally;
  Progress progress(program.quiet);

  const auto source = [&]() -> std::optional<Document> {
    while (true) {
      try {
        return inputs.next();
      } catch (const InputError& error) {
        progress.clear();
        warn(error.what());
        ++tally.failed;
      }
    }
  };
  const auto make_work = [&] {
    return [&extractor, &work, scratch = Extractor::Scratch()](Document document) mutable {
      Extraction extraction = extractor.trace(document, scratch);
      if (const auto fault = check_evidence(extraction.fragment, document.original_bytes()))
        throw std::logic_error(fault->message());
      std::vector<std::string> notes = notes_to_tell(extraction.fragment);
      return std::pair(std::move(notes), work(document, std::move(extraction)));
    };
  };
  const auto take = [&](auto result) {
    if (!result.first.empty()) progress.clear();
    for (const std::string& line : result.first) note(program, line);
    sink(std::move(result.second));
    progress.done(++tally.documents, tally.failed);
  };
  InOrder(thread_count(options), source, make_work, take).run();
  return tally;
}

}  // namespace entente
