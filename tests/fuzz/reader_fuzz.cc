// SPDX-License-Identifier: Apache-2.0
//
// Whatever the bytes, the readers throw InputError or give valid UTF-8 whose every byte maps into the input.

#include <cstdlib>
#include <sstream>

#include "extract/document/reader.h"
#include "graph/error.h"
#include "graph/utf8.h"
#include "tests/fuzz/fuzz.h"

using namespace entente;

std::vector<std::string> entente::fuzz_seeds() {
  return {
      "\xEF\xBB\xBFTalks in Oslo\r\n\r\nNovember 10, 2019\n\nIran met Om\xC2\xAD"
      "an.\xFF\n",
      "<html><head><title>T &amp; x</title><meta name='date' content='2020-01-02'></head><body><nav>x</nav>"
      "<article><p>Iran &eacute;&#8217;s <b>met</b><br>Oman</p><!-- c --></article></body></html>",
      "{\"id\": \"a\", \"text\": \"Iran met Oman.\", \"date\": \"2020-01-02\"}\n{\"text\": "
      "\"\\u00e9\\ud83d\\ude00\"}\n[]\n"};
}

static void check(const Document& document) {
  if (valid_utf8_prefix(document.text) != document.text.size()) std::abort();
  std::uint64_t last = 0;
  for (std::size_t at = 0; at < document.text.size(); ++at) {
    const auto [begin, end] = document.offsets.to_original(at, at + 1);
    if (begin < last || begin >= end || end > document.original_bytes().size()) std::abort();
    last = begin;
  }
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const bool html : {false, true}) {
    try {
      check(html ? read_html("a", bytes) : read_text("a", bytes));
    } catch (const InputError&) {
    }
  }
  std::istringstream in(bytes);
  JsonLinesReader lines(in, "a.jsonl", {});
  for (bool more = true; more;) {
    try {
      const auto document = lines.next();
      more = document.has_value();
      if (more) check(*document);
    } catch (const InputError&) {
    }
  }
  return 0;
}
