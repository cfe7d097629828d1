// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace entente {

// Text that grows at its end, as a std::string does; but appending is inlined, so that writers who append
// millions of short pieces need no call for each.
//
//   TextBuffer out;
//   out += "label=\"";   // a literal: its length is known to the compiler
//   out += label;
class TextBuffer {
 public:
  TextBuffer() = default;
  explicit TextBuffer(std::size_t room) { grow(room); }

  TextBuffer& operator+=(char c) {
    *room(1) = c;
    ++end_;
    return *this;
  }
  TextBuffer& operator+=(std::string_view text) {
    copy(room(text.size()), text.data(), text.size());
    end_ += text.size();
    return *this;
  }
  template <std::size_t size>
  TextBuffer& operator+=(const char (&literal)[size]) {
    if constexpr (size > 1) {
      std::memcpy(room(size - 1), literal, size - 1);
      end_ += size - 1;
    }
    return *this;
  }
  TextBuffer& append(std::string_view text) { return *this += text; }

  // Room for so many more bytes, of which `advance` then takes those that were written.
  char* room(std::size_t size) {
    if (static_cast<std::size_t>(limit_ - end_) < size) grow(size);
    return end_;
  }
  void advance(std::size_t size) { end_ += size; }

  std::string_view view() const { return {begin_.get(), size()}; }
  operator std::string_view() const { return view(); }
  std::size_t size() const { return static_cast<std::size_t>(end_ - begin_.get()); }
  bool empty() const { return end_ == begin_.get(); }
  char back() const { return end_[-1]; }  // precondition: not empty

  void clear() { end_ = begin_.get(); }
  void truncate(std::size_t size) { end_ = begin_.get() + size; }  // precondition: no longer than it is

 private:
  // Short pieces, which nearly all are, by two moves that may overlap.
  static void copy(char* to, const char* from, std::size_t size) {
    if (size > 32) {
      std::memcpy(to, from, size);
    } else if (size >= 16) {
      copy_ends<16>(to, from, size);
    } else if (size >= 8) {
      copy_ends<8>(to, from, size);
    } else if (size >= 4) {
      copy_ends<4>(to, from, size);
    } else if (size > 0) {
      to[0] = from[0];
      to[size / 2] = from[size / 2];
      to[size - 1] = from[size - 1];
    }
  }
  template <std::size_t length>
  static void copy_ends(char* to, const char* from, std::size_t size) {
    char first[length], last[length];
    std::memcpy(first, from, length);
    std::memcpy(last, from + size - length, length);
    std::memcpy(to, first, length);
    std::memcpy(to + size - length, last, length);
  }

  void grow(std::size_t more);

  std::unique_ptr<char[]> begin_;
  char* end_ = nullptr;
  char* limit_ = nullptr;
};

}  // namespace entente
