// SPDX-License-Identifier: Apache-2.0
#include "extract/document/html_tags.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace entente {
namespace {

char lower(char c) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}
bool is_name_char(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == ':';
}
bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

// The end of a tag: behind the first ">" that stands in no quoted attribute value.
std::size_t end_of_tag(std::string_view page, std::size_t at) {
  for (; at < page.size(); ++at) {
    if (page[at] == '>') return at + 1;
    if (page[at] != '=') continue;
    std::size_t value = at + 1;
    while (value < page.size() && is_space(page[value])) ++value;
    if (value >= page.size() || (page[value] != '"' && page[value] != '\'')) continue;
    const std::size_t close = page.find(page[value], value + 1);
    if (close == std::string_view::npos) continue;  // an open quote: take the tag to end at its ">"
    at = close;
  }
  return page.size();
}

std::size_t behind(std::string_view page, std::string_view what, std::size_t from) {
  const std::size_t at = page.find(what, from);
  return at == std::string_view::npos ? page.size() : at + what.size();
}

// Where the text of <script>, <style> or <textarea> ends: at "</name".
std::size_t end_of_raw_text(std::string_view page, std::size_t from, std::string_view name) {
  for (std::size_t at = page.find("</", from); at != std::string_view::npos; at = page.find("</", at + 2))
    if (equal_ignoring_case(page.substr(at + 2, name.size()), name)) return at;
  return page.size();
}

bool has_raw_text(std::string_view name) {
  return name == "script" || name == "style" || name == "textarea";
}

HtmlTag read_tag(std::string_view page, std::size_t at) {
  HtmlTag tag;
  tag.begin = at;
  if (page.substr(at, 4) == "<!--") {
    tag.end = behind(page, "-->", at + 4);
    return tag;
  }
  if (page[at + 1] == '!' || page[at + 1] == '?') {
    tag.end = behind(page, ">", at);
    return tag;
  }
  tag.closes = page[at + 1] == '/';
  for (std::size_t c = at + (tag.closes ? 2 : 1); c < page.size() && is_name_char(page[c]); ++c)
    tag.name += lower(page[c]);
  tag.end = end_of_tag(page, at + 1 + tag.name.size());
  return tag;
}

// "<" begins a tag only before a letter, "/", "!" or "?": "a < b" is text.
bool begins_tag(std::string_view page, std::size_t at) {
  if (at + 1 >= page.size()) return false;
  const char next = page[at + 1];
  if (next == '/') return at + 2 < page.size() && std::isalpha(static_cast<unsigned char>(page[at + 2])) != 0;
  return std::isalpha(static_cast<unsigned char>(next)) != 0 || next == '!' || next == '?';
}

void join_partners(std::vector<HtmlTag>& tags) {
  std::map<std::string_view, std::vector<std::size_t>> open;
  for (std::size_t i = 1; i < tags.size(); ++i) {
    auto& same = open[tags[i].name];
    if (!tags[i].closes) {
      same.push_back(i);
    } else if (!same.empty()) {
      tags[i].partner = same.back();
      tags[same.back()].partner = i;
      same.pop_back();
    }
  }
}

}  // namespace

std::vector<HtmlTag> scan_html_tags(std::string_view page) {
  std::vector<HtmlTag> tags(1);
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at)) {
    if (!begins_tag(page, at)) {
      ++at;
      continue;
    }
    tags.push_back(read_tag(page, at));
    const HtmlTag& tag = tags.back();
    at = tag.end;
    if (!tag.closes && has_raw_text(tag.name)) at = end_of_raw_text(page, at, tag.name);
  }
  join_partners(tags);
  return tags;
}

std::optional<std::string> html_attribute(std::string_view page, const HtmlTag& tag, std::string_view name) {
  const std::string_view text = page.substr(tag.begin, tag.end - tag.begin);
  for (std::size_t at = 1 + tag.name.size(); at < text.size(); ++at) {
    if (!is_space(text[at - 1]) || !equal_ignoring_case(text.substr(at, name.size()), name)) continue;
    std::size_t value = at + name.size();
    while (value < text.size() && is_space(text[value])) ++value;
    if (value >= text.size() || text[value] != '=') continue;
    ++value;
    while (value < text.size() && is_space(text[value])) ++value;
    if (value >= text.size()) return std::nullopt;
    const bool quoted = text[value] == '"' || text[value] == '\'';
    const std::size_t end =
        quoted ? text.find(text[value], value + 1) : text.find_first_of(" \t\r\n>", value);
    return decode_html(text.substr(value + (quoted ? 1 : 0), end - value - (quoted ? 1 : 0)));
  }
  return std::nullopt;
}

std::string decode_html(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size();) {
    const auto reference = text[at] == '&' ? html_reference(text, at) : std::nullopt;
    decoded += reference ? reference->text : std::string(1, text[at]);
    at += reference ? reference->length : 1;
  }
  return decoded;
}

}  // namespace entente
