// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <fstream>
#include <sstream>
#include <string>

namespace entente {

// What is wrong with a graph file by data/entente-graph.schema.json; empty: nothing.
inline std::string schema_fault(const std::string& json) {
  static const rapidjson::SchemaDocument* const schema = [] {
    std::ifstream file(ENTENTE_SOURCE_DIR "/data/entente-graph.schema.json");
    std::ostringstream text;
    text << file.rdbuf();
    static rapidjson::Document document;
    document.Parse(text.str().c_str());
    return new rapidjson::SchemaDocument(document);
  }();
  rapidjson::Document graph;
  if (graph.Parse(json.c_str()).HasParseError()) return rapidjson::GetParseError_En(graph.GetParseError());
  rapidjson::SchemaValidator validator(*schema);
  if (graph.Accept(validator)) return "";
  rapidjson::StringBuffer place;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(place);
  return std::string(validator.GetInvalidSchemaKeyword()) + " at " + place.GetString();
}

}  // namespace entente
