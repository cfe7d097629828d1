// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// A tag of an HTML page, or a comment or declaration (with an empty name). Between two tags stands text.
struct HtmlTag {
  std::size_t begin = 0;  // bytes of the page, with both angle brackets
  std::size_t end = 0;
  std::string name;         // lower case
  bool closes = false;      // "</p>"
  std::size_t partner = 0;  // index of the tag that closes this one or that this one closes; 0: none
};

// The page's tags in order, in time linear in its length. What stands inside <script> and <style> is no tag.
// The first element is an empty tag at 0, so that 0 can mean "none".
std::vector<HtmlTag> scan_html_tags(std::string_view page);

// The value of a tag's attribute with its character references decoded; empty optional where it has none.
std::optional<std::string> html_attribute(std::string_view page, const HtmlTag& tag, std::string_view name);

// A character reference that begins at `at` ("&amp;", "&#8217;"): its text and its length in bytes. Empty
// where there is none, so that the "&" stands for itself.
struct HtmlReference {
  std::string text;
  std::size_t length = 0;
};
std::optional<HtmlReference> html_reference(std::string_view page, std::size_t at);

// Text with its character references decoded.
std::string decode_html(std::string_view text);

}  // namespace entente
