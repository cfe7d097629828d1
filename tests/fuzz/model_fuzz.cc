// SPDX-License-Identifier: Apache-2.0
//
// Whatever the bytes, reading a model throws InputError or gives a model whose sections can be read. Half of
// the inputs get a checksum that fits, so that what lies behind it is reached.

#include <cstring>

#include "extract/language/lemmatizer.h"
#include "extract/language/model_file.h"
#include "extract/language/network/network.h"
#include "extract/language/segmenter.h"
#include "graph/error.h"
#include "tests/fuzz/fuzz.h"

using namespace entente;

std::vector<std::string> entente::fuzz_seeds() {
  const ModelFile shipped = ModelFile::open(ENTENTE_SOURCE_DIR "/data/english.model");
  const auto lemmas = shipped.section("lemmas");
  const auto config = shipped.section("network/config");
  const auto bytes = make_model_file({{"network/config", {config.begin(), config.end()}},
                                      {"lemmas", {lemmas.begin(), lemmas.begin() + 4096}},
                                      {"segmenter", std::vector<std::byte>(64)}});
  return {std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size())};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::byte> bytes(size);
  if (size) std::memcpy(bytes.data(), data, size);
  if (size >= 64 && bytes[size / 2] < std::byte{128}) {
    const std::uint64_t length = size, sum = xxh64(std::span<const std::byte>(bytes).subspan(64));
    std::memcpy(bytes.data() + 16, &length, 8);
    std::memcpy(bytes.data() + 24, &sum, 8);
  }
  const auto attempt = [](auto&& use) {
    try {
      use();
    } catch (const InputError&) {
    }
  };
  attempt([&] {
    const ModelFile model = ModelFile::from_bytes(bytes, "fuzz");
    attempt([&] { Segmenter(model.section("segmenter"), "fuzz"); });
    attempt(
        [&] { Lemmatizer(model.section("lemmas"), "fuzz").lemma("countries", Upos::noun, "Number=Plur"); });
    attempt([&] { Network network(model); });
  });
  return 0;
}
