// SPDX-License-Identifier: Apache-2.0
#include "cli/texts.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace entente {

void TextOptions::add_to(CLI::App& verb) {
  verb.add_option("INPUT", inputs, "Files of text, HTML or JSON lines; - is standard input")->required();
  verb.add_option("--input-format", input_format, "auto (by name and content), text, html or jsonl")
      ->capture_default_str();
  verb.add_option("--date", date,
                  "Date of documents that give none, as 2023-02-21: it anchors \"on Tuesday\"");
  verb.add_option("--gazetteer", gazetteers, "Your own actors and names; they win over the built-in ones");
  verb.add_option("--lexicon", lexicons, "Your own predicates; they win over the built-in ones");
  verb.add_option("-j,--jobs", jobs, "Threads; the output is the same for any number [one for each core]")
      ->check(CLI::Range(1U, 1024U));
  verb.add_flag("--reasons", reasons,
                "Keep the rule behind every mention and relation, for `entente explain`");
}

Exit Tally::exit() const {
  if (failed == 0) return Exit::done;
  return documents == 0 ? Exit::input_unreadable : Exit::some_failed;
}

Inputs open_inputs(const TextOptions& options) {
  ReaderOptions reader;
  reader.date = iso_date(options.date);
  if (!options.date.empty() && reader.date.empty())
    throw UsageError("--date: \"" + options.date + "\" is no date in ISO 8601, such as 2023-02-21");
  const auto format = parse_input_format(options.input_format);
  if (!format && options.input_format != "auto")
    throw UsageError("--input-format: \"" + options.input_format + "\" is none of auto, text, html, jsonl");
  return Inputs(options.inputs, format, reader);
}

Extractor load_extractor(const Program& program, const TextOptions& options) {
  ExtractorOptions extractor;
  extractor.data = data_folder(program);
  extractor.gazetteers.assign(options.gazetteers.begin(), options.gazetteers.end());
  extractor.lexicons.assign(options.lexicons.begin(), options.lexicons.end());
  extractor.keep_reasons = options.reasons;
  return Extractor(extractor);
}

unsigned thread_count(const TextOptions& options) {
  return options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

std::vector<std::string> notes_to_tell(const Fragment& fragment) {
  constexpr std::size_t enough = 5;
  const std::vector<std::string>& all = fragment.notes;
  std::vector<std::string> told;
  for (std::size_t i = 0; i < std::min(enough, all.size()); ++i)
    told.push_back(fragment.document.id + ": " + all[i]);
  if (all.size() > enough)
    told.push_back(fragment.document.id + ": and " + std::to_string(all.size() - enough) +
                   " notes more, in the graph");
  return told;
}

}  // namespace entente
