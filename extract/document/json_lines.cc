// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <utility>

#include "extract/document/code_point.h"
#include "extract/document/input_check.h"
#include "extract/document/reader.h"
#include "graph/error.h"

namespace entente {
namespace {

// A field's string; a number's digits where ids are numbers. Empty where it is absent or null.
std::string field(const rapidjson::Document& json, const char* name, const InputError& wrong_type) {
  const auto member = json.FindMember(name);
  if (member == json.MemberEnd() || member->value.IsNull()) return {};
  if (member->value.IsString()) return {member->value.GetString(), member->value.GetStringLength()};
  if (member->value.IsInt64()) return std::to_string(member->value.GetInt64());
  throw wrong_type;
}

}  // namespace

JsonLinesReader::JsonLinesReader(std::istream& in, std::string name, ReaderOptions options)
    : in_(in), name_(std::move(name)), options_(std::move(options)) {}

// Reads up to the next line end without ever holding more of a line than the limit.
bool JsonLinesReader::next_line(std::string& line) {
  line.clear();
  if (in_.peek() == std::istream::traits_type::eof()) return false;
  ++line_;
  bool too_long = false;
  std::streambuf& buffer = *in_.rdbuf();
  for (int c = buffer.sbumpc(); c != '\n' && c != std::istream::traits_type::eof(); c = buffer.sbumpc()) {
    if (line.size() < options_.max_bytes)
      line += static_cast<char>(c);
    else
      too_long = true;
  }
  if (too_long) throw InputError(name_, line_, 0, "line " + too_long_message(options_.max_bytes));
  return true;
}

std::optional<Document> JsonLinesReader::next() {
  std::string line;
  do {
    if (!next_line(line)) return std::nullopt;
  } while (line.find_first_not_of(" \t\r") == std::string::npos);

  const std::size_t skip = line_ == 1 && line.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  rapidjson::Document json;
  json.Parse(line.data() + skip, line.size() - skip);
  if (json.HasParseError())
    throw InputError(name_, line_, json.GetErrorOffset() + skip + 1,
                     rapidjson::GetParseError_En(json.GetParseError()));
  if (!json.IsObject()) throw InputError(name_, line_, 1, "expected an object {\"id\", \"text\"}");

  const auto wrong = [&](const char* name) {
    return InputError(name_, line_, 0, std::string("\"") + name + "\" must be a string");
  };
  const auto text = json.FindMember("text");
  if (text == json.MemberEnd()) throw InputError(name_, line_, 0, "\"text\" is missing");
  if (!text->value.IsString()) throw wrong("text");

  const std::string place = name_ + ":" + std::to_string(line_);
  std::string id = clean_line(field(json, "id", wrong("id")));
  const std::string date = field(json, "date", wrong("date"));
  ReaderOptions options = options_;
  if (const std::string iso = iso_date(date); !iso.empty()) options.date = iso;
  std::optional<Document> document;
  try {
    document = read_text(place, {text->value.GetString(), text->value.GetStringLength()}, options);
  } catch (const InputError& error) {
    throw InputError(name_, line_, 0, "\"text\" " + error.message());
  }
  if (!id.empty()) document->id = std::move(id);
  if (!date.empty() && iso_date(date).empty())
    document->notes.push_back("the date \"" + clean_line(date) + "\" is not in ISO 8601 and was passed over");
  if (std::string title = clean_line(field(json, "title", wrong("title"))); !title.empty())
    document->title = std::move(title);
  document->source = clean_line(field(json, "source", wrong("source")));
  if (document->source.empty()) document->source = name_;
  return document;
}

}  // namespace entente
