// SPDX-License-Identifier: Apache-2.0
//
// Whatever the bytes, tokens ascend inside the text and sentences begin with tokens, in the order of the
// text.

#include "extract/language/segmenter.h"

#include <cstdlib>

#include "extract/language/model_file.h"
#include "tests/fuzz/fuzz.h"

using namespace entente;

std::vector<std::string> entente::fuzz_seeds() {
  return {"Mr. Roe didn't go to the U.S. (again).\n\nMOSCOW (Agency) - \"No,\" he said.",
          "a-b/c@d.e: 1,000.5% $3bn",
          "Caf\u00E9 coop\u00ADeration \u0645\u0635\u0631 \U0001F469\u200D\U0001F467",
          "- one\n- two\n1. three\r\n\r\n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ModelFile model = ModelFile::open(ENTENTE_SOURCE_DIR "/data/english.model");
  static const Segmenter segmenter(model.section("segmenter"), "model");
  static Segmenter::Scratch scratch;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::uint32_t last = 0;
  segmenter.segment(
      text, scratch, [&](std::span<const RawToken> tokens, std::span<const std::uint32_t> starts) {
        if (tokens.empty() || starts.empty() || starts[0] != 0 || starts.back() >= tokens.size())
          std::abort();
        for (std::size_t s = 1; s < starts.size(); ++s)
          if (starts[s] <= starts[s - 1]) std::abort();
        for (const RawToken& t : tokens) {
          if (t.begin < last || t.end <= t.begin || t.end > size) std::abort();
          last = t.end;
        }
      });
  return 0;
}
