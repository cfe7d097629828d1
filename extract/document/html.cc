// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "extract/document/code_point.h"
#include "extract/document/html_tags.h"
#include "extract/document/input_check.h"
#include "extract/document/mapped_text.h"
#include "extract/document/reader.h"
#include "graph/sha256.h"

namespace entente {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 13> always_skipped = {
    "script", "style",  "noscript", "template", "svg",  "form",    "nav",
    "aside",  "button", "select",   "iframe",   "head", "textarea"};
constexpr std::array<std::string_view, 2> skipped_around_the_article = {"header", "footer"};
constexpr std::array<std::string_view, 28> blocks = {
    "address", "article", "blockquote", "body", "caption", "dd",    "div", "dl", "dt",     "figcaption",
    "figure",  "footer",  "h1",         "h2",   "h3",      "h4",    "h5",  "h6", "header", "hr",
    "li",      "main",    "ol",         "p",    "section", "table", "tr",  "ul"};

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// Turns a page into text, tag by tag.
class PageReader {
 public:
  explicit PageReader(std::string page) : text_(std::move(page)), tags_(scan_html_tags(text_.input())) {}

  void read(Document& document);

  std::string title() const;
  std::string date() const;

 private:
  std::string_view page() const { return text_.input(); }
  bool skips(const HtmlTag& tag, bool whole_page) const;
  std::pair<std::size_t, std::size_t> article() const;
  void read_text(std::size_t begin, std::size_t end);
  void separate(std::string_view with, const HtmlTag& tag);
  std::string meta(std::string_view key) const;
  std::string inside(const HtmlTag& tag) const;

  MappedText text_;
  std::vector<HtmlTag> tags_;
  Repairs repairs_;
};

// The longest <article>, else <main>, as a range of tags; the whole page where neither holds much.
std::pair<std::size_t, std::size_t> PageReader::article() const {
  constexpr std::size_t enough_bytes = 200;
  for (const std::string_view name : {"article", "main"}) {
    std::pair<std::size_t, std::size_t> best{0, 0};
    std::size_t best_bytes = enough_bytes;
    for (std::size_t i = 1; i < tags_.size(); ++i) {
      const HtmlTag& tag = tags_[i];
      if (tag.closes || tag.partner == 0 || tag.name != name) continue;
      const std::size_t bytes = tags_[tag.partner].begin - tag.end;
      if (bytes > best_bytes) best_bytes = bytes, best = {i, tag.partner};
    }
    if (best.first != 0) return best;
  }
  return {0, tags_.size()};
}

bool PageReader::skips(const HtmlTag& tag, bool whole_page) const {
  if (tag.closes || tag.partner == 0) return false;
  return is_one_of(tag.name, always_skipped) ||
         (whole_page && is_one_of(tag.name, skipped_around_the_article));
}

// What a character reference stands for, cleaned as the page's own characters are.
std::string cleaned(std::string text) {
  Repairs repairs;
  MappedText clean(std::move(text));
  clean.copy_clean(0, clean.input().size(), repairs);
  return std::string(clean.text());
}

// A run of white space becomes one space, or none where a line begins.
void PageReader::read_text(std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  while (at < end) {
    std::size_t next = at;
    if (is_space(page()[at])) {
      while (next < end && is_space(page()[next])) ++next;
      const bool line_begins =
          text_.text().empty() || text_.text().back() == '\n' || text_.text().back() == ' ';
      if (!line_begins && page()[at] == ' ') text_.copy(at, at + 1);
      if (!line_begins && page()[at] != ' ') text_.replace(" ", at, next);
    } else if (const auto reference =
                   page()[at] == '&' ? html_reference(page().substr(0, end), at) : std::nullopt) {
      next = at + reference->length;
      text_.replace(cleaned(reference->text), at, next);
    } else {
      next = at + 1;
      while (next < end && !is_space(page()[next]) && page()[next] != '&') ++next;
      text_.copy_clean(at, next, repairs_);
    }
    at = next;
  }
}

void PageReader::separate(std::string_view with, const HtmlTag& tag) {
  const std::string_view text = text_.text();
  if (text.empty() || text.ends_with("\n\n") || (with != "\n\n" && is_space(text.back()))) return;
  text_.replace(text.back() == '\n' ? "\n" : with, tag.begin, tag.end);
}

void PageReader::read(Document& document) {
  const auto [first, last] = article();
  const bool whole_page = first == 0;
  std::size_t at = whole_page ? 0 : tags_[first].end;
  for (std::size_t i = first + 1; i < last; ++i) {
    const HtmlTag& tag = tags_[i];
    if (tag.begin < at) continue;
    read_text(at, tag.begin);
    at = tag.end;
    if (skips(tag, whole_page)) {
      separate("\n\n", tag);
      at = tags_[tag.partner].end;
    } else if (is_one_of(tag.name, blocks)) {
      separate("\n\n", tag);
    } else if (tag.name == "br") {
      separate("\n", tag);
    } else if (tag.name == "td" || tag.name == "th") {
      separate(" ", tag);
    }
  }
  read_text(at, last < tags_.size() ? tags_[last].begin : page().size());
  note_repairs(repairs_, document);
  std::move(text_).finish(document);
}

std::string PageReader::inside(const HtmlTag& tag) const {
  if (tag.closes || tag.partner == 0) return {};
  std::string text;
  std::size_t at = tag.end;
  for (std::size_t i = static_cast<std::size_t>(&tag - tags_.data()) + 1; i <= tag.partner; ++i) {
    text += page().substr(at, tags_[i].begin - std::min(at, tags_[i].begin));
    at = tags_[i].end;
  }
  return clean_line(decode_html(text));
}

std::string PageReader::meta(std::string_view key) const {
  for (const HtmlTag& tag : tags_)
    if (tag.name == "meta" &&
        (html_attribute(page(), tag, "property") == key || html_attribute(page(), tag, "name") == key ||
         html_attribute(page(), tag, "itemprop") == key))
      return clean_line(html_attribute(page(), tag, "content").value_or(""));
  return {};
}

std::string PageReader::title() const {
  if (std::string title = meta("og:title"); !title.empty()) return title;
  for (const std::string_view name : {"h1", "title"})
    for (const HtmlTag& tag : tags_)
      if (tag.name == name)
        if (std::string title = inside(tag); !title.empty()) return title;
  return {};
}

std::string PageReader::date() const {
  for (const std::string_view key : {"article:published_time", "datePublished", "date", "DC.date", "pubdate"})
    if (std::string date = iso_date(meta(key)); !date.empty()) return date;
  for (const HtmlTag& tag : tags_)
    if (tag.name == "time")
      if (std::string date = iso_date(html_attribute(page(), tag, "datetime").value_or("")); !date.empty())
        return date;
  return {};
}

}  // namespace

Document read_html(std::string id, std::string bytes, const ReaderOptions& options) {
  check_is_text(id, bytes, options.max_bytes);
  Document document;
  document.sha256 = sha256_hex(bytes);
  PageReader page(std::move(bytes));
  document.title = page.title();
  document.date = options.date.empty() ? page.date() : options.date;
  page.read(document);
  document.id = std::move(id);
  if (document.date.empty()) document.date = find_dateline_date(document.text);
  return document;
}

}  // namespace entente
