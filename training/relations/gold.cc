// SPDX-License-Identifier: Apache-2.0
#include "training/relations/gold.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <set>

#include "graph/error.h"

namespace entente {
namespace {

using Json = rapidjson::Value;

std::vector<std::string> strings(const Json& object, const char* key) {
  std::vector<std::string> result;
  const auto member = object.FindMember(key);
  if (member == object.MemberEnd()) return {""};
  const auto one = [&](const Json& value) { result.push_back(value.IsString() ? value.GetString() : ""); };
  if (member->value.IsArray()) {
    for (const Json& value : member->value.GetArray()) one(value);
  } else {
    one(member->value);
  }
  return result;
}

std::string string(const Json& object, const char* key) {
  return strings(object, key).at(0);
}

bool flag(const Json& object, const char* key) {
  const auto member = object.FindMember(key);
  return member != object.MemberEnd() && member->value.IsBool() && member->value.GetBool();
}

GoldRelation read_relation(const Json& json) {
  GoldRelation relation;
  relation.source = string(json, "source");
  relation.target = string(json, "target");
  for (const std::string& type : strings(json, "types")) {
    if (const auto parsed = parse_event_type(type)) relation.types.push_back(*parsed);
  }
  for (const std::string& status : strings(json, "status")) {
    relation.statuses.push_back(parse_status(status).value_or(Status::actual));
  }
  relation.by = strings(json, "by");
  relation.evidence = string(json, "evidence");
  relation.symmetric = flag(json, "symmetric");
  relation.optional = flag(json, "optional");
  return relation;
}

GoldDocument read_document(const Json& json) {
  GoldDocument gold;
  gold.document.id = string(json, "id");
  gold.document.text = string(json, "text");
  gold.document.date = string(json, "date");
  for (const Json& actor : json["actors"].GetArray()) {
    gold.actors.push_back(
        {string(actor, "id"), strings(actor, "kind"), strings(actor, "names"), flag(actor, "optional")});
  }
  for (const Json& relation : json["relations"].GetArray()) {
    GoldRelation read = read_relation(relation);
    if (!read.types.empty()) gold.relations.push_back(std::move(read));
  }
  return gold;
}

std::string fold(std::string_view name) {
  utf8proc_uint8_t* folded = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                      UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
                                   static_cast<utf8proc_ssize_t>(name.size()), &folded, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(folded, &std::free);
  if (length < 0) return std::string(name);
  return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(length)};
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// The bytes of U+2019 and U+2018 are punctuation that is_word would keep.
std::string straight_quotes(std::string text) {
  for (const std::string_view quote : {"\xE2\x80\x99", "\xE2\x80\x98"}) {
    for (std::size_t at = 0; (at = text.find(quote, at)) != std::string::npos;) text.replace(at, 3, "'");
  }
  return text;
}

}  // namespace

std::vector<GoldDocument> read_gold(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError(path.string(), "cannot be read");
  std::vector<GoldDocument> documents;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    rapidjson::Document json;
    json.Parse(line.data(), line.size());
    if (json.HasParseError()) {
      throw InputError(path.string(), number, json.GetErrorOffset() + 1,
                       rapidjson::GetParseError_En(json.GetParseError()));
    }
    if (!json.IsObject() || !json.HasMember("actors") || !json.HasMember("relations")) {
      throw InputError(path.string(), number, 1, "no gold document");
    }
    documents.push_back(read_document(json));
  }
  return documents;
}

std::string normal_name(std::string_view name) {
  const std::string folded = straight_quotes(fold(name));
  std::string result;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    if (c == '\'' && i + 1 < folded.size() && folded[i + 1] == 's' &&
        (i + 2 == folded.size() || !is_word(folded[i + 2]))) {
      ++i;
    } else if (is_word(c)) {
      result += c;
    } else if ((c == ' ' || c == '-' || c == '\t' || c == '\n') && !result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (result.starts_with(article)) return result.substr(article.size());
  }
  return result;
}

std::vector<std::int32_t> match_actors(const std::vector<GoldActor>& gold, const ResolvedActors& actors) {
  struct Pair {
    bool label;
    std::size_t shared;
    std::size_t gold, actor;
  };
  std::vector<Pair> pairs;
  std::vector<std::set<std::string>> gold_names;
  for (const GoldActor& actor : gold) {
    gold_names.emplace_back();
    for (const std::string& name : actor.names) gold_names.back().insert(normal_name(name));
  }
  for (std::size_t a = 0; a < actors.actors.size(); ++a) {
    std::set<std::string> names = {normal_name(actors.actors[a].label)};
    for (const std::string& name : actors.actors[a].names) names.insert(normal_name(name));
    names.erase("");
    for (std::size_t g = 0; g < gold.size(); ++g) {
      const auto shared = static_cast<std::size_t>(std::count_if(
          names.begin(), names.end(), [&](const std::string& name) { return gold_names[g].contains(name); }));
      if (shared > 0)
        pairs.push_back({gold_names[g].contains(normal_name(actors.actors[a].label)), shared, g, a});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::pair(a.label, a.shared) > std::pair(b.label, b.shared);
  });
  std::vector<std::int32_t> result(actors.actors.size(), -1);
  std::vector<bool> taken(gold.size(), false);
  for (const Pair& pair : pairs) {
    if (result[pair.actor] >= 0 || taken[pair.gold]) continue;
    result[pair.actor] = static_cast<std::int32_t>(pair.gold);
    taken[pair.gold] = true;
  }
  return result;
}

std::vector<std::uint32_t> sentences_of(const std::string& evidence, const Document& document,
                                        const Analysis& analysis) {
  std::vector<std::uint32_t> result;
  const std::size_t at = document.text.find(evidence);
  if (at == std::string::npos || evidence.empty()) return result;
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    if (sentence.begin < at + evidence.size() && at < sentence.end) result.push_back(i);
  }
  return result;
}

}  // namespace entente
