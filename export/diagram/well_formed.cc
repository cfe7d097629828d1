// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/well_formed.h"

#include <vector>

#include "graph/utf8.h"

namespace entente {
namespace {

class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text) {}

  std::string check() {
    if (valid_utf8_prefix(text_) != text_.size()) return "not UTF-8";
    while (at_ < text_.size() && fault_.empty()) {
      if (text_[at_] == '<')
        markup();
      else
        characters();
    }
    if (fault_.empty() && !open_.empty()) fail("<" + std::string(open_.back()) + "> is not closed");
    if (fault_.empty() && roots_ != 1) fail("not one root element");
    return fault_;
  }

 private:
  void fail(const std::string& what) {
    if (fault_.empty()) fault_ = what + " at byte " + std::to_string(at_);
  }

  bool take(std::string_view token) {
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }

  void skip_past(std::string_view end) {
    const auto found = text_.find(end, at_);
    if (found == text_.npos) return fail("no " + std::string(end));
    at_ = found + end.size();
  }

  void markup() {
    if (take("<!--")) return comment();
    if (take("<?")) return skip_past("?>");
    if (take("<!DOCTYPE")) return skip_past(">");
    if (take("</")) return end_tag();
    ++at_;
    start_tag();
  }

  void comment() {
    const auto dashes = text_.find("--", at_);
    if (dashes == text_.npos || text_.substr(dashes).substr(0, 3) != "-->") return fail("-- in a comment");
    at_ = dashes + 3;
  }

  static bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' ||
           c == '_' || c == '-' || c == '.';
  }

  std::string_view name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    if (at_ == begin) fail("no name");
    return text_.substr(begin, at_ - begin);
  }

  void spaces() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r'))
      ++at_;
  }

  void end_tag() {
    const std::string_view closed = name();
    spaces();
    if (!take(">")) return fail("no >");
    if (open_.empty() || open_.back() != closed) return fail("</" + std::string(closed) + "> closes nothing");
    open_.pop_back();
  }

  void start_tag() {
    const std::string_view opened = name();
    if (open_.empty()) ++roots_;
    for (spaces(); fault_.empty(); spaces()) {
      if (take("/>")) return;
      if (take(">")) return open_.push_back(opened);
      attribute();
    }
  }

  void attribute() {
    name();
    spaces();
    if (!take("=")) return fail("no =");
    spaces();
    const char quote = at_ < text_.size() ? text_[at_++] : ' ';
    if (quote != '"' && quote != '\'') return fail("no quote");
    while (fault_.empty() && at_ < text_.size() && text_[at_] != quote) {
      if (text_[at_] == '<') return fail("< in an attribute");
      character();
    }
    if (at_ == text_.size()) return fail("no closing quote");
    ++at_;
  }

  void characters() {
    while (fault_.empty() && at_ < text_.size() && text_[at_] != '<') {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (open_.empty() && byte > ' ') return fail("text outside the root");
      character();
    }
  }

  void character() {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte == '&') return reference();
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') return fail("a control character");
    const std::string_view three = text_.substr(at_, 3);
    if (three == "\uFFFE" || three == "\uFFFF") return fail("no character");
    ++at_;
  }

  void reference() {
    const auto end = text_.find(';', at_);
    const std::string_view body = end == text_.npos ? "" : text_.substr(at_ + 1, end - at_ - 1);
    const bool named = body == "amp" || body == "lt" || body == "gt" || body == "quot" || body == "apos";
    if (!named && !is_number(body)) return fail("an unknown entity");
    at_ = end + 1;
  }

  // A decimal or hexadecimal reference to a character that XML allows.
  static bool is_number(std::string_view body) {
    if (body.size() < 2 || body.size() > 9 || body[0] != '#') return false;
    const bool hex = body[1] == 'x';
    const std::string_view digits = body.substr(hex ? 2 : 1);
    unsigned long code = 0;
    for (const char c : digits) {
      const auto at =
          std::string_view("0123456789abcdef").find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
      if (at == std::string_view::npos || (!hex && at > 9)) return false;
      code = code * (hex ? 16 : 10) + at;
    }
    if (digits.empty() || code > 0x10FFFF || code == 0xFFFE || code == 0xFFFF) return false;
    return code >= 0x20 ? code < 0xD800 || code > 0xDFFF : code == 9 || code == 10 || code == 13;
  }

  std::string_view text_;
  std::size_t at_ = 0, roots_ = 0;
  std::vector<std::string_view> open_;
  std::string fault_;
};

}  // namespace

std::string why_not_well_formed(std::string_view text) {
  return Checker(text).check();
}

}  // namespace entente
