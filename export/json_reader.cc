// SPDX-License-Identifier: Apache-2.0
#include "export/json_reader.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <fstream>
#include <istream>

#include "export/json_handler.h"
#include "graph/error.h"

namespace entente {
namespace {

// Iterative: depth costs memory, never the stack. Full precision: numbers come back as they were.
constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                            rapidjson::kParseFullPrecisionFlag;

KnowledgeGraph read(JsonStream& stream, std::string_view file, const Ontology& ontology) {
  GraphAssembler graph;
  JsonHandler handler(file, stream, ontology, graph);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, handler);
  if (result.IsError()) handler.fail(rapidjson::GetParseError_En(result.Code()));
  if (!stream.at_end()) handler.fail("a NUL byte");
  handler.finish();
  return graph.finish();
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

KnowledgeGraph read_json(std::istream& in, std::string_view file, const Ontology& ontology) {
  JsonStream stream(in);
  if (in.bad()) throw InputError(std::string(file), "cannot read");
  return read(stream, file, ontology);
}

KnowledgeGraph read_json(std::string_view text, std::string_view file, const Ontology& ontology) {
  JsonStream stream(text);
  return read(stream, file, ontology);
}

KnowledgeGraph read_json_file(const std::filesystem::path& file, const Ontology& ontology) {
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file)) throw InputError(file.string(), "cannot read");
  return read_json(in, file.string(), ontology);
}

KnowledgeGraph read_json_lines(std::istream& in, std::string_view file, const Ontology& ontology) {
  KnowledgeGraph all;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (is_blank(line)) continue;
    JsonStream stream(line, number);
    all.merge(read(stream, file, ontology));
  }
  return all;
}

}  // namespace entente
