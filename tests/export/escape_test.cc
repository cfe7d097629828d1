// SPDX-License-Identifier: Apache-2.0
// Each escaper against a slow, naive reader of its format: whatever bytes go in, what comes out is one value
// of the format and reads back as the repaired text.
#include "export/text/escape.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <string>

#include "graph/utf8.h"
#include "tests/export/nasty_graph.h"

namespace entente {
namespace {

using Escaper = void (*)(TextBuffer&, std::string_view);

std::string escaped(Escaper escaper, std::string_view text) {
  TextBuffer out;
  escaper(out, text);
  return std::string(out.view());
}

// Every nasty name, every byte alone and between letters, and a few thousand random strings that are dense in
// what formats care for.
void for_each_text(const std::function<void(const std::string&)>& check) {
  for (const std::string& name : nasty_names()) check(name);
  for (int byte = 0; byte < 256; ++byte) {
    check(std::string(1, static_cast<char>(byte)));
    check("a" + std::string(1, static_cast<char>(byte)) + "b");
  }
  std::mt19937 random(20231107);
  const std::string dense = "\"'\\`<>&#%;:,|=+-@$u0022nrt \t\r\n\x1B\x1F" + std::string(1, '\0');
  const std::vector<std::string> pieces = {"\u00E9", "\u4E2D", "\U0001F600", "\uFFFE",       "\uFFFF",
                                           "\uFEFF", "\xFF",   "\xC3",       "\xED\xA0\x80", "\xE2\x82",
                                           "\u0085", "\u2028", "\uFF1D"};
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (unsigned length = random() % 24; length > 0; --length) {
      const unsigned choice = random() % 10;
      if (choice < 5)
        text += dense[random() % dense.size()];
      else if (choice < 7)
        text += pieces[random() % pieces.size()];
      else
        text += static_cast<char>(random() % 256);
    }
    check(text);
  }
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string without_nul(std::string text) {
  return replace_all(std::move(text), std::string_view("\0", 1), "\uFFFD");
}

std::string xml_characters(std::string_view text) {
  std::string out;
  for (const char c : repair_utf8(text)) {
    const bool allowed = static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r';
    if (allowed)
      out += c;
    else
      out += "\uFFFD";
  }
  return replace_all(replace_all(out, "\uFFFE", "\uFFFD"), "\uFFFF", "\uFFFD");
}

// Reads \" \\ \n \r \t \uXXXX between double quotes, as JSON, Turtle and Cypher do; nullopt where that is not
// it.
std::optional<std::string> read_quoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' || static_cast<unsigned char>(c) < 0x20) return std::nullopt;
    if (c != '\\') {
      out += c;
      continue;
    }
    if (++i == text.size()) return std::nullopt;
    switch (text[i]) {
      case 'n':
        out += '\n';
        break;
      case 'r':
        out += '\r';
        break;
      case 't':
        out += '\t';
        break;
      case '"':
      case '\\':
        out += text[i];
        break;
      case 'u':
        out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 4)), nullptr, 16));
        i += 4;
        break;
      default:
        return std::nullopt;
    }
  }
  return out;
}

std::optional<std::string> read_xml(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '<' || c == '>' || c == '"' || static_cast<unsigned char>(c) < 0x20) return std::nullopt;
    if (c != '&') {
      out += c;
      continue;
    }
    const std::size_t end = text.find(';', i);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string name(text.substr(i + 1, end - i - 1));
    if (name == "amp")
      out += '&';
    else if (name == "lt")
      out += '<';
    else if (name == "gt")
      out += '>';
    else if (name == "quot")
      out += '"';
    else if (name == "#133")
      out += "\u0085";
    else if (name == "#8232")
      out += "\u2028";
    else if (name[0] == '#')
      out += static_cast<char>(std::stoi(name.substr(1)));
    else
      return std::nullopt;
    i = end;
  }
  return out;
}

// The one cell of a line of CSV; nullopt where there are more cells or lines.
std::optional<std::string> read_csv(std::string_view text) {
  if (!text.starts_with('"')) {
    if (text.find_first_of("\",\r\n") != std::string_view::npos) return std::nullopt;
    return std::string(text);
  }
  std::string out;
  std::size_t i = 1;
  for (; i < text.size(); ++i) {
    if (text[i] != '"')
      out += text[i];
    else if (i + 1 < text.size() && text[i + 1] == '"')
      out += text[i++];
    else
      break;
  }
  return i + 1 == text.size() ? std::optional(out) : std::nullopt;
}

std::string read_mermaid(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '#') {
      out += text[i];
      continue;
    }
    const std::size_t end = text.find(';', i);
    out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, end - i - 1))));
    i = end;
  }
  return out;
}

TEST(Escape, AnyBytesComeBackFromJson) {
  for_each_text([](const std::string& text) {
    ASSERT_EQ(read_quoted(escaped(append_json_string, text)), repair_utf8(text))
        << testing::PrintToString(text);
  });
}

TEST(Escape, AnyBytesComeBackFromXmlButForWhatItCannotHold) {
  for_each_text([](const std::string& text) {
    ASSERT_EQ(read_xml(escaped(append_xml, text)), xml_characters(text)) << testing::PrintToString(text);
  });
}

TEST(Escape, AnyBytesComeBackFromCsv) {
  for_each_text([](const std::string& text) {
    ASSERT_EQ(read_csv(escaped(append_csv_cell, text)), without_nul(repair_utf8(text)))
        << testing::PrintToString(text);
  });
}

TEST(Escape, NoSpreadsheetCellBeginsLikeAFormula) {
  for_each_text([](const std::string& text) {
    const auto cell = read_csv(escaped(append_spreadsheet_cell, text));
    ASSERT_TRUE(cell) << testing::PrintToString(text);
    const std::string plain = without_nul(repair_utf8(text));
    ASSERT_TRUE(*cell == plain || *cell == "'" + plain);
    for (const std::string_view start :
         {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
      ASSERT_FALSE(cell->starts_with(start)) << testing::PrintToString(text);
    }
  });
  EXPECT_EQ(escaped(append_spreadsheet_cell, "=1+1"), "\"'=1+1\"");
  EXPECT_EQ(escaped(append_csv_cell, "=1+1"), "=1+1");  // databases want the text itself
}

TEST(Escape, AnyBytesComeBackFromTabSeparatedValues) {
  for_each_text([](const std::string& text) {
    std::string field = escaped(append_tsv_field, text);
    ASSERT_EQ(field.find_first_of("\t\r\n"), std::string::npos);
    std::string read;
    for (std::size_t i = 0; i < field.size(); ++i) {
      if (field[i] != '\\')
        read += field[i];
      else if (const char c = field[++i]; c == '\\')
        read += c;
      else
        read += c == 't' ? '\t' : c == 'n' ? '\n' : '\r';
    }
    ASSERT_EQ(read, without_nul(repair_utf8(text))) << testing::PrintToString(text);
  });
}

// Neo4j decodes \uXXXX before it reads the string, unless the backslash is itself escaped.
TEST(Escape, NoUnicodeEscapeClosesACypherString) {
  for_each_text([](const std::string& text) {
    const std::string string = escaped(append_cypher_string, text);
    ASSERT_EQ(read_quoted(string), repair_utf8(text)) << testing::PrintToString(text);
    ASSERT_EQ(string.find_first_of("\r\n"), std::string::npos);
  });
  EXPECT_EQ(escaped(append_cypher_string, "\\u0022"), R"("\\u0022")");
}

TEST(Escape, CypherNamesAreLettersInBackticks) {
  for_each_text([](const std::string& text) {
    const std::string name = escaped(append_cypher_name, text);
    ASSERT_EQ(name.front(), '`');
    ASSERT_EQ(name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_", 1),
              name.size() - 1);
  });
  EXPECT_EQ(escaped(append_cypher_name, "holds_office"), "`holds_office`");
  EXPECT_EQ(escaped(append_cypher_name, "a`b"), "`a_60b`");
}

TEST(Escape, AnyBytesButNulComeBackFromTurtle) {
  for_each_text([](const std::string& text) {
    ASSERT_EQ(read_quoted(escaped(append_turtle_string, text)), without_nul(repair_utf8(text)))
        << testing::PrintToString(text);
  });
}

TEST(Escape, IrisHoldNothingThatEndsThem) {
  for_each_text([](const std::string& text) {
    const std::string part = escaped(append_iri_part, text);
    ASSERT_EQ(part.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.~:%-"),
              std::string::npos);
    std::string read;
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (part[i] != '%')
        read += part[i];
      else
        read += static_cast<char>(std::stoi(part.substr(i + 1, 2), nullptr, 16)), i += 2;
    }
    ASSERT_EQ(read, repair_utf8(text));
  });
}

TEST(Escape, MermaidTextHoldsNoMarkup) {
  for_each_text([](const std::string& text) {
    const std::string label = escaped(append_mermaid_text, text);
    for (const char c : {'"', '`', '<', '>', '&', '%', '[', '{', '|', '\\', '$', ':', '\n', '\r', '\x1B'}) {
      ASSERT_EQ(label.find(c), std::string::npos) << testing::PrintToString(text);
    }
    const std::string read = read_mermaid(label);
    std::string expected = repair_utf8(text);
    for (const std::string_view space : {"\t", "\n", "\r"}) expected = replace_all(expected, space, " ");
    std::string held;
    for (const char c : expected) {
      if ((static_cast<unsigned char>(c) < 0x20) || c == '\x7F')
        held += "\uFFFD";
      else
        held += c;
    }
    ASSERT_EQ(read, held) << testing::PrintToString(text);
  });
  EXPECT_EQ(escaped(append_mermaid_text, "1. list"), "1#46; list");  // no Markdown list
  EXPECT_EQ(escaped(append_mermaid_text, "St. Petersburg"), "St. Petersburg");
}

TEST(Escape, NumbersReadBackEqual) {
  const auto text = [](double number) {
    TextBuffer digits;
    append_number(digits, number);
    return std::string(digits.view());
  };
  for (const double number :
       {0.1, 1.0, 0.3333333333333333, 1e-9, -7.0, 99999.9999, 1e5, 1e300, 0.30000000000000004}) {
    EXPECT_EQ(std::stod(text(number)), number);
  }
  for (int i = 0; i <= 10000; ++i) ASSERT_EQ(std::stod(text(i / 10000.0)), i / 10000.0);
  EXPECT_EQ(text(0), "0");
  EXPECT_EQ(text(1), "1");
  EXPECT_EQ(text(0.75), "0.75");
  EXPECT_EQ(text(2.5), "2.5");
  EXPECT_EQ(text(10.05), "10.05");
  EXPECT_EQ(text(0.0004), "0.0004");
  EXPECT_EQ(text(-3.5), "-3.5");
}

}  // namespace
}  // namespace entente
