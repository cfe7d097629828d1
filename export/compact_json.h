// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/writer.h>

#include <cstdint>
#include <string_view>

#include "export/text/byte_set.h"
#include "export/text/escape.h"
#include "export/text/plain_scan.h"
#include "export/text/text_buffer.h"
#include "graph/utf8.h"

namespace entente {

// RapidJSON's output into a TextBuffer.
class JsonOutputStream {
 public:
  using Ch = char;
  explicit JsonOutputStream(TextBuffer& out) : out_(out) {}
  void Put(char c) { out_ += c; }
  void Flush() {}

 private:
  TextBuffer& out_;
};

// What RapidJSON's Writer writes, byte for byte, but faster: it does not check that the calls make
// up one JSON value, and copies plain strings whole. The names are RapidJSON's. Internal to export/.
class CompactJson {
 public:
  explicit CompactJson(TextBuffer& out) : out_(out) {}

  void StartObject() { open('{'); }
  void EndObject() { close('}'); }
  void StartArray() { open('['); }
  void EndArray() { close(']'); }

  // A name of a field, which is plain.
  void Key(std::string_view name) {
    char* to = out_.room(name.size() + 4);
    *to = ',';
    to += begun_ ? 1 : 0;
    *to++ = '"';
    name.copy(to, name.size());
    to += name.size();
    *to++ = '"';
    *to++ = ':';
    out_.advance(name.size() + 3 + (begun_ ? 1 : 0));
    begun_ = false;
  }

  // Invalid UTF-8 is written as U+FFFD.
  void String(std::string_view text) {
    separate();
    if (is_plain<'"', '\\'>(text)) {
      out_.room(text.size() + 2);
      out_ += '"';
      out_ += text;
      out_ += '"';
    } else {
      other_string(valid_utf8_prefix(text) == text.size() ? text : std::string_view(repair_utf8(text)));
    }
  }
  void Uint64(std::uint64_t number) {
    separate();
    append_number(out_, number);
  }
  void Double(double number) {
    separate();
    if (!append_short_decimal(out_, number)) {
      JsonOutputStream stream(out_);
      rapidjson::Writer<JsonOutputStream>(stream).Double(number);
    } else if (number == static_cast<double>(static_cast<std::uint32_t>(number))) {
      out_ += ".0";
    }
  }
  void Bool(bool flag) {
    separate();
    out_ += flag ? "true" : "false";
  }
  void Null() {
    separate();
    out_ += "null";
  }

 private:
  void other_string(std::string_view text) {
    static constexpr ByteSet kPlain = [] {
      ByteSet plain = all_but_controls_and("\"\\");
      plain[0x7F] = true;  // no control character of JSON's
      return plain;
    }();
    out_ += '"';
    copy_runs(out_, text, kPlain, [&](std::string_view rest) -> std::size_t {
      const std::size_t at = std::string_view("\b\f\n\r\t\"\\").find(rest.front());
      out_ += '\\';
      if (at != std::string_view::npos) {
        out_ += "bfnrt\"\\"[at];
      } else {
        const auto byte = static_cast<unsigned char>(rest.front());
        out_ += "u00";
        out_ += "0123456789ABCDEF"[byte >> 4];
        out_ += "0123456789ABCDEF"[byte & 15];
      }
      return 1;
    });
    out_ += '"';
  }

  void separate() {
    if (begun_) out_ += ',';
    begun_ = true;
  }
  void open(char bracket) {
    separate();
    out_ += bracket;
    begun_ = false;
  }
  void close(char bracket) {
    out_ += bracket;
    begun_ = true;
  }

  TextBuffer& out_;
  bool begun_ = false;  // whether the next value or name needs a comma before it
};

}  // namespace entente
