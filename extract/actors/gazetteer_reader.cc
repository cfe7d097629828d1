// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>

#include "extract/actors/gazetteer_builder.h"
#include "graph/error.h"

namespace entente {
namespace {

// Where in the file the reader is; makes the errors.
struct Place {
  const std::string& file;
  std::size_t line = 1;
  [[noreturn]] void fail(std::size_t column, std::string message) const {
    throw InputError(file, line, column, std::move(message));
  }
};

std::string_view next_field(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const std::string_view field = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return field;
}

GazetteerOffice read_office(std::string_view text, const Place& place, std::size_t column) {
  GazetteerOffice office;
  office.title = next_field(text, '@');
  office.of = next_field(text, '@');
  const std::int64_t from = parse_gazetteer_date(next_field(text, '@'));
  const std::int64_t to = parse_gazetteer_date(next_field(text, '@'));
  if (office.title.empty() || office.of.empty()) place.fail(column, "an office is TITLE@OF@FROM@TO");
  if (from < 0 || to < 0) place.fail(column, "an office's date is yyyy, yyyy-mm, yyyy-mm-dd or empty");
  office.from = static_cast<std::uint32_t>(from);
  office.to = static_cast<std::uint32_t>(to);
  return office;
}

void read_fact(std::string_view fact, const Place& place, std::size_t column, RawEntry& raw,
               std::vector<GazetteerOffice>& offices) {
  const auto equals = fact.find('=');
  if (equals == std::string_view::npos) place.fail(column, "a fact is key=value");
  const std::string_view key = fact.substr(0, equals), value = fact.substr(equals + 1);
  if (key == "type")
    raw.entry.type = value;
  else if (key == "office")
    offices.push_back(read_office(value, place, column));
  else if (key != "part_of" && key != "affiliation" && key != "members" && key != "also")
    place.fail(column, "no fact is called " + std::string(key.substr(0, 40)));
}

bool is_iso3(std::string_view text) {
  return text.size() == 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void check_entry(RawEntry& raw, std::string_view kind, const Place& place, std::size_t kind_column,
                 std::size_t country_column) {
  const auto parsed = parse_actor_kind(kind);
  if (!parsed) place.fail(kind_column, "kind is country, official, person, institution or bloc");
  raw.entry.kind = *parsed;
  if (raw.entry.label.empty()) place.fail(kind_column, "an entry needs a label");
  if (!raw.entry.country.empty() && !is_iso3(raw.entry.country))
    place.fail(country_column, "country is an ISO 3166-1 alpha-3 code");
}

void read_line(std::string_view line, const Place& place, RawEntry& raw,
               std::vector<GazetteerOffice>& offices) {
  const char* const start = line.data();
  const auto column = [&](std::string_view field) {
    return static_cast<std::size_t>(field.data() - start) + 1;
  };
  std::string_view fields[6];
  std::string_view rest = line;
  std::size_t count = 0;
  while (count < 6) {
    fields[count++] = next_field(rest, '\t');
    if (rest.data() == nullptr) break;
  }
  if (count < 3) place.fail(1, "an entry has at least id, kind and label, separated by tabs");
  if (rest.data() != nullptr) place.fail(column(rest), "more than six columns");
  raw.line = place.line;
  raw.entry.id = fields[0];
  raw.entry.label = fields[2];
  raw.entry.country = fields[3];
  check_entry(raw, fields[1], place, column(fields[1]), fields[3].data() ? column(fields[3]) : 1);
  if (!raw.entry.id.empty() && !is_actor_id(raw.entry.id))
    place.fail(1, "an id is 1 to 256 characters of A-Z a-z 0-9 _ : . -");
  raw.names = fields[4];
  raw.entry.first_office = static_cast<std::uint32_t>(offices.size());
  for (std::string_view facts = fields[5]; !facts.empty();)
    if (const std::string_view fact = next_field(facts, ';'); !fact.empty())
      read_fact(fact, place, column(fact), raw, offices);
  raw.entry.office_count = static_cast<std::uint32_t>(offices.size()) - raw.entry.first_office;
  if (fields[5].find("part_of=") != std::string_view::npos ||
      fields[5].find("affiliation=") != std::string_view::npos ||
      fields[5].find("members=") != std::string_view::npos ||
      fields[5].find("also=") != std::string_view::npos)
    raw.entry.facts = fields[5];
}

// "Security Council" -> "security-council".
std::string slug(std::string_view label) {
  std::string text = fold_name(label);
  std::string out;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
    if (out.size() >= 200) break;
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "unnamed" : out;
}

std::string made_id(const RawEntry& raw) {
  return std::string(to_string(raw.entry.kind)) + ":" + slug(raw.entry.label);
}

}  // namespace

std::int64_t parse_gazetteer_date(std::string_view text) {
  if (text.empty()) return 0;
  std::int64_t parts[3] = {0, 0, 0};
  std::size_t part = 0, digits = 0;
  for (const char c : text) {
    if (c == '-' && part < 2 && digits > 0) {
      ++part;
      digits = 0;
    } else if (c >= '0' && c <= '9' && ++digits <= (part == 0 ? 4u : 2u)) {
      parts[part] = parts[part] * 10 + (c - '0');
    } else {
      return -1;
    }
  }
  return digits == 0 || parts[1] > 12 || parts[2] > 31 ? -1 : parts[0] * 10000 + parts[1] * 100 + parts[2];
}

void read_gazetteer_tsv(std::string_view text, const std::string& file, KeptTexts& kept,
                        std::vector<GazetteerOffice>& offices, const EntrySink& take) {
  Place place{file};
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (; !text.empty(); ++place.line) {
    std::string_view line = next_field(text, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    RawEntry raw;
    read_line(line, place, raw, offices);
    if (raw.entry.id.empty()) {
      kept.push_back(std::make_unique<std::string>(made_id(raw)));
      raw.entry.id = *kept.back();
    }
    take(raw);
  }
}

namespace {

using Value = rapidjson::Value;

// Reads the array's objects. RapidJSON keeps no places for values, so errors name the object by its number.
class JsonReader {
 public:
  JsonReader(std::string_view text, const std::string& file, KeptTexts& kept,
             std::vector<GazetteerOffice>& offices)
      : text_(text), file_(file), kept_(kept), offices_(offices) {}

  void read(const EntrySink& take) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(text_.data(), text_.size());
    if (document.HasParseError())
      fail_at(document.GetErrorOffset(), rapidjson::GetParseError_En(document.GetParseError()));
    if (!document.IsArray()) fail_at(0, "a gazetteer is an array of objects");
    for (const Value& object : document.GetArray()) {
      ++number_;
      if (!object.IsObject()) fail("is no object");
      RawEntry raw;
      read_entry(object, raw);
      take(raw);
    }
  }

 private:
  [[noreturn]] void fail_at(std::size_t offset, const std::string& message) const {
    const std::string_view before = text_.substr(0, offset);
    const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    const auto last = before.rfind('\n');
    throw InputError(file_, line, last == std::string_view::npos ? offset + 1 : offset - last, message);
  }
  [[noreturn]] void fail(const std::string& message) const {
    fail_at(place_of(number_), "entry " + std::to_string(number_) + ": " + message);
  }

  // Where the n-th object of the outer array begins.
  std::size_t place_of(std::size_t n) const {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const char c = text_[i];
      if (quoted) {
        if (c == '\\')
          ++i;
        else if (c == '"')
          quoted = false;
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        if (++depth == 2 && c == '{' && --n == 0) return i;
      } else if (c == '}' || c == ']') {
        --depth;
      }
    }
    return 0;
  }

  std::string_view keep(std::string text) {
    kept_.push_back(std::make_unique<std::string>(std::move(text)));
    return *kept_.back();
  }

  std::string_view string(const Value& object, const char* key) {
    const auto found = object.FindMember(key);
    if (found == object.MemberEnd() || found->value.IsNull()) return {};
    if (!found->value.IsString()) fail(std::string(key) + " is no string");
    return keep(std::string(found->value.GetString(), found->value.GetStringLength()));
  }

  void read_entry(const Value& object, RawEntry& raw) {
    raw.line = number_;
    raw.entry.label = string(object, "label");
    raw.entry.country = string(object, "country");
    raw.entry.type = string(object, "type");
    std::string facts;
    for (const char* key : {"part_of", "affiliation", "members", "also"})
      if (const std::string_view value = string(object, key); !value.empty())
        facts += std::string(key) + "=" + std::string(value) + ";";
    if (!facts.empty()) raw.entry.facts = keep(std::move(facts));
    raw.entry.first_office = static_cast<std::uint32_t>(offices_.size());
    names_.clear();
    raw.entry.id = string(object, "id");
    const auto kind = parse_actor_kind(string(object, "kind"));
    if (!kind) fail("kind is country, official, person, institution or bloc");
    if (raw.entry.label.empty()) fail("an entry needs a label");
    if (!raw.entry.country.empty() && !is_iso3(raw.entry.country))
      fail("country is an ISO 3166-1 alpha-3 code");
    if (!raw.entry.id.empty() && !is_actor_id(raw.entry.id))
      fail("an id is 1 to 256 characters of A-Z a-z 0-9 _ : . -");
    raw.entry.kind = *kind;
    if (raw.entry.id.empty()) raw.entry.id = keep(made_id(raw));
    for (const auto& [key, read] :
         {std::pair{"names", &JsonReader::read_name}, {"offices", &JsonReader::read_office}}) {
      const auto found = object.FindMember(key);
      if (found == object.MemberEnd()) continue;
      if (!found->value.IsArray()) fail(std::string(key) + " is no array");
      for (const Value& item : found->value.GetArray()) (this->*read)(item);
    }
    raw.names = keep(names_);
    raw.entry.office_count = static_cast<std::uint32_t>(offices_.size()) - raw.entry.first_office;
  }

  void read_name(const Value& item) {
    if (!item.IsString()) fail("a name is no string");
    const std::string_view name(item.GetString(), item.GetStringLength());
    if (name.find('|') != std::string_view::npos) fail("a name holds |");
    if (!names_.empty()) names_ += '|';
    names_ += name;
  }

  void read_office(const Value& item) {
    if (!item.IsObject()) fail("an office is no object");
    GazetteerOffice office;
    office.title = string(item, "title");
    office.of = string(item, "of");
    const std::int64_t from = parse_gazetteer_date(string(item, "from")),
                       to = parse_gazetteer_date(string(item, "to"));
    if (office.title.empty() || office.of.empty() || from < 0 || to < 0)
      fail("an office has title, of and dates as yyyy, yyyy-mm or yyyy-mm-dd");
    office.from = static_cast<std::uint32_t>(from);
    office.to = static_cast<std::uint32_t>(to);
    offices_.push_back(office);
  }

  std::string_view text_;
  const std::string& file_;
  KeptTexts& kept_;
  std::vector<GazetteerOffice>& offices_;
  std::string names_;
  std::size_t number_ = 0;
};

}  // namespace

void read_gazetteer_json(std::string_view text, const std::string& file, KeptTexts& kept,
                         std::vector<GazetteerOffice>& offices, const EntrySink& take) {
  JsonReader(text, file, kept, offices).read(take);
}

}  // namespace entente
