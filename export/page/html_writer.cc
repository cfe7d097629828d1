// SPDX-License-Identifier: Apache-2.0
#include "export/page/html_writer.h"

#include <array>
#include <charconv>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

#include "export/json_writer.h"
#include "export/page/layout.h"
#include "export/page/page_text.h"
#include "export/text/escape.h"
#include "export/title.h"
#include "graph/error.h"
#include "graph/sha256.h"

namespace entente {
namespace {

// Passes JSON on with <, >, &, U+2028 and U+2029 as \uXXXX, so that nothing in it can end the element that it
// stands in. All five occur inside JSON's strings only.
class ScriptSafeBuffer : public std::streambuf {
 public:
  explicit ScriptSafeBuffer(std::streambuf& out) : out_(out) {}

 protected:
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    const char byte = traits_type::to_char_type(c);
    return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
  }

  std::streamsize xsputn(const char* text, std::streamsize size) override {
    std::streamsize clean = 0;  // first byte not yet passed on
    for (std::streamsize i = 0; i < size; ++i) {
      const char* escape = take(text[i]);
      if (escape == nullptr && seen_ == 0) continue;
      // The byte is part of what is escaped or held back: pass on what stands before it.
      if (!put({text + clean, static_cast<std::size_t>(i - clean)})) return i;
      clean = i + 1;
      if (escape != nullptr && !put(escape)) return i;
    }
    if (!put({text + clean, static_cast<std::size_t>(size - clean)})) return clean;
    return size;
  }

  int sync() override { return out_.pubsync(); }

 private:
  // The escape that `byte` calls for, if any. E2 80 A8 and E2 80 A9 are held back until they are told from
  // others.
  const char* take(char byte) {
    if (seen_ == 0) {
      if (byte == '\xE2') seen_ = 1;
      return byte == '<' ? "\\u003c" : byte == '>' ? "\\u003e" : byte == '&' ? "\\u0026" : nullptr;
    }
    if (seen_ == 1) {
      if (byte == '\x80') return seen_ = 2, nullptr;
      seen_ = 0;
      return other_ = {'\xE2', byte, '\0', '\0'}, other_.data();
    }
    seen_ = 0;
    if (byte == '\xA8') return "\\u2028";
    if (byte == '\xA9') return "\\u2029";
    return other_ = {'\xE2', '\x80', byte, '\0'}, other_.data();
  }

  bool put(std::string_view text) {
    const auto size = static_cast<std::streamsize>(text.size());
    return out_.sputn(text.data(), size) == size;
  }

  std::streambuf& out_;
  int seen_ = 0;  // bytes of E2 80 held back
  std::array<char, 4> other_{};
};

std::string hash_source(std::string_view text) {
  Sha256 hash;
  hash.add(text);
  return "'sha256-" + hash.base64() + "'";
}

// What is the same in every page.
struct Page {
  std::string script, policy;

  Page() {
    for (const std::string_view part : kPageScripts) script.append(part).append("\n");
    policy = "default-src 'none'; script-src " + hash_source(script) + "; style-src " +
             hash_source(kPageStyle) + "; img-src blob:; base-uri 'none'; form-action 'none'";
  }

  static const Page& get() {
    static const Page page;
    return page;
  }
};

void append_coordinate(std::string& out, double value) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 1).ptr;
  out.append(digits, end);
}

std::string positions_of(const KnowledgeGraph& graph) {
  std::vector<LayoutLink> links;
  links.reserve(graph.relation_count());
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const auto ends = graph.ends(i);
    links.push_back({static_cast<std::uint32_t>(ends.source), static_cast<std::uint32_t>(ends.target)});
  }
  std::string text = "[";
  for (const Point& point : layout(graph.actor_count(), links)) {
    if (text.size() > 1) text += ',';
    append_coordinate(text, point.x);
    text += ',';
    append_coordinate(text, point.y);
  }
  return text + "]";
}

// What the page needs beside the graph: where the actors stand, and what the relation types are.
std::string view_of(const KnowledgeGraph& graph, const Ontology& ontology) {
  TextBuffer text;
  text += "{\"positions\":";
  text += positions_of(graph);
  text += ",\"types\":[";
  for (const RelationType& type : ontology.types()) {
    text += text.back() == '[' ? "{\"name\":" : ",{\"name\":";
    append_json_string(text, type.name);
    text += ",\"quad\":";
    append_json_string(text, to_string(type.quad));
    text += ",\"description\":";
    append_json_string(text, type.description);
    text += '}';
  }
  text += "]}";
  return std::string(text.view());
}

void write_part(std::string_view name, const KnowledgeGraph& graph, std::ostream& out,
                const WriteOptions& options) {
  if (name == "POLICY") {
    out << Page::get().policy;
  } else if (name == "TITLE") {
    TextBuffer title;
    append_xml(title, title_of(graph, options.title));
    out << title.view();
  } else if (name == "STYLE") {
    out << kPageStyle;
  } else if (name == "SCRIPT") {
    out << Page::get().script;
  } else {
    ScriptSafeBuffer safe(*out.rdbuf());
    std::ostream json(&safe);
    WriteOptions plain = options;
    plain.pretty = false;
    if (name == "GRAPH") write_json(graph, json, plain);
    if (name == "VIEW") json << view_of(graph, *options.ontology);
    if (!json) throw OutputError("cannot write the page");
  }
}

}  // namespace

void write_html(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  std::string_view rest = kPageTemplate;
  for (auto at = rest.find('@'); at != rest.npos; at = rest.find('@')) {
    const auto end = rest.find('@', at + 1);
    out << rest.substr(0, at);
    write_part(rest.substr(at + 1, end - at - 1), graph, out, options);
    rest.remove_prefix(end + 1);
  }
  out << rest << std::flush;
  if (!out) throw OutputError("cannot write the page");
}

}  // namespace entente
