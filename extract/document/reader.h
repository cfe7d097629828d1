// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document/document.h"

namespace entente {

// What a file of input holds.
enum class InputFormat { text, html, jsonl };

std::string_view to_string(InputFormat format);                        // "text", "html", "jsonl"
std::optional<InputFormat> parse_input_format(std::string_view name);  // empty for any other word

// By the ending of its name, else by how it begins ("<!doctype html").
InputFormat guess_input_format(const std::filesystem::path& path, std::string_view bytes);

struct ReaderOptions {
  std::string date;                                // ISO 8601 date for documents that give none
  std::size_t max_bytes = std::size_t{16} << 20U;  // of one document; a longer one is an error
};

// The bytes of a file. Throws InputError when it is missing, a directory, unreadable, empty or longer than
// `max_bytes`.
std::string read_file(const std::filesystem::path& path, std::size_t max_bytes);

// A plain text: checked and repaired (see MappedText::copy_clean), its title the first line where that looks
// like a headline, its date from a dateline that gives one with the year. Throws InputError when the bytes
// are no text: a binary, a PDF, UTF-16, or nothing but white space.
Document read_text(std::string id, std::string bytes, const ReaderOptions& options = {});

// The text of an HTML page: its article where it marks one, else its body without navigation, forms and
// scripts; title and date from its meta data. Tags in the middle of a quote are part of the quote's bytes.
Document read_html(std::string id, std::string bytes, const ReaderOptions& options = {});

// Lines {"id", "text", "date"?, "title"?, "source"?}, one document a line; blank lines are passed over.
// Offsets refer to the bytes of the decoded "text" string. A line without "id" is named "NAME:LINE".
//
//   JsonLinesReader lines(stream, "news.jsonl", options);
//   while (auto document = lines.next()) ...
class JsonLinesReader {
 public:
  JsonLinesReader(std::istream& in, std::string name, ReaderOptions options);

  // The next document; empty at the end. Throws InputError with name:line:col for a broken or too long line,
  // and goes on with the line after it when called again.
  std::optional<Document> next();

 private:
  bool next_line(std::string& line);

  std::istream& in_;
  std::string name_;
  ReaderOptions options_;
  std::size_t line_ = 0;
};

// "2023-02-21", "2023-02" or "2023" of an ISO 8601 date or date and time; empty where `text` is none.
std::string iso_date(std::string_view text);

// The date that a text's first lines give with its year: "Sunday, November 10, 2019", "MOSCOW, 3 March 2021
// (Agency) -", "2020-05-01". Empty where they give none.
std::string find_dateline_date(std::string_view text);

// The first line of a text where it looks like a headline, else empty.
std::string find_headline(std::string_view text);

}  // namespace entente
