// SPDX-License-Identifier: Apache-2.0
// What hard input costs: processor time that grows with the text, and bytes that are held at once.
#include <gtest/gtest.h>
#include <malloc.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <string>

#include "extract/language/conllu_analysis.h"
#include "tests/language/language_fixture.h"

namespace {

std::atomic<std::size_t> held{0}, most_held{0};

void* counted(void* memory) {
  if (memory == nullptr) throw std::bad_alloc();
  const std::size_t now = held += malloc_usable_size(memory);
  std::size_t most = most_held;
  while (now > most && !most_held.compare_exchange_weak(most, now)) {
  }
  return memory;
}

void uncounted(void* memory) noexcept {
  if (memory != nullptr) held -= malloc_usable_size(memory);
  std::free(memory);
}

std::size_t rounded(std::size_t size, std::align_val_t align) {
  const auto a = static_cast<std::size_t>(align);
  return (size + a - 1) / a * a;
}

}  // namespace

void* operator new(std::size_t size) {
  return counted(std::malloc(std::max<std::size_t>(size, 1)));
}
void* operator new(std::size_t size, std::align_val_t align) {
  return counted(std::aligned_alloc(static_cast<std::size_t>(align), rounded(size, align)));
}
void operator delete(void* memory) noexcept {
  uncounted(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  uncounted(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
  uncounted(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  uncounted(memory);
}

namespace entente {
namespace {

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += text;
  return out;
}

void write_analysis(const Document& document) {
  LanguageEngine::Scratch scratch;
  to_conllu_pieces(engine().analyse(document, scratch), document);
}

// Bytes held at once, beside the model and the text.
std::size_t peak_of(const std::string& text) {
  const Document document = document_of(text);
  engine();
  const std::size_t before = held;
  most_held = before;
  write_analysis(document);
  return most_held - before;
}

// Seconds of this thread's processor time, whatever else the machine does.
double seconds() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

double seconds_for(const std::string& text) {
  const double begin = seconds();
  write_analysis(document_of(text));
  return seconds() - begin;
}

struct HardCase {
  const char* name;
  const char* text;
};

const HardCase hard_cases[] = {
    {"Letters", "a"},
    {"Digits", "7"},
    {"MarksWithoutBlanks", "ab.c,d-"},
    {"OneSentence", "word "},
    {"Statements", "The envoy of Chad met the minister in Lagos on Monday. "},
    {"Capitals", "THE ENVOY OF CHAD MET THE MINISTER IN LAGOS. "},
    {"Quotes", "\""},
    {"MixedQuotes", "\"a” 'b’ “c\" "},
    {"Brackets", "("},
    {"Emoji", "\U0001F680"},
    {"Arabic", "قالت مصر إنها ستجتمع. "},
    {"SoftHyphens", "co\u00ADop\u00ADer\u00ADation "},
    {"ZeroWidth", "st\u200Bat\u200Des "},
    {"NoBreakSpaces", "of\u00A0states\u00A0"},
    {"CombiningMarks", "\u0301"},
    {"LineEnds", "a line\r\n"},
};

class HardInput : public testing::TestWithParam<HardCase> {};

// Noise makes a run slower, never faster: what grows with the text passes at some attempt, what grows with
// its square at none.
TEST_P(HardInput, TenTimesTheTextTakesAtMostTwelveTimesAsLong) {
  const std::string small = repeated(GetParam().text, 5'000), large = repeated(GetParam().text, 50'000);
  const double least_small = std::min(seconds_for(small), seconds_for(small));
  double least_large = 1e9;
  constexpr double clock_step = 0.005;
  for (int attempt = 0; attempt < 8; ++attempt) {
    least_large = std::min(least_large, seconds_for(large));
    if (least_large <= 12 * least_small + clock_step) break;
  }
  EXPECT_LE(least_large, 12 * least_small + clock_step);
}

TEST_P(HardInput, MemoryGoesWithTheText) {
  const std::string text = repeated(GetParam().text, 50'000);
  EXPECT_LE(peak_of(text), text.size() * 250 + (6 << 20));
}

INSTANTIATE_TEST_SUITE_P(Texts, HardInput, testing::ValuesIn(hard_cases),
                         [](const auto& info) { return std::string(info.param.name); });

// Each byte is a token of 80 bytes; the network's states would be 256 more, the text's analysis twice 45.
TEST(HardMarks, QuotesAreHeldOnce) {
  EXPECT_LE(peak_of(std::string(100'000, '"')), 20'000'000u);
}

}  // namespace
}  // namespace entente
