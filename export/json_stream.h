// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <istream>
#include <string_view>
#include <vector>

namespace entente {

// Text for RapidJSON's reader (its input stream concept, hence the names) that knows line and column.
// Internal to export/.
class JsonStream {
 public:
  using Ch = char;

  // `line` is that of the text's first byte.
  explicit JsonStream(std::string_view text, std::size_t line = 1)
      : line_(line), at_(text.data()), end_(at_ + text.size()) {
    skip_mark();
  }
  explicit JsonStream(std::istream& in) : in_(&in), buffer_(1 << 16) {
    refill();
    skip_mark();
  }

  char Peek() const { return at_ != end_ ? *at_ : '\0'; }
  char Take() {
    if (at_ == end_) return '\0';
    const char c = *at_++;
    ++taken_;
    if (c == '\n') {
      ++line_;
      line_begin_ = taken_;
    }
    if (at_ == end_ && in_ != nullptr) refill();
    return c;
  }
  std::size_t Tell() const { return taken_; }

  // Whether all of the text is taken; Peek alone cannot tell the end from a NUL.
  bool at_end() const { return at_ == end_; }

  std::size_t line() const { return line_; }
  std::size_t column() const { return taken_ - line_begin_ + 1; }  // of the next byte, from 1

  // Only for parsing in place, which this stream does not do.
  char* PutBegin() { return nullptr; }
  void Put(char) {}
  void Flush() {}
  std::size_t PutEnd(char*) { return 0; }

 private:
  void refill() {
    in_->read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    at_ = buffer_.data();
    end_ = at_ + in_->gcount();
  }
  void skip_mark() {
    if (std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with("\xEF\xBB\xBF")) at_ += 3;
  }

  std::istream* in_ = nullptr;
  std::vector<char> buffer_;
  std::size_t line_ = 1;
  std::size_t taken_ = 0;
  std::size_t line_begin_ = 0;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
};

}  // namespace entente
